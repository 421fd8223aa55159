import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { DESCRIBED_FIELDS } from '../grounds.ts';
import { isEmptyColumn } from '../shape/empty-column.ts';
import { headerFinding, mendHeaders, repeatedHeaders } from './headers.ts';

/** Two columns of one name: a program would take one for the other. */
export const duplicateHeader: TableCheck = {
  code: 'duplicate-header',
  title: { uk: 'Однакові назви стовпців', en: 'Columns of one name' },
  clause: DESCRIBED_FIELDS,
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
