import type { Context } from '../../platform/context.ts';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { aboutDistinct } from './profile-column.ts';
import { allOf, columnNamed, conditions, type Statement } from './row-condition.ts';
import { EVERY_ROW, type RowQuery } from './row-query.ts';
import type { StatementTable } from './row-statement.ts';
import type { OpenTable } from './table.ts';
import { source } from './table-source.ts';

/** Up to so many different texts it is quicker to put the texts in order than the rows: the alphabet is asked once a text. */
const FEW_TEXTS = 300_000;
/** Texts looked at, the first ones of the order. */
const TEXTS = 2_000;

/** The first texts `v` of the order, and how many rows come `before` each; texts that are one to the alphabet have one place. */
function textsStatement(table: StatementTable, query: RowQuery, name: string, descending: boolean): Statement {
  const where = allOf([...conditions(table.columns, query), { sql: `${name} IS NOT NULL`, values: [] }]);
  const direction = descending ? 'DESC' : 'ASC';
  return {
    sql: `WITH g AS MATERIALIZED (SELECT ${name} AS v, count(*) AS n FROM ${source(table.paths)}${where.sql} GROUP BY 1),
      o AS MATERIALIZED (SELECT v, n FROM g ORDER BY v COLLATE uk ${direction}, v LIMIT ${TEXTS})
      SELECT v, sum(n) OVER (ORDER BY v COLLATE uk ${direction}) - sum(n) OVER (PARTITION BY v COLLATE uk) AS before FROM o`,
    values: where.values,
  };
}

/**
 * A condition that the first `most` rows of the order meet, where the order begins with a text of few different values; null where
 * there is none such: then all rows have to be put in order.
 */
export async function firstTexts(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  most: number,
): Promise<Statement | null> {
  const [lead] = query.sort;
  if (lead === undefined) return null;
  const column = columnNamed(table.columns, lead.column);
  if (column.type !== 'text' || (await aboutDistinct(ctx, table, EVERY_ROW, column)) > FEW_TEXTS) return null;
  const name = identifier(column.parquetColumn);
  const found = await ctx.duckdb.query(textsStatement(table, query, name, lead.descending));
  const needed = found.filter(({ before }) => Number(before) < most).map(({ v }) => literal(String(v)));
  if (needed.length === TEXTS) return null;
  // Empty cells come last, so they are met only where the texts run out.
  const empty = needed.length === found.length ? [`${name} IS NULL`] : [];
  const among = needed.length === 0 ? [] : [`${name} IN (${needed.join(', ')})`];
  return { sql: `(${[...among, ...empty].join(' OR ')})`, values: [] };
}
