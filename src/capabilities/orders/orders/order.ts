import type { Day } from '../../../kernel/dates.ts';
import type { OrderKind } from '../../../language/citations/index.ts';

/** Чернетка → на підписі → підписано → оприлюднено; змінено (still in force); втратив чинність. */
export const ORDER_STATES = ['draft', 'signing', 'signed', 'published', 'amended', 'ended'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Somebody named in a document: not an account. */
export interface NamedPerson {
  readonly name: string;
  readonly post: string;
}

/** Another document this one changes or takes the place of. */
export interface OrderTie {
  readonly kind: 'supersedes' | 'amends';
  readonly orderId: string;
}

/** An order, a decision, a letter, minutes: the paper that makes facts lawful. Its number is given by the office's own system, never by ours. */
export interface Order {
  readonly id: string;
  readonly kind: OrderKind;
  /** In the genitive, as it is cited: «міського голови». */
  readonly issuer: string;
  readonly title: string;
  /** Null, empty: not signed yet, or the paper has none. */
  readonly date: Day | null;
  readonly number: string;
  readonly state: OrderState;
  readonly signatory: NamedPerson;
  /** Контроль за виконанням. */
  readonly controller: NamedPerson;
  readonly executor: { readonly name: string; readonly phone: string };
  /** Погоджено: a line each, in the order they agree. */
  readonly agreedBy: readonly NamedPerson[];
  /** Citations of norms the order stands on, a line each, as they stand in its preamble. */
  readonly grounds: readonly string[];
  /** What the order says beside its effects: a clause a line. */
  readonly clauses: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly public: boolean;
  /** On the official site and elsewhere. */
  readonly links: readonly string[];
  readonly ties: readonly OrderTie[];
  /** Of its effects, as long as it is unsigned; working days are counted from it. */
  readonly createdAt: Date;
  readonly signedAt: Date | null;
  /** The day it lost its force. */
  readonly endedOn: Day | null;
  readonly note: string;
}

/** How other parts name an order. */
export type OrderRef = Pick<Order, 'id' | 'kind' | 'issuer' | 'number' | 'date' | 'title' | 'state'>;

/** What may be typed of an order; state, ties and moments are made by deeds. */
export type OrderWish = Omit<Order, 'id' | 'state' | 'ties' | 'createdAt' | 'signedAt' | 'endedOn' | 'note'>;

/** Whether anybody may read it: a draft, or one whose signing was taken back, stays with the staff whatever was said of it before. */
export function isOpen({ public: open, signedAt }: Pick<Order, 'public' | 'signedAt'>): boolean {
  return open && signedAt !== null;
}

/** Whether what the order made lawful is in force. */
export function isInForce(state: OrderState): boolean {
  return state === 'signed' || state === 'published' || state === 'amended';
}
