import { counted, countedEnglish } from '../../../language/plural.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

/** A table of one row. */
export const fewRows: TableCheck = {
  code: 'few-rows',
  title: { uk: 'Лише один рядок', en: 'One row only' },
  why: {
    uk: 'Один рядок — ще не набір: часто це означає, що вивантажили не все або рядки і стовпці поміняно місцями.',
    en: 'One row is hardly a dataset: often not all was exported, or rows and columns have changed places.',
  },
  example: {
    before: lines('Номер,Назва,Місць', '1,Школа № 1,320'),
    after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
  },
  async find({ headers, rows }) {
    if (rows !== 1) return [];
    return [
      ofTable('few-rows', {
        uk: `У таблиці один рядок даних і ${counted(headers.length, 'стовпець', 'стовпці', 'стовпців')}. Перевірте, чи вивантажено все.`,
        en: `The table has one row of data and ${countedEnglish(headers.length, 'column', 'columns')}. Check that all was exported.`,
      }),
    ];
  },
};
