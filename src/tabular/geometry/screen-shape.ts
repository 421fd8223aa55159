/** Coordinates as JSON has them: positions in lists as deep as the type asks. */
type Coordinates = readonly number[] | readonly Coordinates[];

/** A geometry drawn for a screen: longitude and latitude only. */
export type ScreenShape =
  | {
      readonly type: 'Point' | 'MultiPoint' | 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon';
      readonly coordinates: Coordinates;
    }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly ScreenShape[] };

/** How a shape came out. */
export interface Screened {
  readonly shape: ScreenShape;
  /** Positions that are left. */
  readonly size: number;
  /** True where some were left out. */
  readonly cut: boolean;
}

type Position = readonly [number, number];

/** Draws on a grid of cells of so many degrees: neighbours in one cell are one position. */
class Screen {
  size = 0;
  cut = false;
  private readonly cell: number;
  private readonly digits: number;

  constructor(cell: number) {
    this.cell = cell;
    this.digits = Math.min(9, Math.max(0, Math.ceil(-Math.log10(cell)) + 1));
  }

  position([x = 0, y = 0]: readonly number[]): Position {
    return [Number(x.toFixed(this.digits)), Number(y.toFixed(this.digits))];
  }

  /** A line without the positions that would not be seen; its ends stay. */
  line(positions: readonly (readonly number[])[], fewest: number): Position[] {
    const kept: Position[] = [];
    let before: Position | null = null;
    for (const [at, raw] of positions.entries()) {
      const [x = 0, y = 0] = raw;
      const same = before !== null && Math.abs(x - before[0]) < this.cell && Math.abs(y - before[1]) < this.cell;
      if (same && at < positions.length - 1) continue;
      before = [x, y];
      kept.push(this.position(raw));
    }
    if (kept.length < positions.length) this.cut = true;
    if (kept.length < fewest) return [];
    this.size += kept.length;
    return kept;
  }

  rings(rings: readonly (readonly (readonly number[])[])[]): Position[][] {
    const [outer = [], ...holes] = rings;
    const drawn = this.line(outer, 4);
    // an area smaller than a cell is still there: as the smallest area that can be drawn
    if (drawn.length === 0) {
      this.size += 4;
      return [this.square(outer[0] ?? [0, 0])];
    }
    return [drawn, ...holes.map((hole) => this.line(hole, 4)).filter((hole) => hole.length > 0)];
  }

  private square([x = 0, y = 0]: readonly number[]): Position[] {
    const corners = [
      [x, y],
      [x + this.cell, y],
      [x + this.cell, y + this.cell],
      [x, y],
    ];
    return corners.map((corner) => this.position(corner));
  }

  shape(given: ScreenShape): ScreenShape {
    if (given.type === 'GeometryCollection')
      return { type: given.type, geometries: given.geometries.map((part) => this.shape(part)) };
    const { type, coordinates } = given;
    switch (type) {
      case 'Point':
        this.size += 1;
        return { type, coordinates: this.position(coordinates as number[]) };
      case 'MultiPoint':
        return { type, coordinates: this.line(coordinates as number[][], 1) };
      case 'LineString':
        return { type, coordinates: this.line(coordinates as number[][], 2) };
      case 'MultiLineString':
        return { type, coordinates: (coordinates as number[][][]).map((line) => this.line(line, 2)) };
      case 'Polygon':
        return { type, coordinates: this.rings(coordinates as number[][][]) };
      case 'MultiPolygon':
        return { type, coordinates: (coordinates as number[][][][]).map((rings) => this.rings(rings)) };
    }
  }
}

/** The middle of what the shape lies in; null where it has no position. */
export function middleOf(shape: ScreenShape): Position | null {
  const positions = positionsOf(shape);
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const middle = (all: number[]) => all.reduce((a, b) => Math.min(a, b)) / 2 + all.reduce((a, b) => Math.max(a, b)) / 2;
  return positions.length === 0 ? null : [middle(xs), middle(ys)];
}

function positionsOf(shape: ScreenShape): Position[] {
  if (shape.type === 'GeometryCollection') return shape.geometries.flatMap(positionsOf);
  const flat = shape.coordinates.flat(3) as number[];
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, at) => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0]);
}

/**
 * The geometry of a table's text as a screen can show it.
 * @param cell size of half a pixel in degrees: finer things are not seen
 * @returns null where the text is no geometry
 */
export function screenShape(text: string, cell: number): Screened | null {
  const screen = new Screen(cell);
  try {
    const shape = screen.shape(JSON.parse(text) as ScreenShape);
    return { shape, size: screen.size, cut: screen.cut };
  } catch {
    return null;
  }
}
