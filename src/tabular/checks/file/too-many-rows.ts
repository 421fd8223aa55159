import type { TableCheck } from '../check.ts';
import { ofTable } from '../told.ts';
import { rowsOf } from '../wording.ts';

/** Rows of a sheet of Excel and LibreOffice, the header among them. */
export const SHEET_ROWS = 1_048_576;

/** Tables that no spreadsheet opens whole. */
export const tooManyRows: TableCheck = {
  code: 'too-many-rows',
  title: { uk: 'Таблиця не вміщується в Excel', en: 'The table does not fit in Excel' },
  why: {
    uk: 'Excel покаже лише перший мільйон рядків і не скаже, що решту відкинув. Люди порахують не все.',
    en: 'Excel shows the first million of rows and does not say that it dropped the rest. People count only a part.',
  },
  async find({ rows }) {
    if (rows < SHEET_ROWS) return [];
    const many = rowsOf(rows);
    return [
      ofTable('too-many-rows', {
        uk: `У таблиці ${many.uk}: Excel і LibreOffice відкриють лише перші 1 048 575. Подумайте, чи не поділити набір за роками; повна таблиця лишається доступною за API та в CSV.`,
        en: `The table has ${many.en}: Excel and LibreOffice open the first 1,048,575 only. Consider parting the dataset by years; the whole table stays available by the API and as CSV.`,
      }),
    ];
  },
};
