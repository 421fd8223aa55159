import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

const MOST_ROWS = 60;
const MOST_COLUMNS = 400;
const LEAST = 4;

type Look = 'number' | 'date' | 'text';

function lookOf(cell: string): Look {
  if (/^[-+−]?\d[\d \u00a0]*(?:[.,]\d+)?%?$/.test(cell)) return 'number';
  return /^\d{1,2}[./]\d{1,2}[./]\d{4}$|^\d{4}-\d\d-\d\d/.test(cell) ? 'date' : 'text';
}

/** True where nearly all filled cells look the same. */
function isOfOneLook(cells: readonly (string | null)[]): boolean {
  const looks = cells.filter((cell) => cell !== null && cell !== '').map((cell) => lookOf(cell ?? ''));
  const most = Math.max(
    0,
    ...(['number', 'date', 'text'] as const).map((look) => looks.filter((one) => one === look).length),
  );
  return looks.length >= 2 && most >= looks.length * 0.95;
}

/** Records that stand as columns and fields that stand as rows. */
export const transposedTable: TableCheck = {
  code: 'transposed-table',
  title: { uk: 'Рядки і стовпці поміняно місцями', en: 'Rows and columns have changed places' },
  why: {
    uk: 'Запис має стояти рядком, а його поля — стовпцями. У перевернутій таблиці в одному стовпці змішано назви, числа й дати, і відібрати нічого не можна.',
    en: 'A record stands as a row and its fields as columns. In a table turned over one column mixes names, numbers and dates, and nothing can be filtered.',
  },
  example: {
    before: lines(
      'Назва,Школа № 1,Школа № 2,Ліцей,Садок,Музей',
      'Адреса,Миру 1,Лісова 2,Нова 3,Стара 4,Мала 5',
      'Місць,320,410,150,90,40',
      'Директор,Коваль,Бондар,Мельник,Гнатюк,Савчук',
      'Відкрито,01.09.1980,01.09.1975,15.08.2001,01.06.1999,18.05.1964',
    ),
    after: lines(
      'Назва,Адреса,Місць,Директор,Відкрито',
      'Школа № 1,Миру 1,320,Коваль,01.09.1980',
      'Школа № 2,Лісова 2,410,Бондар,01.09.1975',
      'Ліцей,Нова 3,150,Мельник,15.08.2001',
      'Садок,Стара 4,90,Гнатюк,01.06.1999',
      'Музей,Мала 5,40,Савчук,18.05.1964',
    ),
  },
  async find({ session, path, headers, rows }) {
    if (rows < LEAST || rows > MOST_ROWS || headers.length < LEAST || headers.length > MOST_COLUMNS) return [];
    const names = headers.map((_, index) => `c${index}`);
    const table = await session.rows(`SELECT ${names.join(', ')} FROM read_parquet(${path})`);
    const cells = table.map((row) => names.map((name) => (row[name] === null ? null : String(row[name]).trim())));
    const inRows = cells.filter((row) => isOfOneLook(row.slice(1))).length;
    const inColumns = names.slice(1).filter((_, at) => isOfOneLook(cells.map((row) => row[at + 1] ?? null))).length;
    const looks = new Set(cells.map((row) => lookOf(row.find((cell, at) => at > 0 && cell) ?? '')));
    // each row is of one kind, no column is, and the rows differ among themselves
    if (inRows < cells.length * 0.95 || inColumns > (names.length - 1) * 0.1 || looks.size < 2) return [];
    return [
      ofTable('transposed-table', {
        uk: 'Схоже, рядки і стовпці поміняно місцями: у кожному рядку однорідні значення, а в кожному стовпці різні. Переверніть таблицю у файлі (в Excel: вставити з транспонуванням).',
        en: 'Rows and columns seem to have changed places: each row is of one kind and each column of many. Turn the table over in the file (in Excel: paste transposed).',
      }),
    ];
  },
};
