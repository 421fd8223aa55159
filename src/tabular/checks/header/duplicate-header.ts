import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { isEmptyColumn } from '../shape/empty-column.ts';
import { headerFinding, mendHeaders, repeatedHeaders } from './headers.ts';

/** Two columns of one name: a program would take one for the other. */
export const duplicateHeader: TableCheck = {
  code: 'duplicate-header',
  title: { uk: 'Однакові назви стовпців', en: 'Columns of one name' },
  why: {
    uk: 'Програма звертається до стовпця за назвою: з двох однакових вона візьме один, а дані другого загубляться.',
    en: 'A program asks for a column by its name: of two alike it takes one, and the other’s data are lost.',
  },
  example: {
    before: lines('id,Сума,Сума', '1,10.5,3', '2,12,4'),
    after: lines('id,Сума,Сума 2', '1,10.5,3', '2,12,4'),
  },
  mends: true,
  async find({ headers, columns }) {
    const names = mendHeaders(headers);
    return repeatedHeaders(headers)
      .filter((index) => {
        const column = columns[index];
        return column !== undefined && !isEmptyColumn(column);
      })
      .map((index) => {
        const header = headers[index] ?? '';
        const name = names[index] ?? '';
        return headerFinding(
          {
            code: 'duplicate-header',
            message: {
              uk: `Назва «${tidyText(header)}» стоїть у таблиці не раз: стовпець ${index + 1} повторює її. Назвемо його «${name}».`,
              en: `The name “${tidyText(header)}” stands in the table more than once: column ${index + 1} repeats it. We can call it “${name}”.`,
            },
          },
          { index, header },
          name,
        );
      });
  },
};
