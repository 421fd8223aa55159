import type { Text } from '../../../kernel/text.ts';
import { foldSpaces, foldText } from '../../../language/folding.ts';
import {
  FREQUENCIES,
  FREQUENCY_NAMES,
  LANGUAGES,
  PASSPORT_LIMITS,
  type Passport,
  THEMES,
} from '../../catalog/index.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';

/** Elements of a passport another portal can tell, in the order of the form. */
export const CARRIED = [
  'title',
  'description',
  'purpose',
  'language',
  'frequency',
  'keywords',
  'themes',
  'responsibleName',
  'responsibleEmail',
] as const;
export type CarriedField = (typeof CARRIED)[number];

/** What another portal says, as our passport says it. */
export type CarriedPassport = Pick<Passport, CarriedField>;

/** A passport made of what another portal says, and what of it did not fit or was not understood. */
export interface ReadPassport {
  readonly passport: CarriedPassport;
  readonly notes: readonly Text[];
}

const note = (uk: string, en: string): Text => ({ uk, en });

/** What a portal says of a dataset, held to the limits of the passport; nothing is lost silently. A pure decision. */
export function passportOfRemote(remote: RemoteDataset): ReadPassport {
  const notes: Text[] = [];
  const cut = (text: string, limit: number, uk: string, en: string) => {
    const letters = [...text.trim()];
    if (letters.length <= limit) return text.trim();
    notes.push(
      note(
        `${uk} має ${letters.length} знаків, а вміщується ${limit}: ми взяли початок. Скоротіть зміст самі, якщо треба.`,
        `${en} has ${letters.length} characters, ${limit} fit: the beginning was taken. Shorten it yourself if needed.`,
      ),
    );
    return letters.slice(0, limit).join('').trim();
  };
  const passport: CarriedPassport = {
    title: cut(foldSpaces(remote.title), PASSPORT_LIMITS.title, 'Назва', 'The title'),
    description: cut(remote.description, PASSPORT_LIMITS.description, 'Опис', 'The description'),
    purpose: cut(foldSpaces(remote.purpose), PASSPORT_LIMITS.purpose, 'Підстава та призначення', 'The purpose'),
    language: languageOf(remote.language, notes),
    frequency: frequencyOf(remote.frequency, notes),
    keywords: keywordsOf(remote.keywords),
    themes: themesOf(remote, notes),
    responsibleName: foldSpaces(remote.responsibleName).slice(0, 200),
    responsibleEmail: remote.responsibleEmail.trim().slice(0, 200),
  };
  return { passport, notes };
}

function languageOf(told: string, notes: Text[]): Passport['language'] {
  const code = told.trim().toLowerCase();
  if (code === '') return 'uk';
  const known = Object.entries(LANGUAGES).find(
    ([own, { name, portal, eu }]) =>
      [own, portal, eu.toLowerCase(), name.uk].includes(code) ||
      code.startsWith(`${own}-`) ||
      code.startsWith(`${own}_`),
  )?.[0];
  if (known !== undefined && known in LANGUAGES) return known as Passport['language'];
  notes.push(
    note(
      `Мови «${told}» ми не знаємо, записано українську. Перевірте.`,
      `The language “${told}” is not known, Ukrainian was written. Check it.`,
    ),
  );
  return 'uk';
}

/** Codes of other vocabularies for our frequencies (authority/frequency and words of regional portals). */
const OTHER_CODES: Readonly<Record<string, (typeof FREQUENCIES)[number]>> = {
  cont: 'more than once a day',
  update_cont: 'more than once a day',
  hourly: 'more than once a day',
  daily: 'once a day',
  weekly: 'once a week',
  monthly: 'once a month',
  quarterly: 'once a quarter',
  annual_2: 'once a half year',
  annual: 'once a year',
  yearly: 'once a year',
  never: 'no longer updated',
};

function frequencyOf(told: string, notes: Text[]): Passport['frequency'] {
  const words = foldText(told).trim();
  if (words === '') return null;
  const last = words.split('/').at(-1) ?? words; // an address of a vocabulary ends with its code
  const known =
    FREQUENCIES.find((code) => code === words) ??
    OTHER_CODES[last] ??
    FREQUENCIES.find((code) => foldText(FREQUENCY_NAMES[code].uk) === words);
  if (known) return known;
  notes.push(
    note(
      `Частоти оновлення «${told}» у переліку немає. Оберіть свою в паспорті.`,
      `The update frequency “${told}” is not on the list. Choose yours in the passport.`,
    ),
  );
  return null;
}

function keywordsOf(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => foldSpaces(tag).trim().slice(0, 100)).filter((tag) => tag !== '');
  const seen = new Set<string>();
  const fresh = tidy.filter((tag) => !seen.has(foldText(tag)) && seen.add(foldText(tag)));
  return fresh.slice(0, 30);
}

function themesOf({ groups }: RemoteDataset, notes: Text[]): string[] {
  const known = groups.flatMap(({ name, title }) => {
    if (name in THEMES) return [name];
    const byTitle = Object.entries(THEMES).find(([, words]) => foldText(words.uk) === foldText(title))?.[0];
    return byTitle === undefined ? [] : [byTitle];
  });
  const themes = [...new Set(known)];
  if (groups.length > 0 && themes.length === 0) {
    const names = groups.map(({ name, title }) => `«${title || name}»`).join(', ');
    notes.push(note(`Групи ${names} серед тем немає. Оберіть тему.`, `The groups ${names} are no themes. Choose one.`));
  }
  return themes.slice(0, 3);
}
