import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

/** UTF-8 that begins with the mark of byte order. */
export const byteOrderMark: TableCheck = {
  code: 'byte-order-mark',
  title: { uk: 'Невидимий знак на початку файлу', en: 'An unseen mark at the beginning of the file' },
  why: {
    uk: 'Знак BOM ставить Excel. Деякі програми вважають його частиною назви першого стовпця й не знаходять його.',
    en: 'Excel writes the mark (BOM). Some programs take it for a part of the first column’s name and do not find the column.',
  },
  example: {
    before: `\ufeff${lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2')}`,
    after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
    asText: true,
  },
  async find({ table }) {
    if (table.encoding !== 'utf-8-bom') return [];
    return [
      ofTable('byte-order-mark', {
        uk: 'Файл починається з невидимого знака BOM. Ми його пропустили; в опублікованому файлі його не буде, робити нічого не треба.',
        en: 'The file begins with the unseen mark BOM. We have passed over it; the published file will not have it, and there is nothing to do.',
      }),
    ];
  },
};
