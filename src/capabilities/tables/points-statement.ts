import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import type { PlaceColumns } from './place-columns.ts';
import type { Bounds } from './points.ts';
import { allOf, conditions, type Narrowing, type Statement } from './row-condition.ts';
import type { StatementTable } from './row-statement.ts';
import { source } from './table-source.ts';

const degrees = (column: ManifestColumn) => `CAST(${identifier(column.parquetColumn)} AS DOUBLE)`;

/** SQL, true where a row has a place. */
function hasPlace({ latitude, longitude }: PlaceColumns): string {
  return `${degrees(latitude)} BETWEEN -90 AND 90 AND ${degrees(longitude)} BETWEEN -180 AND 180`;
}

/** Rows with a place and what these lie in. Where all rows are asked for, the statistics of the file tell it. */
export function boundsStatement(table: StatementTable, query: Narrowing, place: PlaceColumns): Statement {
  const where = allOf([...conditions(table.columns, query), { sql: hasPlace(place), values: [] }]);
  const [lat, lon] = [degrees(place.latitude), degrees(place.longitude)];
  return {
    sql: `SELECT count(*) AS placed, min(${lon}) AS west, min(${lat}) AS south, max(${lon}) AS east, max(${lat}) AS north
      FROM ${source(table.paths)}${where.sql}`,
    values: where.values,
  };
}

/** A grid over a part of the map: cells of one size in degrees, lower where the map is drawn higher. */
export interface Grid {
  readonly bounds: Bounds;
  readonly width: number;
  readonly height: number;
}

/** Cells in a column for each in a row, about, at most: a strip of no width must not make each of its places a cell. */
const TALLEST = 4;

/** `cells` in a row over the bounds, fewer where these are a tall strip; as high as they are wide on the map. */
export function gridOf(bounds: Bounds, cells: number): Grid {
  const [west, south, east, north] = bounds;
  const width = Math.max((east - west) / cells, (north - south) / (cells * TALLEST), 1e-9);
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return { bounds, width, height: width * Math.max(0.05, Math.cos(middle)) };
}

/** Rows by cell: `lat`, `lon`, `n`, and the position of one of the rows: `part_at`, `row_at`. */
export function cellsStatement(table: StatementTable, query: Narrowing, place: PlaceColumns, grid: Grid): Statement {
  const [west, south, east, north] = grid.bounds;
  const [lat, lon] = [degrees(place.latitude), degrees(place.longitude)];
  // no place lies beyond these, so what is inside has one
  const within = [Math.max(south, -90), Math.min(north, 90), Math.max(west, -180), Math.min(east, 180)];
  const inside: Statement = {
    sql: `${lat} BETWEEN CAST(? AS DOUBLE) AND CAST(? AS DOUBLE) AND ${lon} BETWEEN CAST(? AS DOUBLE) AND CAST(? AS DOUBLE)`,
    values: within.map(String),
  };
  const where = allOf([...conditions(table.columns, query), inside]);
  const part = table.paths.length > 1 ? 'arg_min(part, file_row_number)' : '0';
  const column = `floor((${lon} - (${west})) / ${grid.width})`;
  const line = `floor((${lat} - (${south})) / ${grid.height})`;
  return {
    sql: `SELECT avg(${lat}) AS lat, avg(${lon}) AS lon, count(*) AS n, ${part} AS part_at, min(file_row_number) AS row_at
      FROM ${source(table.paths, { numbered: true })}${where.sql} GROUP BY ${column}, ${line} ORDER BY n DESC, row_at`,
    values: where.values,
  };
}
