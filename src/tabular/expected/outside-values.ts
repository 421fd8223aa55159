import type { FindingPlace } from '../../kernel/finding.ts';
import { type DuckSession, literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnFacts, RelationOf, Told } from '../checks/check.ts';
import { type CodifierOf, type ExpectedValues, type Replacements, TOGETHER } from './expected-values.ts';
import { type MeantValues, meantValues } from './nearest-value.ts';
import { nearFinding, outsideFinding, spelledFinding } from './outside-words.ts';

const PLACES = 20;
/** Different values outside that are looked at one by one. */
const MOST_LISTED = 1000;

interface Narrowed {
  readonly column: ColumnFacts;
  readonly expected: Omit<ExpectedValues, 'column' | 'together'>;
  /** The column's kind has a codifier; no structure says what it holds. */
  readonly byKind: boolean;
  /** SQL of a cell as it will be typed; of a key of several columns, of their cells together. */
  readonly text: string;
  /** Indexes of all its columns. */
  readonly cells: readonly number[];
}

export interface OutsideOutcome {
  readonly findings: readonly Told[];
  /** What values outside were meant to be, by column index: repairs need it. */
  readonly meant: ReadonlyMap<number, MeantValues>;
}

export interface ExpectedOptions {
  readonly expected?: readonly ExpectedValues[];
  readonly codifier?: CodifierOf;
}

/**
 * Cells of text and of whole numbers that are not among the values their column may have, after all safe repairs: counted over the whole table,
 * places of faulty columns only. Other types are looked at when they are typed.
 */
export async function outsideValues(
  session: DuckSession,
  mended: RelationOf,
  columns: readonly ColumnFacts[],
  options: ExpectedOptions,
): Promise<OutsideOutcome> {
  const narrowed = await narrow(columns, options);
  const findings: Told[] = [];
  const meant = new Map<number, MeantValues>();
  for (const one of narrowed) {
    const { index } = one.column.profile;
    const from = mended(one.cells);
    await session.run(`CREATE OR REPLACE TEMP TABLE known_values AS ${knownSql(one.expected)}`);
    const [total] = await session.rows(`SELECT count(*) AS n FROM ${from} WHERE ${outsideSql(one)}`);
    if (Number(total?.n ?? 0) === 0) continue;
    const found = await findingsOf(session, from, one, Number(total?.n));
    findings.push(...found.findings);
    meant.set(index, found.meant);
  }
  return { findings, meant };
}

/** One literal with all values parts faster than 30,000 of them are parsed. */
function knownSql({ values, table }: Omit<ExpectedValues, 'column'>): string {
  if (table)
    return `SELECT DISTINCT ${table.text} AS v FROM read_parquet(${literal(table.parquetPath)}) WHERE v IS NOT NULL`;
  return `SELECT DISTINCT unnest(string_split(${literal(values.join('\u001f'))}, chr(31))) AS v`;
}

const outsideSql = ({ text, cells }: Pick<Narrowed, 'text' | 'cells'>) =>
  `${cells.map((index) => `trim(c${index}) <> ''`).join(' AND ')} AND ${text} NOT IN (SELECT v FROM known_values)`;

async function narrow(columns: readonly ColumnFacts[], options: ExpectedOptions): Promise<Narrowed[]> {
  const narrowed: Narrowed[] = [];
  for (const column of columns) {
    const { type, kind } = column.profile;
    if (type !== 'text' && type !== 'integer') continue;
    const told = (options.expected ?? []).find((one) => isNamed(column, one.column));
    const expected = told ?? (kind === null || column.filled === 0 ? null : await options.codifier?.(kind));
    if (!expected || (expected.values.length === 0 && told?.table === undefined)) continue;
    const others = (told?.together ?? []).map((wanted) => columns.find((one) => isNamed(one, wanted)));
    if (others.includes(undefined)) continue;
    const all = [column, ...others.flatMap((one) => one ?? [])];
    const text = all.map(textOf).join(` || ${literal(TOGETHER)} || `);
    narrowed.push({
      column,
      expected,
      byKind: told === undefined,
      text: all.length > 1 ? `(${text})` : text,
      cells: all.map(({ profile }) => profile.index),
    });
  }
  return narrowed;
}

const isNamed = ({ profile }: ColumnFacts, wanted: string) => profile.title === wanted || profile.name === wanted;

function textOf({ profile: { index, type } }: ColumnFacts): string {
  const cell = `trim(c${index})`;
  return type === 'integer' ? `coalesce(CAST(TRY_CAST(${cell} AS HUGEINT) AS VARCHAR), ${cell})` : cell;
}

async function findingsOf(
  session: DuckSession,
  from: string,
  { column, expected, byKind, text, cells }: Narrowed,
  total: number,
): Promise<{ findings: Told[]; meant: MeantValues }> {
  const outside = outsideSql({ text, cells });
  const listed = await session.rows(
    `SELECT ${text} AS v, count(*) AS n FROM ${from} WHERE ${outside} GROUP BY v ORDER BY n DESC, v LIMIT ${MOST_LISTED}`,
  );
  const counts = new Map(listed.map(({ v, n }) => [String(v), Number(n)]));
  // a key of several columns is not mended in one of them
  const meant =
    cells.length > 1 ? { spelled: {}, near: {} } : meantValues([...counts.keys()], expected.values, expected.names);
  const among = (replacements: Replacements) => sqlIn(text, Object.keys(replacements));
  const count = (replacements: Replacements) =>
    Object.keys(replacements).reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
  const places = async (where: string, replacements: Replacements): Promise<FindingPlace[]> => {
    const rows = await session.rows(
      `SELECT file_row_number + 1 AS r, ${text} AS v FROM ${from} WHERE ${outside} AND ${where} ORDER BY r LIMIT ${PLACES}`,
    );
    return rows.map(({ r, v }) => {
      const repaired = replacements[String(v)];
      const place = { row: Number(r), value: String(v).slice(0, 300) };
      return repaired === undefined ? place : { ...place, repaired };
    });
  };
  const about = {
    profile: column.profile,
    codeList: expected.codeList,
    byKind,
    table: expected.table !== undefined || expected.inTable === true,
  };
  const [spelled, near] = [count(meant.spelled), count(meant.near)];
  const rest = total - spelled - near;
  const findings: Told[] = [];
  if (spelled > 0) findings.push(spelledFinding(about, spelled, await places(among(meant.spelled), meant.spelled)));
  if (near > 0) findings.push(nearFinding(about, near, await places(among(meant.near), meant.near)));
  if (rest > 0) {
    const others = `NOT ${sqlIn(text, [...Object.keys(meant.spelled), ...Object.keys(meant.near)])}`;
    findings.push(outsideFinding(about, rest, await places(others, {})));
  }
  return { findings, meant };
}

/** SQL: the text is one of these. */
export function sqlIn(text: string, values: readonly string[]): string {
  return values.length === 0 ? 'false' : `(${text} IN (${values.map(literal).join(', ')}))`;
}
