import type { Day } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/text.ts';
import type { HeldReason } from './spam-rules.ts';

export const MESSAGE_KINDS = ['question', 'error', 'proposal'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** `waiting`, `answered`: of questions and errors; the others of proposals; `closed`: of all, nothing more is done. */
export const MESSAGE_STATES = [
  'waiting',
  'answered',
  'new',
  'considering',
  'planned',
  'published',
  'refused',
  'closed',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** States a proposal may be moved to by the staff. */
export type ProposalDecision = 'considering' | 'planned' | 'published' | 'refused';

/** The dataset a message is about, as it was called when the message was written. */
export interface AboutDataset {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** A place in the table; both as a person typed them, empty where not said. */
export interface MessagePlace {
  readonly row: string;
  readonly column: string;
}

/** `answer`: the publisher's, seen by the author and, beside a public message, by all. `addition`: the author's. `note`: for staff only. */
export type ReplyKind = 'answer' | 'addition' | 'note';

export interface Reply {
  readonly id: string;
  readonly kind: ReplyKind;
  /** May be empty where a decision was taken without words. */
  readonly text: string;
  /** The state this answer moved the message to; null for words that moved nothing. */
  readonly state: MessageState | null;
  /** Empty for the author's additions. */
  readonly authorName: string;
  /** The unit that answered, as it was called then. */
  readonly unitName: string;
  readonly at: Date;
}

/** A message with everything known of it: for staff, and (without notes) for its author. */
export interface Message {
  readonly id: string;
  /** What people are told: «повідомлення № 12». */
  readonly number: number;
  readonly kind: MessageKind;
  readonly state: MessageState;
  /** Null: nobody's yet, an administrator passes it on. */
  readonly unitId: string | null;
  readonly dataset: AboutDataset | null;
  readonly place: MessagePlace;
  /** Proposals: which data. Empty for the others. */
  readonly subject: string;
  /** Proposals: what for; may be empty there. */
  readonly text: string;
  /** Empty when not given or no longer kept. */
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** The author agrees that it is shown to all. */
  readonly consent: boolean;
  /** What all may read; differs from `subject` and `text` where staff hid a part. */
  readonly publicSubject: string;
  readonly publicText: string;
  /** Since when it is public; null: it is not. */
  readonly publicAt: Date | null;
  readonly errorConfirmed: boolean;
  /** Proposals: the promised day. */
  readonly plannedOn: Day | null;
  /** Proposals: the dataset it became. */
  readonly result: { readonly slug: string; readonly title: string } | null;
  readonly votes: number;
  /** The last day to answer; null when nothing is owed. */
  readonly dueOn: Day | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Why it is held back as likely spam; empty: it is not. */
  readonly heldFor: readonly HeldReason[];
  /** Since when nothing more is owed; names and addresses are forgotten some time after. */
  readonly settledAt: Date | null;
}

/** A message with its replies, the oldest first. */
export interface MessageThread {
  readonly message: Message;
  readonly replies: readonly Reply[];
}

/** An answer as all may read it. */
export interface PublicAnswer {
  readonly text: string;
  readonly state: MessageState | null;
  readonly unitName: string;
  readonly at: Date;
}

/** What all may read of a message: no names, no addresses, no notes. */
export interface PublicMessage {
  readonly number: number;
  readonly kind: MessageKind;
  readonly state: MessageState;
  readonly unitId: string | null;
  readonly dataset: AboutDataset | null;
  readonly place: MessagePlace;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly errorConfirmed: boolean;
  readonly plannedOn: Day | null;
  readonly result: { readonly slug: string; readonly title: string } | null;
  readonly votes: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** The oldest first. */
  readonly answers: readonly PublicAnswer[];
}

/** What a person sends. Texts as typed; the faults are told by `sendMessage`. */
export interface NewMessage {
  readonly kind: MessageKind;
  /** A published dataset and whose it is, as its card says. */
  readonly dataset: (AboutDataset & { readonly unitId: string }) | null;
  readonly row?: string;
  readonly column?: string;
  readonly subject?: string;
  readonly text: string;
  readonly name?: string;
  readonly email?: string;
  readonly consent: boolean;
  /** From the form's being shown to its sending, ms; left out: not known. */
  readonly tookMs?: number | null;
  /** Who may hold the data proposed; left out or empty: the author does not know. */
  readonly unitId?: string | null;
  readonly language: Language;
  /** Scheme and host of the links in letters. */
  readonly origin: string;
}

/** What came of sending. */
export interface SentMessage {
  readonly number: number;
  /** Opens the message's private address. Told once: only its hash is kept. */
  readonly key: string;
}
