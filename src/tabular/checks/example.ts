import { csvRows } from '../../kernel/csv.ts';

/** A file's text from its lines. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The cells of an example written as CSV with commas (RFC 4180), for showing it as a table. */
export function exampleCells(text: string): string[][] {
  return csvRows(text.replace(/\r?\n$/, ''));
}
