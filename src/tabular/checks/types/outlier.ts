import type { TableCheck } from '../check.ts';
import { isQuantity, numberOf } from '../column-words.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { inCells } from '../wording.ts';

/** So many values tell what is usual. */
const ENOUGH = 30;
/** So many times larger than ninety-nine in a hundred. */
const FAR = 1_000;
const MOST_COLUMNS = 12;
const MOST_FOUND = 3;
const SAMPLE = 50_000;

/** Numbers a thousand times larger than nearly all others: thousands of hryvnias among hryvnias, two numbers stuck together. */
export const outlier: TableCheck = {
  code: 'outlier',
  title: { uk: 'Число в тисячу разів більше за інші', en: 'A number a thousand times larger than the others' },
  why: {
    uk: 'Таке число — часто інша одиниця (гривні замість тисяч) або два числа, злиті в одне: воно одне змінює суму всього стовпця.',
    en: 'Such a number is often of another unit, or two numbers stuck together: alone it changes the sum of the whole column.',
  },
  example: {
    before: lines(
      'Номер,Сума',
      ...Array.from({ length: 40 }, (_, at) => `${at + 1},${at === 20 ? 125_000_000 : 100 + at}`),
    ),
    after: lines('Номер,Сума', ...Array.from({ length: 40 }, (_, at) => `${at + 1},${at === 20 ? 125 : 100 + at}`)),
  },
  async find({ session, columns, mended, rows }) {
    const asked = columns.filter((column) => isQuantity(column) && column.filled >= ENOUGH).slice(0, MOST_COLUMNS);
    if (asked.length === 0) return [];
    const from = mended(asked.map(({ profile }) => profile.index));
    const every = Math.max(1, Math.floor(rows / SAMPLE));
    // the largest of a small sample are left out, or they would count as usual themselves
    const usual = asked.map(
      ({ profile }) =>
        `quantile_cont(abs(${numberOf(profile.index)}), ${rows > 400 ? 0.99 : 0.9}) AS q${profile.index}`,
    );
    const [row = {}] = await session.rows(
      `SELECT ${usual.join(', ')} FROM ${from} WHERE file_row_number % ${every} = 0`,
    );
    const far = asked.flatMap((column) => {
      const most = Number(row[`q${column.profile.index}`] ?? 0) * FAR;
      return most > 0 ? [{ column, beyond: `abs(${numberOf(column.profile.index)}) > ${most}` }] : [];
    });
    if (far.length === 0) return [];
    const counts = far.map(({ beyond }, at) => `count_if(${beyond}) AS n${at}`);
    const [counted = {}] = await session.rows(`SELECT ${counts.join(', ')} FROM ${from}`);
    const told = [];
    for (const [at, { column, beyond }] of far.entries()) {
      const n = Number(counted[`n${at}`] ?? 0);
      if (n === 0 || n > MOST_FOUND) continue;
      const { index, title } = column.profile;
      const places = await session.rows(
        `SELECT file_row_number + 1 AS r, c${index} AS v FROM ${from} WHERE ${beyond} ORDER BY r LIMIT ${MOST_FOUND}`,
      );
      const cells = inCells(n);
      told.push(
        ofColumn(
          'outlier',
          column.profile,
          {
            uk: `У стовпці «${title}» у ${cells.uk} число в тисячу разів більше за майже всі інші («${places[0]?.v}»). Перевірте одиницю виміру й цифри.`,
            en: `In “${title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a number a thousand times larger than nearly all others (“${places[0]?.v}”). Check the unit and the digits.`,
          },
          { count: n, places: places.map(({ r, v }) => ({ row: Number(r), value: String(v) })) },
        ),
      );
    }
    return told;
  },
};
