import type { Day } from '../../kernel/dates.ts';

/** Documents a council, its executive body and its units make or get. */
export const ORDER_KINDS = [
  'mayor-order', // розпорядження міського голови
  'executive-decision', // рішення виконавчого комітету
  'council-decision', // рішення ради
  'unit-order', // наказ
  'instruction', // доручення
  'letter-out', // лист вихідний
  'letter-in', // лист вхідний
  'minutes', // протокол
  'agreement', // договір, меморандум
  'regulation', // положення, порядок
] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** Documents of the state and of those above a community. */
export const LAW_KINDS = [
  'constitution',
  'law',
  'code',
  'government-resolution',
  'presidential-decree',
  'charter',
] as const;
export type LawKind = (typeof LAW_KINDS)[number];

export type CitedKind = OrderKind | LawKind;

/** A document as a text cites it. What the text leaves out is empty (a draft order has neither number nor date). */
export interface Citation {
  /** Null: the text says only a date and a number. */
  readonly kind: CitedKind | null;
  /** As written, e.g. «міського голови», «Кабінету Міністрів України»; what the kind itself says is not repeated for laws. */
  readonly issuer: string;
  readonly number: string;
  readonly date: Day | null;
  /** Without the quotes around it. */
  readonly title: string;
  /** «ст. 34», «ч. 1 ст. 52», «ст. 212-3». */
  readonly articles: readonly string[];
  /** Place in the text: first character and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Where the date stands, so that it can be mended; null without a date. */
  readonly dateAt: { readonly start: number; readonly end: number } | null;
}
