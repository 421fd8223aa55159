import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { CardResource } from '../catalog/index.ts';
import {
  askComparison,
  type ComparedTable,
  type ComparisonFormat,
  type DifferenceQuery,
  differencePage,
  openTable,
  type RowChange,
  type RowDifferencePage,
  streamDifferences,
} from '../tables/index.ts';
import { loadVersion } from './list-versions.ts';
import { type PassportChange, passportChanges } from './passport-change-rules.ts';
import { selectPublication } from './pointer-store.ts';
import { closedData, neverPublished } from './refusals.ts';
import { isBreaking, type ResourceChange, type RowsCompared, resourceChanges } from './resource-change-rules.ts';
import type { Version } from './version.ts';

/** Two versions of one dataset: the earlier first. */
export interface VersionPair {
  readonly datasetId: string;
  readonly older: number;
  readonly newer: number;
}

/** How one resource differs between two versions. */
export interface VersionResourceChange extends ResourceChange {
  readonly older: CardResource | null;
  readonly newer: CardResource | null;
  readonly rows: RowsCompared;
}

/** How two versions differ: only what anybody may see of them. */
export interface VersionComparison {
  readonly older: Version;
  readonly newer: Version;
  readonly passport: readonly PassportChange[];
  readonly resources: readonly VersionResourceChange[];
  readonly breaking: boolean;
}

/**
 * Compares two open versions of a dataset: passport, structure, rows. Open to everybody. Rows of large tables are compared in the background:
 * ask again. Throws `not-found`, `gone` or `forbidden` where the dataset or one of the versions is closed.
 * @param patience how long the rows are waited for, ms
 */
export async function compareVersions(ctx: Context, pair: VersionPair, patience: number): Promise<VersionComparison> {
  const { older, newer } = await openPair(ctx, pair);
  const changes = resourceChanges(older.resources, newer.resources);
  const resources: VersionResourceChange[] = [];
  for (const change of changes) {
    const sides = {
      older: older.resources.find(({ id }) => id === change.resourceId) ?? null,
      newer: newer.resources.find(({ id }) => id === change.resourceId) ?? null,
    };
    resources.push({ ...change, ...sides, rows: await rowsOf(ctx, sides, patience) });
  }
  return {
    older,
    newer,
    passport: passportChanges(older.passport, newer.passport),
    resources,
    breaking: isBreaking(changes),
  };
}

/** True where a version breaks what users of the earlier one do. */
export function structureBreaks(older: Pick<Version, 'resources'>, newer: Pick<Version, 'resources'>): boolean {
  return isBreaking(resourceChanges(older.resources, newer.resources));
}

/** A page of the rows of one table that differ; null where there is nothing to compare or it is not ready. Throws as `compareVersions`. */
export async function versionRowChanges(
  ctx: Context,
  pair: VersionPair,
  resourceId: string,
  query: DifferenceQuery,
): Promise<RowDifferencePage | null> {
  const sides = await openSides(ctx, pair, resourceId);
  return sides && differencePage(ctx, sides.older, sides.newer, query);
}

/** All rows of one table that differ, as the bytes of a file; null as `versionRowChanges`. */
export async function streamVersionChanges(
  ctx: Context,
  pair: VersionPair,
  resourceId: string,
  file: { readonly kind: RowChange | null; readonly format: ComparisonFormat },
): Promise<AsyncGenerator<Uint8Array> | null> {
  const sides = await openSides(ctx, pair, resourceId);
  return sides && streamDifferences(ctx, sides.older, sides.newer, file.kind, file.format);
}

async function openPair(ctx: Context, { datasetId, older, newer }: VersionPair) {
  if (older >= newer) throw notTwo();
  const publication = await selectPublication(ctx.db, datasetId);
  if (!publication) throw neverPublished();
  if (publication.state !== 'published') throw closedData(publication.state, publication.closure);
  const versions = { older: await loadVersion(ctx, datasetId, older), newer: await loadVersion(ctx, datasetId, newer) };
  for (const version of [versions.older, versions.newer]) refuseWithdrawn(version);
  return versions;
}

/** Throws why a version's data are not given, where it was withdrawn. */
export function refuseWithdrawn({ closure, number }: Pick<Version, 'closure' | 'number'>): void {
  if (closure) throw closedData('withdrawn', { ...closure, reviewOn: null, version: number });
}

async function openSides(
  ctx: Context,
  pair: VersionPair,
  resourceId: string,
): Promise<{ older: ComparedTable; newer: ComparedTable } | null> {
  const { older, newer } = await openPair(ctx, pair);
  const tableOf = (version: Version) => version.resources.find(({ id }) => id === resourceId)?.tableId ?? null;
  const [from, to] = [tableOf(older), tableOf(newer)];
  return from && to ? { older: await openSide(ctx, from), newer: await openSide(ctx, to) } : null;
}

async function rowsOf(
  ctx: Context,
  { older, newer }: Pick<VersionResourceChange, 'older' | 'newer'>,
  patience: number,
): Promise<RowsCompared> {
  if (!older?.tableId || !newer?.tableId) return { kind: 'none' };
  if (older.tableId === newer.tableId) return { kind: 'same' };
  const [from, to] = [await openSide(ctx, older.tableId), await openSide(ctx, newer.tableId)];
  return { kind: 'compared', comparison: await askComparison(ctx, from, to, patience) };
}

async function openSide(ctx: Context, tableId: string): Promise<ComparedTable> {
  const { columns, manifest } = await openTable(ctx, tableId);
  return { columns, parts: manifest.parts };
}

function notTwo(): RequestError {
  return new RequestError('invalid', 'not-two-versions', {
    uk: 'Порівняти можна дві різні версії, раніша перша: наприклад, 1...2.',
    en: 'Two different versions can be compared, the earlier first: 1...2, for example.',
  });
}
