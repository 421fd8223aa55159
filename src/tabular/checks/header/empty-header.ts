import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { isEmptyColumn } from '../shape/empty-column.ts';
import { headerFinding, mendHeaders } from './headers.ts';

/** Columns with values but without a name. */
export const emptyHeader: TableCheck = {
  code: 'empty-header',
  title: { uk: 'Стовпець без назви', en: 'A column without a name' },
  why: {
    uk: 'До стовпця без назви не звернутися, і ніхто не знає, що в ньому.',
    en: 'A column without a name cannot be asked for, and nobody knows what it holds.',
  },
  example: {
    before: lines('id,Назва,', '1,Школа № 1,Миру', '2,Школа № 2,Лісова'),
    after: lines('id,Назва,Стовпець 3', '1,Школа № 1,Миру', '2,Школа № 2,Лісова'),
  },
  mends: true,
  async find({ headers, columns }) {
    const names = mendHeaders(headers);
    return columns
      .filter((column) => tidyText(column.header) === '' && !isEmptyColumn(column))
      .map(({ profile: { index }, header }) => {
        const name = names[index] ?? '';
        return headerFinding(
          {
            code: 'empty-header',
            message: {
              uk: `Стовпець ${index + 1} не має назви. Назвемо його «${name}»; кращу назву дасте на сторінці структури.`,
              en: `Column ${index + 1} has no name. We can call it “${name}”; give it a better name on the page of the structure.`,
            },
          },
          { index, header },
          name,
        );
      });
  },
};
