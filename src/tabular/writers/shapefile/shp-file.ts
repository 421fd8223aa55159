import { FileTooLargeError } from '../written-table.ts';
import { ByteFile } from './byte-file.ts';

/** Longitude, latitude and maybe a height. */
export type Place = readonly number[];

/** What a main file holds: points, or parts made of them. */
export type ShpKind = 'points' | 'multipoints' | 'lines' | 'areas';

const TYPE: Record<ShpKind, number> = { points: 1, lines: 3, areas: 5, multipoints: 8 };
const HEADER = 100;
const FILE_CODE = 9994;
const VERSION = 1000;
/** Lengths are words of 16 bits in signed integers of 32, and most programs stop at 2 GB. */
const MOST_BYTES = 2_000_000_000;

/** The main file of a shapefile and its index, written record by record (ESRI Shapefile Technical Description, 1998). */
export class ShpFile {
  readonly kind: ShpKind;
  records = 0;
  private readonly shp: ByteFile;
  private readonly shx: ByteFile;
  private readonly type: number;
  private readonly high: boolean;
  private readonly low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private readonly top = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  /** @param base path without extension, @param high the shapes have heights */
  constructor(base: string, kind: ShpKind, high: boolean) {
    this.kind = kind;
    this.high = high;
    this.type = TYPE[kind] + (high ? 10 : 0);
    this.shp = new ByteFile(`${base}.shp`);
    this.shx = new ByteFile(`${base}.shx`);
    this.shp.add(Buffer.alloc(HEADER));
    this.shx.add(Buffer.alloc(HEADER));
  }

  /** A record: parts of positions; none at all is a record without a place. */
  add(parts: readonly (readonly Place[])[]): void {
    const places = parts.flat();
    for (const place of places) this.widen(place);
    this.write(
      places.length === 0 ? this.nothing() : this.kind === 'points' ? this.point(places) : this.many(parts, places),
    );
  }

  private widen(place: Place): void {
    for (const axis of [0, 1, 2]) {
      const value = place[axis] ?? 0;
      this.low[axis] = Math.min(this.low[axis] ?? value, value);
      this.top[axis] = Math.max(this.top[axis] ?? value, value);
    }
  }

  private nothing(): Buffer {
    return Buffer.alloc(4);
  }

  private point([place = []]: readonly Place[]): Buffer {
    const bytes = Buffer.alloc(this.high ? 36 : 20);
    bytes.writeInt32LE(this.type, 0);
    bytes.writeDoubleLE(place[0] ?? 0, 4);
    bytes.writeDoubleLE(place[1] ?? 0, 12);
    if (this.high) bytes.writeDoubleLE(place[2] ?? 0, 20);
    return bytes;
  }

  private many(parts: readonly (readonly Place[])[], places: readonly Place[]): Buffer {
    const lists = this.kind === 'multipoints' ? 0 : 4 + parts.length * 4;
    const start = 40 + lists;
    const heights = start + places.length * 16;
    const bytes = Buffer.alloc(heights + (this.high ? 16 + places.length * 8 : 0));
    bytes.writeInt32LE(this.type, 0);
    const edges = [
      edge(places, 0, Math.min),
      edge(places, 1, Math.min),
      edge(places, 0, Math.max),
      edge(places, 1, Math.max),
    ];
    edges.forEach((value, at) => {
      bytes.writeDoubleLE(value, 4 + at * 8);
    });
    if (lists > 0) this.writeParts(bytes, parts);
    bytes.writeInt32LE(places.length, lists > 0 ? 40 : 36);
    places.forEach((place, at) => {
      bytes.writeDoubleLE(place[0] ?? 0, start + at * 16);
      bytes.writeDoubleLE(place[1] ?? 0, start + at * 16 + 8);
      if (this.high) bytes.writeDoubleLE(place[2] ?? 0, heights + 16 + at * 8);
    });
    if (this.high) {
      bytes.writeDoubleLE(edge(places, 2, Math.min), heights);
      bytes.writeDoubleLE(edge(places, 2, Math.max), heights + 8);
    }
    return bytes;
  }

  private writeParts(bytes: Buffer, parts: readonly (readonly Place[])[]): void {
    bytes.writeInt32LE(parts.length, 36);
    let first = 0;
    parts.forEach((part, at) => {
      bytes.writeInt32LE(first, 44 + at * 4);
      first += part.length;
    });
  }

  private write(content: Buffer): void {
    this.records += 1;
    const head = Buffer.alloc(8);
    head.writeInt32BE(this.records, 0);
    head.writeInt32BE(content.length / 2, 4);
    const index = Buffer.alloc(8);
    index.writeInt32BE(this.shp.length / 2, 0);
    index.writeInt32BE(content.length / 2, 4);
    this.shx.add(index);
    this.shp.add(head);
    this.shp.add(content);
    if (this.shp.length > MOST_BYTES) throw new FileTooLargeError('shp');
  }

  close(): void {
    this.shp.close(this.header(this.shp.length));
    this.shx.close(this.header(this.shx.length));
  }

  private header(length: number): Buffer {
    const head = Buffer.alloc(HEADER);
    head.writeInt32BE(FILE_CODE, 0);
    head.writeInt32BE(length / 2, 24);
    head.writeInt32LE(VERSION, 28);
    head.writeInt32LE(this.type, 32);
    const bounded = Number.isFinite(this.low[0]);
    const [west = 0, south = 0, bottom = 0] = bounded ? this.low : [];
    const [east = 0, north = 0, summit = 0] = bounded ? this.top : [];
    [west, south, east, north].forEach((value, at) => {
      head.writeDoubleLE(value, 36 + at * 8);
    });
    if (this.high) {
      head.writeDoubleLE(bottom, 68);
      head.writeDoubleLE(summit, 76);
    }
    return head;
  }
}

function edge(places: readonly Place[], axis: number, of: (a: number, b: number) => number): number {
  return places.reduce((sum, place) => of(sum, place[axis] ?? 0), places[0]?.[axis] ?? 0);
}
