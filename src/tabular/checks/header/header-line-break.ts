import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

/** Names that stand on several lines of their cell. */
export const headerLineBreak: TableCheck = {
  code: 'header-line-break',
  title: { uk: 'Назва стовпця на кілька рядків', en: 'A column’s name on several lines' },
  why: {
    uk: 'Назву з перенесенням рядка не впишеш у запит, а в простих програмах заголовок таблиці розпадається надвоє.',
    en: 'A name with a line break cannot be typed into a query, and simple programs break the header in two.',
  },
  example: {
    before: lines('id,"Назва', 'закладу",Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
    after: lines('id,Назва закладу,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) =>
      /\S\s*[\r\n]\s*\S/.test(header)
        ? ofColumn(
            'header-line-break',
            profile,
            {
              uk: `Назва стовпця ${profile.index + 1} стоїть на кількох рядках. Ми прочитали її як «${tidyText(header)}».`,
              en: `The name of column ${profile.index + 1} stands on several lines. We read it as “${tidyText(header)}”.`,
            },
            { places: [{ row: 0, value: header, repaired: tidyText(header) }] },
          )
        : [],
    );
  },
};
