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
}

/** What a person may do; who has them by role is in permission-rules.ts. */
export type Deed =
  | 'settings.change'
  | 'units.manage'
  | 'people.manage'
  | 'dataset.create'
  | 'dataset.edit'
  | 'dataset.publish'
  | 'dataset.close' // suspend, reopen, withdraw
  | 'dataset.view-drafts'
  | 'message.view' // what people wrote, with their contacts; notes for colleagues
  | 'message.answer' // answer, make public, pass on, decide on proposals
  | 'history.view'
  | 'search.words'; // the words people search by

/** Main-walk roles: administrator (all units), publisher (edits and publishes in own unit and below), editor (edits, does not publish). */
export type Role = 'administrator' | 'publisher' | 'editor';

/** A signed-in person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Null for administrators of the whole system. */
  readonly unitId: string | null;
  readonly active: boolean;
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
