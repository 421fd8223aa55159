import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnFacts } from '../checks/check.ts';
import type { ColumnKind } from '../column.ts';
import { sqlText } from '../scan/predicate.ts';

/** Columns asked at most: each costs a pass over its values. */
const MOST_ASKED = 8;
/** The approximate count of different values may be off by so much. */
const MAY_BE_OFF = 0.85;

const NUMBERS: ReadonlySet<ColumnKind> = new Set(['identifier', 'row-number', 'uuid', 'building-id']);
const CODES: ReadonlySet<ColumnKind> = new Set([
  'code',
  'edrpou',
  'katottg',
  'koatuu',
  'cadastral',
  'prozorro',
  'plate',
  'vin',
  'document-number',
]);
const NAMES: ReadonlySet<ColumnKind> = new Set(['name', 'organization', 'place', 'settlement', 'address', 'text']);

/** How likely a column was made to name rows; the less, the sooner it is asked. */
function unlikelihood({ profile }: ColumnFacts): number {
  const { kind, type, expected } = profile;
  if (kind !== null && NUMBERS.has(kind)) return 0;
  if (kind !== null && CODES.has(kind)) return 1;
  if (kind !== null && !NAMES.has(kind)) return 9;
  if (type === 'integer') return 2;
  return type === 'text' && expected === undefined ? 3 : 9;
}

/**
 * The column whose values tell every row from the others, exactly; none where no column does. Moments, amounts and places on the map are not
 * asked: they differ by chance.
 */
export async function findIdentifier(
  session: DuckSession,
  path: string,
  columns: readonly ColumnFacts[],
): Promise<number[]> {
  const able = columns
    .filter((column) => column.rows > 0 && column.filled === column.rows && unlikelihood(column) < 9)
    .filter(({ profile, rows }) => profile.distinct >= rows * MAY_BE_OFF)
    .sort((a, b) => unlikelihood(a) - unlikelihood(b) || a.profile.index - b.profile.index)
    .slice(0, MOST_ASKED);
  for (const { profile, rows } of able) {
    // different hashes are different values
    const row = (
      await session.rows(`SELECT count(DISTINCT hash(c${profile.index})) AS n FROM read_parquet(${sqlText(path)})`)
    )[0];
    if (Number(row?.n ?? 0) === rows) return [profile.index];
  }
  return [];
}
