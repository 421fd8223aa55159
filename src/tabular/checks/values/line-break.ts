import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** Line breaks inside a cell: one record stands on several lines of the file. */
export const lineBreak = patternCheck({
  code: 'line-break',
  title: { uk: 'Перенесення рядка в клітинці', en: 'A line break inside a cell' },
  why: {
    uk: 'Запис із перенесенням займає у файлі кілька рядків: багато програм бачать у ньому кілька окремих записів, а пошук не знаходить слів, між якими стоїть перенесення.',
    en: 'A record with a line break takes several lines of the file: many programs see several records in it, and search misses words with a break between them.',
  },
  example: {
    before: lines('id,Назва,Місць', '1,"Школа № 1', 'імені Лесі Українки",320', '2,Садок № 2,120'),
    after: lines('id,Назва,Місць', '1,Школа № 1 імені Лесі Українки,320', '2,Садок № 2,120'),
  },
  pattern: '[^\\s]\\s*\\n\\s*[^\\s]',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} текст розбито на кілька рядків. Якщо це одне значення, замінимо перенесення пробілом; якщо перелік, рознесіть його у файлі по окремих стовпцях або рядках.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'breaks' : 'break'} the text into several lines. If it is one value, we can put a space instead; if it is a list, spread it over columns or rows in the file.`,
  }),
  asks: { uk: 'Замінити пробілом', en: 'Put a space instead' },
  repair: (raw) => `regexp_replace(${raw}, '\\s*[\\r\\n]+\\s*', ' ', 'g')`,
});
