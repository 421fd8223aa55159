import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import type { RowFault } from '../tables/index.ts';

/** Faults of the rows, each in its place: `rows[3].сума`, counted from 1. */
export function badRows(faults: readonly RowFault[], words = rowsWithFaults): RequestError {
  const fields = faults.map(({ row, column, message }) => ({
    field: column === null ? `rows[${row}]` : `rows[${row}].${column}`,
    text: message,
  }));
  const { code, ...text } = words(fields.length);
  return new RequestError('invalid', code, text, fields);
}

const rowsWithFaults = (count: number) => ({
  code: 'bad-rows',
  uk: `Жодного рядка не записано: у запиті є вади (перші ${count} — у fields). Виправте їх і надішліть увесь запит знову.`,
  en: `No row was written: the request has faults (the first ${count} are in fields). Mend them and send the whole request again.`,
});

/** Nobody has decided on personal data in these columns, or they were to be taken out and are still seen. */
export const personalRows = (count: number) => ({
  code: 'personal-data-in-rows',
  uk: `Жодного рядка не записано: у них є персональні дані, про які ще ніхто не вирішив (перші ${count} місць — у fields). Приберіть їх або надішліть ці дані файлом і вирішіть у кабінеті, що з ними робити.`,
  en: `No row was written: they hold personal data nobody has decided on (the first ${count} places are in fields). Take them out, or send these data as a file and decide in the cabinet what becomes of them.`,
});

export const protectedTable = (): RequestError =>
  new RequestError('conflict', 'rows-of-protected-table', {
    uk: 'Персональні дані цієї таблиці захищено способом, який потребує всієї таблиці (малі групи або поле, що розрізняє рядки). Надішліть таблицю файлом: рішення застосуються до неї самі.',
    en: 'Personal data of this table are protected in a way that needs the whole table (small groups, or a field that tells rows apart). Send the table as a file: the decisions are applied to it by themselves.',
  });

export const noTable = (): RequestError =>
  new RequestError('not-found', 'no-such-table', {
    uk: 'Опублікованої таблиці з такою адресою немає. Рядки пишуть за адресою ресурсу (не версії), який уже опубліковано: перший раз таблицю подають файлом.',
    en: 'There is no published table at this address. Rows are written at the address of a resource (not of a version) that is published already: the first time a table is given as a file.',
  });

export const noIdentifier = (): RequestError =>
  new RequestError('conflict', 'no-identifier', {
    uk: 'У структурі таблиці не позначено, які поля розрізняють рядки, тож писати рядки за ключем не можна. Позначте їх у структурі (identifier) й опублікуйте.',
    en: 'The structure of the table does not say which fields tell its rows apart, so rows cannot be written by key. Mark them in the structure (identifier) and publish.',
  });

export const publicationUnderWay = (): RequestError =>
  new RequestError('busy', 'publication-under-way', {
    uk: 'Саме зараз публікується файл цього набору, він замінить таблицю. Повторіть запис, коли публікація закінчиться.',
    en: 'A file of this dataset is being published right now, it will take the place of the table. Write again when the publication is over.',
  });

export const rowsNeedReview = (): RequestError =>
  new RequestError('conflict', 'rows-need-review', {
    uk: 'Зміни цього набору перевіряє інша людина, тож рядки не можна писати одразу. Попросіть того, хто перевіряє, або координатора дозволити «рядки без перевірки», або надішліть файл на перевірку.',
    en: 'Changes of this dataset are reviewed by somebody else, so rows cannot be written at once. Ask the reviewer or the coordinator to allow “rows without review”, or send a file for review.',
  });

/** The dataset asks for a security decision that nobody has made, or that is to be made anew. */
export const rowsNeedSecurity = (fields: readonly FieldFault[]): RequestError =>
  new RequestError(
    'conflict',
    'rows-need-security-decision',
    {
      uk: 'Жодного рядка не записано: набір потребує безпекового рішення (що саме, у fields). Ухваліть його в кабінеті на сторінці «Персональні дані» набору і надішліть рядки знову.',
      en: 'No row was written: the dataset asks for a security decision (see fields). Decide in the cabinet, on the page “Personal data” of the dataset, and send the rows again.',
    },
    fields,
  );

export const tooManyWriters = (): RequestError =>
  new RequestError('busy', 'too-many-writers', {
    uk: 'На запис до цього набору вже чекає забагато запитів. Зменште їх кількість: надсилайте рядки більшими порціями.',
    en: 'Too many requests already wait to write to this dataset. Send fewer of them, with more rows in each.',
  });
