import { rightHanded } from '../../geometry/rings.ts';
import type { Shape, Spot } from '../../geometry/shape.ts';
import type { GeoFaults } from './geo-faults.ts';
import type { GeoTable } from './geo-table.ts';
import type { XmlTaker } from './xml-taker.ts';

/** Elements that hold a geometry (OGC KML 2.3, clause 10). */
const GEOMETRIES = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'gx:Track',
  'gx:MultiTrack',
]);
const FOLDERS = new Set(['Folder', 'Document']);
/** Fields of a placemark that are words of its own; looks, views and regions are none. */
const FIELDS = new Set(['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end']);

type Open = { readonly type: string; readonly rings: Spot[][]; readonly parts: Shape[]; spots: Spot[] };

/** Positions set apart by spaces; people put spaces beside the commas inside one, too. */
function positionsOf(text: string): string[] {
  const positions: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = positions.at(-1);
    if (last !== undefined && (last.endsWith(',') || word.startsWith(',')))
      positions[positions.length - 1] = last + word;
    else positions.push(word);
  }
  return positions;
}

/** `23.5,49.35,0 23.6,49.4,0`: digits as written. Heights of zero say nothing; null where something is no position. */
function spotsOfText(text: string): Spot[] | null {
  const spots: Spot[] = [];
  for (const word of positionsOf(text)) {
    if (word === '') continue;
    const parts = word.split(',');
    const [x, y, z] = parts.map(Number);
    if (parts.length > 3 || parts[0] === '' || parts[1] === '' || x === undefined || y === undefined) return null;
    if ([x, y, z ?? 0].some((one) => !Number.isFinite(one))) return null;
    const high = z !== undefined && parts[2] !== '' && z !== 0;
    const digits = parts.slice(0, high ? 3 : 2).map((part) => part.replace(/^\+/, ''));
    spots.push({ text: `[${digits.join(',')}]`, x, y, ...(high ? { z } : {}) });
  }
  return spots;
}

/** Makes rows of the placemarks of a KML document: folders, name, description and data become columns; styles are left. */
export class KmlTaker implements XmlTaker {
  private readonly table: GeoTable;
  private readonly faults: GeoFaults;
  private readonly folders: string[] = [];
  private readonly path: string[] = [];
  private readonly open: Open[] = [];
  private shapes: Shape[] = [];
  private inPlacemark = false;
  private dataName = '';

  constructor(table: GeoTable, faults: GeoFaults) {
    this.table = table;
    this.faults = faults;
  }

  start(name: string, attribute: (name: string) => string | undefined): void {
    this.path.push(name);
    if (FOLDERS.has(name)) this.folders.push('');
    else if (name === 'Placemark') this.inPlacemark = true;
    else if (!this.inPlacemark) return;
    else if (GEOMETRIES.has(name)) this.open.push({ type: name, rings: [], parts: [], spots: [] });
    else if (name === 'Data' || name === 'SimpleData') this.dataName = attribute('name') ?? '';
  }

  end(name: string, text: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    if (FOLDERS.has(name)) this.folders.pop();
    else if (name === 'name' && FOLDERS.has(parent) && !this.inPlacemark)
      this.folders[this.folders.length - 1] = text.trim();
    else if (this.inPlacemark) this.endInside(name, parent, text);
  }

  private endInside(name: string, parent: string, text: string): void {
    if (name === 'Placemark') this.endRow();
    else if (name === 'coordinates') this.takeSpots(text);
    else if (name === 'gx:coord') this.takeSpots(text.trim().split(/\s+/).join(','), true);
    else if (GEOMETRIES.has(name)) this.endGeometry();
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) this.put(this.dataName, text);
    else if (
      FIELDS.has(name) &&
      (parent === 'Placemark' || name === 'when' || name === 'begin' || name === 'end') &&
      this.open.length === 0
    )
      this.put(name, text);
  }

  private put(name: string, text: string): void {
    const value = text.trim();
    if (name !== '') this.table.put(name, value === '' ? null : value);
  }

  private takeSpots(text: string, more = false): void {
    const current = this.open.at(-1);
    const spots = spotsOfText(text);
    if (spots === null) this.tell('geometry-not-number', text);
    if (!current || spots === null) return;
    if (more) current.spots.push(...spots);
    else current.spots = spots;
  }

  private tell(fault: Parameters<GeoFaults['add']>[0], value: string): void {
    this.faults.add(fault, this.table.rowNumber, value.trim().slice(0, 300));
  }

  private endGeometry(): void {
    const done = this.open.pop();
    if (!done) return;
    const around = this.open.at(-1);
    if (done.type === 'LinearRing' && around?.type === 'Polygon') {
      const ring = this.ring(done.spots);
      if (ring) around.rings.push(ring);
      return;
    }
    const shape = this.shapeOf(done);
    if (shape) (around?.parts ?? this.shapes).push(shape);
  }

  private ring(spots: readonly Spot[]): Spot[] | null {
    const [first] = spots;
    const last = spots.at(-1);
    const open = first && last && (first.x !== last.x || first.y !== last.y);
    if (open) this.tell('geometry-open-ring', last.text);
    const ring = open ? [...spots, first] : [...spots];
    if (ring.length >= 4) return ring;
    this.tell('geometry-short-ring', ring.map(({ text }) => text).join(' '));
    return null;
  }

  private shapeOf({ type, spots, rings, parts }: Open): Shape | null {
    switch (type) {
      case 'Point':
        return spots[0] ? { type: 'Point', coordinates: spots[0] } : this.empty('geometry-short-position');
      case 'Polygon':
        return rings.length > 0
          ? rightHanded({ type: 'Polygon', coordinates: rings })
          : this.empty('geometry-no-coordinates');
      case 'MultiGeometry':
      case 'gx:MultiTrack':
        return joined(parts);
      default:
        return spots.length > 1 ? { type: 'LineString', coordinates: spots } : this.empty('geometry-short-line');
    }
  }

  private empty(fault: Parameters<GeoFaults['add']>[0]): null {
    this.tell(fault, '');
    return null;
  }

  private endRow(): void {
    const folder = this.folders.filter((name) => name !== '').join(' / ');
    this.table.put('folder', folder === '' ? null : folder);
    this.table.end(joined(this.shapes));
    this.shapes = [];
    this.open.length = 0;
    this.inPlacemark = false;
  }
}

/** Several geometries as one: of the same kind where they are, else a collection. */
export function joined(shapes: readonly Shape[]): Shape | null {
  const [first] = shapes;
  if (shapes.length < 2) return first ?? null;
  const points = shapes.flatMap((shape) => (shape.type === 'Point' ? [shape.coordinates] : []));
  if (points.length === shapes.length) return { type: 'MultiPoint', coordinates: points };
  const lines = shapes.flatMap((shape) => (shape.type === 'LineString' ? [shape.coordinates] : []));
  if (lines.length === shapes.length) return { type: 'MultiLineString', coordinates: lines };
  const areas = shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : []));
  if (areas.length === shapes.length) return { type: 'MultiPolygon', coordinates: areas };
  return { type: 'GeometryCollection', geometries: shapes };
}
