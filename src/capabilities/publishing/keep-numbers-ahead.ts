import type { Context } from '../../platform/context.ts';
import { numberColumn, raiseNumbers, readingsById } from '../ingest/index.ts';
import type { CleanRow, ManifestColumn } from '../tables/index.ts';
import { titlesInFile } from './titles-in-file.ts';
import type { StoredResource } from './version-store.ts';

/** Rows of a program bring numbers of their own: the next file gives none of them to another row. */
export async function keepNumbersAhead(
  ctx: Context,
  stored: StoredResource,
  columns: readonly ManifestColumn[],
  rows: readonly CleanRow[],
): Promise<void> {
  const [reading] = stored.readingId === null ? [] : await readingsById(ctx, [stored.readingId]);
  if (!reading) return;
  const at = numberColumn(reading, await titlesInFile(ctx, stored, columns));
  if (at < 0) return;
  const numbers = rows.map(({ values }) => Number(values[at] ?? 0)).filter((n) => n < Number.MAX_SAFE_INTEGER);
  const highest = numbers.reduce((most, n) => Math.max(most, n), 0);
  if (highest > 0) await raiseNumbers(ctx, stored.resourceId, Math.floor(highest));
}
