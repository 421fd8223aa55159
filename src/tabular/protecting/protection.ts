import type { RecipeStep } from '../inspection.ts';

/** What is done to a table before it leaves, and the key of its dataset. */
export interface Protection {
  readonly steps: readonly RecipeStep[];
  /** Any text with at least 32 bytes of chance in it, of this dataset alone; null where no step is keyed. It stands in no recipe and no record. */
  readonly key: string | null;
}

/** What a protection did, as it is kept with the table. */
export interface Protected {
  /** Carried out, in that order, with the cells or rows each changed. */
  readonly steps: readonly (RecipeStep & { readonly count: number })[];
  /** Steps with a column the table does not have: it must not be published until somebody says where the column went. */
  readonly missed: readonly RecipeStep[];
  /** Columns left out, by index. */
  readonly removedColumns: readonly number[];
}
