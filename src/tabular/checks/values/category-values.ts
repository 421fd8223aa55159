import { foldLookAlikes } from '../../../language/folding.ts';
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

/** Words of one alphabet and tidy spaces, as the safe repairs leave them. */
const tidy = (value: string): string => tidyText(value).replace(/[\p{L}\p{M}\p{N}]+/gu, foldLookAlikes);

/** So many different values are looked at, over all columns. */
const MOST_IN_ALL = 60_000;

/** Columns whose different values are few enough together. */
function within(columns: readonly ColumnFacts[]): ColumnFacts[] {
  let left = MOST_IN_ALL;
  return columns.filter(({ profile }) => {
    left -= profile.distinct;
    return left >= 0;
  });
}

/**
 * Columns of text with few different values, most frequent first. The scan has collected every different value of such columns already; where it
 * went another way, the column is passed by.
 */
export async function categoriesOf(
  { session, columns }: TableFacts,
  also: (column: ColumnFacts) => boolean = isCategory,
): Promise<{ column: ColumnFacts; values: CategoryValue[] }[]> {
  const asked = within(columns.filter(also));
  if (asked.length === 0) return [];
  const list = asked.map(({ profile }) => profile.index).join(', ');
  const rows = await session.rows(
    `SELECT col, v, sum(n)::BIGINT AS n FROM seen WHERE col IN (${list}) GROUP BY ALL ORDER BY col, n DESC, v`,
  );
  const byColumn = new Map<number, Map<string, number>>();
  for (const { col, v, n } of rows) {
    const values = byColumn.get(Number(col)) ?? new Map<string, number>();
    byColumn.set(Number(col), values);
    const value = tidy(String(v));
    if (value !== '') values.set(value, (values.get(value) ?? 0) + Number(n));
  }
  return asked.flatMap((column) => {
    const values = [...(byColumn.get(column.profile.index) ?? [])].map(([value, times]) => ({ value, times }));
    const all = values.reduce((sum, { times }) => sum + times, 0);
    return all === column.filled ? [{ column, values: values.toSorted((a, b) => b.times - a.times) }] : [];
  });
}
