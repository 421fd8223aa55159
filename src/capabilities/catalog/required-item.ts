import type { Frequency } from './passport.ts';
import type { StructureField } from './structure.ts';

/** Whose duty an item is: of every holder, of local government, of state administrations, or of this community by its own list. */
export const ITEM_AUDIENCES = ['local-government', 'all', 'city', 'state-administrations'] as const;
export type RequiredSection = (typeof ITEM_AUDIENCES)[number];

/** One item of a list of datasets that must be published, in one edition of that list: what it says to a passport. */
export interface RequiredItem {
  /** What the item is about, the same in every edition that has it; stands in addresses, e.g. `local-10`. */
  readonly line: string;
  readonly list: 'resolution-835' | 'local-list';
  /** Edition of the list, e.g. `2024-10`. */
  readonly edition: string;
  /** Heading of the list it stands under, word for word; with list, edition and `number` it is the item's legal address. */
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
  /** Why the information is collected, one sentence without the ground. */
  readonly aim: string;
  readonly recommendationPage: string | null;
  /** Names of the recommended tables, in order; the first is the main one. */
  readonly tables: readonly string[];
  /** A structure of the item itself, where its list gives one; goes before `tables`. */
  readonly fields: readonly StructureField[] | null;
  /** The set usually holds personal data or data that need a security decision: look twice before publication. */
  readonly risk: boolean;
}
