import {
  type OpenColumn,
  type Row,
  type RowPage,
  type RowQuery,
  rowQueryParameters,
} from '../../capabilities/tables/index.ts';
import { csvLine } from '../../kernel/csv.ts';

/** Where an answer stands: to make the links to its neighbours. */
export interface AnswerAddress {
  /** Absolute, without the query string. */
  readonly base: string;
  readonly format: 'json' | 'csv';
}

/** Absolute addresses of the next and the previous page; null where there is none. */
export function pageLinks(
  page: RowPage,
  query: RowQuery,
  address: AnswerAddress,
): { next: string | null; prev: string | null } {
  const at = (number: number) => {
    const parameters = rowQueryParameters({ ...query, page: number });
    if (address.format === 'csv') parameters.set('format', 'csv');
    const text = parameters.toString();
    return text === '' ? address.base : `${address.base}?${text}`;
  };
  const last = Math.max(1, Math.ceil(page.total / page.size));
  return {
    next: page.page < last ? at(page.page + 1) : null,
    prev: page.page > 1 ? at(Math.min(page.page - 1, last)) : null,
  };
}

/** The JSON answer. Written by hand so that numbers longer than JavaScript's stay numbers, digit for digit. */
export function rowsAsJson(page: RowPage, query: RowQuery, address: AnswerAddress): string {
  const rows = page.rows.map((row) => rowAsJson(row, page.columns)).join(',\n');
  const { columns, total, page: number, size: pageSize } = page;
  const rest = JSON.stringify({ total, page: number, pageSize, links: pageLinks(page, query, address) });
  return `{"columns":${JSON.stringify(columns)},\n"rows":[${rows}],\n${rest.slice(1)}\n`;
}

function rowAsJson(row: Row, columns: readonly OpenColumn[]): string {
  const members = columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    const long =
      typeof value === 'string' && (type === 'integer' || type === 'decimal') && /^-?\d+(\.\d+)?$/.test(value);
    return `${JSON.stringify(name)}:${long ? value : JSON.stringify(value)}`;
  });
  return `{${members.join(',')}}`;
}

/** The rows of the page as CSV: field names in the header, the same values as in JSON. */
export function rowsAsCsv(page: RowPage): string {
  const lines = [page.columns.map(({ name }) => name)];
  for (const row of page.rows) lines.push(page.columns.map(({ name }) => String(row[name] ?? '')));
  return lines.map(csvLine).join('');
}
