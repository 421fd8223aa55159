import { type DuckDb, type DuckSession, literal } from '../../platform/duckdb/duckdb.ts';
import { withWorkSession } from '../work-session.ts';
import { parquetOptions } from '../writers/parquet-options.ts';

/** Numbers given to rows of a resource so far: a Parquet file of `k` (digest of what tells a row), `o` (which of equal rows), `n` (its number). */
export interface NumberMemory {
  readonly parquetPath: string;
  /** The first number nobody has had. */
  readonly next: number;
}

export interface NumberingRequest {
  /** A text table with columns c0 …; the column of numbers is among them, its cells are written anew. */
  readonly parquetPath: string;
  readonly columns: number;
  readonly numberColumn: number;
  /** Columns that tell a row from the others from file to file; none: all but the numbers. */
  readonly by: readonly number[];
  /** Null for the first file of a resource. */
  readonly before: NumberMemory | null;
  readonly outPath: string;
  readonly memoryPath: string;
  readonly signal?: AbortSignal;
}

export interface NumberingOutcome {
  /** With all numbers ever given, also of rows that are gone. */
  readonly memory: NumberMemory;
  /** Rows known from an earlier file. */
  readonly known: number;
  /** Rows that got a number nobody had. */
  readonly fresh: number;
  /** Numbers of rows this file does not have; they are never given to another. */
  readonly gone: number;
}

/**
 * Gives every row its number: the one it had in the files before, or the next one nobody has had. Rows are the same where the values of the
 * chosen columns are, but for spaces, letter case and marks nobody sees; of equal rows the first is the first again. A number once given stays
 * with its row also when the row is gone, so it is never given to another, and a row that comes back gets its own.
 */
export function keepNumbers(duckdb: DuckDb, request: NumberingRequest): Promise<NumberingOutcome> {
  return withWorkSession(duckdb, { signal: request.signal, columns: request.columns, writes: true }, (session) =>
    number(session, request),
  );
}

/** One text of the cells that tell a row; its digest does not change with the version of the database. */
function keySql({ by, columns, numberColumn }: NumberingRequest): string {
  const telling =
    by.length > 0 ? by : Array.from({ length: columns }, (_, at) => at).filter((at) => at !== numberColumn);
  const cells = telling.map((at) => `coalesce(lower(trim(regexp_replace(c${at}, '\\s+', ' ', 'g'))), '')`);
  return cells.length === 0 ? `md5_number('')` : `md5_number(concat_ws(chr(31), ${cells.join(', ')}))`;
}

async function number(session: DuckSession, request: NumberingRequest): Promise<NumberingOutcome> {
  const { parquetPath, columns, numberColumn, before, outPath, memoryPath } = request;
  const first = before?.next ?? 1;
  const from = `read_parquet(${literal(parquetPath)}, file_row_number = true)`;
  await session.run(
    `CREATE TEMP TABLE memory AS ${
      before === null
        ? 'SELECT NULL::UHUGEINT AS k, NULL::INTEGER AS o, NULL::BIGINT AS n WHERE false'
        : `SELECT k::UHUGEINT AS k, o, n FROM read_parquet(${literal(before.parquetPath)})`
    }`,
  );
  await session.run(`CREATE TEMP TABLE keyed AS SELECT r, k::UHUGEINT AS k, (row_number() OVER (PARTITION BY k ORDER BY r))::INTEGER AS o
    FROM (SELECT file_row_number AS r, ${keySql(request)} AS k FROM ${from})`);
  await session.run(`CREATE TEMP TABLE given AS SELECT r, k, o, known,
      coalesce(known, ${first} - 1 + row_number() OVER (PARTITION BY known IS NULL ORDER BY r)) AS n
    FROM (SELECT keyed.*, memory.n AS known FROM keyed LEFT JOIN memory USING (k, o)) ORDER BY r`);
  const list = Array.from({ length: columns }, (_, at) => (at === numberColumn ? `n::VARCHAR AS c${at}` : `c${at}`));
  // both sides are in the order of the file, so no join has to hold the rows
  await session.run(`COPY (SELECT ${list.join(', ')} FROM read_parquet(${literal(parquetPath)})
    POSITIONAL JOIN (SELECT n FROM given ORDER BY r)) TO ${literal(outPath)} (${parquetOptions(columns)})`);
  await session.run(`COPY (SELECT k::VARCHAR AS k, o, n FROM memory UNION ALL
    SELECT k::VARCHAR, o, n FROM given WHERE known IS NULL ORDER BY n) TO ${literal(memoryPath)} (FORMAT parquet, COMPRESSION zstd)`);
  const [counts] = await session.rows(`SELECT count(known) AS known, count(*) - count(known) AS fresh,
    (SELECT count(*) FROM memory) - count(known) AS gone FROM given`);
  const [known, fresh, gone] = [Number(counts?.known ?? 0), Number(counts?.fresh ?? 0), Number(counts?.gone ?? 0)];
  return { memory: { parquetPath: memoryPath, next: first + fresh }, known, fresh, gone };
}
