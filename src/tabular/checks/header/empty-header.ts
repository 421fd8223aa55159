import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { DESCRIBED_FIELDS } from '../grounds.ts';
import { isEmptyColumn } from '../shape/empty-column.ts';
import { headerFinding, mendHeaders } from './headers.ts';

/** Columns with values but without a name. */
export const emptyHeader: TableCheck = {
  code: 'empty-header',
  title: { uk: 'Стовпець без назви', en: 'A column without a name' },
  clause: DESCRIBED_FIELDS,
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
