import type { Context } from '../../platform/context.ts';
import type { DatasetState } from './dataset.ts';
import { selectBriefly, selectPassports } from './dataset-store.ts';
import type { Passport } from './passport.ts';

/** A dataset in a list of thousands: what it is called and where it stands. */
export interface BriefDataset {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: DatasetState;
}

/** These datasets in brief, by id, in one light statement. The caller has asked the right to see their drafts. */
export async function briefDatasets(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, BriefDataset>> {
  if (ids.length === 0) return new Map();
  return new Map((await selectBriefly(ctx.db, ids)).map((dataset) => [dataset.id, dataset]));
}

/** The working passports of these datasets, by id, in one statement. The caller has asked the right to see their drafts. */
export async function passportsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Passport>> {
  if (ids.length === 0) return new Map();
  return new Map((await selectPassports(ctx.db, ids)).map(({ id, passport }) => [id, passport]));
}
