import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { isPeriodName } from '../shape/period-columns.ts';
import { ofColumn } from '../told.ts';
import { isPersonalTitle } from './header-personal.ts';

const VALUE =
  /^[-+]?\d[\d \u00a0]*(?:[.,]\d+)?%?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{4}-\d\d-\d\d$|^\S+@\S+\.\S+$|^https?:\/\/|^\+380\d{9}$/u;

/** Names of columns that are values: a number, a date, an address of mail. Years and months are columns of periods. */
export const headerIsValue: TableCheck = {
  code: 'header-is-value',
  title: { uk: 'Значення замість назви стовпця', en: 'A value in place of a column’s name' },
  why: {
    uk: 'Якщо назва стовпця — число чи дата, то або заголовок таблиці не тут, або перший запис стоїть на його місці й у дані не ввійде.',
    en: 'Where a column is called by a number or a date, either the header stands elsewhere or the first record stands in its place and is lost.',
  },
  example: {
    before: lines('Номер,Назва,12.5', '1,Школа № 1,320', '2,Школа № 2,410', '3,Садок № 3,120'),
    after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410', '3,Садок № 3,120'),
  },
  async find({ columns, headers }) {
    // numbers of columns under each other are another matter, and so are periods
    const many = headers.filter((header) => /^\d{1,2}$/.test(tidyText(header))).length > 2;
    return columns.flatMap(({ profile, header }) => {
      const name = tidyText(header);
      if (isPersonalTitle(name)) return []; // `header-personal` tells it and quotes nothing
      if (!VALUE.test(name) || isPeriodName(name) || (many && /^\d{1,2}$/.test(name))) return [];
      return ofColumn(
        'header-is-value',
        profile,
        {
          uk: `Стовпець ${profile.index + 1} називається «${name}»: це схоже на значення, а не на назву. Перевірте на сторінці «Погляд», чи заголовок там, або дайте стовпцю назву.`,
          en: `Column ${profile.index + 1} is called “${name}”, which looks like a value and not a name. Check where the header is on the page “Look”, or name the column.`,
        },
        { places: [{ row: 0, value: name }] },
      );
    });
  },
};
