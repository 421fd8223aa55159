import { middleOf, type ScreenShape } from '../../tabular/writers/index.ts';
import type { Row } from './row-query.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A place on the map: one row, or the middle of several that lie in one cell of the grid. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
  readonly rows: number;
  /** The row itself where it is one. */
  readonly row: Row | null;
}

/** A line or an area on the map, as a screen shows it. */
export interface PlacedShape {
  readonly shape: ScreenShape;
  /** The row without its geometry; null where there are very many. */
  readonly row: Row | null;
}

/** The rows of a question on the map. */
export interface PointsAnswer {
  readonly points: readonly Point[];
  /** Lines and areas; none where the table has points only, or where too many are in sight: then they are points. */
  readonly shapes: readonly PlacedShape[];
  /** True where the lines and areas were simplified for the screen. */
  readonly simplified: boolean;
  /** Rows of the question. */
  readonly total: number;
  /** Rows among them without coordinates, or with impossible ones. */
  readonly withoutPlace: number;
  /** What all of its places lie in, whatever part of the map was asked for; null where there are none. */
  readonly bounds: Bounds | null;
}

/** All that is on the map as places: the points, and the middle of each line and area. */
export function placesOf({ points, shapes }: PointsAnswer): Omit<Point, 'row'>[] {
  const middles = shapes.flatMap(({ shape }) => {
    const middle = middleOf(shape);
    return middle ? [{ longitude: middle[0], latitude: middle[1], rows: 1 }] : [];
  });
  return [...points, ...middles];
}
