import type { Language } from '../kernel/text.ts';
import { plural, pluralEnglish } from '../language/plural.ts';
import { walkEn } from './walk-en.ts';
import { walkUk } from './walk-uk.ts';

const uk = {
  tables: 'Таблиці набору',
  title: (count: number) => `У файлі ще ${count} ${plural(count, 'таблиця', 'таблиці', 'таблиць')}`,
  legend: 'Взяти до цього набору',
  hint: (marked: number): string =>
    marked === 1
      ? 'Стане окремим ресурсом набору зі своїми виправленнями. Наступний файл оновить усі таблиці разом.'
      : `Позначено ${marked}: однією кнопкою кожна стане окремим ресурсом набору зі своїми виправленнями. Зайві зніміть. Наступний файл оновить усі разом.`,
  this: (name: string) => `таблиця «${name}»`,
  part: (name: string, rows: number, columns: number) => `${name} · ${walkUk.rows(rows)}, ${walkUk.columns(columns)}`,
  columns: (names: string, more: boolean) => `Стовпці: ${names}${more ? ' …' : ''}`,
  hidden: 'У файлі прихована.',
  take: (count: number): string => (count === 1 ? 'Взяти й цю таблицю' : 'Взяти й ці таблиці'),
  feed: 'Це розклад руху у форматі GTFS: зупинки прочитано, решта файлів розкладу нижче. Разом вони становлять один набір.',
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
  hint: (marked) =>
    marked === 1
      ? 'It becomes a resource of the dataset with its own repairs. The next file renews all tables together.'
      : `${marked} marked: by one button each becomes a resource of the dataset with its own repairs. Unmark those you do not need. The next file renews all of them together.`,
  this: (name) => `table “${name}”`,
  part: (name, rows, columns) => `${name} · ${walkEn.rows(rows)}, ${walkEn.columns(columns)}`,
  columns: (names, more) => `Columns: ${names}${more ? ' …' : ''}`,
  hidden: 'Hidden in the file.',
  take: (count) => (count === 1 ? 'Take this table too' : 'Take these tables too'),
  feed: 'This is a timetable in the GTFS format: its stops are read, its other files stand below. Together they make one dataset.',
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
