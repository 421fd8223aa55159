import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { smallestGroup } from '../../tabular/index.ts';
import type { Structure, StructureField } from '../catalog/index.ts';
import type { TypedTable } from '../ingest/index.ts';
import { protectionBy } from '../privacy/index.ts';
import { downloadSettings, type Manifest, type ManifestColumn, type OpenTable } from '../tables/index.ts';
import type { DraftResource } from './draft.ts';
import { protectionMark } from './draft-rules.ts';

/**
 * Copies the rows of a resource to the public class and says what they are. Restricted columns and columns the structure leaves out are
 * not copied at all, so nothing that serves the public could give them away by mistake.
 * @param over the table whose rows are kept (`rowsOfDraft`); null: those of the file
 */
export async function prepareTable(ctx: Context, part: DraftResource, over: OpenTable | null): Promise<Manifest> {
  const columns = manifestColumns(part.resource.structure);
  const { decimalSign } = await downloadSettings(ctx);
  const smallest = smallestGroup(protectionBy(part.decisions));
  const protection = protectionMark(part);
  const least = { ...(smallest === null ? {} : { smallest }), ...(protection === undefined ? {} : { protection }) };
  const typed = part.reading?.typed ?? null;
  if (typed && over === null) {
    const key = await copyOpenColumns(ctx, part.resource.datasetId, typed, columns);
    return { parts: [{ kind: 'base', key, rows: typed.rows }], columns, rows: typed.rows, decimalSign, ...least };
  }
  const held = new Map(over?.columns.map((column) => [column.parquetColumn, column.type]));
  const open = columns.filter((column) => column.sensitivity === 'open');
  if (over && open.every((column) => held.get(column.parquetColumn) === column.type)) {
    const { smallest: _, ...before } = over.manifest;
    return { ...before, columns, decimalSign, ...least };
  }
  throw new RequestError('conflict', 'file-cleaned-away', {
    uk: `Щоб змінити стовпці «${part.resource.title}», завантажте файл ще раз: його чернетку вже прибрано.`,
    en: `To change the columns of "${part.resource.title}", upload the file again: its draft was cleaned away.`,
  });
}

/** The columns of a table that its structure names, also those that are closed. */
export function manifestColumns(structure: Structure): ManifestColumn[] {
  return structure.fields.flatMap(columnOf);
}

function columnOf(field: StructureField): ManifestColumn[] {
  if (field.sourceColumn === null) return [];
  const { name, title, type, sensitivity, geometry } = field;
  return [
    { parquetColumn: `c${field.sourceColumn}`, name, title, type, sensitivity, geometry, identifier: field.identifier },
  ];
}

async function copyOpenColumns(
  ctx: Context,
  datasetId: string,
  typed: TypedTable,
  columns: readonly ManifestColumn[],
): Promise<string> {
  const open = new Set(
    columns.filter(({ sensitivity }) => sensitivity === 'open').map((column) => column.parquetColumn),
  );
  if (typed.columns.every((column) => open.has(column.parquetColumn))) {
    return (await ctx.objects.copy(typed.key, 'public', datasetId)).key;
  }
  const folder = await ctx.objects.workFolder();
  const session = await ctx.duckdb.session({ memory: '500MB', spillFolder: folder });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    const path = join(folder, 'open-columns.parquet');
    const from = await ctx.objects.localPath(typed.key);
    await session.run(
      `COPY (SELECT ${[...open].map(identifier).join(', ')} FROM read_parquet(${literal(from)}))
       TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`,
    );
    return (await ctx.objects.takeFile('public', datasetId, path)).key;
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}
