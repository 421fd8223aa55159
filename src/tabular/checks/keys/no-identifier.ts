import type { TableCheck } from '../check.ts';
import { IDENTIFIER_COLUMN } from '../grounds.ts';

/** No column tells rows apart: next month's file cannot be compared row by row. */
export const noIdentifier: TableCheck = {
  code: 'no-identifier',
  title: { uk: 'Немає стовпця з номером запису', en: 'No column identifies a row' },
  clause: IDENTIFIER_COLUMN,
  async find({ identifier, rows, columns }) {
    if (identifier.length > 0 || rows < 2 || columns.length === 0) return [];
    return [
      {
        code: 'no-identifier',
        severity: 'advice',
        column: null,
        columnName: null,
        count: 1,
        places: [],
        repairable: false,
        message: {
          uk: 'У таблиці немає стовпця, за яким можна впізнати кожен рядок: номера, коду чи адреси без повторів. Додайте його, і наступного разу буде видно, які рядки змінилися.',
          en: 'No column tells every row from the others: a number, a code or an address without repeats. Add one, and the next file will show which rows changed.',
        },
      },
    ];
  },
};
