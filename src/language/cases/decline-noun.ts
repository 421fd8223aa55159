import { type Animacy, type Case, type Endings, endings, type Gender } from './grammatical-case.ts';
import { KNOWN_NOUNS, UNCHANGING } from './lexicon.ts';

/** One kind of nouns: what the nominative ends with, how much of it goes, what comes instead. The first that fits counts. */
interface Kind {
  readonly ends: RegExp;
  readonly cut: number;
  readonly gender: Gender;
  readonly person: Endings;
  /** Where things differ from people. */
  readonly thing?: Endings;
}

/** People: -а, -у; things: -у in the genitive, and the accusative is the nominative (`SAME`). */
const SAME = '=';
const masculine = (ends: RegExp, cut: number, person: Endings, genitive: string): Kind => ({
  ends,
  cut,
  gender: 'masculine',
  person,
  thing: { ...person, genitive, accusative: SAME },
});

const KINDS: readonly Kind[] = [
  // neuter
  { ends: /(.)\1я$/u, cut: 1, gender: 'neuter', person: endings('я', 'ю', 'я', 'ям') }, // управління, життя
  { ends: /ще$|[жчш]е$/u, cut: 1, gender: 'neuter', person: endings('а', 'у', 'е', 'ем') }, // училище
  { ends: /це$/u, cut: 1, gender: 'neuter', person: endings('я', 'ю', 'е', 'ем') }, // місце
  { ends: /о$/u, cut: 1, gender: 'neuter', person: endings('а', 'у', 'о', 'ом') }, // підприємство
  // feminine
  { ends: /[іеаоую]я$/u, cut: 1, gender: 'feminine', person: endings('ї', 'ї', 'ю', 'єю') }, // комісія
  { ends: /[’'ʼ]я$/u, cut: 1, gender: 'feminine', person: endings('ї', 'ї', 'ю', 'єю') }, // сім’я
  { ends: /я$/u, cut: 1, gender: 'feminine', person: endings('і', 'і', 'ю', 'ею') }, // лікарня, начальниця
  { ends: /[жчшщ]а$/u, cut: 1, gender: 'feminine', person: endings('і', 'і', 'у', 'ею') }, // площа
  { ends: /ка$/u, cut: 2, gender: 'feminine', person: endings('ки', 'ці', 'ку', 'кою') }, // завідувачка, аптека
  { ends: /га$/u, cut: 2, gender: 'feminine', person: endings('ги', 'зі', 'гу', 'гою') }, // колега
  { ends: /ха$/u, cut: 2, gender: 'feminine', person: endings('хи', 'сі', 'ху', 'хою') },
  { ends: /а$/u, cut: 1, gender: 'feminine', person: endings('и', 'і', 'у', 'ою') }, // рада
  { ends: /ість$/u, cut: 4, gender: 'feminine', person: endings('ості', 'ості', 'ість', 'істю') }, // власність
  // masculine
  masculine(/ець$/u, 3, endings('ця', 'цю', 'ця', 'цем'), 'ця'), // фахівець
  masculine(/ень$/u, 3, endings('ня', 'ню', 'ня', 'нем'), 'ня'),
  masculine(/ь$/u, 1, endings('я', 'ю', 'я', 'ем'), 'ю'), // учитель
  masculine(/й$/u, 1, endings('я', 'ю', 'я', 'єм'), 'ю'), // водій, музей
  masculine(/(?<!коміс)ар$/u, 0, endings('я', 'ю', 'я', 'ем'), 'у'), // секретар (not комісар)
  masculine(/[жчшщ]$/u, 0, endings('а', 'у', 'а', 'ем'), 'у'), // завідувач, коледж
  masculine(/(?:ик|як)$/u, 0, endings('а', 'у', 'а', 'ом'), 'а'), // заповідник, маяк
  masculine(/ок$/u, 2, endings('ка', 'ку', 'ка', 'ком'), 'ку'), // будинок
  masculine(/[бвгґдзклмнпрстфхц]$/u, 0, endings('а', 'у', 'а', 'ом'), 'у'), // директор, відділ
];

/** Gender by the ending; null: not a noun in the nominative as far as endings tell. */
export function genderOfNoun(word: string): Gender | null {
  const small = word.toLowerCase();
  if (UNCHANGING.has(small)) return 'neuter';
  return KNOWN_NOUNS[small]?.gender ?? KINDS.find(({ ends }) => ends.test(small))?.gender ?? null;
}

/** The noun in a case; a word that no ending fits stays as it is. */
export function declineNoun(word: string, to: Case, animacy: Animacy): string {
  const small = word.toLowerCase();
  if (UNCHANGING.has(small)) return word;
  const known = KNOWN_NOUNS[small]?.cases[to];
  if (known) return word.charAt(0) + known.slice(1);
  const kind = KINDS.find(({ ends }) => ends.test(small));
  if (!kind) return word;
  const ending = (animacy === 'thing' ? (kind.thing ?? kind.person) : kind.person)[to];
  return ending === SAME ? word : word.slice(0, word.length - kind.cut) + ending;
}
