import type { Day } from '../../../kernel/dates.ts';
import type { Holding } from '../appointments/appointment.ts';

/** Рада, виконком, департамент, управління, відділ, сектор, комунальне підприємство, установа, заклад, організація; `unit`: not said. */
export const UNIT_KINDS = [
  'council',
  'board',
  'department',
  'office',
  'division',
  'sector',
  'enterprise',
  'institution',
  'facility',
  'organisation',
  'unit',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A node of the council's tree: рада → виконком → управління → сектор → комунальне підприємство. */
export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Address part by КМУ 55; unique. */
  readonly slug: string;
  /** Only a legal person has its own code. */
  readonly edrpou: string | null;
  /** The code to show: its own, or of the nearest legal person above. */
  readonly shownEdrpou: string | null;
  readonly email: string;
  readonly phone: string;
  readonly site: string;
  readonly kind: UnitKind;
  /** Where it works, КАТОТТГ; empty: as the community. */
  readonly katottg: string;
  /** Who heads it, as the public may know; empty where not said. */
  readonly headName: string;
  readonly headPost: string;
  /** The day it was reorganised; null: it works. */
  readonly closedOn: Day | null;
}

/** Joined to another unit, split between several, or made anew under another name. */
export type ReorganisationKind = 'merge' | 'split' | 'rename';

/** What a person may do; who has them by role is in permission-rules.ts. */
export type Deed =
  | 'settings.change'
  | 'units.manage'
  | 'people.manage'
  | 'appointment.manage'
  | 'dataset.create'
  | 'dataset.edit'
  | 'dataset.submit' // hand over for review
  | 'dataset.approve' // approve or return
  | 'dataset.publish'
  | 'privacy.protect' // decide that personal data are removed, masked, made coarser
  | 'privacy.keep' // decide that personal data are published, under a condition of the law
  | 'dataset.close' // suspend, reopen, withdraw
  | 'dataset.purge' // take data away at once and for good
  | 'dataset.view-drafts'
  | 'dataset.view-internal' // службові набори
  | 'original.read' // original files with personal data, each time with a reason
  | 'dataset.comment'
  | 'dataset.coordinate' // deeds over many datasets, the desk over all units
  | 'message.view' // what people wrote, with their contacts; notes for colleagues
  | 'message.answer' // answer, make public, pass on, decide on proposals
  | 'history.view'
  | 'search.words' // the words people search by
  | 'token.manage'
  | 'city.manage' // papers of the community: orders, required lists, training, exchange with other portals, policy
  | 'mandate.answer' // say which datasets answer an item of a required list, or why there are none
  | 'registry.confirm'; // that the registry of a unit is true on a day

/** A person who may sign in, with the appointments that work for them today. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** Their own and those of absent people they stand in for; empty for somebody absent. */
  readonly appointments: readonly Holding[];
}

/** The community the installation serves; made by the set-up page. */
export interface CommunityProfile {
  readonly name: string;
  readonly edrpou: string;
  readonly katottg: string;
  /** Brand colour `#rrggbb`; contrast with paper ≥ 4.5 : 1 was checked when it was set. */
  readonly colour: string;
  readonly email: string;
  readonly site: string;
}
