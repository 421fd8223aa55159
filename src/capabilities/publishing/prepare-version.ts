import type { Context } from '../../platform/context.ts';
import type { CardResource } from '../catalog/index.ts';
import type { Reading } from '../ingest/index.ts';
import { compareNow, type Manifest, type OpenTable, openWholeTable, type TableChanges } from '../tables/index.ts';
import type { Draft, DraftResource } from './draft.ts';
import { tableSource } from './draft-rules.ts';
import { repeatedResources, rowsOfDraft } from './draft-table.ts';
import { isOriginalOpen } from './original-rules.ts';
import { holdsPersonalData } from './originals/original-rules.ts';
import { prepareTable } from './prepare-table.ts';
import type { PublicationStage } from './publication-request.ts';
import { madeBeforeDecision } from './refusals.ts';
import { summaryOf } from './summary-rules.ts';
import { formatOf, tableFormats } from './table-formats.ts';
import type { ChangeSummary } from './version.ts';
import { type StoredResource, type StoredVersion, selectResources } from './version-store.ts';

/** A resource whose files lie in place, ready to be named by a version. */
export interface PreparedResource {
  /** Its table's id is still missing where `manifest` is given. */
  readonly card: CardResource;
  readonly stored: StoredResource;
  /** A table to be made; null where the last version's is still true, or there is none. */
  readonly manifest: Manifest | null;
}

export interface PreparedVersion {
  readonly resources: readonly PreparedResource[];
  /** Null for the first version. */
  readonly changes: ChangeSummary | null;
}

/** Told before each resource: the stage, how many resources are done of how many. May throw to end the work. */
export type PrepareProgress = (stage: PublicationStage, done: number, total: number) => Promise<void>;

/**
 * All that takes time, done before the transaction: files are copied to the public class, where nothing names them yet, and the tables are
 * compared with those of the last version. A failure leaves the public where it was.
 */
export async function prepareVersion(
  ctx: Context,
  draft: Draft,
  last: StoredVersion | null,
  progress?: PrepareProgress,
): Promise<PreparedVersion> {
  const before = last ? await selectResources(ctx.db, last.id) : [];
  const repeated = await repeatedResources(ctx, draft);
  const resources: PreparedResource[] = [];
  const comparisons: Comparison[] = [];
  for (const [done, part] of draft.resources.entries()) {
    await progress?.('tables', done, draft.resources.length);
    const ofResource = (stored: readonly StoredResource[]) =>
      stored.find(({ resourceId }) => resourceId === part.resource.id) ?? null;
    const was = ofResource(before);
    if (part.resource.kind !== 'table') {
      resources.push(await prepareFile(ctx, part));
      continue;
    }
    const { prepared, comparison } = await prepareTableResource(ctx, part, was, ofResource(repeated));
    resources.push(prepared);
    if (comparison) comparisons.push(comparison);
  }
  if (!last) return { resources, changes: null };
  const kept = new Set(draft.resources.map(({ resource }) => resource.id));
  for (const { tableId, resourceId } of before) {
    if (tableId && !kept.has(resourceId)) comparisons.push(() => removedTable(ctx, tableId));
  }
  return { resources, changes: await compareAll(comparisons, progress) };
}

/** How a table differs from the last version's, told when called. */
type Comparison = () => Promise<TableChanges>;

async function compareAll(comparisons: readonly Comparison[], progress?: PrepareProgress): Promise<ChangeSummary> {
  const differences: TableChanges[] = [];
  for (const [done, compare] of comparisons.entries()) {
    await progress?.('comparison', done, comparisons.length);
    differences.push(await compare());
  }
  return summaryOf(differences);
}

