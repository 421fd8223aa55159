import type { TableCheck, Told } from '../check.ts';
import { namesRows } from '../column-words.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { rowsOf } from '../wording.ts';

/** Records without their number, in a column of numbers that the others have. */
export const identifierBlank: TableCheck = {
  code: 'identifier-blank',
  title: { uk: 'Запис без номера', en: 'A record without its number' },
  why: {
    uk: 'На запис без номера не послатися, і наступного разу не видно, чи це він змінився, чи з’явився інший.',
    en: 'A record without a number cannot be pointed to, and next time nobody sees whether it changed or another one appeared.',
  },
  example: {
    before: lines('id,Вулиця', '101,Миру', '102,Лісова', ',Нова', '104,Стара', '105,Мала', '106,Довга'),
    after: lines('id,Вулиця', '101,Миру', '102,Лісова', '103,Нова', '104,Стара', '105,Мала', '106,Довга'),
  },
  async find(table) {
    const told: Told[] = [];
    for (const column of table.columns.filter(namesRows)) {
      const { profile, filled, rows } = column;
      const n = rows - filled;
      // where one in five has none, or numbers repeat, the column does something else
      if (n === 0 || n * 5 > rows || profile.distinct < filled * 0.95 || table.identifier.length > 0) continue;
      const places = await table.session.rows(
        `SELECT file_row_number + 1 AS r FROM ${table.mended([profile.index])} WHERE c${profile.index} IS NULL ORDER BY r LIMIT 20`,
      );
      const many = rowsOf(n);
      told.push(
        ofColumn(
          'identifier-blank',
          profile,
          {
            uk: `У стовпці «${profile.title}» ${many.uk} без номера, хоча інші його мають. Впишіть номер у файлі.`,
            en: `In “${profile.title}”, ${many.en} ${n === 1 ? 'has' : 'have'} no number while the others do. Write it in the file.`,
          },
          { count: n, places: places.map(({ r }) => ({ row: Number(r), value: null })) },
        ),
      );
    }
    return told;
  },
};
