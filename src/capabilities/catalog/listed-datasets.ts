import type { Day } from '../../kernel/dates.ts';
import { type Context, once } from '../../platform/context.ts';
import type { DatasetState } from './dataset.ts';
import { selectListed } from './listed-store.ts';
import type { Ground } from './passport.ts';

/** Names of a table's fields as its structure has them, folded to small letters. */
export interface ListedTable {
  readonly names: readonly string[];
  readonly titles: readonly string[];
}

/** What a required list asks of a dataset, without its passport. */
export interface ListedDataset {
  readonly id: string;
  readonly number: string;
  readonly slug: string;
  readonly title: string;
  readonly unitId: string;
  /** Never `internal`: such a dataset answers nothing that must be published. */
  readonly state: Exclude<DatasetState, 'internal'>;
  readonly ground: Ground;
  /** Of a published one: the day its next update is due; null where no term runs. */
  readonly dueOn: Day | null;
  /** The day it is promised by, where the promise is open. */
  readonly promisedOn: Day | null;
  /** Its page on the national portal, where it was carried over from there. */
  readonly nationalAddress: string | null;
  /** Tables of the published ones, in the order of the page. */
  readonly tables: readonly ListedTable[];
}

/**
 * Datasets with a ground in a list, and those named, in one statement whatever their number; internal ones are left out. Working copies of
 * drafts are among them: what a visitor may see of them is the caller's to decide.
 * @param ids datasets that answer an item though their passport names another ground
 */
export function listedDatasets(ctx: Context, ids: readonly string[]): Promise<readonly ListedDataset[]> {
  return once(ctx, `catalog.listed ${[...ids].sort().join()}`, () => selectListed(ctx.db, ids));
}
