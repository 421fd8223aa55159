import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

const NAMES: Readonly<Record<string, string>> = {
  'windows-1251': 'Windows-1251',
  'koi8-u': 'KOI8-U',
  cp866: 'CP866',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** Text files in another encoding than UTF-8. */
export const encodingNotUtf8: TableCheck = {
  code: 'encoding-not-utf8',
  title: { uk: 'Кодування не UTF-8', en: 'Not in UTF-8' },
  why: {
    uk: 'Файл у Windows-1251 на багатьох комп’ютерах відкриється незрозумілими знаками. Стандарт відкритих даних — UTF-8.',
    en: 'On many computers a file in Windows-1251 opens as meaningless signs. The standard of open data is UTF-8.',
  },
  example: {
    before: `\ufeff${lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2')}`,
    after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
    bytes: 'utf16le',
    afterBytes: 'utf8',
    asText: true,
  },
  async find({ table }) {
    const name = table.format === 'csv' ? NAMES[table.encoding] : undefined;
    if (name === undefined) return [];
    return [
      ofTable('encoding-not-utf8', {
        uk: `Файл записано в кодуванні ${name}. Ми його прочитали й опублікуємо в UTF-8; надалі зберігайте таблицю як «CSV UTF-8».`,
        en: `The file is in the encoding ${name}. We have read it and publish it in UTF-8; from now on save the table as “CSV UTF-8”.`,
      }),
    ];
  },
};
