import { clean, UNCLEAN } from './clean.ts';
import { type CountsByColumn, countedNothing } from './counts.ts';
import { type AskedColumn, asksColumn } from './guards.ts';
import { type Predicate, sqlText } from './predicate.ts';
import { mayBeTrue, type ReadyValue, readyValue } from './ready-value.ts';
import type { ScanInput } from './scan-columns.ts';
import { mayFind, searchedText } from './search-re2.ts';
import { layered } from './topics.ts';
import { asText, textOf } from './whole-text.ts';

type Column = AskedColumn & { readonly index: number };

/** A table of more cells, or whose different values are longer together, is gone through by DuckDB alone. */
const MOST_CELLS = 20_000;
const MOST_LETTERS = 20_000;

/** What a scan of a few values counts. */
export interface FewCounts {
  readonly counts: CountsByColumn;
  /** Different values, by column. */
  readonly distinct: ReadonlyMap<number, number>;
}

/** True where cleaning may change the value. */
const mayBeUntidy = (value: string) => mayFind(UNCLEAN, searchedText(value));

/** Different values of all columns with how often they stand there, into the table `seen`; null where they are too long. */
async function collectFew({ session, path }: ScanInput, columns: readonly Column[]): Promise<FewValues | null> {
  const list = (one: (index: number) => string) => columns.map(({ index }) => one(index)).join(', ');
  await session.run(
    `CREATE OR REPLACE TEMP TABLE seen AS SELECT col, v, count(*) AS n FROM (SELECT unnest([${list(String)}]) AS col, unnest([${list((index) => `c${index}`)}]) AS v FROM read_parquet(${sqlText(path)})) WHERE v IS NOT NULL GROUP BY ALL`,
  );
  const long = await session.rows('SELECT sum(length(v)) AS n FROM seen');
  if (Number(long[0]?.n ?? 0) > MOST_LETTERS) return null;
  const rows = await session.rows(`SELECT col, ${asText('v')}, n FROM seen`);
  const values = rows.map(({ col, v, n }) => ({ column: Number(col), raw: textOf(v) ?? '', times: Number(n) }));
  if (!values.some(({ raw }) => mayBeUntidy(raw)))
    return {
      source: '(SELECT col, v, v AS k, n FROM seen)',
      values: values.map((one) => ({ ...one, clean: one.raw })),
    };
  await session.run(`CREATE OR REPLACE TEMP TABLE seen_clean AS SELECT col, v, ${clean('v')} AS k, n FROM seen`);
  const cleaned = await session.rows(`SELECT col, ${asText('v')}, ${asText('k')}, n FROM seen_clean`);
  return {
    source: 'seen_clean',
    values: cleaned.map(({ col, v, k, n }) => ({
      column: Number(col),
      raw: textOf(v) ?? '',
      clean: textOf(k),
      times: Number(n),
    })),
  };
}

/** A different value of a column and how often it stands there. */
interface FewValue {
  readonly column: number;
  readonly raw: string;
  readonly clean: string | null;
  readonly times: number;
}

interface FewValues {
  /** SQL relation with col, v, k and n. */
  readonly source: string;
  readonly values: readonly FewValue[];
}

/** Predicates that some value of a column that is asked may answer yes to. */
function worthAsking(
  set: readonly Predicate[],
  columns: readonly Column[],
  values: ReadonlyMap<number, readonly ReadyValue[]>,
) {
  return set.filter((predicate) =>
    columns.some(
      (column) =>
        asksColumn(predicate, column) && (values.get(column.index) ?? []).some((value) => mayBeTrue(predicate, value)),
    ),
  );
}

/**
 * Counts every predicate in a table of few values: the guards are asked of all different values here, and DuckDB is asked only what some
 * guard lets through, in one statement.
 * @returns null where the table is too large for this way
 */
export async function scanFew(input: ScanInput, columns: readonly Column[]): Promise<FewCounts | null> {
  if (input.rows * columns.length > MOST_CELLS || columns.length === 0) return null;
  const few = await collectFew(input, columns);
  if (few === null) return null;
  const ready = new Map<string, ReadyValue>();
  const values = new Map<number, ReadyValue[]>(columns.map(({ index }) => [index, []]));
  const counts = countedNothing(input.set.all, columns);
  for (const { column, raw, clean, times } of few.values) {
    const value = ready.get(raw) ?? readyValue(raw, clean);
    ready.set(raw, value);
    values.get(column)?.push(value);
    const mine = counts.get(column);
    if (clean === null) mine?.set('only-spaces', (mine.get('only-spaces') ?? 0) + times);
  }
  await askFew(input, few.source, { asked: worthAsking(input.set.all, columns, values), columns }, counts);
  return { counts, distinct: new Map([...values].map(([index, some]) => [index, some.length])) };
}

async function askFew(
  { session }: ScanInput,
  source: string,
  { asked, columns }: { readonly asked: readonly Predicate[]; readonly columns: readonly Column[] },
  counts: CountsByColumn,
): Promise<void> {
  if (asked.length === 0) return;
  const { from, answer } = layered(asked, () => null, source);
  const list = asked.map((one, at) => `coalesce(${answer(one)}, false) AS p${at}`);
  for (const row of await session.rows(`SELECT col, n, ${list.join(', ')} FROM ${from}`)) {
    const column = columns.find(({ index }) => index === Number(row.col));
    const mine = counts.get(Number(row.col));
    if (column === undefined || mine === undefined) continue;
    for (const [at, one] of asked.entries()) {
      if (row[`p${at}`] === true && asksColumn(one, column))
        mine.set(one.code, (mine.get(one.code) ?? 0) + Number(row.n));
    }
  }
}
