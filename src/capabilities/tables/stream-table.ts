import type { Context } from '../../platform/context.ts';
import { type DuckSession, identifier, type SessionLimits } from '../../platform/duckdb/duckdb.ts';
import { WRITERS, type WrittenColumn, type WrittenTable, wktOf } from '../../tabular/writers/index.ts';
import type { DownloadFormat } from './download-formats.ts';
import type { ManifestColumn } from './manifest.ts';
import { placeColumns, shapeColumn } from './place-columns.ts';
import { allOf, conditions } from './row-condition.ts';
import { orderBy, position } from './row-order.ts';
import type { RowQuery } from './row-query.ts';
import type { OpenTable } from './table.ts';
import { isPatched, source } from './table-source.ts';

/** What of a view matters to its file: pages have no meaning there. */
export type ViewQuery = Pick<RowQuery, 'filters' | 'search' | 'sort' | 'columns'>;

/** A table has many titles in its life, its bytes stay: so the sheet has none of them. */
const SHEET = 'Дані';

const WHOLE: ViewQuery = { filters: [], search: '', sort: [], columns: [] };

/**
 * The whole table as the bytes of a file, read as they are wanted: memory stays flat whatever the table's size. One thread, so that a
 * large download leaves the others to the pages.
 */
export function streamTable(ctx: Context, table: OpenTable, format: DownloadFormat): AsyncGenerator<Uint8Array> {
  return streamView(ctx, table, WHOLE, format);
}

/** The rows of a view as they are seen, in the view's order and columns, as the bytes of a file; ends when `ctx.signal` does. */
export async function* streamView(
  ctx: Context,
  table: OpenTable,
  query: ViewQuery,
  format: DownloadFormat,
): AsyncGenerator<Uint8Array> {
  const written = writtenTable(table, query, format);
  const sorted = query.sort.length > 0 || isPatched(table.paths);
  const session = await ctx.duckdb.session(limitsFor(table, written, sorted));
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    ctx.signal.throwIfAborted();
    for await (const bytes of WRITERS[format](written, { session, workFolder: () => ctx.objects.workFolder() })) {
      ctx.signal.throwIfAborted();
      yield bytes;
    }
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    closeSession(session);
  }
}

/** Cells of a table that needs no DuckDB of its own: opening one takes longer than writing so few. */
const FEW_CELLS = 20_000;

function limitsFor({ manifest }: OpenTable, written: WrittenTable, sorted: boolean): SessionLimits {
  const cells = manifest.rows * manifest.columns.length;
  return cells <= FEW_CELLS ? { warm: true } : { threads: 1, memory: memoryFor(written, sorted) };
}

/** A usual table read from the first row to the last needs little; sorting, and a buffer for each of very many columns, need more. */
function memoryFor({ columns }: WrittenTable, sorted: boolean): string {
  return !sorted && columns.length <= 50 ? '100MB' : '300MB';
}

/** A session whose statement was left in the middle is stopped first. */
function closeSession(session: DuckSession): void {
  session.interrupt();
  session.close();
}

/** Only open columns are named anywhere, and only by the manifest’s own names. */
function writtenTable(table: OpenTable, query: ViewQuery, format: DownloadFormat): WrittenTable {
  const columns =
    query.columns.length === 0
      ? table.columns
      : query.columns.flatMap((name) => table.columns.filter((column) => column.name === name));
  const where = allOf(conditions(table.columns, query));
  const order = orderBy(table, query.sort) || (isPatched(table.paths) ? ` ORDER BY ${position(table.paths)}` : '');
  return {
    title: SHEET,
    columns: columns.map((column) => writtenColumn(column, format)),
    from: `${source(table.paths, { numbered: order !== '' })}${where.sql}${order}`,
    values: where.values,
    place: placeOf(table.columns),
    decimalSign: table.manifest.decimalSign ?? 'dot',
  };
}

/** Programs for tables know geometry as WKT; programs that read JSON or Parquet, as GeoJSON. */
const WITH_WKT: ReadonlySet<DownloadFormat> = new Set<DownloadFormat>(['csv', 'csv-excel', 'xml', 'xlsx', 'ods']);

function writtenColumn(column: ManifestColumn, format: DownloadFormat): WrittenColumn {
  const { name, title, type, geometry } = column;
  const cell = identifier(column.parquetColumn);
  const shape = geometry === 'shape' && type === 'text';
  const value = shape && WITH_WKT.has(format) ? `(${wktOf(cell)})` : cell;
  return { name, title, type, value, coordinate: geometry !== null, identifier: column.identifier, shape };
}

function placeOf(columns: readonly ManifestColumn[]): WrittenTable['place'] {
  const shape = shapeColumn(columns);
  if (shape) return { shape: identifier(shape.parquetColumn) };
  const place = placeColumns(columns);
  return (
    place && {
      latitude: identifier(place.latitude.parquetColumn),
      longitude: identifier(place.longitude.parquetColumn),
    }
  );
}
