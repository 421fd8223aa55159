import { sqlText } from '../scan/predicate.ts';

/** Types of geometry whose positions are in more brackets than a point's. */
export const SHAPES = ['MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const;
export const NUMBER = '[-+0-9.eE]+';
/** The one form of a geometry column (`shapeText`). */
export const GEOMETRY = `^\\{"type":"(?:(?:Point|${SHAPES.join('|')})","coordinates":\\[[-+0-9.eE,\\[\\]]*\\]\\}|GeometryCollection","geometries":\\[[^ ]*\\]\\})$`;

/** SQL, true for the text of a geometry as geometry columns hold it. */
export function isGeometry(value: string): string {
  return `regexp_matches(${value}, ${sqlText(GEOMETRY)})`;
}

/** SQL: the first and the second coordinates of all positions, as lists of DOUBLE. */
export function longitudesOf(value: string): string {
  return degreesOf(value, `\\[(${NUMBER}),`);
}

/** SQL: the second numbers of all positions in a text of GeoJSON. */
export function latitudesOf(value: string): string {
  return degreesOf(value, `\\[${NUMBER},(${NUMBER})`);
}

function degreesOf(value: string, form: string): string {
  return `list_transform(regexp_extract_all(${value}, ${sqlText(form)}, 1), lambda d: TRY_CAST(d AS DOUBLE))`;
}

/**
 * SQL: a geometry as WKT (OGC Simple Features, 7): `POLYGON((23.5 49.3,…))`, with Z where there are heights. Digits stay as they are. A text that
 * is no geometry stays itself.
 */
export function wktOf(value: string): string {
  const flat = `regexp_replace(regexp_replace(${value}, ${sqlText(`\\[(${NUMBER}),(${NUMBER})(?:,(${NUMBER}))?[^\\[\\]]*\\]`)}, '\\1 \\2 \\3', 'g'), ' +([,\\]}])', '\\1', 'g')`;
  const named = (z: string) => {
    const points = `regexp_replace(${flat}, '\\{"type":"Point","coordinates":([^}]*)\\}', 'POINT${z}(\\1)', 'g')`;
    const others = SHAPES.reduce(
      (sql, type) => `replace(${sql}, '{"type":"${type}","coordinates":', '${type.toUpperCase()}${z}')`,
      points,
    );
    const all = `replace(${others}, '{"type":"GeometryCollection","geometries":', 'GEOMETRYCOLLECTION${z}')`;
    return `translate(${all}, '[]}', '()')`;
  };
  const hasHeights = `regexp_matches(${value}, ${sqlText(`\\[${NUMBER},${NUMBER},`)})`;
  return `CASE WHEN NOT ${isGeometry(value)} THEN ${value} WHEN ${hasHeights} THEN ${named(' Z ')} ELSE ${named('')} END`;
}
