import type { Day } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';
import type { DatasetState } from './dataset.ts';
import { selectListed } from './listed-store.ts';
import type { Ground } from './passport.ts';

/** Fields of a table as its structure has them. */
export interface ListedTable {
  readonly names: readonly string[];
  readonly titles: readonly string[];
}

/** Which datasets to list beside those with a ground in a list, and whose tables to tell. */
export interface ListedWish {
  /** Datasets that answer an item though their passport names another ground. */
  readonly ids: readonly string[];
  /** Tables are told of these only, where they are published: comparing structures is asked of few. */
  readonly tablesOf: {
    readonly ids: readonly string[];
    /** Grounds as `section|number`; of an item of the local list, `|number`. */
    readonly grounds: readonly string[];
  };
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
  /** Fields of the tables, of published ones that were asked for: one text for `tablesOf`; null where there are none. */
  readonly tables: string | null;
}

/**
 * Datasets with a ground in a list, and those named, in one statement whatever their number; internal ones are left out. Working copies of
 * drafts are among them: what a visitor may see of them is the caller's to decide.
 */
export function listedDatasets(ctx: Context, wish: ListedWish): Promise<readonly ListedDataset[]> {
  return selectListed(ctx.db, wish);
}

/** What `ListedDataset.tables` says, in the order of the page. */
export function tablesOf(text: string | null): ListedTable[] {
  return (text?.split('\u001c') ?? []).map((table) => {
    const fields = table.split('\u001e').map((field) => field.split('\u001f'));
    return { names: fields.map(([name = '']) => name), titles: fields.map(([, title = '']) => title) };
  });
}
