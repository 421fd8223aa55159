import { RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { type Context, once } from '../../platform/context.ts';
import { downloadSettings } from './change-download-settings.ts';
import { openColumns } from './column-names.ts';
import type { OpenTable } from './table.ts';
import { pathsOf } from './table-source.ts';
import { selectTable, selectTablesWithSettings, type TableRecord } from './table-store.ts';

/** Once in what a request only looks at. @param known it came with others already */
function readTable(ctx: Context, id: string, known?: TableRecord): Promise<TableRecord | null> {
  return once(ctx, `tables.table ${id}`, async () => known ?? selectTable(ctx.db, id));
}

/** Reads several tables, and the settings in force, in one statement: what follows in the same request finds them read. */
export async function openTables(ctx: Context, tableIds: readonly string[]): Promise<void> {
  if (ctx.asked === undefined || tableIds.length === 0) return;
  const { tables, settings } = await selectTablesWithSettings(ctx.db, tableIds);
  await downloadSettings(ctx, settings);
  for (const table of tables) await readTable(ctx, table.id, table);
}

/**
 * Opens a table for whoever may be told of it: a column that is hidden for a time is not there. Throws `not-found` when there is none of that id.
 */
export async function openTable(ctx: Context, tableId: string): Promise<OpenTable> {
  const table = await tableOf(ctx, tableId);
  const { id, resourceId, hidden } = table;
  const columns = table.manifest.columns.map((column) =>
    hidden.includes(column.name) ? { ...column, sensitivity: 'restricted' as const } : column,
  );
  const paths = await pathsOf(ctx, table.manifest.parts);
  const manifest = { ...table.manifest, columns };
  const mark = tableMark(id, [...hidden, ...(manifest.closed ?? [])]);
  return { id, resourceId, manifest, mark, hidden, columns: openColumns(columns), paths };
}

/**
 * Opens a table as it is kept, columns hidden for a time among the others: for deeds that make another table of it, and for those who work on its
 * dataset. What it gives must not go to the public.
 */
export async function openWholeTable(ctx: Context, tableId: string): Promise<OpenTable> {
  const { id, resourceId, manifest } = await tableOf(ctx, tableId);
  const paths = await pathsOf(ctx, manifest.parts);
  return { id, resourceId, manifest, mark: id, hidden: [], columns: openColumns(manifest.columns), paths };
}

/** What answers about a table depend on: its id, and the names of the columns that are hidden. */
export function tableMark(id: string, hidden: readonly string[]): string {
  return hidden.length === 0 ? id : `${id} ${JSON.stringify([...hidden].sort())}`;
}

async function tableOf(ctx: Context, tableId: string): Promise<TableRecord> {
  const table = isId(tableId) ? await readTable(ctx, tableId) : null;
  if (!table) {
    throw new RequestError('not-found', 'no-such-table', {
      uk: 'Такої таблиці немає. Перевірте адресу або знайдіть набір у каталозі.',
      en: 'There is no such table. Check the address or find the dataset in the catalog.',
    });
  }
  return table;
}
