import type { ColumnFacts, TableCheck } from '../check.ts';
import { lines } from '../example.ts';

/** True where a column of a table with rows has no value at all, or only signs that there is none. */
export function isEmptyColumn({ rows, filled, decision, count }: ColumnFacts): boolean {
  if (rows === 0) return false;
  const signs = count('no-value-sign') - (count('plus') > 0 ? count('minus') : 0);
  return filled === 0 || (filled === signs && decision.noValues === filled);
}

/** Columns without a value. */
export const emptyColumn: TableCheck = {
  code: 'empty-column',
  title: { uk: 'Порожній стовпець', en: 'An empty column' },
  why: {
    uk: 'Порожній стовпець обіцяє дані, яких немає, і займає місце в таблиці та в структурі.',
    en: 'An empty column promises data that are not there and takes room in the table and the structure.',
  },
  example: {
    before: lines('id,Назва,Примітка', '1,Школа № 1,', '2,Школа № 2,'),
    after: lines('id,Назва', '1,Школа № 1', '2,Школа № 2'),
  },
  mends: true,
  async find({ columns, meant }) {
    const empty = columns.filter((column) => isEmptyColumn(column) && !meant.has(column.profile.title));
    return empty.map(({ profile: { index, title }, rows }) => ({
      code: 'empty-column',
      column: index,
      columnName: title,
      count: rows,
      places: [],
      repairable: true,
      message: {
        uk: `У стовпці «${title}» немає жодного значення. Приберемо його з таблиці.`,
        en: `“${title}” has no value at all. We can leave the column out.`,
      },
    }));
  },
};
