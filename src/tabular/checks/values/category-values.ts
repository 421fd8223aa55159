import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { ColumnFacts, TableFacts } from '../check.ts';

/** More different values than this are no categories. */
const MOST = 300;
/** Values stand there so many times on average. */
const TIMES = 3;
const ENOUGH_ROWS = 10;
const CODES: readonly (string | null)[] = [
  'code',
  'url',
  'email',
  'document-number',
  'phone',
  'uuid',
  'identifier',
  'geometry',
];

/** A value of a column of categories with how often it stands there; spaces are tidy. */
export interface CategoryValue {
  readonly value: string;
  readonly times: number;
}

function isCategory({ profile, filled, rows }: ColumnFacts): boolean {
  const isText = profile.type === 'text' && profile.expected === undefined && !CODES.includes(profile.kind);
  return (
    isText &&
    rows >= ENOUGH_ROWS &&
    profile.distinct <= MOST &&
    profile.distinct >= 2 &&
    profile.distinct * TIMES <= filled
  );
}

async function valuesOf(session: DuckSession, from: string, index: number): Promise<CategoryValue[]> {
  const rows = await session.rows(
    `SELECT c${index} AS v, count(*) AS n FROM ${from} WHERE c${index} IS NOT NULL GROUP BY 1 ORDER BY n DESC, v`,
  );
  return rows.map(({ v, n }) => ({ value: tidyText(String(v)), times: Number(n) }));
}

/** Columns of text with few different values, as they will stand after all safe repairs, most frequent first. */
export async function categoriesOf(
  { session, columns, mended }: TableFacts,
  also: (column: ColumnFacts) => boolean = isCategory,
): Promise<{ column: ColumnFacts; values: CategoryValue[] }[]> {
  const found = [];
  for (const column of columns.filter(also)) {
    const { index } = column.profile;
    found.push({ column, values: await valuesOf(session, mended([index]), index) });
  }
  return found;
}
