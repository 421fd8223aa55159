import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { Letters } from '../column.ts';
import { CYRILLIC, LATIN } from '../types/characters.ts';
import { inGroups } from './plan.ts';
import { sqlText } from './predicate.ts';

/** Values of one alphabet it takes to speak of the column's alphabet at all. */
const ENOUGH = 3;
/** How many times the other alphabet has to be rarer. */
const CLEARLY = 9;

/**
 * The alphabet most values of a column are written in, for columns that have a clear one. Values with letters of both are left out of the
 * count. It takes a pass over the columns, so only those are asked where something depends on it.
 */
export async function mainAlphabets(
  session: DuckSession,
  path: string,
  columns: readonly number[],
): Promise<ReadonlyMap<number, Letters>> {
  const found = new Map<number, Letters>();
  for (const some of inGroups(columns, 20)) {
    const has = (index: number, letters: string) => `regexp_matches(c${index}, ${sqlText(`[${letters}]`)})`;
    const list = some.flatMap((index) => [
      `count_if(${has(index, LATIN)} AND NOT ${has(index, CYRILLIC)}) AS latin${index}`,
      `count_if(${has(index, CYRILLIC)} AND NOT ${has(index, LATIN)}) AS cyrillic${index}`,
    ]);
    const row = (await session.rows(`SELECT ${list.join(', ')} FROM read_parquet(${sqlText(path)})`))[0] ?? {};
    for (const index of some) {
      const latin = Number(row[`latin${index}`] ?? 0);
      const cyrillic = Number(row[`cyrillic${index}`] ?? 0);
      if (Math.max(latin, cyrillic) < Math.max(ENOUGH, Math.min(latin, cyrillic) * CLEARLY)) continue;
      found.set(index, latin > cyrillic ? 'latin' : 'cyrillic');
    }
  }
  return found;
}
