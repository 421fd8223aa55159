import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { DuckRow, DuckValue } from '../../platform/duckdb/duckdb.ts';
import { groupColumns } from './group-columns.ts';
import { plain, type SumMethod, sumMethod, sumText } from './group-decimals.ts';
import type { GroupColumn, GroupPage, GroupQuery } from './group-query.ts';
import { groupedWhole } from './group-query-faults.ts';
import { groupQueryParameters } from './group-query-rules.ts';
import { groupCountStatement, groupStatement } from './group-statement.ts';
import { remembered } from './query-memory.ts';
import { columnNamed } from './row-condition.ts';
import type { Row } from './row-query.ts';
import { badRowQuery } from './row-query-faults.ts';
import { shownValue } from './row-value.ts';
import type { OpenTable } from './table.ts';

/** Pages of more groups are not kept in memory. */
const KEPT = 200;

const withLeast = (table: OpenTable): OpenTable & { readonly smallest?: number } => {
  const { smallest } = table.manifest;
  return smallest === undefined ? table : { ...table, smallest };
};

/**
 * In a table whose small groups are not shown, two answers must not give a hidden one by subtraction: such a table is grouped whole, by one column at
 * a time, by years of dates. Throws `invalid` (`bad-row-query`).
 */
function refuseSubtraction(table: OpenTable, query: GroupQuery): void {
  const { smallest } = table.manifest;
  if (smallest === undefined) return;
  const narrowed = query.filters.length > 0 || query.search !== '';
  const fine = query.keys.some(({ column, part }) => {
    const { type } = columnNamed(table.columns, column);
    return part === 'month' || (part === 'value' && (type === 'date' || type === 'datetime'));
  });
  if (narrowed || fine || query.keys.length > 1) throw badRowQuery([groupedWhole(smallest)]);
}

/** Answers a question about groups of rows. Groups under the least of the table are left out, with those they could be subtracted by. Too many groups for the memory is refused as `too-large`. */
export async function queryGroups(ctx: Context, table: OpenTable, query: GroupQuery): Promise<GroupPage> {
  refuseSubtraction(table, query);
  const ask = () => askGroups(ctx, table, query);
  if (query.size > KEPT) return ask();
  return remembered(ctx, ['groups', table.mark, groupQueryParameters(query).toString()], ask);
}

async function askGroups(ctx: Context, table: OpenTable, query: GroupQuery): Promise<GroupPage> {
  const methods = await Promise.all(
    query.measures.map(({ measure, column }): Promise<SumMethod> => {
      const sums = measure === 'sum' || measure === 'avg';
      return sums
        ? sumMethod(ctx, table, columnNamed(table.columns, column))
        : Promise.resolve({ kind: 'native', scale: 0 });
    }),
  );
  const { found, counted } = await loadGroups(ctx, table, query, methods);
  const columns = groupColumns(table.columns, query);
  const first = query.keys.length + 1;
  const rows = found.map((row) => groupRow(row, columns, (i) => methods[i - first]));
  const { smallest } = table.manifest;
  const least = smallest === undefined ? {} : { smallest };
  return { columns, rows, ...counted, page: query.page, size: query.size, ...least };
}

interface GroupCount {
  readonly total: number;
  readonly matched: number;
}

/** One look tells the page and how many groups there are; where the memory is too small for both, or the page is empty, there are two. */
async function loadGroups(
  ctx: Context,
  table: OpenTable,
  query: GroupQuery,
  methods: readonly SumMethod[],
): Promise<{ found: DuckRow[]; counted: GroupCount }> {
  let found: DuckRow[];
  try {
    found = await ctx.duckdb.query(groupStatement(withLeast(table), query, methods, true));
  } catch (error) {
    if (!(error instanceof RequestError && error.code === 'query-too-large')) throw error;
    found = await ctx.duckdb.query(groupStatement(withLeast(table), query, methods, false));
  }
  const [first] = found;
  if (first?.total === undefined) return { found, counted: await countGroups(ctx, table, query) };
  return { found, counted: { total: Number(first.total), matched: Number(first.matched) } };
}

/** The same for all pages and orders of the same groups. */
async function countGroups(ctx: Context, table: OpenTable, query: GroupQuery): Promise<GroupCount> {
  const same = groupQueryParameters({ ...query, measures: [], sort: [], page: 1, size: 1 });
  return remembered(ctx, ['group-count', table.id, same.toString()], async () => {
    const [counted] = await ctx.duckdb.query(groupCountStatement(withLeast(table), query));
    return { total: Number(counted?.total ?? 0), matched: Number(counted?.matched ?? 0) };
  });
}

function groupRow(row: DuckRow, columns: readonly GroupColumn[], methodOf: (i: number) => SumMethod | undefined): Row {
  return Object.fromEntries(
    columns.map((column, i) => [column.name, groupValue(column, row[`v${i}`] ?? null, methodOf(i))]),
  );
}

function groupValue(column: GroupColumn, value: DuckValue, method: SumMethod | undefined): DuckValue {
  if (value === null) return null;
  if (column.measure === 'sum' && method) return shownValue(column.type, sumText(value, method));
  if (column.measure === 'avg') return Number(plain(Number(value)));
  if (column.type === 'boolean') return typeof value === 'boolean' ? value : value === 'true';
  return shownValue(column.type, typeof value === 'number' ? String(value) : value);
}
