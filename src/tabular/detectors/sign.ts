import type { Text } from '../../kernel/text.ts';

/** What a detector looks for. One file a detector; what they are called in people's words stands in that file. */
export const DETECTOR_CODES = [
  'tax-number',
  'passport-book',
  'passport-card',
  'foreign-passport',
  'unzr',
  'birth-date',
  'phone',
  'email',
  'iban',
  'bank-card',
  'person-name',
  'home-address',
  'plate',
  'vin',
  'home-coordinates',
  'ip-address',
  'small-groups',
  'health',
  'court',
  'religion',
  'nationality',
  'membership',
  'free-text',
] as const;
export type DetectorCode = (typeof DETECTOR_CODES)[number];

/**
 * Whose data a column holds, by what stands in it and beside it: the same phone is public for a school and not for a parent. `unclear` is
 * treated as `person` until somebody says otherwise.
 */
export const WHOSE = ['person', 'official', 'sole-trader', 'organization', 'unclear'] as const;
export type Whose = (typeof WHOSE)[number];

/**
 * What may allow data of a person to be public, by what stands beside it: an official's powers, a declaration, money or property of the
 * community received, an organization's contact, an open register of sole traders. A hint only: the norm and the decision are people's.
 */
export const GROUND_HINTS = [
  'official-powers',
  'declaration',
  'public-money',
  'public-property',
  'organisation-contact',
  'sole-trader-register',
] as const;
export type GroundHint = (typeof GROUND_HINTS)[number];

/** A ground seen in the table. */
export interface SignGround {
  readonly hint: GroundHint;
  /** What speaks for it, without values. */
  readonly why: Text;
}

/**
 * Personal data seen in a column, counted over the whole table. It holds no value of any cell: signs are kept, shown, sent and printed where
 * the values must not go.
 */
export interface PersonalSign {
  readonly code: DetectorCode;
  /** 0-based place of the column in the text table. */
  readonly column: number;
  readonly columnTitle: string;
  /** Cells. */
  readonly count: number;
  /** Of the filled cells, 0–1. */
  readonly share: number;
  /** How sure it is that this is what it says, 0–1. Under 0.5 nothing is told. */
  readonly confidence: number;
  readonly whose: Whose;
  /** Why it is taken for theirs, without values; absent where nothing tells. */
  readonly whoseWhy?: Text;
  /** Only where one column holds data of several, counted by cells; `whose` is then the most protected of them. */
  readonly mixed?: readonly { readonly whose: Whose; readonly count: number }[];
  /** What may allow it to be public, the strongest first; absent where nothing was seen. */
  readonly grounds?: readonly SignGround[];
  /** Why it is taken for that, in words, without values. */
  readonly why: Text;
  /** The first rows it was seen in, 1-based as people count them, at most 20. */
  readonly rows: readonly number[];
}
