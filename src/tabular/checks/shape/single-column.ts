import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

/** A table of one column. */
export const singleColumn: TableCheck = {
  code: 'single-column',
  title: { uk: 'Лише один стовпець', en: 'One column only' },
  why: {
    uk: 'Таблиця з одного стовпця найчастіше означає, що стовпці не розділено: усе злиплося в одну клітинку.',
    en: 'A table of one column most often means that columns were not told apart: all of it stuck together in one cell.',
  },
  example: {
    before: lines('Назва закладу', 'Школа № 1', 'Школа № 2', 'Садок № 3'),
    after: lines('Номер,Назва закладу', '1,Школа № 1', '2,Школа № 2', '3,Садок № 3'),
  },
  async find({ headers, rows }) {
    if (headers.length !== 1 || rows < 2) return [];
    return [
      ofTable('single-column', {
        uk: `У таблиці один стовпець («${headers[0]}»). Якщо їх має бути більше, оберіть інший роздільник на сторінці «Погляд»; якщо це просто перелік, додайте хоча б номер запису.`,
        en: `The table has one column (“${headers[0]}”). If there should be more, choose another delimiter on the page “Look”; if it is a plain list, add at least a number of the record.`,
      }),
    ];
  },
};
