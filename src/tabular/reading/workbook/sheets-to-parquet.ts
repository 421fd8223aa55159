import { type DuckSession, literal } from '../../../platform/duckdb/duckdb.ts';
import { csvRelation, LEAN_GROUP, parquetRows, type RowSink, rowGroupSize } from '../row-sink.ts';

/** A sheet's work file and what of it becomes the table. */
export interface SheetPart {
  readonly sink: RowSink;
  /** Name of the sheet, put into a last column; absent where one sheet is the table. */
  readonly label?: string;
}

/**
 * Writes sheets one under another as one table of text, in their order.
 * @param columns 0-based columns of the work files that are kept
 * @throws when a row is missing
 */
export async function sheetsToParquet(
  session: DuckSession,
  parts: readonly SheetPart[],
  columns: readonly number[],
  parquetPath: string,
): Promise<void> {
  const width = Math.max(...parts.map(({ sink }) => sink.width));
  const selects = parts.map(({ sink, label }) => {
    const cells = columns.map((column, at) => `c${column} AS c${at}`);
    const named = label === undefined ? cells : [...cells, `${literal(label)} AS c${columns.length}`];
    const relation = csvRelation({
      csvPath: sink.path,
      columns: width,
      delimiter: ',',
      quote: '"',
      header: false,
      uneven: sink.uneven || sink.width < width,
      longestLine: sink.longestLine,
      newLine: '\\n',
      lean: true,
    });
    return `SELECT ${named.join(', ')} FROM ${relation}`;
  });
  const group = Math.min(rowGroupSize(columns.length), LEAN_GROUP);
  await session.run(
    `COPY (${selects.join(' UNION ALL ')}) TO ${literal(parquetPath)} (FORMAT parquet, ROW_GROUP_SIZE ${group})`,
  );
  const rows = parts.reduce((sum, { sink }) => sum + sink.rows, 0);
  const written = await parquetRows(session, parquetPath);
  if (written !== rows) throw new Error(`rows lost while writing: ${rows} read, ${written} written`);
}
