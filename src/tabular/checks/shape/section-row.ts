import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

const WIDEST = 200;

/** Rows with one filled cell between full ones: titles of parts, written for the eye. Their numbers are left in the table `section_rows`. */
export const sectionRow: TableCheck = {
  code: 'section-row',
  title: { uk: 'Рядки-заголовки всередині таблиці', en: 'Titles inside the table' },
  why: {
    uk: 'Рядок-заголовок не є записом: програма порахує його як дані, а до якої частини належать інші рядки, не знатиме.',
    en: 'A title is no record: a program counts it as data and does not know which part the other rows belong to.',
  },
  example: {
    before: lines(
      'Назва,Вулиця,Місць',
      'Центральний район,,',
      'Школа № 1,Миру,320',
      'Школа № 2,Лісова,410',
      'Садок № 3,Нова,120',
      'Садок № 4,Стара,90',
      'Садок № 5,Мала,80',
    ),
    after: lines(
      'Район,Назва,Вулиця,Місць',
      'Центральний район,Школа № 1,Миру,320',
      'Центральний район,Школа № 2,Лісова,410',
      'Центральний район,Садок № 3,Нова,120',
      'Центральний район,Садок № 4,Стара,90',
      'Центральний район,Садок № 5,Мала,80',
    ),
  },
  async find({ session, rows, columns, mended }) {
    const filled = columns.filter((column) => column.filled > 0);
    const full = filled.filter((column) => column.filled - column.decision.noValues === rows);
    if (filled.length < 3 || filled.length > WIDEST || full.length > 1 || rows < 3) return [];
    const cells = filled.map(({ profile }) => `(c${profile.index} IS NOT NULL)::INTEGER`);
    const value = `coalesce(${filled.map(({ profile }) => `c${profile.index}`).join(', ')})`;
    const source = `SELECT file_row_number + 1 AS r, ${value} AS v FROM ${mended(filled.map(({ profile }) => profile.index))} WHERE ${cells.join(' + ')} = 1`;
    const n = Number((await session.rows(`SELECT count(*) AS n FROM (${source})`))[0]?.n ?? 0);
    // where every second row is so, it is the table's own way
    if (n === 0 || n * 4 > rows) return [];
    await session.run(`INSERT INTO section_rows SELECT r - 1 FROM (${source})`);
    const first = await session.rows(`${source} ORDER BY r LIMIT 20`);
    const many = rowsOf(n);
    return [
      {
        code: 'section-row',
        column: null,
        columnName: null,
        count: n,
        places: first.map((row) => ({ row: Number(row.r), value: String(row.v).slice(0, 300) })),
        repairable: false,
        message: {
          uk: `У таблиці ${many.uk} з однією заповненою клітинкою: схоже на заголовки частин. Винесіть їх в окремий стовпець, щоб кожен рядок був записом.`,
          en: `The table has ${many.en} with a single filled cell: they look like titles of parts. Put them in a column of their own, so that every row is a record.`,
        },
      },
    ];
  },
};
