import type { Context } from '../../platform/context.ts';
import { identifier } from '../../platform/duckdb/duckdb.ts';
import { digestSql, giveKey } from '../../tabular/index.ts';
import { openTable } from './open-table.ts';
import { textOf } from './row-statement.ts';
import { source } from './table-source.ts';

/** People by the keyed digests of their values in a column. */
export interface ListedPeople {
  readonly columnTitle: string;
  readonly digests: readonly string[];
  readonly key: string;
}

/** Digests a statement. */
const AT_ONCE = 2_000;

/**
 * How many rows of a table are of these people; null where the table has no column of that title, so that it cannot be told. One pass, streamed.
 * Throws `not-found`.
 */
export async function countListed(ctx: Context, tableId: string, people: ListedPeople): Promise<number | null> {
  const table = await openTable(ctx, tableId);
  const column = table.columns.find(({ title }) => title === people.columnTitle);
  if (!column) return null;
  const session = await ctx.duckdb.session({ memory: '300MB' });
  try {
    await giveKey(session, people.key);
    await session.run('CREATE TEMP TABLE listed (digest VARCHAR)');
    for (let at = 0; at < people.digests.length; at += AT_ONCE) {
      const some = people.digests.slice(at, at + AT_ONCE).map((digest) => `('${digest.replace(/[^a-z]/g, '')}')`);
      await session.run(`INSERT INTO listed VALUES ${some.join(', ')}`);
    }
    const value = textOf({ ...column, parquetColumn: column.parquetColumn });
    const [row] = await session.rows(
      `SELECT count(*) AS n FROM (SELECT ${digestSql(value, 'row')} AS digest FROM ${source(table.paths)}
        WHERE ${identifier(column.parquetColumn)} IS NOT NULL) SEMI JOIN listed USING (digest)`,
    );
    return Number(row?.n ?? 0);
  } finally {
    session.close();
  }
}
