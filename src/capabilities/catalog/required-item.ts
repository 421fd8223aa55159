import type { Frequency } from './passport.ts';

/** Whose duty an item of the 835 list is. */
export type RequiredSection = 'all' | 'state-administrations' | 'local-government';

/** One item of the list of resolution 835: a dataset that holders of that kind must publish. */
export interface RequiredItem {
  /** Heading of the list it stands under, word for word; with `number` it is the item's address. */
  readonly section: string;
  readonly number: number;
  readonly audience: RequiredSection;
  /** The item word for word. */
  readonly name: string;
  /** A title for people, at most 254 characters. */
  readonly title: string;
  /** The list gives no frequency: a recommendation page's where there is one, otherwise our suggestion. */
  readonly frequency: Frequency;
  readonly frequencySource: 'recommendation-page' | 'suggestion';
  readonly keywords: readonly string[];
  /** Codes of the national portal's themes. */
  readonly themes: readonly string[];
  /** Why the information is collected, for the passport. */
  readonly purpose: string;
  readonly recommendationPage: string | null;
  /** Names of the recommended tables, in order; the first is the main one. */
  readonly tables: readonly string[];
  /** The set usually holds personal data or data that need a security decision: look twice before publication. */
  readonly risk: boolean;
}
