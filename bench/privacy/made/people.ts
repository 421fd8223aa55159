import { FATHERS, GIVEN_MEN, GIVEN_WOMEN, SURNAMES } from './name-lists.ts';
import type { Random } from './random.ts';

/** An invented person. */
export interface Person {
  readonly woman: boolean;
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly born: Date;
}

export type Case = 'nominative' | 'genitive' | 'dative' | 'instrumental';

const VOWEL = /[аеєиіїоуюя]$/;

function feminine(surname: string): string {
  if (/(ськ|цьк|зьк)ий$/.test(surname)) return surname.replace(/ий$/, 'а');
  if (/(ов|єв|ев)$/.test(surname)) return `${surname}а`;
  return /[нтлдр]ий$/.test(surname) ? surname.replace(/ий$/, 'а') : surname;
}

const IRREGULAR_FATHERS: Readonly<Record<string, readonly [string, string]>> = {
  Микола: ['Миколайович', 'Миколаївна'],
  Григорій: ['Григорович', 'Григорівна'],
  Яким: ['Якимович', 'Якимівна'],
  Кузьма: ['Кузьмич', 'Кузьмівна'],
  Лука: ['Лукич', 'Луківна'],
  Ілля: ['Ілліч', 'Іллівна'],
  Лев: ['Львович', 'Львівна'],
  Ігор: ['Ігорович', 'Ігорівна'],
};

function patronymicOf(father: string, woman: boolean): string {
  const known = IRREGULAR_FATHERS[father];
  if (known) return known[woman ? 1 : 0];
  if (father.endsWith('ій') || father.endsWith('й')) return father.replace(/й$/, woman ? 'ївна' : 'йович');
  const stem = father.replace(/[оь]$/, '');
  return `${stem}${woman ? 'івна' : 'ович'}`;
}

export function makePerson(random: Random, from = 1938, to = 2005): Person {
  const woman = random.chance(0.52);
  const surname = random.of(SURNAMES);
  const born = new Date(Date.UTC(random.whole(from, to), random.whole(0, 11), random.whole(1, 28)));
  const double = woman && random.chance(0.04) ? `-${feminine(random.of(SURNAMES))}` : '';
  return {
    woman,
    surname: `${woman ? feminine(surname) : surname}${double}`,
    given: random.of(woman ? GIVEN_WOMEN : GIVEN_MEN),
    patronymic: patronymicOf(random.of(FATHERS), woman),
    born,
  };
}

type Endings = readonly [genitive: string, dative: string, instrumental: string];
const at = { genitive: 0, dative: 1, instrumental: 2 } as const;

function bend(stem: string, endings: Endings, grammatical: Exclude<Case, 'nominative'>): string {
  return `${stem}${endings[at[grammatical]]}`;
}

function bendOnA(word: string, grammatical: Exclude<Case, 'nominative'>): string {
  const stem = word.slice(0, -1);
  const soft = word.endsWith('я');
  const afterVowel = VOWEL.test(stem);
  if (soft) return bend(stem, afterVowel ? ['ї', 'ї', 'єю'] : ['і', 'і', 'ею'], grammatical);
  const changed = stem.replace(/г$/, 'з').replace(/к$/, 'ц').replace(/х$/, 'с');
  return grammatical === 'dative' ? `${changed}і` : bend(stem, ['и', 'і', 'ою'], grammatical);
}

function bendMan(word: string, grammatical: Exclude<Case, 'nominative'>): string {
  if (/[ая]$/.test(word)) return bendOnA(word, grammatical);
  if (/(ськ|цьк|зьк|н|т|в)ий$/.test(word)) return bend(word.slice(0, -2), ['ого', 'ому', 'им'], grammatical);
  if (word.endsWith('ець')) return bend(`${word.slice(0, -3)}ц`, ['я', 'ю', 'ем'], grammatical);
  if (/й$/.test(word)) return bend(word.slice(0, -1), ['я', 'ю', 'єм'], grammatical);
  if (word.endsWith('ь')) return bend(word.slice(0, -1), ['я', 'ю', 'ем'], grammatical);
  if (word.endsWith('о')) return bend(word.slice(0, -1), ['а', 'у', 'ом'], grammatical);
  if (/(ов|ев|єв)$/.test(word)) return bend(word, ['а', 'у', 'им'], grammatical);
  if (word.endsWith('ор')) return word === 'Ігор' ? bend(word, ['я', 'ю', 'ем'], grammatical) : word;
  return VOWEL.test(word) ? word : bend(word, ['а', 'у', 'ом'], grammatical);
}

function bendWoman(word: string, grammatical: Exclude<Case, 'nominative'>): string {
  if (/(ська|цька|зька|ова|єва|ева)$/.test(word)) return bend(word.slice(0, -1), ['ої', 'ій', 'ою'], grammatical);
  if (/[ая]$/.test(word)) return bendOnA(word, grammatical);
  return word === 'Любов' ? bend('Любов', ['і', 'і', '’ю'], grammatical) : word;
}

/** A name in a case, part by part. */
export function inCase(person: Person, grammatical: Case): Person {
  if (grammatical === 'nominative') return person;
  const bent = person.woman ? bendWoman : bendMan;
  const part = (word: string) =>
    word
      .split('-')
      .map((piece) => bent(piece, grammatical))
      .join('-');
  const patronymic = person.woman
    ? bendOnA(person.patronymic, grammatical)
    : bend(person.patronymic, ['а', 'у', 'ем'], grammatical);
  return { ...person, surname: part(person.surname), given: bent(person.given, grammatical), patronymic };
}

const first = (word: string): string => word.slice(0, 1);

/** The ways names stand in tables. */
export const NAME = {
  full: ({ surname, given, patronymic }: Person) => `${surname} ${given} ${patronymic}`,
  givenFirst: ({ surname, given, patronymic }: Person) => `${given} ${patronymic} ${surname}`,
  short: ({ surname, given }: Person) => `${surname} ${given}`,
  shortGivenFirst: ({ surname, given }: Person) => `${given} ${surname}`,
  capitalSurname: ({ surname, given, patronymic }: Person) => `${surname.toUpperCase()} ${given} ${patronymic}`,
  capitals: ({ surname, given, patronymic }: Person) => `${surname} ${given} ${patronymic}`.toUpperCase(),
  initials: ({ surname, given, patronymic }: Person) => `${surname} ${first(given)}.${first(patronymic)}.`,
  initialsApart: ({ surname, given, patronymic }: Person) => `${surname} ${first(given)}. ${first(patronymic)}.`,
  initialsFirst: ({ surname, given, patronymic }: Person) => `${first(given)}. ${first(patronymic)}. ${surname}`,
  oneInitial: ({ surname, given }: Person) => `${surname} ${first(given)}.`,
} as const;
