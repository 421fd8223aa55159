import type { TableCheck, Told } from '../check.ts';
import { namesRows } from '../column-words.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { rowsOf } from '../wording.ts';

/** The count of different values may be off by so much, and a column with more repeats was not made to name rows. */
const NEARLY = 0.85;

/** A number of the record that stands in several rows. */
export const duplicateIdentifier: TableCheck = {
  code: 'duplicate-identifier',
  title: { uk: 'Номер запису повторюється', en: 'A number of the record repeats' },
  why: {
    uk: 'За номером має впізнаватися один запис. Якщо їх два, ніхто не скаже, якого стосується посилання чи виправлення.',
    en: 'A number should name one record. Where there are two, nobody can say which of them a reference or a correction means.',
  },
  example: {
    before: lines('id,Вулиця', '101,Миру', '102,Лісова', '103,Нова', '104,Стара', '105,Мала', '106,Довга', '106,Рання'),
    after: lines('id,Вулиця', '101,Миру', '102,Лісова', '103,Нова', '104,Стара', '105,Мала', '106,Довга', '107,Рання'),
  },
  async find(table) {
    const told: Told[] = [];
    for (const column of table.columns.filter(namesRows)) {
      const { profile, filled } = column;
      if (filled < 5 || profile.distinct < filled * NEARLY || table.identifier.includes(profile.index)) continue;
      const name = `c${profile.index}`;
      const from = table.mended([profile.index]);
      const repeated = `SELECT ${name} AS v FROM ${from} WHERE ${name} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`;
      const places = await table.session.rows(
        `SELECT r, v, count(*) OVER () AS n FROM (SELECT file_row_number + 1 AS r, ${name} AS v, row_number() OVER (PARTITION BY ${name} ORDER BY file_row_number) AS place
         FROM ${from} WHERE ${name} IN (${repeated})) WHERE place > 1 ORDER BY r LIMIT 20`,
      );
      const n = Number(places[0]?.n ?? 0);
      if (n === 0 || n > filled * (1 - NEARLY)) continue;
      const many = rowsOf(n);
      told.push(
        ofColumn(
          'duplicate-identifier',
          profile,
          {
            uk: `У стовпці «${profile.title}» ${many.uk} з номером, який уже стоїть вище («${places[0]?.v}»). Дайте кожному запису свій номер у файлі.`,
            en: `In “${profile.title}”, ${many.en} ${n === 1 ? 'has' : 'have'} a number that stands above already (“${places[0]?.v}”). Give each record a number of its own in the file.`,
          },
          {
            count: n,
            places: places.map(({ r, v }) => ({ row: Number(r), value: String(v).slice(0, 300) })),
            mild: table.identifier.length > 0,
          },
        ),
      );
    }
    return told;
  },
};
