import type { Language } from '../kernel/text.ts';
import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const n = (count: number) => formatNumber(count, 'uk');
const datasets = (count: number) => counted(count, 'набір', 'набори', 'наборів');
const rows = (count: number) => counted(count, 'рядок', 'рядки', 'рядків');

const uk = {
  title: 'Паспорти таблицею',
  lead: 'Усі паспорти, які ви можете змінювати, в одній таблиці: рядок на набір. Виправте її в Excel і поверніть: спершу побачите різницю, потім запишете.',
  take: 'Взяти таблицю',
  xlsx: 'Завантажити XLSX',
  csv: 'Завантажити CSV',
  takeHint: 'Дозволені значення є на другому аркуші, у комірках їх можна вибрати зі списку.',
  give: 'Повернути таблицю',
  file: 'Файл XLSX або CSV',
  fileHint:
    'Номер набору не змінюйте. Рядок без номера стане новим набором. Стовпці, які не потрібні, можна вилучити: ненаведене не зміниться.',
  compare: 'Показати різницю',
  noFile: 'Оберіть файл таблиці.',
  difference: 'Що зміниться',
  summary: (changed: number, made: number, faulty: number, same: number) =>
    [
      changed > 0 ? `змінити ${datasets(changed)}` : '',
      made > 0 ? `створити ${datasets(made)}` : '',
      faulty > 0 ? `${rows(faulty)} з помилками` : '',
      same > 0 ? `${rows(same)} без змін` : '',
    ]
      .filter(Boolean)
      .join(', '),
  nothing: 'Таблиця збігається з тим, що є: записувати нічого.',
  unknown: (names: string) => `Цих стовпців ми не знаємо й не читали: ${names}.`,
  row: (at: number) => `рядок ${at}`,
  meanwhile: 'Набір змінили після того, як ви взяли таблицю. Подивіться уважно й позначте, якщо записати.',
  newDataset: 'новий набір',
  newDraft: 'чернетка',
  newPlanned: (day: string) => `буде оприлюднено до ${day}`,
  column: 'Стовпець',
  before: 'Було',
  after: 'Стане',
  empty: 'порожньо',
  write: 'Записати',
  applyAll: (count: number) => `Записати все (${n(count)})`,
  applyChosen: 'Записати лише позначене на цій сторінці',
  faultsLead: 'Рядки з помилками не записуються. Виправте їх у файлі й поверніть його ще раз.',
  applied: (count: number) => `Записано: ${datasets(count)}.`,
  undo: 'Повернути як було',
  undone: 'Повернуто як було.',
  undoneCounts: (changed: number, removed: number) =>
    [changed > 0 ? `паспортів: ${n(changed)}` : '', removed > 0 ? `вилучено чернеток: ${n(removed)}` : '']
      .filter(Boolean)
      .join(', '),
  left: (names: string) => `Їх змінювали після запису, тому лишено як є: ${names}.`,
  another: 'Інша таблиця',
};

const en: typeof uk = {
  title: 'Passports as a table',
  lead: 'All the passports you may change in one table: a row a dataset. Edit it in Excel and give it back: first you see the difference, then you write it.',
  take: 'Take the table',
  xlsx: 'Download XLSX',
  csv: 'Download CSV',
  takeHint: 'The allowed values are on the second sheet; cells let you choose from them.',
  give: 'Give the table back',
  file: 'XLSX or CSV file',
  fileHint:
    'Do not change the number of a dataset. A row without a number becomes a new dataset. Columns you do not need may go: what is not there does not change.',
  compare: 'Show the difference',
  noFile: 'Choose the file of the table.',
  difference: 'What will change',
  summary: (changed, made, faulty, same) =>
    [
      changed > 0 ? `${changed} to change` : '',
      made > 0 ? `${made} to make` : '',
      faulty > 0 ? `${faulty} with faults` : '',
      same > 0 ? `${same} without a change` : '',
    ]
      .filter(Boolean)
      .join(', '),
  nothing: 'The table is the same as what there is: nothing to write.',
  unknown: (names) => `These columns are not known and were not read: ${names}.`,
  row: (at) => `row ${at}`,
  meanwhile: 'The dataset was changed after you took the table. Look closely and tick it to write.',
  newDataset: 'new dataset',
  newDraft: 'draft',
  newPlanned: (day) => `to be published by ${day}`,
  column: 'Column',
  before: 'Before',
  after: 'After',
  empty: 'empty',
  write: 'Write',
  applyAll: (count) => `Write everything (${formatNumber(count, 'en')})`,
  applyChosen: 'Write only what is ticked on this page',
  faultsLead: 'Rows with faults are not written. Mend them in the file and give it again.',
  applied: (count) => `Written: ${formatNumber(count, 'en')} ${count === 1 ? 'dataset' : 'datasets'}.`,
  undo: 'Take it back',
  undone: 'Taken back.',
  undoneCounts: (changed, removed) =>
    [changed > 0 ? `passports: ${changed}` : '', removed > 0 ? `drafts removed: ${removed}` : '']
      .filter(Boolean)
      .join(', '),
  left: (names) => `Changed since they were written, so left as they are: ${names}.`,
  another: 'Another table',
};

/** Words of «Паспорти таблицею». */
export const sheetTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
