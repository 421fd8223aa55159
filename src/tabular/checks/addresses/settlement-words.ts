import { both, sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { kindCheck } from '../kind-check.ts';

const WORDS: readonly (readonly [string, string])[] = [
  ['м.', 'місто|міста|м\\.|м'],
  ['с-ще', 'селище|с-ще'],
  ['смт', 'смт\\.?|селище міського типу'],
  ['с.', 'село|с\\.|с'],
];
const ANY = `^(?:${WORDS.map(([, written]) => written).join('|')}) *\\p{Lu}`;
const short = (clean: string) =>
  WORDS.reduce(
    (sql, [word, written]) => `regexp_replace(${sql}, ${sqlText(`^(?:${written}) *(\\p{Lu})`)}, '${word} \\1')`,
    clean,
  );

/** “м.”, “місто”, “с.” in different ways. */
export const settlementWords = kindCheck({
  code: 'settlement-words',
  title: { uk: '«м.», «місто», «с.» записано по-різному', en: '“м.”, “місто”, “с.” in different ways' },
  why: {
    uk: '«м.Луцьк» і «місто Луцьк» для програми — два різні міста.',
    en: '“м.Луцьк” and “місто Луцьк” are two cities to a program.',
  },
  example: {
    before: lines('Об’єкт,Населений пункт', 'а,м. Луцьк', 'б,м.Ковель', 'в,село Зміїнець'),
    after: lines('Об’єкт,Населений пункт', 'а,м. Луцьк', 'б,м. Ковель', 'в,с. Зміїнець'),
  },
  kinds: ['settlement'],
  faulty: (clean) => both(`regexp_matches(${clean}, ${sqlText(ANY)})`, `${short(clean)} <> ${clean}`),
  digits: 'blind',
  guard: ANY,
  mend: short,
  say: () => ({
    uk: 'слово «місто» чи «село» записано по-різному. Запишемо однаково: «м. Луцьк», «с. Зміїнець».',
    en: 'the word for city or village written in different ways. We can write it alike: “м. Луцьк”, “с. Зміїнець”.',
  }),
});
