import { literal } from '../../platform/duckdb/duckdb.ts';

/**
 * The rows of a table's parts as something to select FROM. `numbered` adds `file_row_number` (0-based order of the source within
 * a part) and, where there are several parts, `part` (0, 1 …).
 */
export function source(paths: readonly string[], options: { numbered?: boolean } = {}): string {
  const numbered = options.numbered === true ? ', file_row_number = true' : '';
  const [first] = paths;
  if (first === undefined) throw new Error('a table without parts cannot be read');
  if (paths.length === 1) return `read_parquet(${literal(first)}${numbered})`;
  const parts = paths.map((path, i) => `SELECT ${i} AS part, * FROM read_parquet(${literal(path)}${numbered})`);
  return `(${parts.join(' UNION ALL BY NAME ')})`;
}
