import type { ColumnFacts, TableCheck, TableFacts } from '../check.ts';
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
const SAMPLE = 20_000;
const STRETCHES = 10;

/**
 * Cells as they stand where no repair changes a number, which saves carrying repairs out once more; otherwise as they will be.
 * @param rows which rows are worth mending
 */
function relationFor({ path, mended, repaired }: TableFacts, asked: readonly ColumnFacts[], rows: string): string {
  return asked.some(({ profile }) => repaired.has(profile.index))
    ? mended(
        asked.map(({ profile }) => profile.index),
        rows,
      )
    : `read_parquet(${path}, file_row_number = true)`;
}

/** Stretches of rows spread over the table. */
function spread(rows: number): string {
  if (rows <= SAMPLE) return 'true';
  const starts = Array.from({ length: STRETCHES }, (_, at) =>
    Math.floor((at * (rows - SAMPLE / STRETCHES)) / (STRETCHES - 1)),
  );
  return starts.map((start) => `file_row_number BETWEEN ${start} AND ${start + SAMPLE / STRETCHES}`).join(' OR ');
}

/** A number so large is at least so long. */
const lengthOf = (most: number) => Math.floor(Math.log10(most)) + 1;

/** Most cells are told by their length alone. */
function isBeyond(index: number, most: number): string {
  return `CASE WHEN strlen(c${index}) >= ${lengthOf(most)} THEN abs(${numberOf(index)}) > ${most} ELSE false END`;
}

/** The same of the cell before repairs: they make no number longer but where it is written with words («5 млн»). */
function mayBeBeyond(index: number, most: number): string {
  return `strlen(c${index}) >= ${lengthOf(most)} OR regexp_matches(c${index}, '\\p{L}')`;
}

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
  async find(table) {
    const { session, columns, rows } = table;
    const asked = columns.filter((column) => isQuantity(column) && column.filled >= ENOUGH).slice(0, MOST_COLUMNS);
    if (asked.length === 0) return [];
    // the largest of a small sample are left out, or they would count as usual themselves
    const share = rows > 400 ? 0.99 : 0.9;
    const usual = asked.map(
      ({ profile: { index } }) => `quantile_cont(abs(${numberOf(index)}), ${share}) AS q${index}`,
    );
    const [row = {}] = await session.rows(
      `SELECT ${usual.join(', ')} FROM ${relationFor(table, asked, spread(rows))} WHERE ${spread(rows)}`,
    );
    const far = asked.flatMap((column) => {
      const most = Number(row[`q${column.profile.index}`] ?? 0) * FAR;
      return most > 0 ? [{ column, most, beyond: isBeyond(column.profile.index, most) }] : [];
    });
    if (far.length === 0) return [];
    const from = relationFor(
      table,
      asked,
      far.map(({ column, most }) => mayBeBeyond(column.profile.index, most)).join(' OR '),
    );
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
