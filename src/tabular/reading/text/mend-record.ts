import { type Form, formOf, isFilled } from '../cell-forms.ts';
import { type ParsedRecord, parseRecord } from './record-parser.ts';
import type { CellRules } from './sniff-dialect.ts';

/** What is known of the table a record belongs to. */
export interface TableRow {
  readonly rules: CellRules;
  readonly width: number;
  /** The form most values of each column have. */
  readonly forms: readonly Form[];
}

const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
/** Share of the cells in columns of numbers, dates and codes that must look so, for another delimiter to be believed. */
const FITTING = 0.7;
const LONGEST = 100_000;

/** Whether cells look like the columns they would stand in. Without columns of one form nothing can be told. */
function fitsForms(cells: readonly string[], forms: readonly Form[]): boolean {
  let fitting = 0;
  let count = 0;
  forms.forEach((form, column) => {
    const cell = cells[column] ?? null;
    if (form === 'text' || form === 'empty' || !isFilled(cell)) return;
    count += 1;
    if (formOf(cell) === form) fitting += 1;
  });
  return count > 0 && fitting >= count * FITTING;
}

/**
 * A row set with another delimiter than the rest of the file, cut by that one, if it then has the table's cells and they look like their columns.
 * @param text what the record was read of
 * @returns null where the record stays as it was read
 */
export function mendRecord(text: string, record: ParsedRecord, table: TableRow): readonly string[] | null {
  const { rules, width, forms } = table;
  const { start, next, cells } = record;
  if (cells.length === width || width < 3 || next - start > LONGEST || !cells.some(isFilled)) return null;
  if (cells.length > 1 && fitsForms(cells, forms)) return null;
  const line = text.slice(start, next);
  for (const delimiter of DELIMITERS) {
    if (delimiter === rules.delimiter || !line.includes(delimiter)) continue;
    const again = parseRecord(line, 0, true, { delimiter, quote: rules.quote, escape: rules.escape, width });
    if (again?.cells.length === width && again.next === line.length && fitsForms(again.cells, forms))
      return again.cells;
  }
  return null;
}
