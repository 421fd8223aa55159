import { isGeometry } from '../geometry/shape-sql.ts';
import { rightHandedText } from '../geometry/wound-text.ts';
import { lineBytes } from './line-file.ts';
import { jsonObject, jsonValue } from './write-json.ts';
import type { TableWriter, WrittenTable } from './written-table.ts';

/**
 * GeoJSON (RFC 7946): a FeatureCollection, one feature a line. A point is longitude, latitude in WGS 84; a geometry is written with every digit it
 * has. A row without a place on the globe has no geometry and stays; its columns are in the properties. The feature's id is the row's identifier where that is one column.
 */
export const writeGeoJson: TableWriter = (table, { session }) =>
  lineBytes(session, {
    head: '{"type":"FeatureCollection","features":[',
    sql: `SELECT ${feature(table)} AS line FROM ${table.from}`,
    values: table.values,
    first: '\n',
    between: ',\n',
    tail: () => '\n]}\n',
    // what was read is wound right already; rows written by programs and mended texts may be not
    ...(table.place && 'shape' in table.place ? { mend: rightHandedText } : {}),
  });

function feature(table: WrittenTable): string {
  const [key, ...others] = table.columns.filter(({ identifier }) => identifier);
  const id = key && others.length === 0 ? `coalesce('"id":' || (${jsonValue(key)}) || ',', ''), ` : '';
  return `concat('{"type":"Feature",', ${id}'"geometry":', ${geometry(table)}, ',"properties":', ${jsonObject(table.columns.filter(({ shape }) => !shape))}, '}')`;
}

function geometry({ place }: WrittenTable): string {
  if (place === null) return "'null'";
  if ('shape' in place) return `CASE WHEN ${isGeometry(place.shape)} THEN ${place.shape} ELSE 'null' END`;
  const [latitude, longitude] = [`CAST(${place.latitude} AS DOUBLE)`, `CAST(${place.longitude} AS DOUBLE)`];
  const onGlobe = `abs(${latitude}) <= 90 AND abs(${longitude}) <= 180`;
  return `CASE WHEN ${onGlobe} THEN concat('{"type":"Point","coordinates":[', ${longitude}, ',', ${latitude}, ']}') ELSE 'null' END`;
}
