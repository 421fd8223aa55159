import { literal } from '../../platform/duckdb/duckdb.ts';
import { isGeometry } from '../geometry/shape-sql.ts';
import { lineBytes } from './line-file.ts';
import { valueText } from './value-text.ts';
import type { TableWriter, WrittenColumn } from './written-table.ts';

/** JSON: an array of objects by machine name, one a line; numbers as numbers, empty cells null. */
export const writeJson: TableWriter = (table, { session }) =>
  lineBytes(session, {
    head: '[',
    sql: `SELECT ${jsonObject(table.columns)} AS line FROM ${table.from}`,
    values: table.values,
    first: '\n',
    between: ',\n',
    tail: () => '\n]\n',
  });

/** SQL: a row as the text of a JSON object. */
export function jsonObject(columns: readonly WrittenColumn[]): string {
  if (columns.length === 0) return "'{}'";
  const members = columns.map((column, i) => {
    const key = literal(`${i === 0 ? '{' : ','}${JSON.stringify(column.name)}:`);
    return `${key}, coalesce(${jsonValue(column)}, 'null')`;
  });
  return `concat(${members.join(', ')}, '}')`;
}

/** SQL: a value as JSON; NULL for an empty cell. JSON has no infinite numbers: they are written as text. */
export function jsonValue({ value, type, shape }: WrittenColumn): string {
  // a geometry is JSON already
  if (shape) return `CASE WHEN ${isGeometry(value)} THEN ${value} ELSE CAST(to_json(${value}) AS VARCHAR) END`;
  const text = valueText(value, type);
  if (type === 'integer' || type === 'boolean') return text;
  if (type === 'decimal') return `CASE WHEN isfinite(${value}) THEN ${text} ELSE '"' || ${text} || '"' END`;
  if (type !== 'text') return `'"' || ${text} || '"'`;
  return `CAST(to_json(${text}) AS VARCHAR)`;
}
