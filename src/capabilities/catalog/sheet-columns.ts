import { dayOf } from '../../kernel/dates.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { foldName } from '../../language/folding.ts';
import { COMPRESSIONS, type Passport, RESTRICTIONS } from './passport.ts';
import { euThemesOf } from './passport-more-rules.ts';
import { EU_THEMES, LANGUAGES, RESTRICTION_NAMES } from './passport-words.ts';
import {
  choiceOf,
  choicesOf,
  dayAsCell,
  dayOfCell,
  groundAsCell,
  groundOfCell,
  linesOf,
  partsOf,
  type ReadCell,
} from './sheet-cells.ts';
import { FREQUENCY_NAMES, THEMES } from './themes.ts';

/** A column of «Паспорти таблицею»: an element of the passport as one cell of text, and back. */
export interface SheetColumn {
  readonly field: keyof Passport;
  readonly name: Text;
  /** Characters. */
  readonly width: number;
  /** Choices of the cell, by code; `many`: several, parted by semicolons. */
  readonly choices?: Readonly<Record<string, Text>>;
  readonly many?: boolean;
  write(passport: Passport, language: Language): string;
  read(cell: string, before: Passport): ReadCell;
}

type TextField = 'title' | 'description' | 'purpose' | 'responsibleName' | 'responsibleEmail';
type FurtherText = 'norm' | 'responsiblePost' | 'responsiblePhone' | 'previousUrl';

const text = (field: TextField | FurtherText, uk: string, en: string, width: number): SheetColumn => ({
  field,
  name: { uk, en },
  width,
  write: (passport) => passport[field] ?? '',
  read: (cell) => ({ value: cell }),
});

const LANGUAGE_NAMES = Object.fromEntries(Object.entries(LANGUAGES).map(([code, { name }]) => [code, name]));
const COMPRESSION_NAMES = Object.fromEntries(COMPRESSIONS.map((code) => [code, { uk: code, en: code }]));

/** Days at both ends are two columns of one element. */
const end = (part: 'from' | 'to', uk: string, en: string): SheetColumn => ({
  field: 'temporal',
  name: { uk, en },
  width: 14,
  write: (passport) => dayAsCell(passport.temporal?.[part]),
  read(cell, before) {
    const day = dayOfCell(cell);
    return 'fault' in day ? day : { value: { ...(before.temporal ?? { from: null, to: null }), [part]: day.value } };
  },
});

