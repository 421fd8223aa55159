import { TWO_ALPHABETS, UNTIDY } from '../types/characters.ts';
import type { CountsByColumn } from './ask-collected.ts';
import { clean } from './clean.ts';
import { type AskedColumn, asksColumn } from './guards.ts';
import { inGroups } from './plan.ts';
import { type Predicate, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';

type Column = AskedColumn & { readonly index: number };

/** Text columns a statement, and rows of results put together. */
const COLUMNS_TOGETHER = 10;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const asked = ({ of }: Predicate) => (of === 'raw' ? 'v' : 'k');
const anyOf = (guards: readonly string[]) => sqlText(`(?s:${distinct(guards).join('|')})`);

/**
 * A relation of the values that some predicate of detectors may be true of: col, v, k, n and `g<i>`, true where the i-th guard finds the value.
 * A value is asked one regex for all, then one a topic, then one a guard of the topics that found it.
 */
function guarded(
  predicates: readonly Predicate[],
  source: string,
  cleaned: string,
): { from: string; guards: string[] } {
  const key = (one: Predicate) => `${asked(one)} ${one.guard}`;
  const guards = distinct(predicates.map(key));
  const topics = distinct(predicates.map((one) => `${asked(one)} ${one.topic ?? ''}`));
  const ofTopic = (topic: string) => predicates.filter((one) => `${asked(one)} ${one.topic ?? ''}` === topic);
  const hits = topics.map(
    (topic, at) => `regexp_matches(${topic.slice(0, 1)}, ${anyOf(ofTopic(topic).map(({ guard }) => guard))}) AS t${at}`,
  );
  const flags = guards.map((guard, at) => {
    const topic = topics.findIndex((one) => ofTopic(one).some((predicate) => key(predicate) === guard));
    return `CASE WHEN t${topic} THEN regexp_matches(${guard.slice(0, 1)}, ${sqlText(`(?s:${guard.slice(2)})`)}) ELSE false END AS g${at}`;
  });
  const asksClean = predicates.some(({ of }) => of === 'clean');
  // guards look at clean values: one that cleaning changes has to come through
  const any = anyOf([...predicates.map(({ guard }) => guard), ...(asksClean ? [UNTIDY, TWO_ALPHABETS] : [])]);
  const k = asksClean ? cleaned : 'v';
  return {
    guards,
    from: `(SELECT col, v, k, n, ${flags.join(', ')} FROM (SELECT col, v, k, n, ${hits.join(', ')} FROM
      (SELECT col, v, ${k} AS k, n FROM ${source} WHERE regexp_matches(v, ${any}))))`,
  };
}

async function ask(
  { session }: ScanInput,
  predicates: readonly Predicate[],
  { source, cleaned }: { source: string; cleaned: string },
  counts: CountsByColumn,
): Promise<void> {
  if (predicates.length === 0) return;
  const { from, guards } = guarded(predicates, source, cleaned);
  const list = predicates.map((one, at) => {
    const guard = guards.indexOf(`${asked(one)} ${one.guard}`);
    return `coalesce(sum(n) FILTER (WHERE CASE WHEN g${guard} THEN ${one.sql(asked(one))} ELSE false END), 0)::BIGINT AS p${at}`;
  });
  for (const row of await session.rows(`SELECT col, ${list.join(', ')} FROM ${from} GROUP BY col`)) {
    const column = counts.get(Number(row.col)) ?? new Map<string, number>();
    counts.set(Number(row.col), column);
    for (const [at, { code }] of predicates.entries())
      column.set(code, (column.get(code) ?? 0) + Number(row[`p${at}`]));
  }
}

/**
 * What detectors of personal data ask. Cells of columns of text are asked where they lie: nearly all of them may be names, and collecting them
 * would cost more than asking. Of other columns the collected values are asked, shapes where digits do not matter.
 * @param text columns of text, of which only some values were collected
 */
export async function askPersonal(
  input: ScanInput,
  columns: readonly Column[],
  text: ReadonlySet<number>,
  counts: CountsByColumn,
): Promise<void> {
  const all = input.set.all.filter(({ family, onlyKinds }) => family === 'personal' && onlyKinds === undefined);
  const others = columns.filter(({ index }) => !text.has(index));
  const wanted = all.filter((one) => others.some((column) => asksColumn(one, column)));
  const where = text.size === 0 ? '' : `WHERE col NOT IN (${[...text].join(', ')})`;
  const blind = wanted.filter(({ digits }) => digits === 'blind');
  const exact = wanted.filter(({ digits }) => digits !== 'blind');
  await ask(input, blind, { source: `(SELECT col, v, k, n FROM shaped ${where})`, cleaned: 'k' }, counts);
  await ask(input, exact, { source: `(SELECT col, v, n FROM seen ${where})`, cleaned: clean('v') }, counts);
  const groups = Map.groupBy(
    columns.filter(({ index }) => text.has(index)),
    (column) =>
      all
        .filter((one) => asksColumn(one, column))
        .map(({ code }) => code)
        .join(' '),
  );
  for (const group of groups.values()) {
    const mine = all.filter((one) => group[0] !== undefined && asksColumn(one, group[0]));
    for (const some of inGroups(group, COLUMNS_TOGETHER)) {
      input.signal?.throwIfAborted();
      const cells = some.map(
        ({ index }) => `SELECT ${index} AS col, c${index} AS v, 1 AS n FROM read_parquet(${sqlText(input.path)})`,
      );
      await ask(input, mine, { source: `(${cells.join(' UNION ALL ')})`, cleaned: clean('v') }, counts);
    }
  }
}
