import type { Day } from '../../../kernel/dates.ts';
import type { Unit } from '../../accounts/index.ts';
import type { ListedDataset, StructureField } from '../../catalog/index.ts';
import type { Decision } from '../duties/mandate.ts';
import type { ListItem, Lists } from '../lists/edition.ts';

/**
 * How a unit, or the community, stands to an item; computed from facts, never typed. From the best to the worst; the last two are answered
 * for and ask nothing.
 */
export const ITEM_STATES = [
  'on-time',
  'other-structure',
  'late',
  'on-national',
  'suspended',
  'planned',
  'absent',
  'not-held',
  'not-applicable',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** States in which people can have the data. */
export const PRESENT: ReadonlySet<ItemState> = new Set(['on-time', 'other-structure', 'late', 'on-national']);

/** States that ask nothing of anybody. */
export const EXCUSED: ReadonlySet<ItemState> = new Set(['not-held', 'not-applicable']);

/** How far tables of datasets have a recommended table's fields. */
export interface TableMatch {
  /** Name of the recommended table; null: the item's own structure. */
  readonly table: string | null;
  readonly fields: number;
  readonly found: number;
  /** Whole percents of the fields found; null of a structure known only in part, of which no share can be said. */
  readonly percent: number | null;
  /** Required fields that no table of the dataset has. */
  readonly missing: readonly Pick<StructureField, 'name' | 'title'>[];
}

/** A dataset that answers an item. */
export interface AnsweringDataset extends ListedDataset {
  /** By the ground in its passport, or because somebody said so. */
  readonly by: 'ground' | 'answer';
  /** How it stands to the item by itself. */
  readonly stands: Exclude<ItemState, 'not-held' | 'not-applicable'>;
  /** Against the item's main recommended table; null where there is none, or nothing to compare. */
  readonly match: TableMatch | null;
}

/** A unit and an item. */
export interface ItemCell {
  readonly unitId: string;
  /** False: nobody said that the unit must, but its datasets answer. */
  readonly assigned: boolean;
  readonly state: ItemState;
  /** Of `planned`: until when; of `late`: since when the update is due; of an excused one: when it is reviewed. */
  readonly on: Day | null;
  readonly datasets: readonly AnsweringDataset[];
  readonly decision: Decision | null;
  /** The decision's review is past: it excuses nothing any more. */
  readonly lapsed: boolean;
}

/** An item over all units. */
export interface ItemStanding {
  readonly item: ListItem;
  readonly state: ItemState;
  readonly cells: readonly ItemCell[];
  /** Nobody must publish it yet. */
  readonly unassigned: boolean;
}

/** How many items stand how; `applicable` are those somebody must publish, `present` those people can have. */
export interface RequiredCounts {
  readonly states: Readonly<Record<ItemState, number>>;
  readonly applicable: number;
  readonly present: number;
  readonly unassigned: number;
}

/** Everything at once: what pages, files and programs read. */
export interface RequiredView {
  readonly lists: Lists;
  readonly items: readonly ItemStanding[];
  readonly counts: RequiredCounts;
  readonly units: readonly Unit[];
  /** Datasets whose ground names an item that no list has. */
  readonly strangers: readonly ListedDataset[];
}
