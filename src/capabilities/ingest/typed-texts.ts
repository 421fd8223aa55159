import type { Context } from '../../platform/context.ts';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { valueText } from '../../tabular/writers/index.ts';
import type { Reading } from './reading.ts';

/**
 * The different values of columns of a file that was read, as programs will read them; of several columns their values together, parted by
 * `sign`. Null where there are more than `most`, or no typed table yet. The caller has asked the rights.
 */
export async function typedTexts(
  ctx: Context,
  { typed }: Pick<Reading, 'typed'>,
  indexes: readonly number[],
  { most, sign }: { readonly most: number; readonly sign: string },
): Promise<string[] | null> {
  const columns = indexes.map((wanted) => typed?.columns.find(({ index }) => index === wanted));
  if (!typed || columns.includes(undefined) || !(await ctx.objects.stat(typed.key))) return null;
  const texts = columns.flatMap((one) => (one ? [`trim(${valueText(identifier(one.parquetColumn), one.type)})`] : []));
  const text = texts.join(` || ${literal(sign)} || `);
  const session = await ctx.duckdb.session({ memory: '300MB' });
  try {
    const rows = await session.rows(
      `SELECT DISTINCT ${text} AS v FROM read_parquet(${literal(await ctx.objects.localPath(typed.key))})
        WHERE (${text}) <> '' LIMIT ${most + 1}`,
    );
    return rows.length > most ? null : rows.map(({ v }) => String(v));
  } finally {
    session.close();
  }
}
