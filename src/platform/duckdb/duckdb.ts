/** A value as DuckDB gives it to us in JSON form: 64-bit integers and decimals come as text. */
export type DuckValue = string | number | boolean | null;
export type DuckRow = Record<string, DuckValue>;

/** One connection. Statements run one after another; `interrupt` stops the running one. */
export interface DuckSession {
  /** Runs a statement for its effect. */
  run(sql: string, values?: readonly DuckValue[]): Promise<void>;
  /** Runs a statement and gives all its rows: for answers known to be small. */
  rows(sql: string, values?: readonly DuckValue[]): Promise<DuckRow[]>;
  /** Gives the rows in chunks as arrays of values in column order, without holding them all. */
  chunks(sql: string, values?: readonly DuckValue[]): AsyncIterable<DuckValue[][]>;
  interrupt(): void;
  close(): void;
}

export interface SessionLimits {
  /** E.g. '300MB' (default). */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it may spill; a temporary folder by default. */
  readonly spillFolder?: string;
  /**
   * From a DuckDB that stays open for the next one (a minute): opening costs more than a few short statements. Those who share it share 200 MB;
   * other limits do not apply.
   */
  readonly warm?: boolean;
}

/** A question of the public: one SELECT of ours, bound values, the Parquet files it reads. Answered by the query process. */
export interface PublicQuery {
  readonly sql: string;
  readonly values: readonly DuckValue[];
  /** Wall clock, ms; 10 000 by default. Over it: RequestError `too-large`, code `query-too-long`. */
  readonly timeout?: number;
}

/** The only door to DuckDB. */
export interface DuckDb {
  /** A session for our own work (reading, checks, building downloads): may read and write files. */
  session(limits?: SessionLimits): Promise<DuckSession>;
  /**
   * Answers the public on a locked session (only the objects' folder, read only, no settings): fair queue, time and memory limit.
   * In the web process it is carried out by the query process, elsewhere in this one.
   */
  query(query: PublicQuery): Promise<DuckRow[]>;
}

/** Text as a SQL literal. The parser ends a statement at a NUL character, so that one is made by a function. */
export function literal(text: string): string {
  const quoted = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' || chr(0) || ')})`;
}

/** A name as a SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
