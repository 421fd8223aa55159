import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[ T].*)?';
const DOTS = '\\d{2}\\.\\d{2}\\.\\d{4}';

/** A day that has not come. */
export const futureDate = kindCheck({
  code: 'future-date',
  title: { uk: 'Дата, якої ще не було', en: 'A day that has not come' },
  why: {
    uk: 'Рішення не приймають завтрашнім днем: така дата — описка, і запис не стане на своє місце.',
    en: 'No decision is made tomorrow: such a date is a slip, and the record is out of its place.',
  },
  example: {
    before: lines('Номер,Дата рішення', '1,2024-02-01', '2,2099-02-01', '3,2024-03-01'),
    after: lines('Номер,Дата рішення', '1,2024-02-01', '2,2019-02-01', '3,2024-03-01'),
  },
  kinds: ['date', 'datetime'],
  faulty: (clean) =>
    `CASE WHEN ${hasForm(clean, ISO)} THEN substr(${clean}, 1, 10) > strftime(current_date, '%Y-%m-%d') WHEN ${hasForm(clean, DOTS)} THEN substr(${clean}, 7, 4) || '-' || substr(${clean}, 4, 2) || '-' || substr(${clean}, 1, 2) > strftime(current_date, '%Y-%m-%d') ELSE false END`,
  digits: { shape: `${ISO}|${DOTS}` },
  guard: `^(?:${ISO}|${DOTS})$`,
  say: () => ({
    uk: 'дата ще не настала, а стовпець каже про те, що вже було. Звірте рік.',
    en: 'a day that has not come, while the column tells what has been. Compare the year.',
  }),
  onlyHeader:
    /народжен|прийнят|ухвален|підписан|видан|видач|реєстрац|рішення|наказу|договору|створен|заснуван|надходжен|birth|issued|created|signed|submitted/iu,
  when: ({ header }) => !/до$|закінчен|завершен|кінець|дійсн|строк|термін|план/iu.test(header.trim()),
});
