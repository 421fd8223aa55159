import type { Context } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { type Passport, passportsOf } from '../../catalog/index.ts';
import type { Import } from '../imports/import.ts';
import { findImport } from '../imports/read-imports.ts';
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

function differenceOf(passport: Passport, sighting: Sighting): DatasetDifference | null {
  const { datasetId, seen, there, settled, thereAt, goneAt } = sighting;
  const fields = fieldDifferences(passport, sighting);
  const files = FILES in settled && same(settled[FILES], there.files) ? [] : fileDifferences(seen, there);
  if (fields.length === 0 && files.length === 0 && goneAt === null) return null;
  return { datasetId, title: passport.title, thereAt, fields, files, goneAt };
}

/** What the last look at a portal found to differ. Two statements. Needs `city.manage`. */
export async function findDifferences(ctx: Context, importId: string): Promise<DatasetDifference[]> {
  await permit(ctx, 'city.manage', null);
  const sightings = await selectChanged(ctx.db, importId);
  const passports = await passportsOf(
    ctx,
    sightings.map(({ datasetId }) => datasetId),
  );
  return sightings.flatMap((sighting) => {
    const passport = passports.get(sighting.datasetId);
    return (passport && differenceOf(passport, sighting)) ?? [];
  });
}

/** The same with the import and the latest decisions. Throws `not-found`. */
export async function listDifferences(
  ctx: Context,
  importId: string,
): Promise<{
  readonly one: Import;
  readonly datasets: readonly DatasetDifference[];
  readonly choices: readonly Choice[];
}> {
  const one = await findImport(ctx, importId);
  return { one, datasets: await findDifferences(ctx, importId), choices: await selectChoices(ctx.db, importId, 20) };
}
