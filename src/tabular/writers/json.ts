import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { sqlText } from '../scan/predicate.ts';
import { exchangeText, type LineFormat, streamLines, type WrittenColumn, type WrittenRows } from './line-stream.ts';

function valueSql({ sql, type }: WrittenColumn): string {
  const bare = type === 'integer' || type === 'decimal' || type === 'boolean';
  const text = exchangeText(sql, type);
  return bare ? `coalesce(${text}, 'null')` : `coalesce(CAST(to_json(${text}) AS VARCHAR), 'null')`;
}

/** How rows become objects of a JSON array, one a line. */
export function jsonFormat(columns: readonly WrittenColumn[]): LineFormat {
  const fields = columns.map(
    (column, at) => `${sqlText(`${at === 0 ? '{' : ','}${JSON.stringify(column.name)}:`)}, ${valueSql(column)}`,
  );
  return {
    head: '[\n',
    line: fields.length === 0 ? `'{}'` : `concat(${fields.join(', ')}, '}')`,
    between: ',\n',
    tail: '\n]\n',
  };
}

/** Rows as a JSON array of objects by column name, one a line; numbers as numbers, empty cells null. */
export function writeJson(session: DuckSession, { columns, from }: WrittenRows): AsyncIterable<Uint8Array> {
  return streamLines(session, from, jsonFormat(columns));
}

/** The same into a file, faster than through JavaScript. */
export async function copyJson(session: DuckSession, { columns, from }: WrittenRows, path: string): Promise<void> {
  const list = columns.map(
    ({ sql, name, type }) =>
      `${type === 'datetime' ? exchangeText(sql, type) : sql} AS "${name.replaceAll('"', '""')}"`,
  );
  await session.run(`COPY (SELECT ${list.join(', ')} FROM ${from}) TO ${sqlText(path)} (FORMAT json, ARRAY true)`);
}
