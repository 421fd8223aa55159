import { closeSync, openSync, writeSync } from 'node:fs';
import { type DuckSession, literal } from '../../platform/duckdb/duckdb.ts';

export type Cell = string | null;

const PIECE = 1 << 17;
/** Longer records DuckDB takes only when told. */
const LINE = 2_000_000;
/** With DuckDB's own 32 MB and large row groups a table of 50 MB takes 140 MB on top; so it takes 50 MB in the same time. */
const LEAN_BUFFER = 2 * LINE;
export const LEAN_GROUP = 20_480;
const NEEDS_QUOTES = /[",\n\r]|^ | $/;

/** No format and no database of ours can hold a zero character; shown as every unreadable one is, it is found and told. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = cell.includes('\0') ? cell.replaceAll('\0', '\ufffd') : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Takes rows of text one by one and keeps them in a plain work file that DuckDB reads at full speed. Memory is flat.
 * It writes synchronously: a reader that hands over rows must not run ahead of the disk.
 */
export class RowSink {
  rows = 0;
  /** An upper bound of the longest line's bytes. */
  longestLine = 0;
  /** The widest row so far, at least the declared width. */
  width: number;
  private declared: number;
  private readonly file: number;
  private pending: string[] = [];
  private pendingLength = 0;

  readonly path: string;

  /** @param width cells each row is completed to; a wider row widens the table */
  constructor(path: string, width: number) {
    this.path = path;
    this.declared = width;
    this.width = width;
    this.file = openSync(path, 'w');
  }

  /** Declares the width once it is known; only before the first row. */
  declare(width: number): void {
    this.declared = width;
    this.width = width;
  }

  write(cells: readonly Cell[]): void {
    let line = '';
    for (let at = 0; at < cells.length; at++) {
      if (at > 0) line += ',';
      line += cellText(cells[at] ?? null);
    }
    if (cells.length < this.declared) line += ','.repeat(this.declared - Math.max(1, cells.length));
    // A wholly empty line would not be a row.
    if (line === '') line = '""';
    if (cells.length > this.width) this.width = cells.length;
    this.rows += 1;
    this.pending.push(line, '\n');
    this.pendingLength += line.length;
    // A UTF-16 unit takes at most three bytes.
    if (line.length * 3 > this.longestLine) this.longestLine = line.length * 3 + 1;
    if (this.pendingLength > PIECE) this.flush();
  }

  private flush(): void {
    writeSync(this.file, this.pending.join(''));
    this.pending = [];
    this.pendingLength = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  /** True when some row was wider than declared: then shorter rows lack cells in the work file. */
  get uneven(): boolean {
    return this.width > this.declared;
  }
}

/** A clean CSV of ours, as DuckDB has to be told of it. */
export interface CleanCsv {
  readonly csvPath: string;
  readonly columns: number;
  readonly delimiter: string;
  readonly quote: string | null;
  readonly header: boolean;
  /** How records end, where it is known: without it DuckDB guesses by the first line, and errs when a cell holds another kind. */
  readonly newLine: '\\n' | '\\r\\n' | null;
  /** Bytes of the longest record; 0 where it is not known. */
  readonly longestLine: number;
  /** Rows may be short: they are completed (slower, one thread). */
  readonly uneven: boolean;
  /** As little memory as will do: what was read before still takes its own. */
  readonly lean?: boolean;
  /** SQL of the table's cells over c0, c1 … of the file; absent: the file's cells as they are. */
  readonly cells?: readonly string[] | undefined;
}

export interface CsvToParquet extends CleanCsv {
  readonly parquetPath: string;
}

/** Rows of a row group: wide tables take fewer, or one group would not fit the memory. */
export function rowGroupSize(columns: number): number {
  if (columns <= 100) return 61_440;
  return Math.max(2_048, Math.floor((61_440 * 100) / columns / 2_048) * 2_048);
}

/** SQL relation of a clean CSV read strictly: columns c0 … of text, an empty cell as NULL. */
export function csvRelation(job: CleanCsv): string {
  const columns = Array.from({ length: job.columns }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect=false',
    `header=${job.header}`,
    `delim=${literal(job.delimiter)}`,
    `quote=${literal(job.quote ?? '')}`,
    `escape=${literal(job.quote ?? '')}`,
    `columns={${columns}}`,
    "nullstr=''",
    'strict_mode=true',
    "compression='none'",
    ...(job.newLine ? [`new_line='${job.newLine}'`] : []),
    ...(job.lean && job.longestLine <= LINE ? [`buffer_size=${LEAN_BUFFER}`] : []),
    ...(job.longestLine > LINE ? [`max_line_size=${job.longestLine}`, `buffer_size=${job.longestLine * 2}`] : []),
    ...(job.uneven ? ['null_padding=true', 'parallel=false'] : []),
  ].join(', ');
  return `read_csv(${literal(job.csvPath)}, ${options})`;
}

/** Reads a clean CSV strictly into Parquet, every column as text, an empty cell as NULL. Throws what DuckDB throws. */
export async function csvToParquet(session: DuckSession, job: CsvToParquet): Promise<void> {
  const group = Math.min(rowGroupSize(job.columns), job.lean ? LEAN_GROUP : Number.POSITIVE_INFINITY);
  const cells = job.cells?.map((cell, at) => `${cell} AS c${at}`).join(', ') ?? '*';
  await session.run(
    `COPY (SELECT ${cells} FROM ${csvRelation(job)}) TO ${literal(job.parquetPath)}
     (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE ${group})`,
  );
}

/** Rows of a Parquet file by its own footer. */
export async function parquetRows(session: DuckSession, path: string): Promise<number> {
  const [answer] = await session.rows(`SELECT sum(num_rows) AS n FROM parquet_file_metadata(${literal(path)})`);
  return Number(answer?.n ?? 0);
}

/**
 * Turns what a sink gathered into the table's Parquet and checks that no row is missing.
 * @param cells SQL of the table's cells over c0, c1 … of the sink, where they are not the same
 */
export async function sinkToParquet(
  session: DuckSession,
  sink: RowSink,
  parquetPath: string,
  cells?: readonly string[],
): Promise<void> {
  await csvToParquet(session, {
    csvPath: sink.path,
    parquetPath,
    columns: sink.width,
    delimiter: ',',
    quote: '"',
    header: false,
    uneven: sink.uneven,
    longestLine: sink.longestLine,
    newLine: '\\n',
    lean: true,
    cells,
  });
  const written = await parquetRows(session, parquetPath);
  if (written !== sink.rows) throw new Error(`rows lost while writing: ${sink.rows} read, ${written} written`);
}
