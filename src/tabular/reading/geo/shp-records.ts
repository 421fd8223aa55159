import { polygonsOf } from '../../geometry/rings.ts';
import { type Shape, type Spot, spotOf } from '../../geometry/shape.ts';
import type { ByteSource } from './byte-source.ts';

/**
 * The main file of a shapefile: a header of 100 bytes, then a record for each shape (ESRI Shapefile Technical Description, July 1998). Lengths
 * are big-endian in words of 16 bits, the rest little-endian.
 */
export const SHP_HEADER = 100;
const FILE_CODE = 9994;
/** A record longer than this is no shape a person drew. */
const LONGEST_RECORD = 512 * 1024 * 1024;

/** The file breaks its format. */
export class ShpFault extends Error {
  readonly reason: 'broken' | 'multipatch';

  constructor(reason: 'broken' | 'multipatch') {
    super(`the shapefile is ${reason}`);
    this.reason = reason;
  }
}

export interface ShpHeader {
  readonly type: number;
  /** West, south, east, north in the file's own units. */
  readonly bounds: readonly [number, number, number, number];
}

/** What the main file says of itself. Throws ShpFault where it is none, or holds surfaces. */
export async function readShpHeader(source: ByteSource): Promise<ShpHeader> {
  const head = await source.take(SHP_HEADER);
  if (head.length < SHP_HEADER || head.readInt32BE(0) !== FILE_CODE) throw new ShpFault('broken');
  const type = head.readInt32LE(32);
  if (type === 31) throw new ShpFault('multipatch');
  return {
    type,
    bounds: [head.readDoubleLE(36), head.readDoubleLE(44), head.readDoubleLE(52), head.readDoubleLE(60)],
  };
}

/** A shape's bytes with its numbers; heights where its type has them and one is not zero. */
class Points {
  private readonly heights: number | null;
  private readonly bytes: Buffer;
  private readonly start: number;

  /** @param start where the positions begin, @param count how many, @param after where heights would begin */
  constructor(bytes: Buffer, start: number, count: number, after: number | null) {
    this.bytes = bytes;
    this.start = start;
    this.heights = after !== null && anyHeight(bytes, after, count) ? after : null;
  }

  at(index: number): Spot {
    const place = this.start + index * 16;
    const z = this.heights === null ? undefined : this.bytes.readDoubleLE(this.heights + index * 8);
    return spotOf(this.bytes.readDoubleLE(place), this.bytes.readDoubleLE(place + 8), z);
  }

  range(from: number, to: number): Spot[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, step) => this.at(from + step));
  }
}

/** Programs fill in zeros where nobody measured a height. */
function anyHeight(bytes: Buffer, from: number, count: number): boolean {
  if (from + count * 8 > bytes.length) return false;
  for (let at = 0; at < count; at++) if (bytes.readDoubleLE(from + at * 8) !== 0) return true;
  return false;
}

/** Types by their last digit: 1 point, 3 lines, 5 areas, 8 points; 11–18 have heights, 21–28 measures only. */
function shapeOf(bytes: Buffer): Shape | null {
  const type = bytes.readInt32LE(0);
  const hasHeights = type >= 11 && type <= 18;
  switch (type % 10) {
    case 0:
      return null;
    case 1:
      return type > 21 ? fail(type) : pointOf(bytes, hasHeights);
    case 3:
    case 5:
      return partsOf(bytes, type % 10 === 5, hasHeights);
    case 8: {
      const count = bytes.readInt32LE(36);
      const points = new Points(bytes, 40, count, hasHeights ? 40 + count * 16 + 16 : null);
      return { type: 'MultiPoint', coordinates: points.range(0, count) };
    }
    default:
      return fail(type);
  }
}

function fail(type: number): never {
  throw new ShpFault(type === 31 ? 'multipatch' : 'broken');
}

function pointOf(bytes: Buffer, hasHeights: boolean): Shape {
  const z = hasHeights && bytes.length >= 28 ? bytes.readDoubleLE(20) : 0;
  return { type: 'Point', coordinates: spotOf(bytes.readDoubleLE(4), bytes.readDoubleLE(12), z === 0 ? undefined : z) };
}

function partsOf(bytes: Buffer, areas: boolean, hasHeights: boolean): Shape | null {
  const [parts, count] = [bytes.readInt32LE(36), bytes.readInt32LE(40)];
  const start = 44 + parts * 4;
  if (parts < 0 || count < 0 || start + count * 16 > bytes.length) fail(0);
  const points = new Points(bytes, start, count, hasHeights ? start + count * 16 + 16 : null);
  const starts = Array.from({ length: parts }, (_, at) => bytes.readInt32LE(44 + at * 4));
  // parts that overlap would make a small file many times its size
  if (starts.some((from, at) => from < (starts[at - 1] ?? 0) || from > count)) fail(0);
  const lines = starts.map((from, at) => points.range(from, starts[at + 1] ?? count));
  const drawn = lines.filter((line) => line.length >= (areas ? 4 : 2));
  const [only] = drawn;
  if (!only) return null;
  if (areas) return polygonsOf(drawn);
  return drawn.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: drawn };
}

/** The shapes of the file in their order; null where a record has none. Throws ShpFault. */
export async function* shpShapes(source: ByteSource): AsyncGenerator<Shape | null> {
  for (;;) {
    const head = await source.take(8);
    if (head.length === 0) return;
    const length = head.length < 8 ? 0 : head.readInt32BE(4) * 2;
    if (length < 4 || length > LONGEST_RECORD) throw new ShpFault('broken');
    const bytes = await source.take(length);
    if (bytes.length < length) throw new ShpFault('broken');
    try {
      yield shapeOf(bytes);
    } catch (error) {
      // reading beyond the record's end
      if (error instanceof RangeError) throw new ShpFault('broken');
      throw error;
    }
  }
}
