import { lines } from '../example.ts';
import { ANY_SHAPE, hasForm, kindCheck } from '../kind-check.ts';

const NAMES = ['січ', 'лют', 'бер', 'кві', 'тра', 'чер', 'лип', 'сер', 'вер', 'жов', 'лис', 'гру'];
const MONTHS = `[${NAMES.map((name) => `'${name}'`).join(', ')}]`;
const YEAR = '\\d{4}(?: ?р(?:\\.|оку|ік)?)?';
const MONTH = `(?i:(?:${NAMES.join('|')})\\p{L}*),? ${YEAR}`;
const QUARTER = `(?:[IІ]{1,3}|[IІ][VВ]|[1-4])(?:-?(?:й|ий|ій))? ?(?i:кв|квартал)\\.?,? ?${YEAR}`;
/** The number of a quarter, in Roman or Arabic digits. */
const numberOf = (clean: string) =>
  `CASE WHEN regexp_matches(${clean}, '^[IІ][VВ]') THEN '4' WHEN regexp_matches(${clean}, '^[1-4]') THEN substr(${clean}, 1, 1) ELSE CAST(length(regexp_extract(${clean}, '^[IІ]+')) AS VARCHAR) END`;

/** A month or a quarter in words. */
export const periodInWords = kindCheck({
  code: 'period-in-words',
  title: { uk: 'Місяць чи квартал словами', en: 'A month or a quarter in words' },
  why: {
    uk: '«січень 2026» не стане перед «лютим»: слова впорядковують за абеткою.',
    en: '“January 2026” does not stand before “February”: words are sorted by the alphabet.',
  },
  example: {
    before: lines('Показник,Період', '1,січень 2026', '2,ІІ кв. 2026', '3,лютий 2026 року'),
    after: lines('Показник,Період', '1,2026-01', '2,2026-Q2', '3,2026-02'),
  },
  kinds: ['period'],
  faulty: (clean) => `(${hasForm(clean, MONTH)} OR ${hasForm(clean, QUARTER)})`,
  digits: ANY_SHAPE,
  guard: '\\d{4}',
  mend: (clean) =>
    `CASE WHEN ${hasForm(clean, MONTH)} THEN regexp_extract(${clean}, '\\d{4}') || '-' || lpad(CAST(list_position(${MONTHS}, substr(lower(${clean}), 1, 3)) AS VARCHAR), 2, '0') ELSE regexp_extract(${clean}, '\\d{4}') || '-Q' || ${numberOf(clean)} END`,
  asks: { uk: 'Записати за порядком', en: 'Write so that they sort' },
  say: () => ({
    uk: 'місяць або квартал записано словами. Його можна записати так, щоб він ставав у своєму порядку: 2026-01, 2026-Q1.',
    en: 'a month or a quarter in words. It can be written so that it stands in its order: 2026-01, 2026-Q1.',
  }),
});
