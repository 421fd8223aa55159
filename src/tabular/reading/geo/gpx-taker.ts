import type { Shape, Spot } from '../../geometry/shape.ts';
import type { GeoFaults } from './geo-faults.ts';
import type { GeoTable } from './geo-table.ts';
import type { XmlTaker } from './xml-taker.ts';

/** What becomes a row: a waypoint, a route, a track. */
const ROWS = new Set(['wpt', 'rte', 'trk']);
const POINTS = new Set(['wpt', 'rtept', 'trkpt']);
const FIELDS = new Set(['name', 'cmt', 'desc', 'src', 'type', 'sym', 'time']);

/** Makes rows of a GPX document (GPX 1.1): waypoints are points, routes and tracks are lines. */
export class GpxTaker implements XmlTaker {
  private readonly table: GeoTable;
  private readonly faults: GeoFaults;
  private readonly path: string[] = [];
  private lines: Spot[][] = [];
  private degrees: { lon: string; lat: string } | null = null;
  private height = '';

  constructor(table: GeoTable, faults: GeoFaults) {
    this.table = table;
    this.faults = faults;
  }

  start(name: string, attribute: (name: string) => string | undefined): void {
    this.path.push(name);
    if (POINTS.has(name)) {
      this.degrees = { lon: attribute('lon') ?? '', lat: attribute('lat') ?? '' };
      this.height = '';
    }
    if (name === 'trkseg' || name === 'rte') this.lines.push([]);
  }

  end(name: string, text: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    if (name === 'ele') this.height = text.trim();
    else if (FIELDS.has(name) && ROWS.has(parent)) this.table.put(name, text.trim() || null);
    else if (name === 'rtept' || name === 'trkpt') this.addTo(this.lines.at(-1));
    else if (ROWS.has(name)) this.endRow(name);
  }

  private spot(): Spot | null {
    const { lon, lat } = this.degrees ?? { lon: '', lat: '' };
    const [x, y, z] = [Number(lon), Number(lat), Number(this.height)];
    if (lon === '' || lat === '' || !Number.isFinite(x) || !Number.isFinite(y)) {
      this.faults.add('geometry-not-number', this.table.rowNumber, `${lon} ${lat}`);
      return null;
    }
    const high = this.height !== '' && Number.isFinite(z) && z !== 0;
    return high ? { text: `[${lon},${lat},${this.height}]`, x, y, z } : { text: `[${lon},${lat}]`, x, y };
  }

  private addTo(line: Spot[] | undefined): void {
    const spot = this.spot();
    if (spot) line?.push(spot);
  }

  private endRow(kind: string): void {
    this.table.put('kind', kind);
    this.table.end(this.shapeOf(kind));
    this.lines = [];
  }

  private shapeOf(kind: string): Shape | null {
    if (kind === 'wpt') {
      const spot = this.spot();
      return spot && { type: 'Point', coordinates: spot };
    }
    const drawn = this.lines.filter((line) => line.length > 1);
    const [only] = drawn;
    if (!only) {
      this.faults.add('geometry-short-line', this.table.rowNumber, null);
      return null;
    }
    return drawn.length === 1
      ? { type: 'LineString', coordinates: only }
      : { type: 'MultiLineString', coordinates: drawn };
  }
}
