import type { Day } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/text.ts';
import type { Deed } from '../accounts/index.ts';
import type { NoticeKind } from './notice-kinds.ts';

/** What a notice is about, as it was called then. */
export interface NoticeSubject {
  /** `dataset`, `message`, `person`, `unit`, `token`, `fetch` … */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** What else the reader needs to know; each is told after the sentence when given. Never cell values. */
export interface NoticeFacts {
  /** Who did it. Left out: the actor's name is taken where the actor is a person. */
  readonly by?: string;
  /** First and last day of what it is about. */
  readonly from?: Day;
  readonly until?: Day;
  /** Who works instead. */
  readonly instead?: string;
  /** The last day of a term. */
  readonly dueOn?: Day;
  /** In somebody's own words: why it was returned, what the server answered … */
  readonly reason?: string;
  /** Name of a unit. */
  readonly unit?: string;
  /** How many: of workings days past the term, rows, datasets … as the kind's sentence says. */
  readonly count?: number;
}

/** Who is told: these people; or those who may do the deed there, the nearest up the tree of units. */
export type NoticeRecipients =
  | { readonly people: readonly string[] }
  | {
      readonly deed: Deed;
      /** A unit's id, a dataset, or null: the whole system. */
      readonly place: string | { readonly id: string; readonly unitId: string } | null;
    };

/** What a use case asks to be told. */
export interface NewNotice {
  readonly to: NoticeRecipients;
  readonly kind: NoticeKind;
  readonly subject: NoticeSubject;
  /** Where the deed waits: a path of this site, e.g. `/cabinet/datasets/…`. */
  readonly link: string;
  readonly facts?: NoticeFacts;
  /** Told once under this key, e.g. the day of the term: a reminder found again tomorrow is the same reminder. */
  readonly once?: string;
  /** True: the one who did it is told too. */
  readonly alsoActor?: boolean;
}

/** A notice as its person sees it. */
export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly subject: NoticeSubject;
  readonly link: string;
  readonly facts: NoticeFacts;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** How a person wants to be told. */
export interface NoticePreferences {
  /** Of letters. */
  readonly language: Language;
  /** False: no letters at all; the cabinet still shows everything that is not muted. */
  readonly byMail: boolean;
  /** Kinds the person does not want to be told of in letters. */
  readonly muted: readonly NoticeKind[];
}
