import { sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const TAG = '</?(?:p|br|b|i|u|a|em|strong|span|div|font|li|ul|ol|td|tr|table|img|sup|sub|h[0-9])(?:\\s[^<>]*)?/?>';
const ENTITY = '&(?:nbsp|amp|quot|lt|gt|laquo|raquo|mdash|ndash|apos|rsquo|#[0-9]{2,5});';
const NAMED: readonly (readonly [string, string])[] = [
  ['&nbsp;', ' '],
  ['&quot;', '"'],
  ['&laquo;', '«'],
  ['&raquo;', '»'],
  ['&mdash;', '—'],
  ['&ndash;', '–'],
  ['&apos;', '’'],
  ['&rsquo;', '’'],
  ['&#39;', '’'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
];

/** Tags and names of signs that a web page left in a value. */
export const markup = patternCheck({
  code: 'markup',
  title: { uk: 'Розмітка вебсторінки в клітинці', en: 'Markup of a web page in a cell' },
  why: {
    uk: '«<br>» чи «&nbsp;» залишилися від вебсторінки: людина бачить у таблиці зайві знаки, а пошук не знаходить слів поруч із ними.',
    en: '“<br>” or “&nbsp;” were left by a web page: people see stray signs in the table, and search misses the words beside them.',
  },
  example: {
    before: lines('id,Опис', '1,<b>Ремонт</b> даху', '2,Вікна&nbsp;та двері', '3,Підлога'),
    after: lines('id,Опис', '1,Ремонт даху', '2,Вікна та двері', '3,Підлога'),
  },
  pattern: `(?i:${TAG})|${ENTITY}`,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} є розмітка вебсторінки («<br>», «&nbsp;»). Можемо прибрати її й лишити сам текст.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} markup of a web page (“<br>”, “&nbsp;”). We can remove it and keep the text.`,
  }),
  asks: { uk: 'Лишити сам текст', en: 'Keep the text only' },
  repair(raw) {
    const breaks = `regexp_replace(${raw}, '(?i:<(?:br|/p|/div|/li|/td)\\s*/?>)', ' ', 'g')`;
    const bare = `regexp_replace(${breaks}, ${sqlText(`(?i:${TAG})`)}, '', 'g')`;
    const signs = NAMED.reduce((sql, [name, sign]) => `replace(${sql}, ${sqlText(name)}, ${sqlText(sign)})`, bare);
    return `CASE WHEN regexp_matches(${raw}, ${sqlText(`(?i:${TAG})|${ENTITY}`)}) THEN nullif(trim(regexp_replace(${signs}, ' +', ' ', 'g')), '') ELSE ${raw} END`;
  },
});
