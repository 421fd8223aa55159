import { csvCell } from '../../kernel/csv.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { textOf } from './row-statement.ts';
import type { DownloadFormat } from './table.ts';
import { source } from './table-source.ts';

/**
 * How a whole table becomes a file: DuckDB writes each line, so that the process that serves pages only passes text on.
 * CSV: UTF-8, RFC 4180 (comma, CRLF, quotes where needed); the header holds the field names of the structure, empty cells are empty, dates
 * ISO 8601, decimals with a dot. JSON: an array of objects by field name, one a line; numbers as numbers, empty cells null.
 */
export interface DownloadPlan {
  readonly head: string;
  /** One column of text: a row's line without what stands between lines. */
  readonly sql: string;
  readonly between: string;
  readonly tail: string;
}

/** `columns` are the open ones, in order. */
export function downloadPlan(
  format: DownloadFormat,
  columns: readonly ManifestColumn[],
  paths: readonly string[],
): DownloadPlan {
  const line = format === 'csv' ? csvLine(columns) : jsonLine(columns);
  const from =
    paths.length === 1 ? source(paths) : `${source(paths, { numbered: true })} ORDER BY part, file_row_number`;
  const sql = `SELECT ${line} AS line FROM ${from}`;
  if (format === 'csv') {
    return { head: columns.map((column) => csvCell(column.name)).join(','), sql, between: '\r\n', tail: '\r\n' };
  }
  return { head: '[', sql, between: '\n', tail: '\n]\n' };
}

function csvLine(columns: readonly ManifestColumn[]): string {
  if (columns.length === 0) return "''";
  const cells = columns.map((column) => {
    const text = textOf(column);
    if (column.type !== 'text') return `coalesce(${text}, '')`;
    const quoted = `'"' || replace(${text}, '"', '""') || '"'`;
    return `CASE WHEN ${text} IS NULL THEN '' WHEN regexp_matches(${text}, '[",\\r\\n]') THEN ${quoted} ELSE ${text} END`;
  });
  // A single empty cell would be an empty line, which readers skip: RFC 4180 leaves the quotes to us.
  if (cells.length === 1) return `coalesce(nullif(${cells[0] ?? ''}, ''), '""')`;
  return `concat_ws(',', ${cells.join(', ')})`;
}

function jsonLine(columns: readonly ManifestColumn[]): string {
  const members = columns.map((column, i) => {
    const key = literal(`${i === 0 ? '{' : ','}${JSON.stringify(column.name)}:`);
    return `${key}, coalesce(${jsonValue(column)}, 'null')`;
  });
  return columns.length === 0 ? "'{}'" : `concat(${members.join(', ')}, '}')`;
}

function jsonValue(column: ManifestColumn): string {
  if (column.type === 'integer' || column.type === 'decimal' || column.type === 'boolean') return textOf(column);
  return `CAST(to_json(${textOf(column)}) AS VARCHAR)`;
}
