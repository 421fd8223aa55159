import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { DuckRow, DuckValue } from '../../platform/duckdb/duckdb.ts';
import { groupColumns } from './group-columns.ts';
import { plain, type SumMethod, sumMethod, sumText } from './group-decimals.ts';
import type { GroupColumn, GroupPage, GroupQuery } from './group-query.ts';
import { groupQueryParameters } from './group-query-rules.ts';
import { groupCountStatement, groupStatement } from './group-statement.ts';
import { remembered } from './query-memory.ts';
import { columnNamed } from './row-condition.ts';
import type { Row } from './row-query.ts';
import { shownValue } from './row-value.ts';
import type { OpenTable } from './table.ts';

/** Pages of more groups are not kept in memory. */
const KEPT = 200;

/** Answers a question about groups of rows. Too many groups for the memory is refused as `too-large`. */
export async function queryGroups(ctx: Context, table: OpenTable, query: GroupQuery): Promise<GroupPage> {
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
  return { columns, rows, ...counted, page: query.page, size: query.size };
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
    found = await ctx.duckdb.query(groupStatement(table, query, methods, true));
  } catch (error) {
    if (!(error instanceof RequestError && error.code === 'query-too-large')) throw error;
    found = await ctx.duckdb.query(groupStatement(table, query, methods, false));
  }
  const [first] = found;
  if (first?.total === undefined) return { found, counted: await countGroups(ctx, table, query) };
  return { found, counted: { total: Number(first.total), matched: Number(first.matched) } };
}

/** The same for all pages and orders of the same groups. */
async function countGroups(ctx: Context, table: OpenTable, query: GroupQuery): Promise<GroupCount> {
  const same = groupQueryParameters({ ...query, measures: [], sort: [], page: 1, size: 1 });
  return remembered(ctx, ['group-count', table.mark, same.toString()], async () => {
    const [counted] = await ctx.duckdb.query(groupCountStatement(table, query));
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
