import { filledCells } from '../../shaping/relation.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

const WIDEST = 200;
/** Notes stand at the very end. */
const LAST_ROWS = 30;

const RECORDS = '{"Назва": "Школа № 1", "План": 10, "Факт": 9},\n {"Назва": "Школа № 2", "План": 20, "Факт": 18}';

/** Notes, sources and signatures below the table: what stands alone in its row after the last record. */
export const noteRow: TableCheck = {
  code: 'note-row',
  title: { uk: 'Примітка в останніх рядках', en: 'A note in the last rows' },
  why: {
    uk: 'Примітка в останніх рядках не є записом. Її місце — в описі набору: там її прочитають, а програма не прийме за дані.',
    en: 'A note in the last rows is no record. It belongs in the description of the dataset, where people read it and programs do not take it for data.',
  },
  example: {
    fileName: 'table.json',
    before: lines(`[${RECORDS},`, ' {"Назва": "* без урахування філій", "План": null, "Факт": null}]'),
    after: lines(`[${RECORDS}]`),
  },
  shapes: 'shape-note-rows',
  async find({ session, headers, rows, mended }) {
    if (headers.length < 3 || headers.length > WIDEST || rows < 2) return [];
    const columns = headers.map((_, index) => index);
    const value = columns.map((index) => `nullif(trim(c${index}), '')`).join(', ');
    const tail = `SELECT file_row_number + 1 AS r, ${filledCells({ headers })} AS n, coalesce(${value}) AS v FROM ${mended(columns)} WHERE file_row_number >= ${rows - LAST_ROWS}`;
    const last = (await session.rows(`${tail} ORDER BY r`)).map(({ r, n, v }) => ({ row: Number(r), n: Number(n), v }));
    const records = last.filter(({ n }) => n > 1);
    const end = records.at(-1)?.row ?? rows;
    const notes = last.filter(({ row, n }) => row > end && n === 1);
    if (notes.length === 0) return [];
    const many = rowsOf(notes.length);
    return [
      {
        code: 'note-row',
        column: null,
        columnName: null,
        count: notes.length,
        places: notes.slice(0, 20).map(({ row, v }) => ({ row, value: String(v).slice(0, 300) })),
        // records of this table may be nearly empty themselves: then a person says what the last rows are
        repairable: records.every(({ n }) => n >= Math.min(3, headers.length)),
        step: { code: 'shape-note-rows', columnTitle: null, parameters: {} },
        message: {
          uk: `Під таблицею ${many.uk} з однією заповненою клітинкою: схоже на примітки. Приберемо їх з даних; текст перенесіть в опис набору.`,
          en: `Below the table stand ${many.en} with a single filled cell: they look like notes. We can leave them out of the data; put their text into the description of the dataset.`,
        },
      },
    ];
  },
};
