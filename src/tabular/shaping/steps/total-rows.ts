import { z } from 'zod';
import { clean } from '../../scan/clean.ts';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, placesOf, withoutRows } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const WORDS = 'всього|усього|разом|итого|підсумок|total';
/** A cell that begins as a total does: «Разом заказників», «Всього:». */
export const TOTAL_BEGINS = `(?i:(?:${WORDS})(?:[ ,:.].{0,200})?)`;
/** A cell that can hardly say anything else: «Всього», «Разом по області:». */
const TOTAL_WORDS = `(?i:(?:${WORDS})(?: (?:по|за|у|в|на|для) .{1,60})?[ :.]*)`;
const NUMBER = '[-+−–]?[\\d\\s.,\\x{00a0}\\x{202f}]*\\d[\\d\\s.,\\x{00a0}\\x{202f}]*%?';

/** A table wider than this is asked by the words alone. */
const WIDEST = 200;

/** SQL, true where the row has nothing but numbers beside the word, and at least one: no record of such a table looks like that. */
export function isTotalByShape(word: number, columns: number): string {
  const others = Array.from({ length: columns }, (_, index) => index).filter((index) => index !== word);
  if (others.length === 0 || columns > WIDEST) return 'false';
  const number = (index: number) => `regexp_full_match(trim(c${index}), ${sqlText(NUMBER)})`;
  const blank = (index: number) => `NOT coalesce(regexp_matches(c${index}, '[\\p{L}\\p{N}]'), false)`;
  const fits = others.map((index) => `(${blank(index)} OR ${number(index)})`).join(' AND ');
  const any = others.map((index) => `coalesce(${number(index)}, false)`).join(' OR ');
  return `(regexp_full_match(${clean(`c${word}`)}, ${sqlText(TOTAL_BEGINS)}) AND ${fits} AND (${any}))`;
}

/** SQL, true where the row sums up others: by its shape, or by words that say nothing else. */
export function isTotal(word: number, columns: number): string {
  const said = `regexp_full_match(${clean(`c${word}`)}, ${sqlText(TOTAL_WORDS)})`;
  return `coalesce(${said} OR ${isTotalByShape(word, columns)}, false)`;
}

/** Rows that sum up others are left out: whoever adds the column up counts everything once. */
export const totalRows = defineShape({
  code: 'shape-total-rows',
  title: { uk: 'Без підсумкових рядків', en: 'Totals left out' },
  deed: { uk: 'Прибрати підсумкові рядки', en: 'Leave the totals out' },
  parameters: z.strictObject({ column: ColumnTitle }),
  describe: ({ column }) => ({
    uk: `прибрано рядки з підсумками («Всього», «Разом») у стовпці «${column}»`,
    en: `rows with totals in “${column}” left out`,
  }),
  apply: async (table, { column }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    return withoutRows(table, isTotal(places[0] ?? 0, table.headers.length));
  },
});
