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
 * Polygons of loose rings. Outer ones run the other way than holes, as a shapefile means them (ESRI Shapefile Technical Description, 1998, p. 8);
 * which way is told by the largest ring, which can be no hole: some programs turn all of them round. A hole belongs to the smallest outer
 * ring around it; one without becomes an area of its own, so that nothing is lost.
 */
export function polygonsOf(rings: readonly (readonly Spot[])[]): Shape {
  const areas = rings.map((ring) => ({ ring, area: ringArea(ring) }));
  const largest = areas.reduce((most, { area }) => (Math.abs(area) > Math.abs(most) ? area : most), 0);
  const isOuter = (area: number) => area * largest >= 0;
  const outers: Outer[] = areas
    .filter(({ area }) => isOuter(area))
    .map(({ ring, area }) => ({ rings: [ring], area: Math.abs(area) }));
  const bySize = [...outers].sort((a, b) => a.area - b.area);
  for (const { ring, area } of areas.filter((one) => !isOuter(one.area))) {
    const around = bySize.find(
      ({ rings: [outer = []], area: size }) => size >= Math.abs(area) && mostlyInside(ring, outer),
    );
    if (around) around.rings.push(ring);
    else outers.push({ rings: [ring], area: Math.abs(area) });
  }
  const [only] = outers;
  const shape: Shape =
    outers.length === 1 && only
      ? { type: 'Polygon', coordinates: only.rings }
      : { type: 'MultiPolygon', coordinates: outers.map((outer) => outer.rings) };
  return rightHanded(shape);
}

/** A hole may touch its outer ring at some of its positions. */
function mostlyInside(ring: readonly Spot[], outer: readonly Spot[]): boolean {
  const some = ring.slice(0, 7);
  return some.filter((spot) => isInside(spot, outer)).length * 2 >= some.length;
}
