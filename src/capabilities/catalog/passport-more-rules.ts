import type { FieldFault } from '../../kernel/errors.ts';
import { COMPRESSIONS, type Compression, type EuTheme, PASSPORT_LIMITS, type Passport } from './passport.ts';
import { EU_OF_THEME, RESTRICTION_NAMES } from './passport-words.ts';

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const KATOTTG = /^UA\d{17}$/;

/** The European themes of a passport: those chosen, or those its national themes lead to. */
export function euThemesOf({ euThemes, themes }: Pick<Passport, 'euThemes' | 'themes'>): EuTheme[] {
  return euThemes ?? [...new Set(themes.flatMap((code) => EU_OF_THEME[code] ?? []))].slice(0, 3);
}

/** What is not published and under which restriction, as a sentence in the dataset's language; '' where nothing is withheld. */
export function withheldInWords({ withheld, language }: Pick<Passport, 'withheld' | 'language'>): string {
  if (!withheld?.length) return '';
  const words = language === 'en' ? 'en' : 'uk';
  const parts = withheld.map(({ what, kind }) => `${what} (${RESTRICTION_NAMES[kind][words]})`).join('; ');
  return words === 'en'
    ? `Not published because access is restricted: ${parts}.`
    : `Не оприлюднюється через обмежений доступ: ${parts}.`;
}

/** Element 3 of the passport: the description with the sentence on what is withheld. */
export function fullDescription(passport: Pick<Passport, 'description' | 'withheld' | 'language'>): string {
  return [passport.description.trim(), withheldInWords(passport)].filter((part) => part !== '').join('\n\n');
}

const COMPRESSED: Readonly<Record<string, Compression>> = { GZ: 'GZIP', BZ2: 'BZIP2', TGZ: 'GZIP' };

/** Element 7: said in the passport, or told by the files; null where nothing is compressed. @param formats upper case */
export function compressionOf(passport: Pick<Passport, 'compression'>, formats: readonly string[]): Compression | null {
  const told = formats.map((format) => COMPRESSED[format] ?? COMPRESSIONS.find((one) => one === format));
  return passport.compression ?? told.find((one) => one !== undefined) ?? null;
}

/** True for nothing said: what is left out of a passport. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'from' in value && 'to' in value && value.from === null && value.to === null;
}

const MORE = [
  'responsiblePost',
  'responsiblePhone',
  'euThemes',
  'spatial',
  'temporal',
  'norm',
  'withheld',
  'compression',
  'related',
  'documents',
  'contacts',
  'previousUrl',
] as const satisfies readonly (keyof Passport)[];

/** The passport without optional elements that say nothing, so that the same passport is always written the same. */
export function tidyPassport(passport: Passport): Passport {
  const tidy: Passport = { ...passport };
  for (const field of MORE) if (isEmpty(tidy[field])) delete tidy[field];
  if (JSON.stringify(tidy.euThemes) === JSON.stringify(euThemesOf({ themes: tidy.themes }))) delete tidy.euThemes;
  return tidy;
}

const isHttp = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');

/** What does not fit in the further elements; they may be empty. */
export function moreFaults(passport: Passport): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: keyof Passport, uk: string, en: string) => faults.push({ field, text: { uk, en } });
  const length = [...fullDescription(passport)].length;
  if (passport.withheld?.length && length > PASSPORT_LIMITS.description)
    add(
      'description',
      `Опис разом із тим, що не оприлюднюється, має ${length} знаків, а вміщується ${PASSPORT_LIMITS.description}. Скоротіть опис.`,
      `The description with what is withheld has ${length} characters, ${PASSPORT_LIMITS.description} fit. Shorten the description.`,
    );
  const code = passport.spatial?.find((place) => /^UA\d/i.test(place) && !KATOTTG.test(place));
  if (code)
    add(
      'spatial',
      `У коді КАТОТТГ «${code}» має бути UA і 17 цифр. Перевірте його або напишіть назву.`,
      `The KATOTTG code “${code}” must be UA and 17 digits. Check it or write the name.`,
    );
  const { from, to } = passport.temporal ?? { from: null, to: null };
  if (from !== null && to !== null && from > to)
    add(
      'temporal',
      `Початок (${from}) пізніший за кінець (${to}). Поміняйте їх місцями.`,
      `The beginning (${from}) is later than the end (${to}). Swap them.`,
    );
  const document = passport.documents?.find(({ url }) => !isHttp(url));
  if (document)
    add(
      'documents',
      `Документ «${document.title}» має адресу «${document.url}». Потрібна повна, що починається з https://.`,
      `The document “${document.title}” has the address “${document.url}”. A whole one is needed, beginning with https://.`,
    );
  const contact = passport.contacts?.find(({ email }) => email !== '' && !EMAIL.test(email));
  if (contact)
    add(
      'contacts',
      `У контакті «${contact.name}» пошта «${contact.email}» неповна. Напишіть її як data@rada.gov.ua.`,
      `The e-mail “${contact.email}” of the contact “${contact.name}” is incomplete. Write it like data@rada.gov.ua.`,
    );
  if (passport.previousUrl && !isHttp(passport.previousUrl))
    add(
      'previousUrl',
      'Потрібна повна адреса попередніх версій, що починається з https://.',
      'A whole address of the earlier versions is needed, beginning with https://.',
    );
  return faults;
}
