/** Rows of a sample as they were read: a cell is text, '' or null where empty. */
export type SampleRow = readonly (string | null)[];

export type Form = 'empty' | 'number' | 'date' | 'time' | 'code' | 'address' | 'text';

const NUMBER = /^[-+−]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)([.,]\d+)?([eE][-+]?\d+)?\s?%?$/;
const DATE = /^(\d{4}-\d{1,2}-\d{1,2}([T ].*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}( .*)?)$/;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?$/;
const ADDRESS = /^(https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)/i;
/** A code has digits and no words: UA0102…, YY-5315, $45.39. */
const CODE = /^(?=.*\d)[^\s]{3,40}$/;

/** What kind of thing a cell holds, as far as telling a header from data needs it. */
export function formOf(cell: string | null): Form {
  const value = cell?.trim() ?? '';
  if (value === '') return 'empty';
  if (NUMBER.test(value)) return 'number';
  if (DATE.test(value)) return 'date';
  if (TIME.test(value)) return 'time';
  if (ADDRESS.test(value)) return 'address';
  return CODE.test(value) && /\d{2}/.test(value) ? 'code' : 'text';
}

export const isFilled = (cell: string | null | undefined): boolean =>
  cell !== null && cell !== undefined && cell.trim() !== '';

/** Cells of a row that hold something. */
export function filled(row: SampleRow): number {
  return row.reduce<number>((count, cell) => count + (isFilled(cell) ? 1 : 0), 0);
}

/** Cells up to the last one that holds something. */
export function filledLength(cells: SampleRow): number {
  let length = cells.length;
  while (length > 0 && !isFilled(cells[length - 1])) length -= 1;
  return length;
}

/** Years name columns («2016», «2017»); so a row of years above other things is still a header. */
export function isYear(cell: string | null | undefined): boolean {
  return /^(19|20)\d\d$/.test(cell?.trim() ?? '');
}

/** Words for «nothing is known», which stand where a number would. */
const NO_VALUE = /^([-–—.*?…]+|н\/?д|n\/?a|nan|null|none|немає|відсутн\S*|не визначено|не вказано)$/i;

/** The form that most filled cells of a column have, words for «no value» aside; `text` where none prevails. */
export function columnForm(cells: SampleRow): Form {
  const forms = new Map<Form, number>();
  let count = 0;
  for (const cell of cells) {
    if (!isFilled(cell) || NO_VALUE.test(cell?.trim() ?? '')) continue;
    const form = formOf(cell);
    forms.set(form, (forms.get(form) ?? 0) + 1);
    count += 1;
  }
  const [usual, most] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? ['text', 0];
  return most >= count * 0.7 ? usual : 'text';
}

export const saysNoValue = (cell: string | null | undefined): boolean => NO_VALUE.test(cell?.trim() ?? '');
