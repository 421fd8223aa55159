import { sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Words of the dictionary of addresses and what people write for them, at the beginning of a value or after a comma. */
const WORDS: readonly (readonly [string, string])[] = [
  ['вул.', 'вулиця|вулиці|вул\\.|вул|ул\\.'],
  ['пров.', 'провулок|пров\\.|пров|пер\\.'],
  ['просп.', 'проспект|пр-кт\\.?|пр-т\\.?|просп\\.|просп'],
  ['бульв.', 'бульвар|б-р\\.?|бульв\\.|бул\\.'],
  ['пл.', 'площа|пл\\.'],
];
const START = '(^|, ?)';
const ANY = `${START}(?i:${WORDS.map(([, written]) => written).join('|')}) *["«“]?[\\p{Lu}\\d]`;
const short = (clean: string) =>
  WORDS.reduce(
    (sql, [word, written]) =>
      `regexp_replace(${sql}, ${sqlText(`${START}(?i:${written}) *(["«“]?[\\p{Lu}\\d])`)}, '\\1${word} \\2', 'g')`,
    clean,
  );
/** What is written short already; taken away, only what is written otherwise is left to be found. One pass instead of five. */
const SHORT = `${START}(?:${WORDS.map(([word]) => word.replace('.', '\\.')).join('|')}) (["«“]?[\\p{Lu}\\d])`;
/** One street written so and nothing after it that begins as a word for street may: told at once. */
const PLAIN = `(?:${WORDS.map(([word]) => word.replace('.', '\\.')).join('|')}) [^вупбВУПБ ,][^,]*(?:,(?: ?[^вупбВУПБ ,][^,]*)?)*`;
const withoutShort = (clean: string) => `regexp_replace(${clean}, ${sqlText(SHORT)}, '\\1\\2', 'g')`;

/** The word for “street” in different ways. */
export const streetWords = kindCheck({
  code: 'street-words',
  title: { uk: 'Слово «вулиця» записано по-різному', en: 'The word for “street” in different ways' },
  why: {
    uk: '«вулиця Шевченка» і «вул.Шевченка» для програми — дві різні вулиці.',
    en: '“вулиця Шевченка” and “вул.Шевченка” are two streets to a program.',
  },
  example: {
    before: lines('Об’єкт,Вулиця', 'а,вул. Харківська', 'б,вулиця Волі', 'в,вул.Франка'),
    after: lines('Об’єкт,Вулиця', 'а,вул. Харківська', 'б,вул. Волі', 'в,вул. Франка'),
  },
  kinds: ['street', 'address'],
  faulty: (clean) =>
    `CASE WHEN ${hasForm(clean, PLAIN)} THEN false WHEN regexp_matches(${clean}, ${sqlText(ANY)}) THEN regexp_matches(${withoutShort(clean)}, ${sqlText(ANY)}) ELSE false END`,
  digits: 'blind',
  // no guard: most addresses have such a word, and those written as they should be are told sooner than it is found
  mend: short,
  say: () => ({
    uk: 'слово «вулиця» («провулок», «площа» …) записано інакше, ніж у словнику адрес. Запишемо скорочено: вул., пров., просп., бульв., пл.',
    en: 'the word for street, lane or square written otherwise than in the dictionary of addresses. We can write it short: вул., пров., просп., бульв., пл.',
  }),
});