async function prepareTableResource(
  ctx: Context,
  part: DraftResource,
  was: StoredResource | null,
  repeated: StoredResource | null,
): Promise<{ prepared: PreparedResource; comparison: Comparison | null }> {
  const { resource, reading } = part;
  const source = tableSource(part);
  const previous = was?.tableId ? await openWholeTable(ctx, was.tableId) : null;
  const { ready: kept, over, stale } = await rowsOfDraft(ctx, part, { was, repeated });
  if (stale) throw madeBeforeDecision(resource.title, stale);
  const manifest = kept?.manifest ?? (await prepareTable(ctx, part, over));
  const open = isOriginalOpen(part);
  // a file whose table was written by rows since is no longer what the table holds
  const file = reading && !manifest.byRows ? await keepOriginal(ctx, resource.datasetId, reading, open) : null;
  const facts = {
    rows: manifest.rows,
    fields: resource.structure.fields.filter((field) => field.sensitivity === 'open'),
    file: open ? file : null,
  };
  const card: CardResource = {
    id: resource.id,
    kind: 'table',
    title: resource.title,
    tableId: kept?.id ?? null,
    ...facts,
    formats: tableFormats(facts),
    decimalSign: manifest.decimalSign ?? 'dot',
    url: null,
  };
  const stored = storedOf(part, { tableId: card.tableId, tableSource: source, file, open });
  const comparison = kept && kept.id === previous?.id ? null : () => differenceOf(ctx, previous, manifest);
  return { prepared: { card, stored, manifest: kept ? null : manifest }, comparison };
}

async function differenceOf(ctx: Context, previous: OpenTable | null, manifest: Manifest): Promise<TableChanges> {
  const columns = manifest.columns.filter((column) => column.sensitivity === 'open');
  if (!previous) {
    return {
      rowsAdded: manifest.rows,
      rowsRemoved: 0,
      rowsChanged: 0,
      columnsAdded: columns.map(({ title }) => title),
      columnsRemoved: [],
    };
  }
  const { noIdentifier: _, ...changes } = await compareNow(
    ctx,
    { columns: previous.columns, parts: previous.manifest.parts },
    { columns, parts: manifest.parts },
  );
  return changes;
}

/** A table that the draft has no more. */
async function removedTable(ctx: Context, tableId: string): Promise<TableChanges> {
  const { manifest, columns } = await openWholeTable(ctx, tableId);
  const titles = columns.map(({ title }) => title);
  return { rowsAdded: 0, rowsRemoved: manifest.rows, rowsChanged: 0, columnsAdded: [], columnsRemoved: titles };
}

/** Documents, archives, maps and links: kept as they are. */
async function prepareFile(ctx: Context, part: DraftResource): Promise<PreparedResource> {
  const { resource, reading } = part;
  const file =
    reading?.original && resource.kind !== 'link'
      ? await copyOriginal(ctx, resource.datasetId, reading.original, reading.fileName, 'public')
      : null;
  const card: CardResource = {
    id: resource.id,
    kind: resource.kind,
    title: resource.title,
    tableId: null,
    rows: null,
    fields: [],
    formats: resource.kind === 'link' ? ['API'] : file ? [formatOf(file.name)] : [],
    file,
    url: resource.url,
  };
  return {
    card,
    stored: storedOf(part, { tableId: null, tableSource: null, file, open: file !== null }),
    manifest: null,
  };
}

/** The file a table was read from. */
function keepOriginal(
  ctx: Context,
  datasetId: string,
  reading: Reading,
  open: boolean,
): Promise<StoredResource['file']> {
  if (!reading.original) return Promise.resolve(null);
  return copyOriginal(ctx, datasetId, reading.original, reading.fileName, open ? 'public' : 'restricted');
}

async function copyOriginal(
  ctx: Context,
  datasetId: string,
  original: string,
  name: string,
  objectClass: 'public' | 'restricted',
): Promise<StoredResource['file']> {
  const { key, size, sha256 } = await ctx.objects.copy(original, objectClass, datasetId);
  return { name, key, size, sha256 };
}

function storedOf(
  part: DraftResource,
  rest: Pick<StoredResource, 'tableId' | 'tableSource' | 'file' | 'open'>,
): StoredResource {
  const { resource, reading } = part;
  const personal = holdsPersonalData(part);
  return { resourceId: resource.id, title: resource.title, readingId: reading?.id ?? null, personal, ...rest };
}
