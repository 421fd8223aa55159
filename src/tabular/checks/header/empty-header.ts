import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { isEmptyColumn } from '../shape/empty-column.ts';
import { ofTable } from '../told.ts';
import { firstColumns, headerFinding, MOST_APART, mendHeaders } from './headers.ts';

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
    const unnamed = columns.filter((column) => tidyText(column.header) === '' && !isEmptyColumn(column));
    if (unnamed.length > MOST_APART)
      return [
        manyUnnamed(
          unnamed.map(({ profile }) => profile.index),
          names,
        ),
      ];
    return unnamed.map(({ profile: { index }, header }) => {
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

function manyUnnamed(indexes: readonly number[], names: readonly string[]): Told {
  const which = firstColumns(indexes);
  const count = indexes.length;
  const name = names[indexes[0] ?? 0] ?? '';
  const message = {
    uk: `Стовпців без назви: ${count} (${which.uk}). Назвемо їх за місцем: «${name}» і далі; кращі назви дасте у файлі або на сторінці структури.`,
    en: `Columns without a name: ${count} (${which.en}). We can call them by their places: “${name}” and on; give them better names in the file or on the page of the structure.`,
  };
  return ofTable('empty-header', message, { count, repairable: true });
}
