import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import type { ManifestPart } from './manifest.ts';

/** A part of a table on the disk: its rows, and a list (column `row`) of those that are no more; null where all are. */
export interface PartPath {
  readonly path: string;
  readonly removed: string | null;
}

/** Rows of a table of several parts, or with rows that are no more, come in no order by themselves and have no number that a file tells. */
export function isPatched(paths: readonly PartPath[]): boolean {
  return paths.length > 1 || paths.some(({ removed }) => removed !== null);
}

/** Where the parts of a table lie, in order. */
export function pathsOf(ctx: Context, parts: readonly ManifestPart[]): Promise<PartPath[]> {
  return Promise.all(
    parts.map(async ({ key, removed }) => ({
      path: await ctx.objects.localPath(key),
      removed: removed ? await ctx.objects.localPath(removed.key) : null,
    })),
  );
}

/**
 * The rows of a table's parts as something to select FROM. `numbered` adds `file_row_number` (0-based order of the source within
 * a part, rows that are no more counted) and, where there are several parts, `part` (0, 1 …).
 */
export function source(paths: readonly PartPath[], options: { numbered?: boolean } = {}): string {
  const numbered = options.numbered === true;
  const [first] = paths;
  if (first === undefined) throw new Error('a table without parts cannot be read');
  if (paths.length === 1) return partSource(first, numbered);
  const parts = paths.map((part, i) => `SELECT ${i} AS part, * FROM ${partSource(part, numbered)}`);
  return `(${parts.join(' UNION ALL BY NAME ')})`;
}

function partSource({ path, removed }: PartPath, numbered: boolean): string {
  if (removed === null) return `read_parquet(${literal(path)}${numbered ? ', file_row_number = true' : ''})`;
  const shown = numbered ? '*' : '* EXCLUDE (file_row_number)';
  return `(SELECT ${shown} FROM read_parquet(${literal(path)}, file_row_number = true) AS held
    ANTI JOIN read_parquet(${literal(removed)}) AS gone ON held.file_row_number = gone."row")`;
}
