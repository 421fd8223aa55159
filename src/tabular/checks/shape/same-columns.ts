import type { ColumnFacts, TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const LONG_ENOUGH = 5;
const MOST_COLUMNS = 200;

/** Columns that might be the same by what is known of them already. */
function twinsOf(columns: readonly ColumnFacts[]): (readonly [ColumnFacts, ColumnFacts])[] {
  const seen = new Map<string, ColumnFacts>();
  return columns.flatMap((column) => {
    const { distinct, blanks, examples } = column.profile;
    if (distinct < 3) return [];
    const key = JSON.stringify([distinct, blanks, examples]);
    const first = seen.get(key);
    if (first) return [[first, column] as const];
    seen.set(key, column);
    return [];
  });
}

/** Two columns with the same values in every row. */
export const sameColumns: TableCheck = {
  code: 'same-columns',
  title: { uk: 'Два однакові стовпці', en: 'Two columns the same' },
  why: {
    uk: 'Стовпець, що повторює інший у кожному рядку, нічого не додає, а хто візьме таблицю, шукатиме різницю.',
    en: 'A column that repeats another in every row adds nothing, and whoever takes the table looks for the difference.',
  },
  example: {
    before: lines(
      'id,Назва,Назва закладу',
      ...['Школа № 1', 'Школа № 2', 'Садок', 'Ліцей', 'Музей'].map((name, at) => `${at + 1},${name},${name}`),
    ),
    after: lines(
      'id,Назва',
      ...['Школа № 1', 'Школа № 2', 'Садок', 'Ліцей', 'Музей'].map((name, at) => `${at + 1},${name}`),
    ),
  },
  shapes: 'shape-drop',
  async find({ session, path, columns, rows }) {
    if (rows < LONG_ENOUGH || columns.length > MOST_COLUMNS) return [];
    const told = [];
    for (const [first, second] of twinsOf(columns)) {
      const [a, b] = [first.profile, second.profile];
      const [row] = await session.rows(
        `SELECT 1 FROM read_parquet(${path}) WHERE c${a.index} IS DISTINCT FROM c${b.index} LIMIT 1`,
      );
      if (row !== undefined) continue;
      told.push(
        ofColumn(
          'same-columns',
          b,
          {
            uk: `Стовпець «${b.title}» у кожному рядку повторює «${a.title}». Залиште один із них.`,
            en: `“${b.title}” repeats “${a.title}” in every row. Keep one of them.`,
          },
          { count: rows, step: { code: 'shape-drop', columnTitle: null, parameters: { columns: [b.title] } } },
        ),
      );
    }
    return told;
  },
};
