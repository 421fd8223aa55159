import type { Shape, Spot } from './shape.ts';

/** Twice the area inside a ring: positive where it runs counter-clockwise. */
export function ringArea(ring: readonly Spot[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1] as Spot, ring[at] as Spot];
    // from a corner of its own: far from zero the products would lose the small differences
    sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }
  return sum;
}

/** True where the position lies inside the ring; on its edge either way. */
export function isInside({ x, y }: Spot, ring: readonly Spot[]): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1] as Spot, ring[at] as Spot];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

function wound(rings: readonly (readonly Spot[])[]): (readonly Spot[])[] {
  return rings.map((ring, at) => {
    const area = ringArea(ring);
    return (at === 0 ? area < 0 : area > 0) ? [...ring].reverse() : ring;
  });
}

/** The geometry with outer rings counter-clockwise and holes clockwise (the right-hand rule, RFC 7946, 3.1.6). */
export function rightHanded(shape: Shape): Shape {
  switch (shape.type) {
    case 'Polygon':
      return { type: shape.type, coordinates: wound(shape.coordinates) };
    case 'MultiPolygon':
      return { type: shape.type, coordinates: shape.coordinates.map(wound) };
    case 'GeometryCollection':
      return { type: shape.type, geometries: shape.geometries.map(rightHanded) };
    default:
      return shape;
  }
}

/** True where the rings keep the right-hand rule already. */
export function isRightHanded(shape: Shape): boolean {
  const kept = (rings: readonly (readonly Spot[])[]) =>
    rings.every((ring, at) => (at === 0 ? ringArea(ring) >= 0 : ringArea(ring) <= 0));
  if (shape.type === 'Polygon') return kept(shape.coordinates);
  if (shape.type === 'MultiPolygon') return shape.coordinates.every(kept);
  return shape.type !== 'GeometryCollection' || shape.geometries.every(isRightHanded);
}

interface Outer {
  readonly rings: (readonly Spot[])[];
  readonly area: number;
}

/**
 * Polygons of loose rings: those that run clockwise are outer ones, the others holes of the smallest outer ring around them, as a shapefile
 * means them (ESRI Shapefile Technical Description, 1998, p. 8). A hole without an outer ring becomes an area of its own: nothing is lost.
 */
export function polygonsOf(rings: readonly (readonly Spot[])[]): Shape {
  const outers: Outer[] = [];
  const holes: (readonly Spot[])[] = [];
  for (const ring of rings) {
    const area = ringArea(ring);
    if (area <= 0) outers.push({ rings: [ring], area: Math.abs(area) });
    else holes.push(ring);
  }
  const bySize = [...outers].sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    const size = ringArea(hole);
    const around = bySize.find(
      ({ rings: [outer = []], area }) => area >= size && hole.slice(0, 3).some((spot) => isInside(spot, outer)),
    );
    if (around) around.rings.push(hole);
    else outers.push({ rings: [hole], area: size });
  }
  const [only] = outers;
  const shape: Shape =
    outers.length === 1 && only
      ? { type: 'Polygon', coordinates: only.rings }
      : { type: 'MultiPolygon', coordinates: outers.map((outer) => outer.rings) };
  return rightHanded(shape);
}
