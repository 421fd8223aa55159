import type { Spot } from './shape.ts';

/** What the territory of Ukraine lies in, degrees: west, south, east, north. */
export const UKRAINE = { west: 22.1, south: 44.2, east: 40.3, north: 52.4 } as const;

/** By the box around the country, so some places of neighbours are in it too. */
export function isInUkraine({ x, y }: Pick<Spot, 'x' | 'y'>): boolean {
  return x >= UKRAINE.west && x <= UKRAINE.east && y >= UKRAINE.south && y <= UKRAINE.north;
}

/** Latitude written first: it would be in Ukraine the other way round. The two boxes have nothing in common. */
export function isSwapped({ x, y }: Pick<Spot, 'x' | 'y'>): boolean {
  return isInUkraine({ x: y, y: x });
}
