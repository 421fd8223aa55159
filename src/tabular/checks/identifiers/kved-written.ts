import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** KVED written otherwise. */
export const kvedWritten = kindCheck({
  code: 'kved-written',
  title: { uk: 'КВЕД записано інакше', en: 'KVED written otherwise' },
  why: {
    uk: 'У класифікаторі між розділом і класом крапка: «8411» чи «84,11» за ним не знайти.',
    en: 'The classifier has a point between division and class: “8411” or “84,11” is not found there.',
  },
  example: {
    before: lines('КВЕД,Назва', '84.11,а', '62.01,б', '8411,в', '"62,02",г'),
    after: lines('КВЕД,Назва', '84.11,а', '62.01,б', '84.11,в', '62.02,г'),
  },
  kinds: ['kved'],
  faulty: (clean) => hasForm(clean, '\\d{4}|\\d{2},\\d{1,2}'),
  digits: 'blind',
  guard: '^\\d{2},?\\d{1,2}$',
  mend: (clean) => `substr(${clean}, 1, 2) || '.' || regexp_extract(${clean}, ',?(\\d{1,2})$', 1)`,
  say: () => ({
    uk: 'у коді КВЕД немає крапки або замість неї кома. Запишемо так: 84.11.',
    en: 'a KVED code without its point or with a comma. We can write it as 84.11.',
  }),
});
