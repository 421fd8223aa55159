import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?)?';
const DOTS = '\\d{1,2}\\.\\d{1,2}\\.\\d{4}';

/** KVED turned into a date. */
export const kvedAsDate = kindCheck({
  code: 'kved-as-date',
  title: { uk: 'КВЕД став датою', en: 'KVED turned into a date' },
  why: {
    uk: 'Excel прочитав «01.11» як перше листопада. Такого виду діяльності немає, і код загублено.',
    en: 'Excel read “01.11” as the first of November. There is no such activity, and the code is lost.',
  },
  example: {
    before: lines('КВЕД,Назва', '84.11,а', '62.01,б', '2026-11-01,в'),
    after: lines('КВЕД,Назва', '84.11,а', '62.01,б', '01.11,в'),
  },
  kinds: ['kved'],
  faulty: (clean) => hasForm(clean, `${ISO}|${DOTS}`),
  digits: 'blind',
  guard: `^(?:${ISO}|${DOTS})$`,
  mend: (clean) =>
    `CASE WHEN ${hasForm(clean, ISO)} THEN substr(${clean}, 9, 2) || '.' || substr(${clean}, 6, 2) ELSE lpad(split_part(${clean}, '.', 1), 2, '0') || '.' || lpad(split_part(${clean}, '.', 2), 2, '0') END`,
  asks: { uk: 'Повернути коди', en: 'Put the codes back' },
  say: () => ({
    uk: 'замість коду КВЕД стоїть дата: так Excel читає «01.11». День і місяць цієї дати і є кодом; якщо це так, повернемо його.',
    en: 'a date in place of a KVED code: so Excel reads “01.11”. The day and the month of the date are the code; if it is so, we can put it back.',
  }),
});
