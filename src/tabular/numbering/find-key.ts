import { type DuckDb, literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnProfile } from '../column.ts';
import { withWorkSession } from '../work-session.ts';

/** Columns put together at most, and columns tried: pairs and threes of eight are 84 questions at most. */
const MOST_TOGETHER = 3;
const MOST_TRIED = 8;
/** A key has to have room for all rows: the product of different values is at least the rows. */
const kindsOf = new Set(['money', 'latitude', 'longitude', 'share', 'geometry']);

/** Filled in every row, and a thing rather than a quantity: amounts, places and moments differ by chance. */
function mayTell({ kind, type, blanks, distinct }: ColumnProfile): boolean {
  const quantity = type === 'decimal' || type === 'boolean' || type === 'datetime' || type === 'time';
  return blanks === 0 && distinct > 1 && !quantity && !(kind !== null && kindsOf.has(kind));
}

function* together(all: readonly ColumnProfile[], size: number, from = 0): Generator<ColumnProfile[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= all.length - size; at += 1)
    for (const rest of together(all, size - 1, at + 1)) {
      const first = all[at];
      if (first) yield [first, ...rest];
    }
}

/**
 * The fewest columns whose values together tell every row from the others, exactly; empty where no two or three do. Columns of more different
 * values are tried first.
 */
export function findCompositeKey(
  duckdb: DuckDb,
  table: { readonly parquetPath: string; readonly rows: number },
  columns: readonly ColumnProfile[],
  signal?: AbortSignal,
): Promise<number[]> {
  const able = columns
    .filter(mayTell)
    .toSorted((a, b) => b.distinct - a.distinct || a.index - b.index)
    .slice(0, MOST_TRIED);
  return withWorkSession(duckdb, { signal }, async (session) => {
    for (let size = 1; size <= Math.min(MOST_TOGETHER, able.length); size += 1) {
      for (const some of together(able, size)) {
        if (some.reduce((product, { distinct }) => product * distinct * 1.15, 1) < table.rows) continue;
        const cells = some.map(({ index }) => `c${index}`).join(', ');
        const [row] = await session.rows(
          `SELECT count(DISTINCT hash(${cells})) AS n FROM read_parquet(${literal(table.parquetPath)})`,
        );
        if (Number(row?.n ?? 0) === table.rows) return some.map(({ index }) => index).toSorted((a, b) => a - b);
      }
    }
    return [];
  });
}
