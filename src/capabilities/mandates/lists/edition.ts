import type { Day } from '../../../kernel/dates.ts';
import type { RequiredItem } from '../../catalog/index.ts';

/** A list of datasets that must be published: of resolution 835, or of the community itself. */
export type ListKind = RequiredItem['list'];

/** A list as it was at a time. Of each list one edition is in force; of the community's own list there is one, whose items come and go. */
export interface Edition {
  /** `835-2024-10`, `local`. */
  readonly id: string;
  readonly list: ListKind;
  /** `2024-10`: what a passport's ground names. */
  readonly code: string;
  readonly title: string;
  /** Where its text is from. */
  readonly source: string;
  readonly dated: Day | null;
  /** `draft`: given as a file and looked at, nobody is asked by it. */
  readonly state: 'draft' | 'current' | 'retired';
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly adoptedAt: Date | null;
  /** The edition it replaced; null for the first and for those never adopted. */
  readonly previous: string | null;
}

/** An item as it stands in an edition. */
export interface ListItem extends RequiredItem {
  readonly editionId: string;
  /** The order that carries an item of the community's own list; empty: «наказ готується», and always for the resolution's. */
  readonly approvedBy: string;
}

/** All lists at once: what is in force, and what older editions called it. */
export interface Lists {
  readonly editions: readonly Edition[];
  /** In force, in the order of the law: local government, every holder, the community's own, state administrations; by number inside. */
  readonly items: readonly ListItem[];
  /** Of editions that are no more in force, and of those being looked at. */
  readonly otherItems: readonly ListItem[];
}

export const LOCAL_EDITION = 'local';

/** Where items taken out of the community's own list are kept. */
export const LOCAL_REMOVED = 'local-removed';

/** The id of an edition of resolution 835. */
export function editionId(code: string): string {
  return `835-${code}`;
}
