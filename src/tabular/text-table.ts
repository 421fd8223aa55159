import type { Finding } from '../kernel/finding.ts';

export type TableFormat =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'json'
  | 'geojson'
  | 'shp'
  | 'kml'
  | 'gpx'
  | 'gtfs'
  | 'xml'
  | 'html'
  | 'dbf';

/** How the bytes of a text file were understood. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string | null;
  /** 0-based line of the header in the file; null when the columns were named by us. */
  readonly headerRow: number | null;
  /** Lines above the header left out (titles, empty lines), told in a finding. */
  readonly skippedLines: number;
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'koi8-u' | 'cp866' | 'binary';

/**
 * One table of a file that holds several: a sheet, a table on a sheet, a list of JSON, a repeated element of XML, a member of an archive. A reader
 * lists all of them in the file's order and reads the one `ReadingChoices.sheet` names, or the likeliest.
 */
export interface SheetInfo {
  /** Unique in the file; what `ReadingChoices.sheet` names. */
  readonly name: string;
  /** Of data, without the header. */
  readonly rows: number;
  readonly columns: number;
  /** Hidden by who made the file: told, never taken silently. */
  readonly hidden?: boolean;
  /** Names of the first columns (at most `NAMED_COLUMNS`), for a person to recognise the table by, and for the next file to be matched. */
  readonly headers?: readonly string[];
  /** It is these sheets, one under another. */
  readonly joins?: readonly string[];
}

/** How many names of columns a part tells. */
export const NAMED_COLUMNS = 8;

/**
 * The tables of a file besides the one read: a part that joins others is the same rows once more, so beside it its members are no other tables,
 * and it is none beside them.
 */
export function otherTables(parts: readonly SheetInfo[], read: string | null): SheetInfo[] {
  const members = new Set(parts.find(({ name }) => name === read)?.joins);
  return parts.filter(({ name, joins }) => name !== read && joins === undefined && !members.has(name));
}

/**
 * A file as a table of text: one Parquet file whose columns c0, c1 … are VARCHAR, in the order of the source. Every row of the file is
 * here or in a finding. An empty cell is NULL.
 */
export interface TextTable {
  readonly parquetPath: string;
  readonly format: TableFormat;
  readonly encoding: Encoding;
  /** Null for workbooks and JSON. */
  readonly dialect: Dialect | null;
  /** The part read; null where the format has none. */
  readonly sheet: string | null;
  /** Every table of the file, the one read too; empty where the format has one only. */
  readonly sheets: readonly SheetInfo[];
  /** Files of an archive that are no tables, so that nobody has looked into them. Left out: there are none, or they were not counted. */
  readonly besides?: number;
  readonly rows: number;
  /** Headers as the file has them, untrimmed; '' where a header cell is empty. Length = number of columns. */
  readonly headers: readonly string[];
  /** What reading itself found: ragged rows, junk rows, rejected rows … */
  readonly findings: readonly Finding[];
}

/** What a person may say when the first reading is not right. Absent = we decide. */
export interface ReadingChoices {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** The part to read, by its name in `TextTable.sheets`; a file without it is refused (`no-such-sheet`). */
  readonly sheet?: string;
  /** 0-based; null = the file has no header row. */
  readonly headerRow?: number | null;
  /** Hidden rows and columns of a workbook; absent = they are taken, and told. */
  readonly hidden?: 'left-out';
}

/** A file is read, or refused with a finding that says why and the way out. */
export type ReadOutcome =
  | { readonly kind: 'table'; readonly table: TextTable }
  | { readonly kind: 'refused'; readonly reason: Finding };

/** How far long work has come: `done` of `total` in the stage's own unit (bytes, rows); total null when unknown. */
export interface Progress {
  readonly stage: 'read' | 'check' | 'mend' | 'write';
  readonly done: number;
  readonly total: number | null;
}
