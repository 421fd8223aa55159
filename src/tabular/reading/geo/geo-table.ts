import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import { type Shape, shapeText, spotsOf } from '../../geometry/shape.ts';
import type { Encoding, ReadOutcome, SheetInfo, TableFormat } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { NO_ROWS, PlaceList } from '../reading-findings.ts';
import { LIMITS, tooManyColumns } from '../refusals.ts';
import { type Cell, RowSink, sinkToParquet } from '../row-sink.ts';
import { offGlobe } from './geo-findings.ts';

/** What a reader of a map knows of its file besides the rows. */
export interface GeoFacts {
  readonly format: TableFormat;
  readonly encoding: Encoding;
  readonly findings: readonly Finding[];
  readonly sheet?: string | null;
  readonly sheets?: readonly SheetInfo[];
}

const NUMBER = '[-+0-9.eE]+';

/**
 * Gathers the objects of a map as rows: their fields, then the place. Where all places are plain points these are the two columns `lon` and
 * `lat`, as people and spreadsheets know them; otherwise one column `geometry` of GeoJSON text. Digits stay as the file has them.
 */
export class GeoTable {
  private readonly sink: RowSink;
  /** Column of the work file by field; the first is the place. */
  private readonly columns = new Map<string, number>();
  private row: Cell[] = [];
  private readonly offGlobe = new PlaceList();
  private points = 0;
  private closed = false;
  private others = 0;

  constructor(workFolder: string) {
    this.sink = new RowSink(join(workFolder, 'rows.csv'), 1);
  }

  /** 1-based number of the row that is gathered now. */
  get rowNumber(): number {
    return this.sink.rows + 1;
  }

  /** Rows that have a place. */
  get placed(): number {
    return this.points + this.others;
  }

  get rows(): number {
    return this.sink.rows;
  }

  /** A column that is there also where no row has the field. */
  declare(name: string): number {
    const known = this.columns.get(name);
    if (known !== undefined) return known;
    const column = this.columns.size + 1;
    this.columns.set(name, column);
    return column;
  }

  /** A field of the present row; the column appears when its field is first seen. */
  put(name: string, cell: Cell): void {
    this.row[this.declare(name)] = cell;
  }

  /** Ends the present row. */
  end(shape: Shape | null): void {
    if (shape?.type === 'Point' && shape.coordinates.z === undefined) this.points += 1;
    else if (shape !== null) this.others += 1;
    if (shape && isOffGlobe(shape)) this.offGlobe.add(this.rowNumber, shapeText(shape).slice(0, 100));
    this.row[0] = shape === null ? null : shapeText(shape);
    this.sink.write(Array.from(this.row, (cell) => cell ?? null));
    this.row = [];
  }

  /** Ends the rows; again, it does nothing. */
  close(): void {
    if (!this.closed) this.sink.close();
    this.closed = true;
  }

  private free(name: string): string {
    let free = name;
    for (let copy = 2; this.columns.has(free); copy++) free = `${name}_${copy}`;
    return free;
  }

  /** Headers, and for each the SQL of its cells over the work file. */
  private layout(): { headers: string[]; cells: string[] } {
    const fields = [...this.columns];
    const headers = fields.map(([name]) => name);
    const cells = fields.map(([, column]) => `c${column}`);
    if (this.placed === 0 && headers.length > 0) return { headers, cells };
    if (this.points === 0 || this.others > 0)
      return { headers: [...headers, this.free('geometry')], cells: [...cells, 'c0'] };
    const part = (at: 1 | 2) =>
      `nullif(regexp_extract(c0, '^\\{"type":"Point","coordinates":\\[(${NUMBER}),(${NUMBER})\\]', ${at}), '')`;
    return { headers: [...headers, this.free('lon'), this.free('lat')], cells: [...cells, part(1), part(2)] };
  }

  /** Writes the table. The sink is closed before. */
  async finish(job: ReadJob, facts: GeoFacts): Promise<ReadOutcome> {
    const { sink } = this;
    sink.width = Math.max(sink.width, this.columns.size + 1);
    const { headers, cells } = this.layout();
    if (headers.length > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(headers.length) };
    const parquetPath = join(job.workFolder, 'text.parquet');
    const session = await job.duckdb.session(sink.width > 500 || sink.longestLine > 2e6 ? { memory: '800MB' } : {});
    try {
      await sinkToParquet(session, sink, parquetPath, cells);
    } finally {
      session.close();
      await rm(sink.path, { force: true });
    }
    const { format, encoding, sheet = null, sheets = [] } = facts;
    const { count, places } = this.offGlobe;
    const findings = [
      ...facts.findings,
      ...(count > 0 ? [offGlobe(count, places)] : []),
      ...(sink.rows === 0 ? [NO_ROWS] : []),
    ];
    const table = { parquetPath, format, encoding, dialect: null, sheet, sheets, rows: sink.rows, headers, findings };
    return { kind: 'table', table };
  }
}

/** True where a position of the geometry is on no place of the globe. */
function isOffGlobe(shape: Shape): boolean {
  for (const { x, y } of spotsOf(shape)) if (Math.abs(x) > 180 || Math.abs(y) > 90) return true;
  return false;
}
