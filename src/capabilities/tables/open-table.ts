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

/** Opens a table for reading. Throws `not-found` when there is none of that id. */
export async function openTable(ctx: Context, tableId: string): Promise<OpenTable> {
  const table = isId(tableId) ? await readTable(ctx, tableId) : null;
  if (!table) {
    throw new RequestError('not-found', 'no-such-table', {
      uk: 'Такої таблиці немає. Перевірте адресу або знайдіть набір у каталозі.',
      en: 'There is no such table. Check the address or find the dataset in the catalog.',
    });
  }
  const { manifest } = table;
  const paths = await pathsOf(ctx, manifest.parts);
  return { id: table.id, resourceId: table.resourceId, manifest, columns: openColumns(manifest.columns), paths };
}
