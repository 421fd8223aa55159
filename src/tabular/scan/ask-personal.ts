import { KIND_TOPIC, personalTopics, type TextColumn } from './collect-texts.ts';
import { addCounts, type CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn } from './guards.ts';
import { firstOf, type Predicate, sqlText } from './predicate.ts';
import { mayBeTrue, readyValue } from './ready-value.ts';
import type { ScanInput } from './scan-columns.ts';
import { cleanWhereAsked, type Flags, findsAny, flagged, guarded, layered, type Topic } from './topics.ts';
import { asText, textOf } from './whole-text.ts';

type Column = AskedColumn & { readonly index: number };

/** Where collected values stand: shapes answer predicates that are blind to digits, values the others, values of text both. */
const SHAPED = 0;
const SEEN = 1;
const TEXTS = 2;

function countWhere(answer: string, at: number): string {
  return `coalesce(sum(n) FILTER (WHERE ${answer}), 0)::BIGINT AS p${at}`;
}

/** Of so few values the guards are asked in JavaScript: DuckDB would prepare them longer than it asks. */
const FEW_VALUES = 5_000;

/** SQL, true for a value that some guard finds; guards of predicates bound to headers are tried in columns with such a header only. */
function worthAsking(predicates: readonly Predicate[], columns: readonly Column[]): string {
  const groups = Map.groupBy(predicates, (one) =>
    one.onlyHeader === undefined
      ? ''
      : columns.flatMap((column) => (asksColumn(one, column) ? [column.index] : [])).join(', '),
  );
  const conditions = [...groups].map(([list, group]) => {
    const found = findsAny('v', group);
    return list === '' ? found : `(col IN (${list}) AND (${found}))`;
  });
  return conditions.join(' OR ');
}

/** What is asked of collected values. */
interface Questions {
  readonly topics: readonly Topic[];
  readonly columns: readonly Column[];
  readonly texts: readonly TextColumn[];
}

/** All collected values as a relation, and how many they are. */
async function poolOf(
  { session }: ScanInput,
  { texts }: Questions,
): Promise<{ readonly sql: string; readonly size: number }> {
  const text = texts.map(({ column }) => column.index).join(', ');
  const notText = text === '' ? '' : `WHERE col NOT IN (${text})`;
  const sources = [
    `SELECT ${SHAPED} AS src, col, v, k, n FROM shaped ${notText}`,
    `SELECT ${SEEN} AS src, col, v, NULL AS k, n FROM seen ${notText}`,
    ...(text === '' ? [] : [`SELECT ${TEXTS} AS src, col, v, NULL AS k, 1 AS n FROM texts`]),
  ];
  const sql = `(${sources.join(' UNION ALL ')})`;
  const size = await session.rows(`SELECT count(*) AS n FROM ${sql}`);
  return { sql, size: Number(size[0]?.n ?? 0) };
}

/** Relation of collected values with the clean ones beside them. */
function cleanPool(all: readonly Predicate[], pool: string): string {
  return `SELECT src, col, v, CASE WHEN src = ${SHAPED} THEN k ELSE ${cleanWhereAsked(all)} END AS k, n FROM ${pool}`;
}

/** Collected values that some guard of detectors finds, into the table `hits`. */
async function makeHits({ session }: ScanInput, { topics, columns }: Questions, pool: string): Promise<Flags> {
  const all = topics.flatMap(({ predicates }) => predicates);
  const flags = flagged(topics, `(${cleanPool(all, pool)} WHERE ${worthAsking(all, columns)})`);
  await session.run(`CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM ${flags.from}`);
  return flags;
}

const answersFrom = ({ digits }: Predicate, source: number) => source !== (digits === 'blind' ? SEEN : SHAPED);

/** Asks a few collected values: what of, their guards tell here. */
async function askFewValues(
  { session }: ScanInput,
  { topics, columns, texts }: Questions,
  pool: string,
  counts: CountsByColumn,
): Promise<void> {
  const all = topics.flatMap(({ predicates }) => predicates);
  await session.run(`CREATE OR REPLACE TEMP TABLE hits AS ${cleanPool(all, pool)}`);
  const dense = new Map(
    texts.map(({ column, dense: some }) => [column.index, new Set(some.flatMap(({ predicates }) => predicates))]),
  );
  const open = new Map(
    columns.map((column) => [
      column.index,
      all.filter((one) => asksColumn(one, column) && dense.get(column.index)?.has(one) !== true),
    ]),
  );
  const asked = new Set<Predicate>();
  const kept: number[] = [];
  for (const { at, src, col, v, k } of await session.rows(
    `SELECT rowid AS at, src, col, ${asText('v')}, ${asText('k')} FROM hits`,
  )) {
    const value = readyValue(textOf(v) ?? '', textOf(k));
    const may = (open.get(Number(col)) ?? []).filter((one) => answersFrom(one, Number(src)) && mayBeTrue(one, value));
    for (const one of may) asked.add(one);
    if (may.length > 0) kept.push(Number(at));
  }
  if (asked.size === 0) return;
  const rows = `(FROM hits WHERE rowid IN (${kept.join(', ')}))`;
  await askHits({ session }, [...asked], { source: rows, found: () => null }, counts);
}

