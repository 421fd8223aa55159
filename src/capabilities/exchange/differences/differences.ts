import type { Context } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { type Dataset, listDatasets, type Passport } from '../../catalog/index.ts';
import { MOST_DATASETS } from '../imports/import.ts';
import { openImport } from '../imports/read-imports.ts';
import { CARRIED, type CarriedField } from '../passports/passport-of-remote.ts';
import type { Choice, Seen, Sighting } from './sighting.ts';
import { selectChanged, selectChoices } from './sighting-store.ts';

/** One element that says three things. */
export interface FieldDifference {
  readonly field: CarriedField;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly lastSeen: unknown;
}

/** A file that is new there, or has other bytes than when it was seen. */
export interface FileDifference {
  readonly remoteId: string;
  readonly title: string;
  readonly kind: 'new' | 'changed' | 'gone';
}

/** A dataset whose portal says something else than it said. */
export interface DatasetDifference {
  readonly datasetId: string;
  readonly title: string;
  readonly thereAt: Date;
  readonly fields: readonly FieldDifference[];
  readonly files: readonly FileDifference[];
  /** When it was found to be there no more; nothing of ours is removed for that. */
  readonly goneAt: Date | null;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What differs in a passport: theirs has changed since it was last seen, ours says something else, and nobody has decided yet. A pure decision. */
export function fieldDifferences(
  passport: Passport,
  { seen, there, settled }: Pick<Sighting, 'seen' | 'there' | 'settled'>,
): FieldDifference[] {
  return CARRIED.filter((field) => {
    const theirs = there.passport[field];
    const decided = field in settled && same(settled[field], theirs);
    return !same(theirs, seen.passport[field]) && !same(theirs, passport[field]) && !decided;
  }).map((field) => ({
    field,
    ours: passport[field],
    theirs: there.passport[field],
    lastSeen: seen.passport[field],
  }));
}

/** What differs in the files there since they were last seen. A pure decision. */
export function fileDifferences(seen: Seen, there: Seen): FileDifference[] {
  const before = new Map(seen.files.map((file) => [file.id, file]));
  const now = new Set(there.files.map(({ id }) => id));
  const changed = there.files.flatMap(({ id, title, mark }): FileDifference[] => {
    const known = before.get(id);
    if (known?.mark === mark) return [];
    return [{ remoteId: id, title, kind: known ? 'changed' : 'new' }];
  });
  const gone = seen.files.filter(({ id }) => !now.has(id));
  return [...changed, ...gone.map(({ id, title }) => ({ remoteId: id, title, kind: 'gone' as const }))];
}

/** The key under which the files of a dataset are decided about, all at once. */
export const FILES = 'files';

function differenceOf(dataset: Dataset, sighting: Sighting): DatasetDifference | null {
  const { seen, there, settled, thereAt, goneAt } = sighting;
  const fields = fieldDifferences(dataset.passport, sighting);
  const files = FILES in settled && same(settled[FILES], there.files) ? [] : fileDifferences(seen, there);
  if (fields.length === 0 && files.length === 0 && goneAt === null) return null;
  return { datasetId: dataset.id, title: dataset.passport.title, thereAt, fields, files, goneAt };
}

/** What the last look found to differ, and the latest decisions. Needs `city.manage`. Throws `not-found`. */
export async function listDifferences(
  ctx: Context,
  importId: string,
): Promise<{ readonly datasets: readonly DatasetDifference[]; readonly choices: readonly Choice[] }> {
  await permit(ctx, 'city.manage', null);
  await openImport(ctx, importId);
  const sightings = await selectChanged(ctx.db, importId);
  const ids = sightings.map(({ datasetId }) => datasetId);
  const page = { page: 1, size: MOST_DATASETS };
  const datasets = ids.length === 0 ? [] : (await listDatasets(ctx, { unitIds: null, ids }, page)).items;
  const known = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  return {
    datasets: sightings.flatMap((sighting) => {
      const dataset = known.get(sighting.datasetId);
      return (dataset && differenceOf(dataset, sighting)) ?? [];
    }),
    choices: await selectChoices(ctx.db, importId, 20),
  };
}
