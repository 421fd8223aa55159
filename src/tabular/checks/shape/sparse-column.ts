import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { values } from '../wording.ts';
import { isEmptyColumn } from './empty-column.ts';

const FEW = 0.03;
const LONG_ENOUGH = 40;

/** Columns filled in a few rows only. */
export const sparseColumn: TableCheck = {
  code: 'sparse-column',
  title: { uk: 'Майже порожній стовпець', en: 'A column almost empty' },
  why: {
    uk: 'Якщо стовпець заповнено в кількох рядках із сотні, люди не знають, чи решти немає, чи її не вписали.',
    en: 'Where a few rows of a hundred are filled, people do not know whether the rest does not exist or was not written.',
  },
  example: {
    before: lines('id,Примітка', ...Array.from({ length: 45 }, (_, at) => `${at + 1},${at === 7 ? 'на ремонті' : ''}`)),
    after: lines(
      'id,Стан',
      ...Array.from({ length: 45 }, (_, at) => `${at + 1},${at === 7 ? 'на ремонті' : 'працює'}`),
    ),
  },
  async find({ columns, rows }) {
    if (rows < LONG_ENOUGH) return [];
    return columns.flatMap((column) => {
      const { profile, filled } = column;
      if (isEmptyColumn(column) || filled === 0 || filled > rows * FEW) return [];
      const many = values(filled);
      return ofColumn(
        'sparse-column',
        profile,
        {
          uk: `У стовпці «${profile.title}» лише ${many.uk} на всю таблицю. Якщо це примітки, скажіть у призначенні поля, що означає порожня клітинка; якщо дані є, допишіть їх.`,
          en: `“${profile.title}” has only ${many.en} in the whole table. If they are notes, say in the field’s purpose what an empty cell means; if the data exist, write them.`,
        },
        { count: rows - filled },
      );
    });
  },
};
