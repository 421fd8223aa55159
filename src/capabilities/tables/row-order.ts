import { type DuckValue, identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { columnNamed, type Statement } from './row-condition.ts';
import type { RowSort } from './row-query.ts';

/** A key to sort by, as SQL. Text sorts by the Ukrainian alphabet (ґ after г, і after и). */
export function sortKey(column: ManifestColumn): string {
  const name = identifier(column.parquetColumn);
  return column.type === 'text' ? `${name} COLLATE uk` : name;
}

/** The position of a row in its table: ties always keep the order of the source. */
export function position(paths: readonly unknown[]): string {
  return paths.length === 1 ? 'file_row_number' : 'part, file_row_number';
}

/** ORDER BY of a question, '' for the order of the source; empty cells come last in both directions. */
export function orderBy(
  table: { readonly columns: readonly ManifestColumn[]; readonly paths: readonly unknown[] },
  sort: readonly RowSort[],
): string {
  const keys = sort.map(
    ({ column, descending }) =>
      `${sortKey(columnNamed(table.columns, column))} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  return keys.length === 0 ? '' : ` ORDER BY ${keys.join(', ')}, ${position(table.paths)}`;
}

/** A row's key as the table has it: its value as text, and DuckDB's own name of the type that text is read back as. */
export interface KeyValue {
  readonly type: string;
  readonly text: string | null;
}

/** A place in an order: the row's keys and its position. */
export interface OrderPlace {
  readonly keys: readonly KeyValue[];
  readonly part: number;
  readonly row: number;
}

/** The condition for rows after a place. `several` parts need the part compared too. */
export function afterPlace(
  columns: readonly ManifestColumn[],
  sort: readonly RowSort[],
  place: OrderPlace,
  several: boolean,
): Statement {
  const steps: Statement[] = [];
  const equal: Statement[] = [];
  sort.forEach(({ column, descending }, i) => {
    const found = columnNamed(columns, column);
    const key = place.keys[i] ?? { type: 'VARCHAR', text: null };
    const name = identifier(found.parquetColumn);
    if (key.text === null) {
      // Nothing comes after the empty ones but other empty ones.
      equal.push({ sql: `${name} IS NULL`, values: [] });
      return;
    }
    const value = boundKey(found, key);
    const sign = descending ? '<' : '>';
    steps.push(
      joined([...equal, { sql: `(${sortKey(found)} ${sign} ${value} OR ${name} IS NULL)`, values: [key.text] }]),
    );
    equal.push({ sql: `${sortKey(found)} = ${value}`, values: [key.text] });
  });
  const later: Statement = several
    ? { sql: '(part > ? OR (part = ? AND file_row_number > ?))', values: [place.part, place.part, place.row] }
    : { sql: 'file_row_number > ?', values: [place.row] };
  steps.push(joined([...equal, later]));
  return steps.length === 1 && steps[0]
    ? steps[0]
    : { sql: `(${steps.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: steps.flatMap(({ values }) => values) };
}

function boundKey(column: ManifestColumn, key: KeyValue): string {
  if (column.type === 'text') return '? COLLATE uk';
  if (!/^[A-Z]+( ?[A-Z]+)*(\(\d+, ?\d+\))?$/.test(key.type))
    throw new Error(`an unexpected type of a key: ${key.type}`);
  return `CAST(? AS ${key.type})`;
}

function joined(parts: readonly Statement[]): Statement {
  const values: DuckValue[] = parts.flatMap((part) => [...part.values]);
  return { sql: parts.map((part) => part.sql).join(' AND '), values };
}
