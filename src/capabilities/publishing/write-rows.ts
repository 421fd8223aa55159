import { type Day, dayOf } from '../../kernel/dates.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { answerOnce, permit, requireScope } from '../accounts/index.ts';
import { type CardResource, codeListsOfFields, type Dataset, loadDataset, valuesOf } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import {
  type BatchCounts,
  type ColumnRule,
  cleanBatch,
  createTable,
  keyColumns,
  type Manifest,
  openWholeTable,
  patchedChanges,
  patchTable,
  type RowBatch,
} from '../tables/index.ts';
import { inTurn } from './in-turn.ts';
import { keepNumbersAhead } from './keep-numbers-ahead.ts';
import { moveRows } from './move-pointer.ts';
import { lockPointer, selectPublicTable } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import { nameOf } from './publication-rules.ts';
import { passPersonalData } from './row-privacy.ts';
import { badRows, noIdentifier, noTable } from './row-refusals.ts';
import {
  insertStep,
  markRowsDay,
  selectOpenRowsDay,
  updateOpenVersion,
  updateResourceTable,
} from './row-version-store.ts';
import { openForRows } from './row-writing.ts';
import type { ChangeSummary } from './version.ts';
import {
  insertVersion,
  type StoredResource,
  type StoredVersion,
  selectResources,
  selectVersionByNumber,
} from './version-store.ts';

/** What a write of rows did. */
export interface RowsWritten extends BatchCounts {
  readonly datasetId: string;
  /** The version the rows stand in. */
  readonly version: number;
  /** Rows of the table now. */
  readonly rows: number;
  readonly tableId: string;
}

/** The published state a write begins from. */
interface Now {
  readonly dataset: Dataset;
  readonly last: StoredVersion;
  readonly publication: Publication;
  readonly resources: readonly StoredResource[];
}

/**
 * Writes rows of a published table by key, all or nothing; whoever reads next sees them. The first write of a day (of Ukraine) makes a version, later ones
 * of that day go into it; every write makes a table of its own, none is changed. Writers of one dataset follow one another.
 * @param key of the program's own choosing: asked again with it, the first answer is given
 * Needs `dataset.publish` and, by a token, the scope `rows.write`. Throws `invalid` (`bad-rows`, fields `rows[<n>].<column>`), `not-found`,
 * (`personal-data-in-rows`), `conflict` (`no-identifier`, `rows-of-protected-table`, `rows-need-review`, `rows-need-security-decision`, closed datasets),
 * `busy` (`publication-under-way`), `forbidden`.
 */
export async function writeRows(
  ctx: Context,
  resourceId: string,
  batch: RowBatch,
  key: string | null = null,
): Promise<RowsWritten & { readonly repeated: boolean }> {
  await requireScope(ctx, 'rows.write');
  const found = isId(resourceId) ? await selectPublicTable(ctx.db, resourceId) : null;
  if (!found || found.resourceId !== resourceId) throw noTable();
  await permit(ctx, 'dataset.publish', await loadDataset(ctx, found.datasetId));
  const deed = (inner: Context) => transaction(inner, (tx) => write(tx, found.datasetId, resourceId, batch));
  return inTurn(ctx, found.datasetId, async () => {
    const asked = ['rows', resourceId, batch];
    const { body, repeated } = await answerOnce(ctx, key, asked, async (inner) => ({
      status: 200,
      body: await deed(inner),
    }));
    return { ...(body as RowsWritten), repeated };
  });
}

async function write(tx: Context, datasetId: string, resourceId: string, batch: RowBatch): Promise<RowsWritten> {
  const now = await openDataset(tx, datasetId);
  const { last } = now;
  const stored = now.resources.find((one) => one.resourceId === resourceId);
  const card = last.resources.find(({ id }) => id === resourceId);
  if (!stored?.tableId || !card) throw noTable();
  const table = await openWholeTable(tx, stored.tableId);
  if (keyColumns(table.columns).length === 0) throw noIdentifier();
  const rules = await columnRules(tx, card.fields);
  const clean = cleanBatch(batch, table.manifest.columns, rules);
  if ('faults' in clean) throw badRows(clean.faults);
  const passed =
    batch.kind === 'delete'
      ? clean.rows
      : await passPersonalData(tx, datasetId, { table, card, stored, rows: clean.rows });
  const outcome = await patchTable(tx, table, { kind: batch.kind, rows: passed, rules });
  if ('faults' in outcome) throw badRows(outcome.faults);
  const { counts, manifest } = outcome;
  if (!manifest) {
    return { ...counts, datasetId, version: last.number, rows: table.manifest.rows, tableId: table.id };
  }
  const tableId = await createTable(tx, { resourceId, manifest });
  if (batch.kind !== 'delete') await keepNumbersAhead(tx, stored, table.columns, passed);
  const version = await putIntoVersion(tx, now, { stored, card, tableId, manifest, removes: counts.deleted > 0 });
  await moveRows(tx, now.dataset, version, movedPublication(tx, now.publication, version));
  await record(tx, {
    deed: 'rows.written',
    subject: { kind: 'dataset', id: datasetId, name: version.passport.title },
    after: { version: version.number, resource: card.title, ...counts },
  });
  await tx.emit(tx.db, { name: 'rows-written', datasetId });
  return { ...counts, datasetId, version: version.number, rows: manifest.rows, tableId };
}

