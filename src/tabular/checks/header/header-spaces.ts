import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

/** Stray spaces and unseen characters in names of columns; line breaks are told apart. */
export const headerSpaces: TableCheck = {
  code: 'header-spaces',
  title: { uk: 'Зайві пробіли в назві стовпця', en: 'Stray spaces in a column’s name' },
  why: {
    uk: '«Сума » з пробілом і «Сума» для програми різні стовпці: запит за назвою його не знайде.',
    en: '“Сума ” with a space and “Сума” are different columns to a program: a query by name does not find it.',
  },
  example: {
    before: lines('id,Сума  договору ', '1,120.5', '2,300.1'),
    after: lines('id,Сума договору', '1,120.5', '2,300.1'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) => {
      const tidy = tidyText(header);
      if (tidy === '' || header.replace(/\s*[\r\n]\s*/g, ' ') === tidy) return [];
      return ofColumn(
        'header-spaces',
        profile,
        {
          uk: `У назві стовпця ${profile.index + 1} є зайві пробіли або невидимі знаки. Ми прочитали її як «${tidy}».`,
          en: `The name of column ${profile.index + 1} has stray spaces or characters nobody sees. We read it as “${tidy}”.`,
        },
        { places: [{ row: 0, value: header, repaired: tidy }] },
      );
    });
  },
};
