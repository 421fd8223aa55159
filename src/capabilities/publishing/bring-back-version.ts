import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import {
  addResource,
  changePassport,
  changeResource,
  changeStructure,
  type Dataset,
  loadDataset,
  removeResource,
  type Structure,
  type StructureField,
} from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { forgetParts, giveReadingAgain } from '../ingest/index.ts';
import { type ManifestColumn, openWholeTable } from '../tables/index.ts';
import { refuseWithdrawn } from './compare-versions.ts';
import { loadVersion } from './list-versions.ts';
import { upsertNote } from './note-store.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import { closedDataset, neverPublished, nothingNew } from './refusals.ts';
import { type StoredResource, type StoredVersion, selectResources, selectVersionByNumber } from './version-store.ts';

/** Whose passport goes with the data of an earlier version: its own, or the one everybody sees now. */
export type PassportChoice = 'that' | 'present';

/**
 * Makes the working copy what an earlier version was: files, structures, titles and the chosen passport. The next publication then says that it
 * repeats that version. No version is changed. Needs `dataset.publish`; throws `not-found`, `gone` (withdrawn), `conflict`.
 */
export async function bringBackVersion(
  ctx: Context,
  datasetId: string,
  number: number,
  passport: PassportChoice,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, 'dataset.publish', dataset);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const { last, publication } = await present(tx, datasetId);
    if (!last || !publication) throw neverPublished();
    if (publication.state !== 'published') throw closedDataset(publication.state);
    refuseWithdrawn(await loadVersion(tx, datasetId, number));
    const version = await selectVersionByNumber(tx.db, datasetId, number);
    if (!version || version.id === last.id) throw nothingNew(last.number);
    await bringBackResources(tx, dataset, version);
    const wanted = passport === 'that' ? version.passport : last.passport;
    if (!isSame(wanted, dataset.passport)) await changePassport(tx, datasetId, wanted);
    await upsertNote(tx.db, datasetId, { note: '', repeats: number }, tx.clock.now());
    await record(tx, {
      deed: 'version.brought-back',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      after: { version: number, passport },
    });
  });
}

async function bringBackResources(tx: Context, dataset: Dataset, version: StoredVersion): Promise<void> {
  const stored = await selectResources(tx.db, version.id);
  const wanted = new Set(version.resources.map(({ id }) => id));
  for (const { id } of dataset.resources) {
    if (wanted.has(id)) continue;
    await removeResource(tx, id);
    await forgetParts(tx, id);
  }
  for (const card of version.resources) {
    const { id, kind, title, url } = card;
    const before = dataset.resources.find((one) => one.id === id);
    if (!before) await addResource(tx, dataset.id, { kind, title, ...(url === null ? {} : { url }) }, id);
    else if (before.title !== title || before.url !== url) await changeResource(tx, id, { title, url });
    const part = stored.find(({ resourceId }) => resourceId === id);
    if (!part) continue;
    const structure = await structureOf(tx, part, card.fields, before?.structure.fields ?? []);
    if (structure && !isSame(structure.fields, before?.structure.fields)) await changeStructure(tx, id, structure);
    if (part.readingId) await giveReadingAgain(tx, part.readingId, structure?.fields ?? []);
  }
}

/**
 * The structure the version's table had. A version tells only its open fields; a closed one is known from the present structure, or from the
 * table's own list.
 */
async function structureOf(
  tx: Context,
  { tableId }: StoredResource,
  open: readonly StructureField[],
  present: readonly StructureField[],
): Promise<Structure | null> {
  if (tableId === null) return null;
  const { manifest } = await openWholeTable(tx, tableId);
  return {
    fields: manifest.columns.flatMap((column) => {
      if (column.sensitivity === 'open') return open.filter(({ name }) => name === column.name);
      const known = present.find(({ name, sensitivity }) => name === column.name && sensitivity === 'restricted');
      return [known ? { ...known, sourceColumn: placeOf(column), type: column.type } : closedField(column)];
    }),
  };
}

function closedField(column: ManifestColumn): StructureField {
  const { name, title, type, identifier, geometry } = column;
  return {
    ...{ name, title, type, identifier, geometry, format: '', unit: '', purpose: title, required: false },
    sensitivity: 'restricted',
    sourceColumn: placeOf(column),
  };
}

/** `c7` is the column 7 of its file. */
function placeOf({ parquetColumn }: ManifestColumn): number {
  return Number(parquetColumn.slice(1));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
