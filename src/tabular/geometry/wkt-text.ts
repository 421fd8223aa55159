import { GEOMETRY, NUMBER, SHAPES } from './shape-sql.ts';

const WHOLE = new RegExp(GEOMETRY, 'u');
const HEIGHTS = new RegExp(`\\[${NUMBER},${NUMBER},`, 'u');
const POSITION = new RegExp(`\\[(${NUMBER}),(${NUMBER})(?:,(${NUMBER}))?[^\\[\\]]*\\]`, 'gu');
const POINT = /\{"type":"Point","coordinates":([^}]*)\}/gu;
const BRACKETS: Readonly<Record<string, string>> = { '[': '(', ']': ')', '}': '' };

/** A geometry as WKT, the same as `wktOf` writes it into files. A text that is no geometry stays itself. */
export function wktText(geometry: string): string {
  if (!WHOLE.test(geometry)) return geometry;
  const z = HEIGHTS.test(geometry) ? ' Z ' : '';
  const flat = geometry.replace(POSITION, (_, ...found: (string | undefined)[]) =>
    found
      .slice(0, 3)
      .filter((one) => one !== undefined)
      .join(' '),
  );
  const points = flat.replace(POINT, (_, position: string) => `POINT${z}(${position})`);
  const named = SHAPES.reduce(
    (text, type) => text.replaceAll(`{"type":"${type}","coordinates":`, `${type.toUpperCase()}${z}`),
    points,
  ).replaceAll('{"type":"GeometryCollection","geometries":', `GEOMETRYCOLLECTION${z}`);
  return named.replace(/[[\]}]/gu, (bracket) => BRACKETS[bracket] ?? bracket);
}
