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

/** The rows of a question on the map. */
export interface PointsAnswer {
  readonly points: readonly Point[];
  /** Rows of the question. */
  readonly total: number;
  /** Rows among them without coordinates, or with impossible ones. */
  readonly withoutPlace: number;
  /** What all of its places lie in, whatever part of the map was asked for; null where there are none. */
  readonly bounds: Bounds | null;
}
