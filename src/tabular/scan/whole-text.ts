/*
 * Texts of DuckDB on their way to JavaScript: its library loses a mark of byte order at the very beginning of a text, and a value without it is another
 * value. So another character stands before it on the way.
 */

/** SQL: a column of text, to be read by `textOf`. */
export const asText = (column: string): string => `'.' || ${column} AS ${column}`;

/** What `asText` sent; null where there is no text. */
export const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value).slice(1);
