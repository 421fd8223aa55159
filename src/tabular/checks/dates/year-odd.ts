import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const DAY =
  '\\d{4}(?:-\\d{2}-\\d{2}(?:[ T]\\d.*)?| ?р.*)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}(?: .*)?|["«]?\\d{1,2}["»]? \\p{L}+ \\d{4}.*';

/** An odd year. */
export const yearOdd = kindCheck({
  code: 'year-odd',
  title: { uk: 'Дивний рік', en: 'An odd year' },
  why: {
    uk: 'Рік 0202 чи 2205 — найчастіше описка: запис випаде з будь-якого проміжку.',
    en: 'The year 0202 or 2205 is usually a slip: the record drops out of every period.',
  },
  example: {
    before: lines('Номер,Дата рішення', '1,2024-02-01', '2,2205-02-01', '3,2024-03-01'),
    after: lines('Номер,Дата рішення', '1,2024-02-01', '2,2025-02-01', '3,2024-03-01'),
  },
  kinds: ['date', 'datetime', 'year'],
  // most days of most tables are ISO ones: they are told by comparing their first letters
  faulty: (clean) => `CASE WHEN substr(${clean}, 5, 1) = '-'
    THEN ${both(`(${clean} < '1600' OR ${clean} >= '2101')`, hasForm(clean, DAY))}
    ELSE ${both(`regexp_matches(${clean}, '(?:^|[^\\d])(?:0\\d{3}|1[0-5]\\d{2}|2[1-9]\\d{2}|[3-9]\\d{3})(?:$|[^\\d])')`, hasForm(clean, DAY))} END`,
  digits: { shape: DAY },
  guard: `^(?:${DAY})$`,
  say: () => ({
    uk: 'рік раніший за 1600-й або пізніший за 2100-й («0202», «2205»). Звірте й виправте у файлі.',
    en: 'a year before 1600 or after 2100 (“0202”, “2205”). Compare and correct the file.',
  }),
});
