import { sqlText } from '../scan/predicate.ts';
import { isGeometry } from './shape-sql.ts';

const NUMBER = '[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?';
const NAMES = 'POINT|MULTIPOINT|LINESTRING|MULTILINESTRING|POLYGON|MULTIPOLYGON';
/** WKT of one geometry (OGC Simple Features, 7), also with the WGS 84 mark that databases write before it. */
export const WKT_FORM = `(?i:(?:SRID=4326;)? ?(?:${NAMES}) ?(?:ZM|Z|M)? ?\\([-+0-9.eE,() ]*\\))`;

const TYPES: readonly (readonly [string, string])[] = [
  ['POINT', 'Point'],
  ['MULTIPOINT', 'MultiPoint'],
  ['LINESTRING', 'LineString'],
  ['MULTILINESTRING', 'MultiLineString'],
  ['POLYGON', 'Polygon'],
  ['MULTIPOLYGON', 'MultiPolygon'],
];

/** SQL: a WKT text as the text of a geometry column, digits as they are; itself where it cannot be read. */
export function geometryOfWkt(value: string): string {
  const name = `upper(regexp_extract(${value}, ${sqlText(`(?i)(${NAMES})`)}, 1))`;
  const inside = `regexp_extract(${value}, '\\((.*)\\)', 1)`;
  const position = `(${NUMBER}) +(${NUMBER})(?: +(${NUMBER}))?(?: +${NUMBER})?`;
  const numbered = `replace(regexp_replace(${inside}, ${sqlText(position)}, '[\\1,\\2,\\3]', 'g'), ',]', ']')`;
  const coordinates = `replace(translate(${numbered}, '()', '[]'), ' ', '')`;
  // points of MULTIPOINT may each have brackets of their own
  const points = `replace(replace(${numbered}, '(', ''), ')', '')`;
  const cases = TYPES.map(([word, type]) => {
    const list =
      word === 'POINT'
        ? coordinates
        : word === 'MULTIPOINT'
          ? `'[' || replace(${points}, ' ', '') || ']'`
          : `'[' || ${coordinates} || ']'`;
    return `WHEN '${word}' THEN '{"type":"${type}","coordinates":' || ${list} || '}'`;
  });
  const made = `CASE ${name} ${cases.join(' ')} END`;
  return `(CASE WHEN ${isGeometry(`(${made})`)} THEN ${made} ELSE ${value} END)`;
}