/** Predicates whose guards have found anything in `hits`: most tables have nothing of most sorts. */
async function foundIn({ session }: ScanInput, topics: readonly Topic[], flags: Flags): Promise<Predicate[]> {
  const any = Array.from({ length: flags.count }, (_, at) => `coalesce(bool_or(g${at}), false) AS g${at}`);
  const found = (await session.rows(`SELECT ${any.join(', ')} FROM hits`))[0] ?? {};
  return topics.flatMap(({ predicates }) => predicates).filter((predicate) => found[flags.flag(predicate)] === true);
}

async function askHits(
  { session }: Pick<ScanInput, 'session'>,
  asked: readonly Predicate[],
  { source, found }: { readonly source: string; readonly found: (predicate: Predicate) => string | null },
  counts: CountsByColumn,
): Promise<void> {
  if (asked.length === 0) return;
  const { from, answer } = layered(asked, found, source);
  const list = asked.map((one, at) =>
    countWhere(`CASE WHEN src <> ${one.digits === 'blind' ? SEEN : SHAPED} THEN ${answer(one)} ELSE false END`, at),
  );
  const rows = await session.rows(`SELECT col, ${list.join(', ')} FROM ${from} GROUP BY col`);
  for (const row of rows) addCounts(counts, row, asked);
}

/** Cells of a column of text; those that `surely` matches are put aside and asked nothing more. */
function cellsOf(path: string, index: number, predicates: readonly Predicate[], surely: string | undefined): string {
  const k = cleanWhereAsked(predicates);
  const cells = `SELECT c${index} AS v FROM read_parquet(${sqlText(path)})`;
  if (surely === undefined) return `(SELECT v, ${k} AS k FROM (${cells}))`;
  const others = `SELECT sure, CASE WHEN sure THEN NULL ELSE v END AS v FROM (SELECT v, regexp_matches(v, ${sqlText(surely)}) AS sure FROM (${cells}))`;
  return `(SELECT sure, v, ${k} AS k FROM (${others}))`;
}

/** A topic that many values of a column of text are of: asked of all its cells where they lie. */
export async function askDense(
  { session, path }: ScanInput,
  { index }: Column,
  topics: readonly Topic[],
  counts: CountsByColumn,
): Promise<void> {
  const column = counts.get(index) ?? new Map<string, number>();
  counts.set(index, column);
  const all = topics.flatMap(({ predicates }) => predicates);
  for (const [surely, some] of Map.groupBy(all, (one) => firstOf(one).surely)) {
    const { from: source, found } = guarded(some, cellsOf(path, index, some, surely));
    const { from, answer } = layered(some, found, source);
    const list = some.map((one, at) => `count_if(${surely === undefined ? '' : 'sure OR '}(${answer(one)})) AS p${at}`);
    const row = (await session.rows(`SELECT ${list.join(', ')} FROM ${from}`))[0] ?? {};
    for (const [at, { code }] of some.entries()) column.set(code, Number(row[`p${at}`] ?? 0));
  }
}

/**
 * What detectors of personal data ask: of the collected values, and of columns of text that are full of what a topic looks for, cell by cell.
 */
export async function askPersonal(
  input: ScanInput,
  columns: readonly Column[],
  texts: readonly TextColumn[],
  counts: CountsByColumn,
): Promise<void> {
  const topics = personalTopics(input.set, null)
    .map(({ name, predicates }) => ({
      name,
      predicates: predicates.filter((one) => columns.some((column) => asksColumn(one, column))),
    }))
    .filter(({ predicates }) => predicates.length > 0);
  if (topics.length === 0) return;
  const questions = { topics, columns, texts };
  const pool = await poolOf(input, questions);
  if (pool.size <= FEW_VALUES) await askFewValues(input, questions, pool.sql, counts);
  else {
    const flags = await makeHits(input, questions, pool.sql);
    await askHits(input, await foundIn(input, topics, flags), { source: 'hits', found: flags.flag }, counts);
  }
  for (const { column, dense } of texts) {
    input.signal?.throwIfAborted();
    const personal = dense.filter(({ name }) => name !== KIND_TOPIC);
    if (personal.length > 0) await askDense(input, column, personal, counts);
  }
}
