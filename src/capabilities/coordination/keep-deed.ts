import { isId, newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { insertDeed, selectDeed } from './deed-store.ts';
import { type LeftAlone, type ManyDeed, type ManyDeedItem, type ManyDeedKind, MOST_DATASETS } from './many-deed.ts';
import { nothingChosen, tooManyChosen } from './refusals.ts';

/** The chosen datasets, after asking the right to coordinate each. Throws `invalid`, `forbidden`, `not-found`. */
export async function chosen(ctx: Context, datasetIds: readonly string[]): Promise<Dataset[]> {
  const ids = [...new Set(datasetIds)];
  if (ids.length === 0) throw nothingChosen();
  if (ids.length > MOST_DATASETS) throw tooManyChosen(ids.length);
  const datasets: Dataset[] = [];
  // in one order for everybody, so that two deeds over the same datasets wait for each other instead of for ever
  for (const id of ids.sort()) {
    const dataset = await loadDataset(ctx, id);
    await permit(ctx, 'dataset.coordinate', dataset);
    datasets.push(dataset);
  }
  return datasets;
}

/** Remembers on the deed's transaction what it did, so that it can be told and undone. */
export async function keepDeed(
  tx: Context,
  kind: ManyDeedKind,
  done: { readonly items: readonly ManyDeedItem[]; readonly left: readonly LeftAlone[] },
): Promise<ManyDeed> {
  const now = tx.clock.now();
  const { actor } = tx;
  const deed: ManyDeed = {
    id: newId(now.getTime()),
    kind,
    doneBy: actor.kind === 'person' ? actor.id : null,
    doneByName: 'name' in actor ? actor.name : '',
    doneAt: now,
    ...done,
    undoneAt: null,
  };
  await insertDeed(tx.db, deed);
  return deed;
}

/** A deed that was done, for its outcome to be shown; null where there is none. Needs `dataset.coordinate`. */
export async function findDeed(ctx: Context, id: string): Promise<ManyDeed | null> {
  await permit(ctx, 'dataset.coordinate');
  return isId(id) ? selectDeed(ctx.db, id) : null;
}
