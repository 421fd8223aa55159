import type { Context } from '../../platform/context.ts';
import { readingsById } from '../ingest/index.ts';
import type { ManifestColumn } from '../tables/index.ts';
import type { StoredResource } from './version-store.ts';

/** Titles the columns have in the file, by which decisions know them: in the structure they may be called otherwise. */
export async function titlesInFile(
  ctx: Context,
  { readingId }: Pick<StoredResource, 'readingId'>,
  columns: readonly ManifestColumn[],
): Promise<string[]> {
  const [reading] = readingId === null ? [] : await readingsById(ctx, [readingId]);
  const headers = reading?.mended?.headers ?? reading?.source?.headers ?? [];
  return columns.map(({ parquetColumn, title }) => headers[Number(parquetColumn.slice(1))] ?? title);
}
