import type { Context } from '../../platform/context.ts';
import { readingsById } from '../ingest/index.ts';
import { openWholeTable } from '../tables/index.ts';
import { type OpenTableOfVersion, selectOpenTables } from './public-tables-store.ts';

/** Every table anybody can have now, also of earlier versions, the present ones first. @param ids only these */
export function tablesOfPublic(ctx: Context, ids: readonly string[] | null = null): Promise<OpenTableOfVersion[]> {
  return selectOpenTables(ctx.db, ids);
}

/**
 * What the columns of such a table were called in their file, by their names for programs: decisions on personal data are made by these titles, the
 * structure may have others. A column whose file is not known has its own title.
 */
export async function titlesInFile(
  ctx: Context,
  { tableId, readingId }: Pick<OpenTableOfVersion, 'tableId' | 'readingId'>,
): Promise<ReadonlyMap<string, string>> {
  const { columns } = await openWholeTable(ctx, tableId);
  const [reading] = readingId === null ? [] : await readingsById(ctx, [readingId]);
  const inFile = (reading?.mended?.inspection ?? reading?.inspection)?.columns ?? [];
  const titles = new Map(inFile.map(({ index, title }) => [`c${index}`, title]));
  return new Map(columns.map(({ name, title, parquetColumn }) => [name, titles.get(parquetColumn) ?? title]));
}
