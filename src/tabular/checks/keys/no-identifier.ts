import { freeTitle } from '../../shaping/relation.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';

/** No column tells rows apart: next month's file cannot be compared row by row. */
export const noIdentifier: TableCheck = {
  code: 'no-identifier',
  title: { uk: 'Немає стовпця з номером запису', en: 'No column identifies a row' },
  why: {
    uk: 'Без номера запису не видно, що змінилося з минулого разу: який рядок додано, який виправлено, який зник. На такий рядок не пошлеться й інший набір.',
    en: 'Without a number of the record nobody sees what changed since last time: which row was added, corrected or is gone. Nor can another dataset point to it.',
  },
  example: {
    before: lines('Вулиця,Дерево', 'Миру,Липа', 'Миру,Клен', 'Лісова,Липа', 'Лісова,Липа'),
    after: lines('Номер,Вулиця,Дерево', '1,Миру,Липа', '2,Миру,Клен', '3,Лісова,Липа', '4,Лісова,Липа'),
  },
  shapes: 'shape-number',
  async find({ identifier, rows, columns, headers }) {
    if (identifier.length > 0 || rows < 2 || columns.length === 0) return [];
    return [
      {
        code: 'no-identifier',
        column: null,
        columnName: null,
        count: 1,
        places: [],
        repairable: false,
        step: { code: 'shape-number', columnTitle: null, parameters: { title: freeTitle(headers, 'Номер') } },
        message: {
          uk: 'У таблиці немає стовпця, за яким можна впізнати кожен рядок: номера, коду чи адреси без повторів. Додайте його, і наступного разу буде видно, які рядки змінилися.',
          en: 'No column tells every row from the others: a number, a code or an address without repeats. Add one, and the next file will show which rows changed.',
        },
      },
    ];
  },
};
