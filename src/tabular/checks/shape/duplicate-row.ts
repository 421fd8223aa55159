import type { Text } from '../../../kernel/text.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import type { RelationOf, TableCheck, TableFacts } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';
import { isEmptyColumn } from './empty-column.ts';

const cellsOf = (columns: readonly number[]) => columns.map((index) => `c${index}`).join(', ');

async function countRows(session: DuckSession, table: string): Promise<number> {
  return Number((await session.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0);
}

/** Columns compared in one statement: whole rows of a table of thousands of columns do not fit into the memory. */
const COMPARED_AT_ONCE = 100;

const ALIKE = 'file_row_number IN (SELECT r FROM alike_rows)';
const REPEATED = 'file_row_number IN (SELECT r FROM repeated_rows)';

/** Divides groups of `alike_rows (r, k)` by the values of some columns; `k` becomes the first row of each group. */
async function tellApart(session: DuckSession, relation: RelationOf, columns: readonly number[]): Promise<void> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE alike_rows AS SELECT r, min(r) OVER (PARTITION BY k, cells)::HUGEINT AS k FROM
       (SELECT r, k, row(${cellsOf(columns)}) AS cells FROM ${relation(columns, ALIKE)} JOIN alike_rows ON r = file_row_number)`,
  );
}

/**
 * Collects numbers of rows that repeat an earlier row in every cell into the table `repeated_rows (r)`. Rows are told apart by a hash first,
 * of cells that no repair changes where there are any; only rows whose hash repeats are compared by their values.
 */
export async function collectRepeatedRows(
  session: DuckSession,
  relation: RelationOf,
  columns: readonly number[],
  repaired: ReadonlySet<number> = new Set(),
): Promise<number> {
  const sure = columns.filter((index) => !repaired.has(index));
  const compared = sure.length > 0 ? sure : columns;
  await session.run(`CREATE OR REPLACE TEMP TABLE repeated_rows (r BIGINT)`);
  // equal hashes stand side by side when sorted: that takes less time and memory than a group for each row
  const hash = `(hash(${cellsOf(compared)}) >> 32)::UINTEGER`;
  await session.run(
    `CREATE OR REPLACE TEMP TABLE hashes AS SELECT DISTINCT h FROM
       (SELECT h, lag(h) OVER (ORDER BY h) AS before FROM (SELECT ${hash} AS h FROM ${relation(compared)})) WHERE h = before`,
  );
  if ((await countRows(session, 'hashes')) === 0) return 0;
  await session.run(
    `CREATE OR REPLACE TEMP TABLE alike_rows AS SELECT r, h::HUGEINT AS k FROM
       (SELECT file_row_number AS r, ${hash} AS h FROM ${relation(compared)}) WHERE h IN (SELECT h FROM hashes)`,
  );
  for (let from = 0; from < columns.length; from += COMPARED_AT_ONCE)
    await tellApart(session, relation, columns.slice(from, from + COMPARED_AT_ONCE));
  await session.run(`INSERT INTO repeated_rows SELECT r FROM alike_rows WHERE r <> k`);
  return countRows(session, 'repeated_rows');
}

/** True where a column tells all rows apart even after repairs, so that no two rows can be the same. */
function hasSureIdentifier({ identifier, repaired }: TableFacts): boolean {
  return identifier.some((index) => !repaired.has(index));
}

/** A table of events may hold two equal ones; there repeats are left to a person. */
function holdsEvents({ columns }: TableFacts): boolean {
  return columns.some(
    ({ profile }) => profile.type === 'datetime' || profile.type === 'time' || profile.kind === 'money',
  );
}

const KEPT: Text = { uk: 'Залишимо по одному.', en: 'We can keep one of each.' };
const EVENTS: Text = {
  uk: 'Якщо кожен — окрема подія, залиште їх; якщо це копії, залиште по одному.',
  en: 'If each is an event of its own, leave them; if they are copies, keep one of each.',
};
const PLACES: Text = {
  uk: 'Якщо це різні речі з однаковими назвами, залиште їх; якщо копії, залиште по одному.',
  en: 'If they are different things with the same names, leave them; if they are copies, keep one of each.',
};

/**
 * True where the place of a row in the file says something its cells do not: in a list of one or two columns equal names may stand under
 * different headings, and a heading itself may repeat.
 */
async function placeMatters({ session, mended }: TableFacts, cells: readonly number[]): Promise<boolean> {
  if (cells.length < 3) return true;
  // a list, not a sum: a sum of a thousand columns is nested too deep for the parser
  const headings = `SELECT file_row_number FROM ${mended(cells, REPEATED)} WHERE ${REPEATED} AND list_count([${cellsOf(cells)}]) = 1`;
  return (await session.rows(`${headings} LIMIT 1`)).length > 0;
}

/** Rows that repeat another row in every cell. */
export const duplicateRow: TableCheck = {
  code: 'duplicate-row',
  title: { uk: 'Рядки, що повторюються', en: 'Repeated rows' },
  why: {
    uk: 'Хто порахує рядки або додасть суми, врахує одне й те саме двічі.',
    en: 'Whoever counts the rows or adds up the sums takes one thing twice.',
  },
  example: {
    before: lines('Назва,Вулиця,Рік', 'Школа № 1,Миру,1980', 'Школа № 2,Лісова,1975', 'Школа № 1,Миру,1980'),
    after: lines('Назва,Вулиця,Рік', 'Школа № 1,Миру,1980', 'Школа № 2,Лісова,1975'),
  },
  asks: { uk: 'Залишити по одному', en: 'Keep one of each' },
  mends: true,
  async find(table) {
    if (table.rows < 2 || hasSureIdentifier(table)) return [];
    const cells = table.columns.filter((column) => !isEmptyColumn(column)).map(({ profile }) => profile.index);
    if (cells.length === 0) return [];
    const all = await collectRepeatedRows(table.session, table.mended, cells, table.repaired);
    const empty = `r NOT IN (SELECT r FROM empty_rows)`;
    const n =
      all === 0
        ? 0
        : Number((await table.session.rows(`SELECT count(*) AS n FROM repeated_rows WHERE ${empty}`))[0]?.n ?? 0);
    if (n === 0) return [];
    const first = await table.session.rows(`SELECT r FROM repeated_rows WHERE ${empty} ORDER BY r LIMIT 20`);
    const many = rowsOf(n);
    const events = holdsEvents(table);
    const asks = events || (await placeMatters(table, cells));
    return [
      {
        code: 'duplicate-row',
        column: null,
        columnName: null,
        count: n,
        places: first.map((row) => ({ row: Number(row.r) + 1, value: null })),
        repairable: !asks,
        message: {
          uk: `У таблиці ${many.uk} ${n === 1 ? 'повторює' : 'повторюють'} інші рядки в усіх клітинках. ${(asks ? (events ? EVENTS : PLACES) : KEPT).uk}`,
          en: `The table has ${many.en} that repeat${n === 1 ? 's' : ''} another in every cell. ${(asks ? (events ? EVENTS : PLACES) : KEPT).en}`,
        },
      },
    ];
  },
};
