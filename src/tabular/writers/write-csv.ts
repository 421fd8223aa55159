import { csvCell } from '../../kernel/csv.ts';
import { lineBytes } from './line-file.ts';
import { isFormulaLike, looksLikeFormula, valueText } from './value-text.ts';
import type { TableWriter, WrittenColumn, WrittenTable } from './written-table.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * CSV for programs: UTF-8, RFC 4180 (comma, CRLF, quotes where needed). The header holds the machine names, empty cells are empty, dates are
 * ISO 8601; the decimal sign is the table's. Text is written as it is: whoever reads it as a table of a spreadsheet takes the other one.
 */
export const writeCsv: TableWriter = (table, { session }) =>
  lineBytes(session, {
    head: table.columns.map(({ name }) => csvCell(name)).join(','),
    sql: lines(
      table,
      table.columns.map((column) => csvValue(column, table.decimalSign)),
      ',',
    ),
    values: table.values,
    first: '\r\n',
    between: '\r\n',
    tail: () => '\r\n',
  });

/**
 * CSV that a Ukrainian Excel opens by a double click: UTF-8 with a byte order mark, semicolons, decimal comma, days as 31.12.2024, headings
 * for people. A text that would become a formula gets an apostrophe before it.
 */
export const writeCsvForExcel: TableWriter = (table, { session }) =>
  lineBytes(session, {
    head: BYTE_ORDER_MARK + table.columns.map(({ title }) => excelHeading(title)).join(';'),
    sql: lines(table, table.columns.map(excelValue), ';'),
    values: table.values,
    first: '\r\n',
    between: '\r\n',
    tail: () => '\r\n',
  });

function lines(table: WrittenTable, cells: readonly string[], separator: string): string {
  return `SELECT ${joined(cells, separator)} AS line FROM ${table.from}`;
}

function joined(cells: readonly string[], separator: string): string {
  const [only] = cells;
  if (only === undefined) return "''";
  // A single empty cell would be an empty line, which readers skip: RFC 4180 leaves the quotes to us.
  if (cells.length === 1) return `coalesce(nullif(${only}, ''), '""')`;
  return `concat_ws('${separator}', ${cells.join(', ')})`;
}

function quoted(text: string, separator: string): string {
  const inQuotes = `'"' || replace(${text}, '"', '""') || '"'`;
  return `CASE WHEN ${text} IS NULL THEN '' WHEN regexp_matches(${text}, '["${separator}\\r\\n]') THEN ${inQuotes} ELSE ${text} END`;
}

function csvValue({ value, type, coordinate }: WrittenColumn, sign: 'dot' | 'comma'): string {
  const text = valueText(value, type);
  if (type === 'text') return quoted(text, ',');
  if (type !== 'decimal' || sign === 'dot' || coordinate) return `coalesce(${text}, '')`;
  return `coalesce(CASE WHEN contains(${text}, '.') THEN '"' || replace(${text}, '.', ',') || '"' ELSE ${text} END, '')`;
}

function excelValue({ value, type }: WrittenColumn): string {
  switch (type) {
    case 'text':
      // few texts begin as formulas: most take the short way
      return `CASE WHEN ${isFormulaLike(value)} THEN ${quoted(`(chr(39) || ${value})`, ';')} ELSE ${quoted(value, ';')} END`;
    case 'decimal':
      return `coalesce(replace(${valueText(value, type)}, '.', ','), '')`;
    case 'boolean':
      return `CASE WHEN ${value} IS NULL THEN '' WHEN ${value} THEN 'TRUE' ELSE 'FALSE' END`;
    case 'date':
      return `coalesce(strftime(${value}, '%d.%m.%Y'), '')`;
    case 'datetime':
      return `coalesce(regexp_replace(strftime(${value}, '%d.%m.%Y %H:%M:%S,%g'), ',000$', ''), '')`;
    default:
      return `coalesce(${valueText(value, type)}, '')`;
  }
}

function excelHeading(title: string): string {
  const safe = looksLikeFormula(title) ? `'${title}` : title;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
