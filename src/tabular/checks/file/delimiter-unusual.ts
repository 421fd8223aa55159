import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

const USUAL = [',', ';', '\t'];

/** Columns parted by another sign than a comma, a semicolon or a tab. */
export const delimiterUnusual: TableCheck = {
  code: 'delimiter-unusual',
  title: { uk: 'Незвичний роздільник', en: 'An unusual delimiter' },
  why: {
    uk: 'Програми чекають між стовпцями кому, крапку з комою або табуляцію; з іншим знаком таблиця відкривається одним стовпцем.',
    en: 'Programs expect a comma, a semicolon or a tab between columns; with another sign the table opens as one column.',
  },
  example: {
    before: lines('Номер|Назва|Місць', '1|Школа № 1|320', '2|Садок № 2|120', '3|Ліцей|410'),
    after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Садок № 2,120', '3,Ліцей,410'),
    asText: true,
  },
  async find({ table }) {
    const delimiter = table.dialect?.delimiter;
    if (delimiter === undefined || USUAL.includes(delimiter) || table.headers.length < 2) return [];
    return [
      ofTable('delimiter-unusual', {
        uk: `Стовпці у файлі розділено знаком «${delimiter}». Ми його прочитали й опублікуємо з комами; якщо таблиця на сторінці «Погляд» не така, оберіть роздільник там.`,
        en: `Columns of the file are parted by “${delimiter}”. We have read it and publish it with commas; if the table on the page “Look” is not right, choose the delimiter there.`,
      }),
    ];
  },
};
