/** A position of a geometry: its text exactly as the file has it, and its numbers. */
export interface Spot {
  /** `[25.90,48.2]`: no digit is lost, whatever is done to the geometry around it. */
  readonly text: string;
  /** Longitude, or the first coordinate of whatever system the file is in. */
  readonly x: number;
  /** Latitude, or the second coordinate. */
  readonly y: number;
  readonly z?: number;
}

/** A geometry of RFC 7946, 1.4. */
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: Spot }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Spot[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Spot[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Spot[])[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Shape[] };

export type ShapeType = Shape['type'];

export const SHAPE_TYPES: readonly ShapeType[] = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

type Nested = Spot | readonly Nested[];

/** A position made of numbers: shortest digits that give the same numbers back. */
export function spotOf(x: number, y: number, z?: number): Spot {
  return z === undefined ? { text: `[${x},${y}]`, x, y } : { text: `[${x},${y},${z}]`, x, y, z };
}

function isSpot(nested: Nested): nested is Spot {
  return !Array.isArray(nested);
}

function nestedText(nested: Nested): string {
  return isSpot(nested) ? nested.text : `[${nested.map(nestedText).join(',')}]`;
}

/**
 * The geometry as the text a geometry column holds: GeoJSON with the members `type` and `coordinates` (or `geometries`) in this order, without
 * spaces. What reads such columns in SQL relies on this form.
 */
export function shapeText(shape: Shape): string {
  if (shape.type === 'GeometryCollection')
    return `{"type":"GeometryCollection","geometries":[${shape.geometries.map(shapeText).join(',')}]}`;
  return `{"type":"${shape.type}","coordinates":${nestedText(shape.coordinates)}}`;
}

/** Every position of the geometry in its order. */
export function* spotsOf(shape: Shape): Generator<Spot> {
  if (shape.type === 'GeometryCollection') for (const part of shape.geometries) yield* spotsOf(part);
  else yield* flat(shape.coordinates);
}

function* flat(nested: Nested): Generator<Spot> {
  if (isSpot(nested)) yield nested;
  else for (const part of nested) yield* flat(part);
}

/** The same geometry with each of its positions changed. */
export function mapSpots(shape: Shape, change: (spot: Spot) => Spot): Shape {
  switch (shape.type) {
    case 'Point':
      return { type: shape.type, coordinates: change(shape.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: shape.type, coordinates: shape.coordinates.map(change) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map((line) => line.map(change)) };
    case 'MultiPolygon':
      return {
        type: shape.type,
        coordinates: shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(change))),
      };
    case 'GeometryCollection':
      return { type: shape.type, geometries: shape.geometries.map((part) => mapSpots(part, change)) };
  }
}
