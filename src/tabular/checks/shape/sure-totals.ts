import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { NOT_ADDED } from '../../column.ts';
import type { FoundFault } from '../../scan/find-places.ts';
import { sqlText } from '../../scan/predicate.ts';
import { isTotal, isTotalByShape } from '../../shaping/steps/total-rows.ts';
import type { CellFault, ColumnFacts, RelationOf } from '../check.ts';
import { totalRow, totalsTold } from './total-row.ts';

const MOST_NUMBERS = 20;
const MOST_TOTALS = 1_000;
/** A sum of rounded numbers misses by a little. */
const ROUNDING = 0.001;
/** A column filled with words in so many of the other rows tells records from totals. */
const MOSTLY = 0.8;

/** What the totals of a table are looked for in. */
interface TotalsOf {
  readonly session: DuckSession;
  readonly path: string;
  /** All columns of the table. */
  readonly width: number;
  readonly mended: RelationOf;
  readonly columns: readonly ColumnFacts[];
}

/**
 * Words of totals become rows of totals: the whole row is looked at. They may be left out without asking where every one of them is no record by
 * its shape and either other columns say so (words in nearly all other rows, none here), or the sums: each has, in some column of numbers, the
 * sum of the rows down from one of the totals above it, from the top, or of the whole table.
 */
export async function sureTotals(table: TotalsOf, faults: readonly FoundFault[]): Promise<FoundFault[]> {
  const told: FoundFault[] = [];
  for (const found of faults) {
    if (found.check.code !== totalRow.code) told.push(found);
    else {
      const fault = await lookAtRows(table, found);
      if (fault) told.push({ ...found, fault });
    }
  }
  return told;
}

async function lookAtRows(table: TotalsOf, { column, fault }: FoundFault): Promise<CellFault | null> {
  const { session, path, width } = table;
  const { index, title } = column.profile;
  const [total, byShape] = [isTotal(index, width), isTotalByShape(index, width)];
  const source = `read_parquet(${sqlText(path)})`;
  const [counted] = await session.rows(
    `SELECT count(*) AS n, count(*) FILTER (WHERE ${byShape}) AS shaped FROM ${source} WHERE ${total}`,
  );
  const [n, shaped] = [Number(counted?.n ?? 0), Number(counted?.shaped ?? 0)];
  // a word of a list of kinds, not a row below the others
  if (n === 0 || n * 2 > column.rows || (shaped < n && n * 4 > column.rows)) return null;
  const sure = shaped === n && n <= MOST_TOTALS;
  const repairable = sure && (hasWordsElsewhere(table, column, n) || (await sumsBearOut(table, total)));
  return { ...fault, count: n, repairable, message: totalsTold(title, n), where: () => total };
}

function hasWordsElsewhere({ columns }: TotalsOf, { profile }: ColumnFacts, totals: number): boolean {
  const others = columns.filter((one) => one.profile.index !== profile.index);
  const filled = (one: ColumnFacts) => one.filled - one.decision.noValues;
  // titles of sections leave all but one cell empty, so records are counted by the fullest column
  const records = Math.max(0, ...others.map(filled)) - totals;
  const words = others.filter((one) => one.profile.type === 'text' && one.profile.expected === undefined);
  return records > 0 && words.some((one) => filled(one) >= MOSTLY * records);
}

const isNumber = ({ profile: { type, expected, kind } }: ColumnFacts): boolean =>
  ['integer', 'decimal'].includes(expected ?? type) && !NOT_ADDED.has(kind);

async function sumsBearOut({ session, mended, columns, width }: TotalsOf, total: string): Promise<boolean> {
  const places = columns
    .filter(isNumber)
    .slice(0, MOST_NUMBERS)
    .map(({ profile }) => profile.index);
  if (places.length === 0) return false;
  const value = (place: number) => `v${place}`;
  const cast = places.map((place) => `try_cast(c${place} AS DOUBLE) AS ${value(place)}`).join(', ');
  const all = Array.from({ length: width }, (_, index) => index);
  const rows = `(SELECT ${total} AS is_total, ${cast} FROM ${mended(all)})`;
  const sums = places.map(
    (place) =>
      `sum(CASE WHEN NOT is_total THEN ${value(place)} END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s${place}`,
  );
  const totals = await session.rows(`SELECT * FROM (SELECT *, ${sums.join(', ')} FROM ${rows}) WHERE is_total`);
  const whole = places.map((place) => `sum(${value(place)}) AS ${value(place)}`).join(', ');
  const [end = {}] = await session.rows(`SELECT ${whole} FROM ${rows} WHERE NOT is_total`);
  const above = (place: number) => [0, ...totals.map((one) => numberOf(one[`s${place}`]) ?? 0)];
  return totals.every((one, at) =>
    places.some((place) => {
      const own = numberOf(one[value(place)]);
      const here = numberOf(one[`s${place}`]) ?? 0;
      const since = above(place).slice(0, at + 1);
      return (
        own !== null && [...since.map((sum) => here - sum), numberOf(end[value(place)])].some((sum) => isSame(own, sum))
      );
    }),
  );
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function isSame(value: number, sum: number | null): boolean {
  return sum !== null && sum !== 0 && Math.abs(value - sum) <= ROUNDING * Math.abs(sum);
}
