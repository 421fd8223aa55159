import { RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { type Context, once } from '../../platform/context.ts';
import { type Deed, permit, permitAny } from '../accounts/index.ts';
import type { Reading } from './reading.ts';
import type { StoredReading } from './reading-row.ts';
import { selectLatest, selectPublished, selectReading } from './reading-store.ts';

/** The reading with what the use cases need, after asking the right to edit its dataset. Throws `not-found`, `forbidden`. */
export function loadForEditing(ctx: Context, id: string, lock = false): Promise<StoredReading> {
  return loadFor(ctx, id, ['dataset.edit'], lock);
}

/** The same for who publishes what somebody else prepared. */
export function loadForPublishing(ctx: Context, id: string, lock = false): Promise<StoredReading> {
  return loadFor(ctx, id, ['dataset.edit', 'dataset.publish'], lock);
}

/** The same for a look at the rows. */
export function loadForLooking(ctx: Context, id: string): Promise<StoredReading> {
  return loadFor(ctx, id, ['dataset.view-drafts'], false);
}

/** Once in what a request only looks at. @param known it came with others already */
function readStored(ctx: Context, id: string, known?: StoredReading): Promise<StoredReading | null> {
  return once(ctx, `ingest.reading ${id}`, async () => known ?? selectReading(ctx, id));
}

/**
 * The same for a look at the table as it was given, before anything was taken out of it: where signs of personal data were seen, only for who mends
 * the file or may read originals. Throws `forbidden`.
 */
export async function loadUnprotected(ctx: Context, id: string): Promise<StoredReading> {
  const stored = await loadForLooking(ctx, id);
  const { inspection, datasetId, unitId } = stored.reading;
  const seen = inspection?.signs === undefined || inspection.signs.length > 0;
  if (inspection && seen)
    await permitAny(ctx, ['dataset.edit', 'dataset.publish', 'original.read'], { id: datasetId, unitId });
  return stored;
}

async function loadFor(ctx: Context, id: string, deeds: readonly Deed[], lock: boolean): Promise<StoredReading> {
  const stored = isId(id) ? await (lock ? selectReading(ctx, id, true) : readStored(ctx, id)) : null;
  if (!stored) {
    await permit(ctx, 'dataset.edit', null).catch((error: unknown) => {
      if (ctx.actor.kind === 'visitor') throw error; // a visitor is asked to sign in before anything else
    });
    throw new RequestError('not-found', 'reading-not-found', {
      uk: 'Такого файлу немає. Можливо, його чернетку прибрано. Завантажте файл ще раз.',
      en: 'There is no such file. Its draft may have been cleaned up. Upload the file again.',
    });
  }
  const { datasetId, unitId } = stored.reading;
  await permitAny(ctx, deeds, { id: datasetId, unitId });
  return stored;
}

/** One file on its way, for those who may edit its dataset. Throws `not-found`, `forbidden`. */
export async function loadReading(ctx: Context, id: string): Promise<Reading> {
  return (await loadForEditing(ctx, id)).reading;
}

/** The newest file of each resource that has one, cancelled ones left out. The caller has already asked the right to see the dataset. */
export function latestReadings(ctx: Context, resourceIds: readonly string[]): Promise<Reading[]> {
  const ids = [...resourceIds].sort();
  return once(ctx, `ingest.latest ${ids.join(' ')}`, async () => {
    const { latest, published } = await selectLatest(ctx, ids);
    // what a draft is compared with comes at the same time
    for (const stored of [...latest, ...published]) await readStored(ctx, stored.reading.id, stored);
    return latest.map(({ reading }) => reading);
  });
}

/** The newest file given for a resource, or null. The caller has already asked the right to see the dataset. */
export async function latestReading(ctx: Context, resourceId: string): Promise<Reading | null> {
  return (await latestReadings(ctx, [resourceId]))[0] ?? null;
}

/** Readings by their ids, also those a version was made of; unknown ids are left out. The caller has already asked the right to see them. */
export async function readingsById(ctx: Context, ids: readonly string[]): Promise<Reading[]> {
  const found = await Promise.all(ids.map((id) => readStored(ctx, id)));
  return found.flatMap((stored) => stored?.reading ?? []);
}

/** The file the resource was last published with, or null. The caller has already asked the right to see the dataset. */
export function publishedReading(ctx: Context, resourceId: string): Promise<Reading | null> {
  return selectPublished(ctx, resourceId);
}
