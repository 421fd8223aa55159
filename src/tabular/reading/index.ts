// Reading: bytes → table of text. `readTable` tells what a file is by its content, decodes it, finds delimiter and header, and
// writes every row as text to Parquet: strictly by DuckDB where the file keeps the rules, by our forgiving reader elsewhere.
export { type CellsOutcome, type CellsRequest, readCells } from './read-cells.ts';
export type { ReadRequest } from './read-job.ts';
export { readTable } from './read-table.ts';
export { readingSamples } from './reading-samples.ts';
