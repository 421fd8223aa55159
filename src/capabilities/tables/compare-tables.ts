import type { Context } from '../../platform/context.ts';
import { type DuckRow, type DuckSession, identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { openTable } from './open-table.ts';
import { textOf } from './row-statement.ts';
import type { OpenTable, TableChanges } from './table.ts';
import { source } from './table-source.ts';

/** Both sides of a comparison, as far as publishing knows them: the newer one may not be a table yet. */
export type ComparedTable = Pick<OpenTable, 'columns' | 'paths'>;

/** Counts exactly how the newer table differs from the older one. */
export async function compareTables(ctx: Context, oldId: string, newId: string): Promise<TableChanges> {
  return compareOpenTables(ctx, await openTable(ctx, oldId), await openTable(ctx, newId));
}

/**
 * The same for tables that are open already. Rows are matched by the identifier columns when both tables have the same ones and they
 * are unique; otherwise as a multiset of whole rows. Only columns both have are compared, by name. Rows are compared by their 128-bit
 * digest: 16 bytes a row instead of the rows themselves keep a million rows within the memory limit.
 */
export async function compareOpenTables(
  ctx: Context,
  older: ComparedTable,
  newer: ComparedTable,
): Promise<TableChanges> {
  const names = new Set(older.columns.map((column) => column.name));
  const shared = newer.columns.filter((column) => names.has(column.name)).map((column) => column.name);
  const columns = {
    columnsAdded: newer.columns.filter((column) => !shared.includes(column.name)).map((column) => column.title),
    columnsRemoved: older.columns.filter((column) => !shared.includes(column.name)).map((column) => column.title),
  };
  const session = await ctx.duckdb.session({ memory: '500MB' });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    const key = commonIdentifier(older, newer);
    const byKey = key.length > 0 ? await countByKey(session, older, newer, key, shared) : null;
    return { ...(byKey ?? (await countByRow(session, older, newer, shared))), ...columns };
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
  }
}

/** Names of the identifier columns, when both tables have the same. */
function commonIdentifier(older: ComparedTable, newer: ComparedTable): string[] {
  const names = (table: ComparedTable) =>
    table.columns
      .filter((column) => column.identifier)
      .map((column) => column.name)
      .sort();
  const key = names(newer);
  return JSON.stringify(key) === JSON.stringify(names(older)) ? key : [];
}

type RowCounts = Pick<TableChanges, 'rowsAdded' | 'rowsRemoved' | 'rowsChanged'>;

/** Null where the identifier is not unique or has blanks in one of the tables. */
async function countByKey(
  session: DuckSession,
  older: ComparedTable,
  newer: ComparedTable,
  key: readonly string[],
  shared: readonly string[],
): Promise<RowCounts | null> {
  const side = (table: ComparedTable, age: number) =>
    `SELECT ${digest(table, key)} AS k, ${digest(table, shared)} AS r, ${age} AS age, ${blank(table, key)} AS blank FROM ${source(table.paths)}`;
  const [counts] = await session.rows(
    `SELECT count(*) FILTER (olds = 0) AS added, count(*) FILTER (news = 0) AS removed,
       count(*) FILTER (olds = 1 AND news = 1 AND old_row <> new_row) AS changed,
       coalesce(bool_or(olds > 1 OR news > 1 OR blank), false) AS ambiguous
     FROM (SELECT count(*) FILTER (age = 0) AS olds, count(*) FILTER (age = 1) AS news, min(r) FILTER (age = 0) AS old_row,
             min(r) FILTER (age = 1) AS new_row, bool_or(blank) AS blank
           FROM (${side(older, 0)} UNION ALL ${side(newer, 1)}) GROUP BY k)`,
  );
  if (!counts || counts.ambiguous === true) return null;
  return { rowsAdded: Number(counts.added), rowsRemoved: Number(counts.removed), rowsChanged: Number(counts.changed) };
}

async function countByRow(
  session: DuckSession,
  older: ComparedTable,
  newer: ComparedTable,
  shared: readonly string[],
): Promise<RowCounts> {
  const side = (table: ComparedTable, sign: number) =>
    `SELECT ${digest(table, shared)} AS r, ${sign} AS n FROM ${source(table.paths)}`;
  const rows: DuckRow[] = await session.rows(
    `SELECT coalesce(sum(greatest(n, 0)), 0) AS added, coalesce(sum(greatest(-n, 0)), 0) AS removed
     FROM (SELECT sum(n) AS n FROM (${side(older, -1)} UNION ALL ${side(newer, 1)}) GROUP BY r)`,
  );
  return { rowsAdded: Number(rows[0]?.added ?? 0), rowsRemoved: Number(rows[0]?.removed ?? 0), rowsChanged: null };
}

function columnsOf(table: ComparedTable, names: readonly string[]): ManifestColumn[] {
  return names.flatMap((name) => table.columns.filter((column) => column.name === name));
}

/** Digest of a row's values in those columns. A value's length stands before it, so that values cannot run into each other. */
function digest(table: ComparedTable, names: readonly string[]): string {
  const values = columnsOf(table, names).map((column) => {
    const text = comparedText(column);
    return `coalesce(concat(length(${text}), ':', ${text}), '-')`;
  });
  return values.length === 0 ? `md5_number('')` : `md5_number(concat(${values.join(', ')}))`;
}

/** 1.50 and 1.5 are one number, whatever number of decimals the file had. */
function comparedText(column: ManifestColumn): string {
  if (column.type !== 'decimal') return textOf(column);
  const text = `CAST(${identifier(column.parquetColumn)} AS VARCHAR)`;
  return `CASE WHEN contains(${text}, '.') AND NOT contains(${text}, 'e') THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`;
}

function blank(table: ComparedTable, names: readonly string[]): string {
  return columnsOf(table, names)
    .map((column) => `${identifier(column.parquetColumn)} IS NULL`)
    .join(' OR ');
}
