import type { Language } from '../kernel/text.ts';
import { plural, pluralEnglish } from '../language/plural.ts';
import { walkEn } from './walk-en.ts';
import { walkUk } from './walk-uk.ts';

const uk = {
  tables: 'Таблиці набору',
  title: (count: number) => `У файлі ще ${count} ${plural(count, 'таблиця', 'таблиці', 'таблиць')}`,
  legend: 'Взяти до цього набору',
  hint: 'Кожна стане окремим ресурсом зі своїми виправленнями. Наступний файл оновить усі разом.',
  this: (name: string) => `таблиця «${name}»`,
  part: (name: string, rows: number, columns: number) => `${name} · ${walkUk.rows(rows)}, ${walkUk.columns(columns)}`,
  columns: (names: string, more: boolean) => `Стовпці: ${names}${more ? ' …' : ''}`,
  hidden: 'У файлі прихована.',
  take: (count: number): string => (count === 1 ? 'Взяти й цю таблицю' : 'Взяти й ці таблиці'),
  states: {
    receiving: 'читаємо',
    received: 'читаємо',
    reading: 'читаємо',
    checked: 'чекає на ваше рішення',
    mending: 'виправляємо',
    ready: 'готова',
    refused: 'не прочитано',
    failed: 'не вийшло обробити',
    cancelled: 'скасовано',
  },
};

const en: typeof uk = {
  tables: 'Tables of the dataset',
  title: (count) => `The file has ${count} more ${pluralEnglish(count, 'table', 'tables')}`,
  legend: 'Take into this dataset',
  hint: 'Each becomes a resource of its own with its own repairs. The next file renews all of them together.',
  this: (name) => `table “${name}”`,
  part: (name, rows, columns) => `${name} · ${walkEn.rows(rows)}, ${walkEn.columns(columns)}`,
  columns: (names, more) => `Columns: ${names}${more ? ' …' : ''}`,
  hidden: 'Hidden in the file.',
  take: (count) => (count === 1 ? 'Take this table too' : 'Take these tables too'),
  states: {
    receiving: 'being read',
    received: 'being read',
    reading: 'being read',
    checked: 'waits for your decision',
    mending: 'being mended',
    ready: 'ready',
    refused: 'not read',
    failed: 'could not be processed',
    cancelled: 'cancelled',
  },
};

/** Words about the tables of one file. */
export const partTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
