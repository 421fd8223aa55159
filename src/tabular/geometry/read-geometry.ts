import { compactJson, rawElements, rawMembers } from '../reading/json-record.ts';
import type { GeometryFault, TellFault } from './geometry-fault.ts';
import { isRightHanded, rightHanded } from './rings.ts';
import { SHAPE_TYPES, type Shape, type ShapeType, type Spot } from './shape.ts';

/** Ends the reading of one geometry: told already. */
class BrokenGeometry extends Error {}

/** Members that would change what the object is (RFC 7946, 7.1). */
const FOREIGN = ['properties', 'geometry', 'features'];
/** Collections in collections deeper than this are no map. */
const DEEPEST = 8;

/**
 * Reads one geometry of GeoJSON, by the rules of RFC 7946.
 * @param raw its text, known to be JSON
 * @param tell told of every fault, also of those put right (rings are closed and wound by the right-hand rule)
 * @returns null where it cannot be drawn
 */
export function readGeometry(raw: string, tell: TellFault): Shape | null {
  try {
    const shape = geometryOf(raw, tell, 0);
    if (isRightHanded(shape)) return shape;
    tell('geometry-winding', raw);
    return rightHanded(shape);
  } catch (error) {
    if (error instanceof BrokenGeometry) return null;
    throw error;
  }
}

class GeometryReader {
  readonly raw: string;
  readonly tell: TellFault;

  constructor(raw: string, tell: TellFault) {
    this.raw = raw;
    this.tell = tell;
  }

  fail(fault: GeometryFault, value = this.raw): never {
    this.tell(fault, value);
    throw new BrokenGeometry();
  }

  spot(text: string): Spot {
    if (text[0] !== '[') this.fail('geometry-nesting', text);
    const parts = rawElements(text);
    if (parts.some((part) => part[0] === '[')) this.fail('geometry-nesting', text);
    const numbers = parts.map((part) => (/^-?\d/.test(part) ? Number(part) : Number.NaN));
    if (numbers.some((number) => !Number.isFinite(number))) this.fail('geometry-not-number', text);
    const [x, y, z] = numbers;
    if (x === undefined || y === undefined) this.fail('geometry-short-position', text);
    if (parts.length > 3) this.tell('geometry-long-position', text);
    return { text: `[${parts.join(',')}]`, x, y, ...(z === undefined ? {} : { z }) };
  }

  list<T>(text: string, read: (text: string) => T): T[] {
    if (text[0] !== '[') this.fail('geometry-nesting', text);
    return rawElements(text).map(read);
  }

  line(text: string): Spot[] {
    const spots = this.list(text, (one) => this.spot(one));
    if (spots.length < 2) this.fail('geometry-short-line', text);
    return spots;
  }

  ring(text: string): Spot[] {
    const spots = this.list(text, (one) => this.spot(one));
    const [first] = spots;
    const last = spots.at(-1);
    if (first && last && (first.x !== last.x || first.y !== last.y || first.z !== last.z)) {
      this.tell('geometry-open-ring', text);
      spots.push(first);
    }
    if (spots.length < 4) this.fail('geometry-short-ring', text);
    return spots;
  }

  rings(text: string): Spot[][] {
    return this.list(text, (one) => this.ring(one));
  }

  shape(type: Exclude<ShapeType, 'GeometryCollection'>, text: string): Shape {
    switch (type) {
      case 'Point':
        return { type, coordinates: this.spot(text) };
      case 'MultiPoint':
        return { type, coordinates: this.list(text, (one) => this.spot(one)) };
      case 'LineString':
        return { type, coordinates: this.line(text) };
      case 'MultiLineString':
        return { type, coordinates: this.list(text, (one) => this.line(one)) };
      case 'Polygon':
        return { type, coordinates: this.rings(text) };
      case 'MultiPolygon':
        return { type, coordinates: this.list(text, (one) => this.rings(one)) };
    }
  }
}

/** The type as RFC 7946 writes it; letters of another case are told. */
function typeOf(reader: GeometryReader, raw: string | undefined): ShapeType {
  if (raw === undefined || raw[0] !== '"') reader.fail('geometry-no-type', raw);
  const written = String(JSON.parse(raw));
  const found = SHAPE_TYPES.find((type) => type.toLowerCase() === written.toLowerCase());
  if (!found) reader.fail('geometry-unknown-type', written);
  if (found !== written) reader.tell('geometry-type-case', written);
  return found;
}

function geometryOf(raw: string, tell: TellFault, depth: number): Shape {
  const reader: GeometryReader = new GeometryReader(raw, tell);
  if (raw[0] !== '{' || depth > DEEPEST) reader.fail('geometry-not-object');
  const members = new Map(rawMembers(raw));
  const type = typeOf(reader, members.get('type'));
  for (const name of FOREIGN) if (members.has(name)) tell('geometry-foreign-member', name);
  const bbox = members.get('bbox');
  if (bbox !== undefined && !isBbox(bbox)) tell('geometry-bbox', compactJson(bbox));
  if (type === 'GeometryCollection') return collection(reader, members.get('geometries'), depth);
  const coordinates = members.get('coordinates');
  if (coordinates === undefined) reader.fail('geometry-no-coordinates');
  if (coordinates[0] !== '[') reader.fail('geometry-nesting', coordinates);
  return reader.shape(type, coordinates);
}

function collection(reader: GeometryReader, raw: string | undefined, depth: number): Shape {
  if (raw === undefined) reader.fail('geometry-no-coordinates');
  if (raw[0] !== '[') reader.fail('geometry-nesting', raw);
  const parts = rawElements(raw);
  if (parts.length === 1) reader.tell('geometry-single-collection', reader.raw);
  const geometries = parts.map((part) => geometryOf(part, reader.tell, depth + 1));
  if (geometries.some(({ type }) => type === 'GeometryCollection'))
    reader.tell('geometry-nested-collection', reader.raw);
  return { type: 'GeometryCollection', geometries };
}

/** A bounding box is four numbers, or six where there are heights (RFC 7946, 5). */
export function isBbox(raw: string): boolean {
  if (raw[0] !== '[') return false;
  const parts = rawElements(raw);
  return (parts.length === 4 || parts.length === 6) && parts.every((part) => /^-?\d/.test(part));
}
