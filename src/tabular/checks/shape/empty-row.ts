import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { inGroups } from '../../scan/plan.ts';
import type { RelationOf, TableCheck, TableFacts } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';
import { isEmptyColumn } from './empty-column.ts';

/**
 * Collects numbers of rows without a value into the table `empty_rows (r)`, by groups of columns: the next group is asked only of rows
 * that the one before left. Columns most filled first.
 */
export async function collectEmptyRows(
  session: DuckSession,
  relation: RelationOf,
  columns: readonly number[],
): Promise<number> {
  await session.run('CREATE OR REPLACE TEMP TABLE empty_rows (r BIGINT)');
  for (const [at, group] of inGroups(columns).entries()) {
    const left = at === 0 ? '' : 'AND file_row_number IN (SELECT r FROM empty_rows)';
    await session.run(
      `CREATE OR REPLACE TEMP TABLE emptier AS SELECT file_row_number AS r FROM ${relation(group)} WHERE coalesce(${group.map((index) => `c${index}`).join(', ')}) IS NULL ${left}`,
    );
    await session.run('DROP TABLE empty_rows');
    await session.run('ALTER TABLE emptier RENAME TO empty_rows');
    const count = (await session.rows('SELECT count(*) AS n FROM empty_rows'))[0];
    if (Number(count?.n ?? 0) === 0) return 0;
  }
  return Number((await session.rows('SELECT count(*) AS n FROM empty_rows'))[0]?.n ?? 0);
}

/** Columns that could be empty, most filled first; null where some column has a value in every row. */
export function columnsOfEmptyRows({ columns }: Pick<TableFacts, 'columns'>): number[] | null {
  const asked = columns.filter((column) => column.filled > 0 && !isEmptyColumn(column));
  if (asked.length === 0 || asked.some(({ filled, rows, decision }) => filled - decision.noValues === rows))
    return null;
  return [...asked].sort((a, b) => b.filled - a.filled).map(({ profile }) => profile.index);
}

/** Rows without a value. */
export const emptyRow: TableCheck = {
  code: 'empty-row',
  title: { uk: 'Порожні рядки', en: 'Empty rows' },
  why: {
    uk: 'Порожній рядок рахується як запис, а програми часто вважають, що таблиця на ньому скінчилася.',
    en: 'An empty row is counted as a record, and programs often take it for the end of the table.',
  },
  example: {
    before: lines('id,Назва,Вулиця', '1,Школа № 1,Миру', ',,', '2,Школа № 2,Лісова'),
    after: lines('id,Назва,Вулиця', '1,Школа № 1,Миру', '2,Школа № 2,Лісова'),
  },
  mends: true,
  async find(table) {
    const cells = table.rows === 0 ? null : columnsOfEmptyRows(table);
    if (cells === null) return [];
    const n = await collectEmptyRows(table.session, table.mended, cells);
    if (n === 0) return [];
    const first = await table.session.rows('SELECT r FROM empty_rows ORDER BY r LIMIT 20');
    const many = rowsOf(n);
    return [
      {
        code: 'empty-row',
        column: null,
        columnName: null,
        count: n,
        places: first.map((row) => ({ row: Number(row.r) + 1, value: null })),
        repairable: true,
        message: {
          uk: `У таблиці ${many.uk} без жодного значення. Приберемо їх.`,
          en: `The table has ${many.en} without a single value. We can leave them out.`,
        },
      },
    ];
  },
};
