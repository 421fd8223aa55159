import { tidyText } from '../../types/tidy-text.ts';
import type { ColumnFacts, TableCheck, Told } from '../check.ts';
import { isQuantity, numberOf } from '../column-words.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { rowsOf } from '../wording.ts';

const TOTAL = /^(?:всього|усього|разом|загалом|total|підсумок)(?:$|[ ,:(])/iu;
const ENOUGH_ROWS = 5;
const MOST_PARTS = 40;

/** Columns of numbers right beside the total, on one side of it, up to the first that is none. */
function beside(columns: readonly ColumnFacts[], at: number, step: 1 | -1): ColumnFacts[] {
  const parts: ColumnFacts[] = [];
  for (let next = at + step; parts.length < MOST_PARTS; next += step) {
    const column = columns[next];
    if (column === undefined || !isQuantity(column) || TOTAL.test(tidyText(column.header))) break;
    parts.push(column);
  }
  return parts;
}

/** Rows whose parts do not add up to their total, in a table where nearly all do. */
export const sumMismatch: TableCheck = {
  code: 'sum-mismatch',
  title: { uk: 'Сума не сходиться', en: 'The sum does not agree' },
  why: {
    uk: 'Якщо в рядку «Усього» не дорівнює сумі частин, одне з чисел хибне, і довіра зникає до всієї таблиці.',
    en: 'Where a row’s total is not the sum of its parts, one of the numbers is wrong, and the whole table loses trust.',
  },
  example: {
    before: lines(
      'Школа,Усього,Хлопці,Дівчата',
      'Перша,100,52,48',
      'Друга,80,41,39',
      'Третя,95,40,50',
      'Четверта,60,30,30',
      'П’ята,70,35,35',
      'Шоста,50,20,30',
    ),
    after: lines(
      'Школа,Усього,Хлопці,Дівчата',
      'Перша,100,52,48',
      'Друга,80,41,39',
      'Третя,90,40,50',
      'Четверта,60,30,30',
      'П’ята,70,35,35',
      'Шоста,50,20,30',
    ),
  },
  async find({ session, columns, mended, rows }) {
    if (rows < ENOUGH_ROWS) return [];
    const told: Told[] = [];
    for (const [at, total] of columns.entries()) {
      if (!TOTAL.test(tidyText(total.header)) || !isQuantity(total)) continue;
      for (const parts of [beside(columns, at, 1), beside(columns, at, -1)]) {
        if (parts.length < 2) continue;
        const sum = parts.map(({ profile }) => `coalesce(${numberOf(profile.index)}, 0)`).join(' + ');
        const whole = numberOf(total.profile.index);
        const from = mended([total, ...parts].map(({ profile }) => profile.index));
        const off = `abs(${whole} - (${sum})) > 0.011 + abs(${whole}) * 1e-9`;
        const [row] = await session.rows(
          `SELECT count(${whole}) AS n, count_if(${off}) AS wrong FROM ${from} WHERE (${sum}) <> 0`,
        );
        const [n, wrong] = [Number(row?.n ?? 0), Number(row?.wrong ?? 0)];
        // where one in five disagrees, these are not the parts
        if (n < ENOUGH_ROWS || wrong === 0 || wrong * 5 > n) continue;
        const places = await session.rows(
          `SELECT file_row_number + 1 AS r, CAST(c${total.profile.index} AS VARCHAR) || ' ≠ ' || CAST(round(${sum}, 4) AS VARCHAR) AS v FROM ${from} WHERE ${off} AND (${sum}) <> 0 ORDER BY r LIMIT 20`,
        );
        const many = rowsOf(wrong);
        told.push(
          ofColumn(
            'sum-mismatch',
            total.profile,
            {
              uk: `У стовпці «${total.profile.title}» ${many.uk}, де сума частин інша (${places[0]?.v}). Перевірте числа й виправте у файлі.`,
              en: `In “${total.profile.title}”, ${many.en} where the parts add up to something else (${places[0]?.v}). Check the numbers and correct the file.`,
            },
            { count: wrong, places: places.map(({ r, v }) => ({ row: Number(r), value: String(v) })) },
          ),
        );
        break;
      }
    }
    return told;
  },
};