/** What the published structure holds its rows to; code lists as they are now. */
async function columnRules(ctx: Context, fields: CardResource['fields']): Promise<ColumnRule[]> {
  const lists = await codeListsOfFields(ctx, fields);
  return fields.map((field) => ({
    name: field.name,
    required: field.required,
    values: valuesOf(field, lists) ?? undefined,
    codeList: field.codeList === undefined ? undefined : lists.get(field.codeList)?.name,
  }));
}

/** The dataset as the public has it, held until the transaction ends. */
async function openDataset(tx: Context, datasetId: string): Promise<Now> {
  const dataset = await loadDataset(tx, datasetId);
  await permit(tx, 'dataset.publish', dataset);
  await lockPointer(tx.db, datasetId, dataset.unitId);
  const { last, publication, stored } = await openForRows(tx, dataset);
  return { dataset, last, publication, resources: stored };
}

interface NewTable {
  readonly stored: StoredResource;
  readonly card: CardResource;
  readonly tableId: string;
  readonly manifest: Manifest;
  /** True where keys are no more. */
  readonly removes: boolean;
}

/** The day's version with the new table: the present one where it is today's and open, a new one otherwise. */
async function putIntoVersion(tx: Context, now: Now, made: NewTable): Promise<StoredVersion> {
  const at = tx.clock.now();
  const today: Day = dayOf(at);
  const { last } = now;
  const grows = (await selectOpenRowsDay(tx.db, last.id)) === today;
  const before = grows ? await selectVersionByNumber(tx.db, last.datasetId, last.number - 1) : last;
  const noneRemoved = !made.removes && (!grows || last.changes?.rowsRemoved === 0);
  const resources = last.resources.map((one) =>
    one.id === made.card.id ? { ...one, tableId: made.tableId, rows: made.manifest.rows, file: null } : one,
  );
  const version: StoredVersion = {
    ...last,
    note: '',
    repeats: null,
    checksums: {},
    id: grows ? last.id : newId(at.getTime()),
    number: grows ? last.number : last.number + 1,
    resources,
    changes: await changesSince(tx, before, resources, noneRemoved),
    publishedAt: at,
    publishedBy: nameOf(tx.actor),
  };
  if (grows) {
    await updateOpenVersion(tx.db, version, false);
    await updateResourceTable(tx.db, version.id, made.card.id, made.tableId);
    const step = { tableId: made.stored.tableId ?? '', versionId: version.id, resourceId: made.card.id, at };
    if (step.tableId !== (await tableBefore(tx, before, made.card.id))) await insertStep(tx.db, step);
    return version;
  }
  const stored = now.resources.map((one) =>
    one.resourceId === made.card.id ? { ...one, tableId: made.tableId, file: null, open: false } : one,
  );
  await insertVersion(tx.db, version, stored);
  await markRowsDay(tx.db, version.id, today);
  return version;
}

/** The table of a resource in an earlier version. */
async function tableBefore(tx: Context, before: StoredVersion | null, resourceId: string): Promise<string | null> {
  const stored = before ? await selectResources(tx.db, before.id) : [];
  return stored.find((one) => one.resourceId === resourceId)?.tableId ?? null;
}

/** How the tables differ from the version before; what cannot be told from the touched rows is told when the day is closed. */
async function changesSince(
  tx: Context,
  before: StoredVersion | null,
  resources: readonly CardResource[],
  noneRemoved: boolean,
): Promise<ChangeSummary | null> {
  if (!before) return null;
  const sum = { rowsAdded: 0, rowsRemoved: 0, rowsChanged: 0 };
  for (const { id, tableId } of resources) {
    const was = before.resources.find((one) => one.id === id)?.tableId ?? null;
    if (!tableId || !was || was === tableId) continue;
    const [older, newer] = [await openWholeTable(tx, was), await openWholeTable(tx, tableId)];
    const changes = await patchedChanges(tx, older.manifest, newer.manifest, noneRemoved);
    if (!changes)
      return { rowsAdded: null, rowsRemoved: null, rowsChanged: null, columnsAdded: [], columnsRemoved: [] };
    sum.rowsAdded += changes.rowsAdded;
    sum.rowsRemoved += changes.rowsRemoved;
    sum.rowsChanged += changes.rowsChanged ?? 0;
  }
  return { ...sum, columnsAdded: [], columnsRemoved: [] };
}

function movedPublication(tx: Context, publication: Publication, version: StoredVersion): Publication {
  const at = tx.clock.now().toISOString();
  return { ...publication, versionId: version.id, versionNumber: version.number, dataAsOf: at, changedAt: at };
}
