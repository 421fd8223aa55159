/** Row groups of 61,440 rows write faster and smaller in memory than DuckDB's default; very wide tables need smaller ones still. */
const ROW_GROUP = 61_440;
const SMALLEST_ROW_GROUP = 2_048;
const CELLS_A_GROUP = 6_000_000;

/**
 * Options of COPY … TO for a table of so many columns.
 * @param compression LZ4 is read soonest, for tables that are gone through many times; zstd takes least room
 */
export function parquetOptions(columns: number, compression: 'lz4_raw' | 'zstd' = 'lz4_raw'): string {
  const rows = Math.floor(CELLS_A_GROUP / Math.max(1, columns) / SMALLEST_ROW_GROUP) * SMALLEST_ROW_GROUP;
  const size = Math.min(ROW_GROUP, Math.max(SMALLEST_ROW_GROUP, rows));
  return `FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE ${size}`;
}
