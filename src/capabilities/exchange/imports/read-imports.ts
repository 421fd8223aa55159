import { isId } from '../../../kernel/ids.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Context, once } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { briefDatasets, type DatasetState } from '../../catalog/index.ts';
import { noImport } from '../refusals.ts';
import { countFiles, selectFilesOf } from './file-store.ts';
import type { FileState, Import, ImportFile, ItemState } from './import.ts';
import { selectImport, selectImports } from './import-store.ts';
import { countItems, selectLines } from './item-store.ts';

const SHOWN = 30;

/** Everything that was carried over or looked at, the newest first. Needs `city.manage`. */
export async function listImports(ctx: Context): Promise<Import[]> {
  await permit(ctx, 'city.manage', null);
  return selectImports(ctx.db, SHOWN);
}

/** How far an import has come, in numbers. */
export interface ImportProgress {
  readonly one: Import;
  readonly items: ReadonlyMap<ItemState, number>;
  readonly files: ReadonlyMap<FileState, number>;
}

/** An import. Needs `city.manage`. Throws `not-found`. */
export async function findImport(ctx: Context, id: string): Promise<Import> {
  await permit(ctx, 'city.manage', null);
  const one = isId(id) ? await once(ctx, `exchange.import ${id}`, () => selectImport(ctx.db, id)) : null;
  if (!one) throw noImport();
  return one;
}

/** An import and how far it has come. Needs `city.manage`. Throws `not-found`. */
export async function openImport(ctx: Context, id: string): Promise<ImportProgress> {
  const one = await findImport(ctx, id);
  return { one, items: await countItems(ctx.db, id), files: await countFiles(ctx.db, id) };
}

/** A dataset of the list with what became of it here. */
export interface ImportLine {
  readonly id: string;
  readonly remoteId: string;
  readonly title: string;
  readonly holder: string;
  readonly state: ItemState;
  readonly datasetId: string | null;
  /** Of the dataset here; null before it is made, and after it was removed. */
  readonly datasetState: DatasetState | null;
  readonly unitId: string | null;
  /** Files the portal tells of, and those that came or did not. */
  readonly filesThere: number;
  readonly files: readonly ImportFile[];
  readonly changedThereAt: string;
  /** Whom the portal names as responsible: a contact, no account. */
  readonly person: { readonly name: string; readonly email: string };
  readonly notes: readonly Text[];
  readonly trouble: ImportFile['trouble'];
}

/** The datasets of an import in the order of its list, those no later look saw left out. Three statements, whatever their number. */
export async function importLines(ctx: Context, { id, look }: Import): Promise<ImportLine[]> {
  await permit(ctx, 'city.manage', null);
  const lines = (await selectLines(ctx.db, id)).filter((line) => line.look === look || line.datasetId !== null);
  const ids = lines.flatMap(({ datasetId }) => datasetId ?? []);
  const known = await briefDatasets(ctx, ids);
  const files = Map.groupBy(await selectFilesOf(ctx.db, id), ({ itemId }) => itemId);
  return lines.map((line) => {
    const dataset = line.datasetId === null ? undefined : known.get(line.datasetId);
    return {
      id: line.id,
      remoteId: line.remoteId,
      title: dataset?.title || line.title,
      holder: line.holder,
      state: line.state,
      datasetId: dataset?.id ?? null,
      datasetState: dataset?.state ?? null,
      unitId: dataset?.unitId ?? line.unitId,
      filesThere: line.files,
      files: files.get(line.id) ?? [],
      changedThereAt: line.there,
      person: line.person,
      notes: line.notes,
      trouble: line.trouble,
    };
  });
}

/** What stands in the way of a dataset's publication, as far as the carrying over knows; a draft without any is ready. A pure decision. */
export function isReady(line: ImportLine): boolean {
  const isThere = line.state === 'done' && line.datasetState === 'draft' && line.trouble === null;
  return isThere && line.files.every(({ state }) => state === 'ready');
}
