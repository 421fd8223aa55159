import type { DuckDb, DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType, Notation } from '../column.ts';
import { sqlText } from '../scan/predicate.ts';
import type { Progress } from '../text-table.ts';
import { castValue } from '../types/cast.ts';
import { withWorkSession } from '../work-session.ts';
import { parquetOptions } from './parquet-options.ts';

export interface TypedTableInput {
  /** A text table's Parquet, mended or not. */
  readonly parquetPath: string;
  /** Columns to be written, under the names they have in the text table (`c<index>`). */
  readonly columns: readonly { readonly index: number; readonly type: ColumnType; readonly notation?: Notation }[];
  readonly outPath: string;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

export interface TypedTableOutcome {
  readonly rows: number;
  /** Columns with values that do not fit the type asked for and became NULL; empty when every value was kept. */
  readonly lost: readonly { readonly index: number; readonly count: number }[];
}

/** Writes a text table as typed Parquet in source order. Values that do not fit their column's type become NULL, and are told. */
export async function writeTypedTable(duckdb: DuckDb, input: TypedTableInput): Promise<TypedTableOutcome> {
  const { parquetPath, columns, outPath, progress } = input;
  const list = columns.map(({ index, type, notation }) => `${castValue(`c${index}`, type, notation)} AS c${index}`);
  const work = { signal: input.signal, columns: columns.length, file: parquetPath, writes: true };
  return withWorkSession(duckdb, work, async (session) => {
    const total = await rowCount(session, parquetPath);
    progress?.({ stage: 'write', done: 0, total });
    await session.run(
      `COPY (SELECT ${list.join(', ')} FROM read_parquet(${sqlText(parquetPath)})) TO ${sqlText(outPath)} (${parquetOptions(columns.length, 'zstd')})`,
    );
    const before = await nullCounts(session, parquetPath);
    const after = await nullCounts(session, outPath);
    const lost = columns.flatMap(({ index }) => {
      const count = (after.get(`c${index}`) ?? 0) - (before.get(`c${index}`) ?? 0);
      return count > 0 ? [{ index, count }] : [];
    });
    progress?.({ stage: 'write', done: total, total });
    return { rows: total, lost };
  });
}

async function rowCount(session: DuckSession, path: string): Promise<number> {
  const row = (await session.rows(`SELECT sum(num_rows)::BIGINT AS n FROM parquet_file_metadata(${sqlText(path)})`))[0];
  return Number(row?.n ?? 0);
}

/** NULL cells by column, from the file's own statistics. */
async function nullCounts(session: DuckSession, path: string): Promise<Map<string, number>> {
  const rows = await session.rows(
    `SELECT path_in_schema AS name, sum(stats_null_count)::BIGINT AS n FROM parquet_metadata(${sqlText(path)}) GROUP BY 1`,
  );
  return new Map(rows.map((row) => [String(row.name), Number(row.n ?? 0)]));
}
