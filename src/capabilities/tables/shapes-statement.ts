import { identifier } from '../../platform/duckdb/duckdb.ts';
import { latitudesOf, longitudesOf } from '../../tabular/writers/index.ts';
import type { ManifestColumn } from './manifest.ts';
import type { Bounds } from './points.ts';
import type { Grid } from './points-statement.ts';
import { allOf, conditions, type Narrowing, type Statement } from './row-condition.ts';
import type { StatementTable } from './row-statement.ts';
import { source } from './table-source.ts';

/** Rows of the question with what their geometry lies in: `west`, `south`, `east`, `north`; only those on the globe. */
function boxes(table: StatementTable, query: Narrowing, shape: ManifestColumn): Statement {
  const where = allOf(conditions(table.columns, query));
  const text = identifier(shape.parquetColumn);
  const part = table.paths.length > 1 ? 'part' : '0';
  const degrees = `SELECT ${part} AS part_at, file_row_number AS row_at, strlen(${text}) AS bytes,
    ${longitudesOf(text)} AS longitudes, ${latitudesOf(text)} AS latitudes FROM ${source(table.paths, { numbered: true })}${where.sql}`;
  const edges = `SELECT part_at, row_at, bytes, list_min(longitudes) AS west, list_min(latitudes) AS south,
    list_max(longitudes) AS east, list_max(latitudes) AS north FROM (${degrees})`;
  return {
    sql: `(SELECT * FROM (${edges}) WHERE west >= -180 AND east <= 180 AND south >= -90 AND north <= 90)`,
    values: where.values,
  };
}

const DOUBLE = 'CAST(? AS DOUBLE)';

function within(bounds: Bounds): Statement {
  const [west, south, east, north] = bounds;
  return {
    sql: `east >= ${DOUBLE} AND west <= ${DOUBLE} AND north >= ${DOUBLE} AND south <= ${DOUBLE}`,
    values: [west, east, south, north].map(String),
  };
}

/** Rows with a geometry and what all of them lie in. */
export function shapeBoundsStatement(table: StatementTable, query: Narrowing, shape: ManifestColumn): Statement {
  const from = boxes(table, query, shape);
  return {
    sql: `SELECT count(*) AS placed, min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north FROM ${from.sql}`,
    values: from.values,
  };
}

/** Geometries that touch the bounds, in the table's order: `part_at`, `row_at`, `bytes`; at most so many. */
export function shapesStatement(
  table: StatementTable,
  query: Narrowing,
  shape: ManifestColumn,
  { bounds, most }: { readonly bounds: Bounds; readonly most: number },
): Statement {
  const from = boxes(table, query, shape);
  const seen = within(bounds);
  return {
    sql: `SELECT part_at, row_at, bytes FROM ${from.sql} WHERE ${seen.sql} ORDER BY part_at, row_at LIMIT ${most}`,
    values: [...from.values, ...seen.values],
  };
}

/** The middles of geometries by the cells of a grid, like points. */
export function middlesStatement(
  table: StatementTable,
  query: Narrowing,
  shape: ManifestColumn,
  grid: Grid,
): Statement {
  const from = boxes(table, query, shape);
  const seen = within(grid.bounds);
  const [west, south] = grid.bounds;
  const [lon, lat] = ['((west + east) / 2)', '((south + north) / 2)'];
  return {
    sql: `SELECT avg(${lat}) AS lat, avg(${lon}) AS lon, count(*) AS n, min(part_at) AS part_at, arg_min(row_at, part_at) AS row_at
      FROM ${from.sql} WHERE ${seen.sql}
      GROUP BY floor((${lon} - (${west})) / ${grid.width}), floor((${lat} - (${south})) / ${grid.height}) ORDER BY n DESC, row_at`,
    values: [...from.values, ...seen.values],
  };
}
