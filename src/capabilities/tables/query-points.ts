import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { ManifestColumn } from './manifest.ts';
import { type PlaceColumns, placeColumns, shapeColumn } from './place-columns.ts';
import { placedRows, positionOf } from './placed-rows.ts';
import type { Bounds, Point, PointsAnswer } from './points.ts';
import { boundsStatement, cellsStatement, gridOf } from './points-statement.ts';
import { remembered } from './query-memory.ts';
import { narrowingParameters } from './query-reading.ts';
import { countMatching } from './query-rows.ts';
import { shapesInSight } from './query-shapes.ts';
import type { Narrowing } from './row-condition.ts';
import { shapeBoundsStatement } from './shapes-statement.ts';
import type { OpenTable } from './table.ts';

/** Cells in a row at most. */
const MOST_CELLS = 200;
/** Rows given with their values at most; farther single rows are points only. */
const MOST_ROWS = 1000;

/**
 * The rows of a question on the map, put together by the cells of a grid over `bounds` (all places where none are given), `cells` in a row.
 * Null where the table has no columns of places; bounds that are none are refused as `invalid`.
 */
export async function queryPoints(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  options: { readonly bounds?: Bounds; readonly cells: number },
): Promise<PointsAnswer | null> {
  const shape = shapeColumn(table.columns);
  const place = shape ? null : placeColumns(table.columns);
  if (shape === null && place === null) return null;
  if (options.bounds) checkBounds(options.bounds);
  const cells = Math.min(MOST_CELLS, Math.max(1, Math.trunc(options.cells)));
  const question = ['points', table.mark, JSON.stringify([options.bounds ?? null, cells])];
  return remembered(ctx, [...question, narrowingParameters(query).toString()], async () => {
    const facts = await loadFacts(ctx, table, query, place ?? shape);
    const bounds = options.bounds ?? facts.bounds;
    if (bounds === null) return { points: [], shapes: [], simplified: false, ...facts };
    if (shape) return { ...(await shapesInSight(ctx, table, shape, { query, bounds, cells })), ...facts };
    const points = place === null ? [] : await loadPoints(ctx, table, query, place, bounds, cells);
    return { points, shapes: [], simplified: false, ...facts };
  });
}

function checkBounds([west, south, east, north]: Bounds): void {
  const numbers = [west, south, east, north].every((degree) => Number.isFinite(degree));
  if (numbers && west <= east && south <= north && Math.abs(south) <= 90 && Math.abs(north) <= 90) return;
  const text = {
    uk: 'Межі карти незрозумілі. Потрібно чотири числа в градусах: захід, південь, схід, північ, наприклад 23.4,49.3,23.6,49.4.',
    en: 'The bounds of the map are not understood. Four numbers in degrees are needed: west, south, east, north, for example 23.4,49.3,23.6,49.4.',
  };
  throw new RequestError('invalid', 'bad-bounds', text, [{ field: 'bounds', text }]);
}

function loadFacts(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  place: PlaceColumns | ManifestColumn | null,
): Promise<Pick<PointsAnswer, 'total' | 'withoutPlace' | 'bounds'>> {
  return remembered(ctx, ['places', table.mark, narrowingParameters(query).toString()], async () => {
    const total = await countMatching(ctx, table, query);
    if (place === null) return { total, withoutPlace: total, bounds: null };
    const statement =
      'latitude' in place ? boundsStatement(table, query, place) : shapeBoundsStatement(table, query, place);
    const [facts] = await ctx.duckdb.query(statement);
    const placed = Number(facts?.placed ?? 0);
    const bounds: Bounds | null =
      placed === 0 || !facts
        ? null
        : [Number(facts.west), Number(facts.south), Number(facts.east), Number(facts.north)];
    return { total, withoutPlace: total - placed, bounds };
  });
}

async function loadPoints(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  place: PlaceColumns,
  bounds: Bounds,
  cells: number,
): Promise<Point[]> {
  const found = await ctx.duckdb.query(cellsStatement(table, query, place, gridOf(bounds, cells)));
  const single = found.filter(({ n }) => Number(n) === 1).slice(0, MOST_ROWS);
  const rows = await placedRows(ctx, table, table.columns, single);
  return found.map((cell) => ({
    latitude: sevenDigits(cell.lat),
    longitude: sevenDigits(cell.lon),
    rows: Number(cell.n),
    row: Number(cell.n) === 1 ? (rows.get(positionOf(cell.part_at, cell.row_at)) ?? null) : null,
  }));
}

/** The middle of several places, to a centimetre. */
function sevenDigits(degree: unknown): number {
  return Math.round(Number(degree) * 1e7) / 1e7;
}
