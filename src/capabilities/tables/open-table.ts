import { RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { openColumns } from './column-names.ts';
import type { OpenTable } from './table.ts';
import { pathsOf } from './table-source.ts';
import { selectTable } from './table-store.ts';

/** Opens a table for reading. Throws `not-found` when there is none of that id. */
export async function openTable(ctx: Context, tableId: string): Promise<OpenTable> {
  const table = isId(tableId) ? await selectTable(ctx.db, tableId) : null;
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