/** All columns of passports, in their order. */
export const PASSPORT_COLUMNS: readonly SheetColumn[] = [
  text('title', 'Назва', 'Title', 50),
  text('description', 'Опис', 'Description', 60),
  text('purpose', 'Підстава та призначення збору', 'Ground and purpose of collecting', 40),
  {
    field: 'frequency',
    name: { uk: 'Періодичність оновлення', en: 'Frequency of updates' },
    width: 26,
    choices: FREQUENCY_NAMES,
    write: ({ frequency }, language) => (frequency ? FREQUENCY_NAMES[frequency][language] : ''),
    read: (cell) => choiceOf(cell, FREQUENCY_NAMES, null),
  },
  {
    field: 'keywords',
    name: { uk: 'Ключові слова (через ;)', en: 'Keywords (parted by ;)' },
    width: 40,
    write: ({ keywords }) => keywords.join('; '),
    read: (cell) => ({ value: partsOf(cell, /[;,\n]/) }),
  },
  text('responsibleName', 'Відповідальна особа', 'Responsible person', 28),
  text('responsiblePost', 'Посада', 'Post', 24),
  text('responsibleEmail', 'Пошта відповідальної особи', 'E-mail of the responsible person', 28),
  text('responsiblePhone', 'Телефон', 'Phone', 18),
  {
    field: 'language',
    name: { uk: 'Мова даних', en: 'Language of the data' },
    width: 14,
    choices: LANGUAGE_NAMES,
    write: ({ language }, words) => LANGUAGES[language].name[words],
    read: (cell, before) => choiceOf(cell, LANGUAGE_NAMES, before.language),
  },
  {
    field: 'dataAsOf',
    name: { uk: 'Дані станом на', en: 'Data as of' },
    width: 14,
    write: ({ dataAsOf }) => (dataAsOf ? dayAsCell(dayOf(new Date(dataAsOf))) : ''),
    read(cell, { dataAsOf }) {
      const day = dayOfCell(cell);
      if ('fault' in day || day.value === null) return day;
      // the hour is not in the table: the same day is the same moment
      const same = dataAsOf !== null && dayOf(new Date(dataAsOf)) === day.value;
      return { value: same ? dataAsOf : `${String(day.value)}T00:00:00+02:00` };
    },
  },
  {
    field: 'themes',
    name: { uk: 'Теми (через ;)', en: 'Themes (parted by ;)' },
    width: 30,
    choices: THEMES,
    many: true,
    write: ({ themes }, language) => themes.map((code) => THEMES[code]?.[language] ?? code).join('; '),
    read: (cell) => choicesOf(cell, THEMES),
  },
  {
    field: 'euThemes',
    name: { uk: 'Європейські теми (через ;)', en: 'European themes (parted by ;)' },
    width: 30,
    choices: EU_THEMES,
    many: true,
    write: (passport, language) =>
      euThemesOf(passport)
        .map((code) => EU_THEMES[code][language])
        .join('; '),
    read(cell, before) {
      const read = choicesOf(cell, EU_THEMES);
      const followed =
        before.euThemes === undefined && 'value' in read && String(read.value) === String(euThemesOf(before));
      return followed ? { value: undefined } : read;
    },
  },
  {
    field: 'ground',
    name: { uk: 'Чому публікуєте', en: 'Why it is published' },
    width: 36,
    write: ({ ground }, language) => groundAsCell(ground, language),
    read: groundOfCell,
  },
  text('norm', 'Норма', 'Norm', 36),
  {
    field: 'withheld',
    name: { uk: 'Що не оприлюднюється (що | вид)', en: 'What is withheld (what | kind)' },
    width: 40,
    write: ({ withheld = [] }, language) =>
      withheld.map(({ what, kind }) => `${what} | ${RESTRICTION_NAMES[kind][language]}`).join('\n'),
    read: withheldOfCell,
  },
  {
    field: 'spatial',
    name: { uk: 'Територія (через ;)', en: 'Area (parted by ;)' },
    width: 24,
    write: ({ spatial = [] }) => spatial.join('; '),
    read: (cell) => ({ value: partsOf(cell, /[;\n]/) }),
  },
  end('from', 'Дані від', 'Data from'),
  end('to', 'Дані до', 'Data to'),
  {
    field: 'documents',
    name: { uk: 'Документи (назва | адреса)', en: 'Documents (name | address)' },
    width: 40,
    write: ({ documents = [] }) => documents.map(({ title, url }) => `${title} | ${url}`).join('\n'),
    read: (cell) => ({ value: linesOf(cell, ['title', 'url']) }),
  },
  {
    field: 'contacts',
    name: {
      uk: 'Інші контакти (ім’я | посада | пошта | телефон)',
      en: 'Other contacts (name | post | e-mail | phone)',
    },
    width: 40,
    write: ({ contacts = [] }) =>
      contacts.map(({ name, post, email, phone }) => [name, post, email, phone].join(' | ')).join('\n'),
    read: (cell) => ({ value: linesOf(cell, ['name', 'post', 'email', 'phone']) }),
  },
  {
    field: 'compression',
    name: { uk: 'Стиснення', en: 'Compression' },
    width: 12,
    choices: COMPRESSION_NAMES,
    write: ({ compression }) => compression ?? '',
    read: (cell) => choiceOf(cell, COMPRESSION_NAMES, undefined),
  },
  text('previousUrl', 'Де попередні версії', 'Where earlier versions are', 30),
];

function withheldOfCell(cell: string): ReadCell {
  const lines = linesOf(cell, ['what', 'kind']).map(({ what, kind }) => ({
    what,
    kind: choiceOf(kind ?? '', RESTRICTION_NAMES, RESTRICTIONS[0]),
  }));
  for (const { kind } of lines) if ('fault' in kind) return kind;
  return { value: lines.map(({ what, kind }) => ({ what, kind: 'value' in kind ? kind.value : RESTRICTIONS[0] })) };
}

/** What is no element of the passport: which dataset a row is of, and what a new one needs. */
export const KEY_COLUMNS = {
  number: { uk: 'Номер', en: 'Number' },
  unit: { uk: 'Розпорядник', en: 'Publisher' },
  state: { uk: 'Стан', en: 'State' },
  planned: { uk: 'Буде оприлюднено до', en: 'To be published by' },
  changed: { uk: 'Змінено', en: 'Changed' },
} as const satisfies Record<string, Text>;
export type KeyColumn = keyof typeof KEY_COLUMNS;

/** Which column a heading names, in either language; null for one that is none of ours. */
export function columnOfHeading(heading: string): SheetColumn | KeyColumn | null {
  const wanted = foldName(heading);
  const fits = ({ uk, en }: Text) => foldName(uk) === wanted || foldName(en) === wanted;
  const key = (Object.keys(KEY_COLUMNS) as KeyColumn[]).find((one) => fits(KEY_COLUMNS[one]));
  return key ?? PASSPORT_COLUMNS.find(({ name }) => fits(name)) ?? null;
}
