import { UNCLEAN } from './clean.ts';
import type { AskedColumn, PredicateSet } from './guards.ts';
import { asksColumn, ownPredicates } from './guards.ts';
import { inGroups } from './plan.ts';
import { firstOf, type Predicate, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';
import { mayFind, type SearchedText, searchedText } from './search-re2.ts';
import { findsAny, type Topic } from './topics.ts';

type Column = AskedColumn & { readonly index: number };

/** How the questions of detectors and of kinds are put to a column of text. */
export interface TextColumn {
  readonly column: Column;
  /** Found in few values: those were collected in `texts`. */
  readonly sparse: readonly Topic[];
  /** Found in many values: asked of the cells where they lie, collecting them would cost more. */
  readonly dense: readonly Topic[];
}

/** The topic of what only some kinds of columns are asked. */
export const KIND_TOPIC = 'kind';

/** Rows looked at, and characters of each, to tell a topic of few values from one of many. It changes the time, never the counts. */
const LOOKED_AT = 200;
const LOOKED_IN = 200;
const DENSE = 0.25;
const COLUMNS_TOGETHER = 20;

/** Predicates of detectors: those of kinds are asked with the other predicates of kinds. */
function personalOf({ all }: PredicateSet): Predicate[] {
  return all.filter(({ family, onlyKinds }) => family === 'personal' && onlyKinds === undefined);
}

/** @param column null: whatever its header */
export function personalTopics(set: PredicateSet, column: AskedColumn | null): Topic[] {
  const asked = personalOf(set).filter((one) => column === null || asksColumn(one, column));
  return [...Map.groupBy(asked, ({ topic = '' }) => topic)].map(([name, predicates]) => ({ name, predicates }));
}

function topicsOf(set: PredicateSet, column: Column): Topic[] {
  const own = ownPredicates(set, column);
  // by guard: in a column of names only those of names are many; one that widens another stays with it
  const personal = personalTopics(set, column).flatMap(({ name, predicates }) =>
    [...Map.groupBy(predicates, (one) => firstOf(one).guard).values()].map((some) => ({ name, predicates: some })),
  );
  return [...personal, ...(own.length > 0 ? [{ name: KIND_TOPIC, predicates: own }] : [])];
}

/** True where some guard of the topic finds the text. */
function findsTopic({ predicates }: Topic, text: SearchedText): boolean {
  const unclean = predicates.some(({ of }) => of === 'clean') && mayFind(UNCLEAN, text);
  return unclean || predicates.some(({ guard }) => mayFind(guard, text));
}

/** Sorts the topics of columns of text by the share of values they find, by a look at the first rows. */
async function sortTopics(input: ScanInput, columns: readonly Column[]): Promise<TextColumn[]> {
  const sorted: TextColumn[] = [];
  for (const some of inGroups(columns, COLUMNS_TOGETHER)) {
    const looks = some.map(
      ({ index }) =>
        `SELECT ${index} AS col, v FROM (SELECT c${index} AS v FROM read_parquet(${sqlText(input.path)}) LIMIT ${LOOKED_AT})`,
    );
    const rows = looks.length === 0 ? [] : await input.session.rows(looks.join(' UNION ALL '));
    for (const column of some) {
      const mine = rows.filter(({ col }) => Number(col) === column.index);
      const texts = mine.map(({ v }) => searchedText(String(v ?? '').slice(0, LOOKED_IN)));
      const topics = topicsOf(input.set, column).map((topic) => {
        const found = texts.reduce((n, text) => n + (findsTopic(topic, text) ? 1 : 0), 0);
        return { topic, isDense: found > texts.length * DENSE };
      });
      sorted.push({
        column,
        sparse: topics.flatMap(({ topic, isDense }) => (isDense ? [] : [topic])),
        dense: topics.flatMap(({ topic, isDense }) => (isDense ? [topic] : [])),
      });
    }
  }
  return sorted;
}

/**
 * (c) Columns of text: one pass over each, for all guards that few values match: of faults and forms (they go on to `seen`), of detectors and
 * of the column's own kinds. One regex of a few topics costs what one of one does.
 */
export async function collectTexts(input: ScanInput, columns: readonly Column[]): Promise<TextColumn[]> {
  await input.session.run('CREATE OR REPLACE TEMP TABLE texts (col INTEGER, v VARCHAR)');
  const sorted = await sortTopics(input, columns);
  for (const { column, sparse } of sorted) {
    input.signal?.throwIfAborted();
    const cell = `c${column.index}`;
    const found = findsAny(
      cell,
      sparse.flatMap(({ predicates }) => predicates),
      Object.values(input.set.guards).join('|'),
    );
    await input.session.run(
      `INSERT INTO texts SELECT ${column.index}, ${cell} FROM read_parquet(${sqlText(input.path)}) WHERE ${found}`,
    );
  }
  if (sorted.length > 0)
    await input.session.run(
      `INSERT INTO seen SELECT col, v, 1 FROM texts WHERE regexp_matches(v, ${sqlText(input.set.anyGuard)})`,
    );
  return sorted;
}
