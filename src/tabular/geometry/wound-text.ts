import { readGeometry } from './read-geometry.ts';
import { shapeText } from './shape.ts';

type Ring = readonly (readonly number[])[];

/** Twice the area of a ring of plain numbers: positive counter-clockwise. */
export function areaOf(ring: Ring): number {
  const [[originX = 0, originY = 0] = []] = ring;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [ax = 0, ay = 0] = ring[at - 1] ?? [];
    const [bx = 0, by = 0] = ring[at] ?? [];
    sum += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return sum;
}

const keeps = (rings: readonly Ring[]) => rings.every((ring, at) => (at === 0 ? areaOf(ring) >= 0 : areaOf(ring) <= 0));

/** Polygons in text of GeoJSON in the one form of geometry columns; their text has no brace inside. */
const POLYGONS = /\{"type":"((?:Multi)?Polygon)","coordinates":(\[[^{}]*\])\}/g;

/** The text with every polygon wound by the right-hand rule (RFC 7946, 3.1.6); digits as they are. What is wound right is not touched. */
export function rightHandedText(text: string): string {
  return text.replace(POLYGONS, (polygon, type: string, coordinates: string) => {
    try {
      const rings: unknown = JSON.parse(coordinates);
      const right = type === 'Polygon' ? keeps(rings as Ring[]) : (rings as Ring[][]).every(keeps);
      const shape = right ? null : readGeometry(polygon, () => {});
      return shape === null ? polygon : shapeText(shape);
    } catch {
      return polygon;
    }
  });
}
