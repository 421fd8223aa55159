import type { Context } from '../../platform/context.ts';
import type { DuckRow } from '../../platform/duckdb/duckdb.ts';
import { screenShape } from '../../tabular/writers/index.ts';
import type { ManifestColumn } from './manifest.ts';
import { placedRows, positionOf } from './placed-rows.ts';
import type { Bounds, PlacedShape, Point } from './points.ts';
import { gridOf } from './points-statement.ts';
import type { Narrowing } from './row-condition.ts';
import { positionsStatement } from './row-statement.ts';
import { middlesStatement, shapesStatement } from './shapes-statement.ts';
import type { OpenTable } from './table.ts';

/** More geometries than this in sight are shown as points with their number: outlines would only cover each other. */
const MOST_SHAPES = 1_500;
/** Text of geometries read for one answer at most, and at once, bytes. */
const MOST_BYTES = 48_000_000;
const AT_ONCE = 4_000_000;
/** Positions of an answer: some hundreds of kilobytes packed. Coarser shapes are drawn where there are more. */
const MOST_POSITIONS = 20_000;
/** Half pixels of a large screen across what is seen. */
const HALF_PIXELS = 2_400;
/** Rows given with their values. */
const MOST_ROWS = 500;

/** What of the geometries in sight is drawn. */
export interface ShapesInSight {
  readonly points: readonly Point[];
  readonly shapes: readonly PlacedShape[];
  /** True where a screen shows less than the table holds. */
  readonly simplified: boolean;
}

/** The geometries that touch the bounds: their outlines for a screen, or points by the cells of a grid where they are very many. */
export async function shapesInSight(
  ctx: Context,
  table: OpenTable,
  shape: ManifestColumn,
  asked: { readonly query: Narrowing; readonly bounds: Bounds; readonly cells: number },
): Promise<ShapesInSight> {
  const { query, bounds, cells } = asked;
  const found = await ctx.duckdb.query(shapesStatement(table, query, shape, { bounds, most: MOST_SHAPES + 1 }));
  const bytes = found.reduce((sum, row) => sum + Number(row.bytes), 0);
  if (found.length <= MOST_SHAPES && bytes <= MOST_BYTES) return drawn(ctx, table, shape, { found, bounds });
  const middles = await ctx.duckdb.query(middlesStatement(table, query, shape, gridOf(bounds, cells)));
  const single = middles.filter(({ n }) => Number(n) === 1).slice(0, MOST_ROWS);
  const rows = await placedRows(ctx, table, others(table, shape), single);
  const points = middles.map(({ lat, lon, n, part_at, row_at }) => ({
    latitude: Number(lat),
    longitude: Number(lon),
    rows: Number(n),
    row: Number(n) === 1 ? (rows.get(positionOf(part_at, row_at)) ?? null) : null,
  }));
  return { points, shapes: [], simplified: true };
}

const others = (table: OpenTable, shape: ManifestColumn) => table.columns.filter((column) => column !== shape);

async function drawn(
  ctx: Context,
  table: OpenTable,
  shape: ManifestColumn,
  { found, bounds }: { readonly found: readonly DuckRow[]; readonly bounds: Bounds },
): Promise<ShapesInSight> {
  const rows = await placedRows(ctx, table, others(table, shape), found.slice(0, MOST_ROWS));
  const [west, south, east, north] = bounds;
  let cell = Math.max((east - west) / HALF_PIXELS, (north - south) / HALF_PIXELS, 1e-7);
  for (;;) {
    const sight = await drawnAt(ctx, table, shape, { found, rows, cell });
    if (sight !== null) return sight;
    cell *= 2;
  }
}

/** Null where there would be too many positions. */
async function drawnAt(
  ctx: Context,
  table: OpenTable,
  shape: ManifestColumn,
  at: {
    readonly found: readonly DuckRow[];
    readonly rows: ReadonlyMap<string, PlacedShape['row']>;
    readonly cell: number;
  },
): Promise<ShapesInSight | null> {
  const points: Point[] = [];
  const shapes: PlacedShape[] = [];
  let size = 0;
  let simplified = false;
  for (const batch of batches(at.found)) {
    const positions = batch.map(({ part_at, row_at }) => ({ part: Number(part_at), row: Number(row_at) }));
    const texts = await ctx.duckdb.query(positionsStatement(table, [shape], positions));
    for (const one of texts) {
      const screened = screenShape(String(one.v0), at.cell);
      if (screened === null) continue;
      size += screened.size;
      simplified ||= screened.cut;
      const row = at.rows.get(positionOf(one.part, one.file_row_number)) ?? null;
      if (screened.shape.type !== 'Point') shapes.push({ shape: screened.shape, row });
      else {
        const [longitude = 0, latitude = 0] = screened.shape.coordinates as readonly number[];
        points.push({ longitude, latitude, rows: 1, row });
      }
    }
    if (size > MOST_POSITIONS) return null;
  }
  return { points, shapes, simplified };
}

/** Records in portions whose texts are not too long together. */
function batches(found: readonly DuckRow[]): DuckRow[][] {
  const all: DuckRow[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of found) {
    if (bytes + Number(record.bytes) > AT_ONCE) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(record);
    bytes += Number(record.bytes);
  }
  return all;
}
