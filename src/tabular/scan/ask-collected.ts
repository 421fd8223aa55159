import { askDense, askPersonal } from './ask-personal.ts';
import { clean } from './clean.ts';
import { KIND_TOPIC, type TextColumn } from './collect-texts.ts';
import { addCounts, type CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn, FAMILY_MARK, type Family } from './guards.ts';
import { type Predicate, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';

const FAMILIES: readonly Family[] = ['faults', 'forms', 'links'];

function countOf(predicate: Predicate, at: number): string {
  const value = predicate.of === 'raw' ? 'v' : 'k';
  return `coalesce(sum(n) FILTER (WHERE ${predicate.sql(value)}), 0)::BIGINT AS p${at}`;
}

/** Asks a collected table, one statement a family, each only of the values its guard found. */
async function askTable(
  input: ScanInput,
  table: string,
  predicates: readonly Predicate[],
  counts: CountsByColumn,
): Promise<void> {
  for (const family of FAMILIES) {
    const asked = predicates.filter((predicate) => predicate.family === family);
    if (asked.length === 0) continue;
    const where = family === 'faults' ? '' : `WHERE mark = ${FAMILY_MARK[family]}`;
    const rows = await input.session.rows(
      `SELECT col, ${asked.map(countOf).join(', ')} FROM ${table} ${where} GROUP BY col`,
    );
    for (const row of rows) addCounts(counts, row, asked);
  }
}

/**
 * The counts of all predicates. Those that are blind to digits are asked of shapes; the others of the values themselves, where the shape lets
 * them be true at all.
 * @param already `wholeColumn`: predicates already counted on every row, by column (columns of the way `shapes`); `texts`: columns of
 *   text, of which only some values were collected
 */
export async function askCollected(
  input: ScanInput,
  columns: readonly (AskedColumn & { readonly index: number })[],
  already: { readonly wholeColumn: CountsByColumn; readonly texts: readonly TextColumn[] },
): Promise<CountsByColumn> {
  const { session, set } = input;
  const counts: CountsByColumn = new Map(columns.map(({ index }) => [index, new Map<string, number>()]));
  const general = set.all.filter(({ onlyKinds }) => onlyKinds === undefined);
  const blind = general.filter(({ digits }) => digits === 'blind');
  const others = general.filter(({ digits }) => digits !== 'blind');
  await askTable(input, 'shaped', blind, counts);
  const spaces = await session.rows('SELECT col, sum(n)::BIGINT AS n FROM shaped WHERE k IS NULL GROUP BY 1');
  for (const row of spaces) counts.get(Number(row.col))?.set('only-spaces', Number(row.n));
  await session.run(
    `CREATE OR REPLACE TEMP TABLE exact AS SELECT * FROM (SELECT col, v, ${clean('v')} AS k, n, 1 AS mark FROM seen WHERE regexp_matches(v, '[0-9]')) WHERE regexp_matches(k, ${sqlText(set.guards.forms)})`,
  );
  await askTable(input, 'exact', others, counts);
  const text = new Set(already.texts.map(({ column }) => column.index));
  await askByKind(
    input,
    columns.filter(({ index }) => !text.has(index)),
    { blind: 'shaped', exact: 'seen' },
    counts,
  );
  const sparse = already.texts.filter(({ sparse }) => sparse.some(({ name }) => name === KIND_TOPIC));
  await askByKind(
    input,
    sparse.map(({ column }) => column),
    { blind: 'texts', exact: 'texts' },
    counts,
  );
  await askPersonal(input, columns, already.texts, counts);
  for (const { column, dense } of already.texts) {
    const kind = dense.filter(({ name }) => name === KIND_TOPIC);
    if (kind.length > 0) await askDense(input, column, kind, counts);
  }
  for (const [index, codes] of already.wholeColumn) for (const [code, n] of codes) counts.get(index)?.set(code, n);
  for (const asked of columns) {
    const column = counts.get(asked.index) ?? new Map<string, number>();
    for (const predicate of set.all) {
      if (!column.has(predicate.code) || !asksColumn(predicate, asked)) column.set(predicate.code, 0);
    }
  }
  return counts;
}

/** Tables of collected values, each with col, v, k and n. */
const COLLECTED = {
  shaped: 'shaped',
  seen: `(SELECT col, v, ${clean('v')} AS k, n FROM seen)`,
  texts: `(SELECT col, v, ${clean('v')} AS k, 1 AS n FROM texts)`,
} as const;

/** Predicates of kinds, each of the columns that may be of its kind only. */
async function askByKind(
  { session, set }: ScanInput,
  columns: readonly (AskedColumn & { readonly index: number })[],
  tables: { readonly blind: keyof typeof COLLECTED; readonly exact: keyof typeof COLLECTED },
  counts: CountsByColumn,
): Promise<void> {
  const bound = set.all.filter(({ onlyKinds }) => onlyKinds !== undefined);
  const groups = Map.groupBy(columns, (column) =>
    bound
      .filter((one) => asksColumn(one, column))
      .map(({ code }) => code)
      .join(' '),
  );
  for (const [codes, group] of groups) {
    if (codes === '') continue;
    const wanted = new Set(codes.split(' '));
    const list = group.map(({ index }) => index).join(', ');
    const sources = new Set([tables.blind, tables.exact]);
    for (const table of sources) {
      const asked = bound.filter(
        ({ code, digits }) => wanted.has(code) && table === (digits === 'blind' ? tables.blind : tables.exact),
      );
      if (asked.length === 0) continue;
      const source = COLLECTED[table];
      const rows = await session.rows(
        `SELECT col, ${asked.map(countOf).join(', ')} FROM ${source} WHERE col IN (${list}) GROUP BY col`,
      );
      for (const row of rows) addCounts(counts, row, asked);
    }
  }
}
