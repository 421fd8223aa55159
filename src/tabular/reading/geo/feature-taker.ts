import { isBbox, readGeometry } from '../../geometry/read-geometry.ts';
import { rightHanded } from '../../geometry/rings.ts';
import { mapSpots, SHAPE_TYPES, type Shape, type Spot } from '../../geometry/shape.ts';
import { cellOf, isNested, rawMembers } from '../json-record.ts';
import { JsonFault } from '../json-scanner.ts';
import { swappedSpot } from './axes-sample.ts';
import type { GeoFaults } from './geo-faults.ts';
import type { GeoTable } from './geo-table.ts';

export interface FeatureRules {
  readonly faults: GeoFaults;
  /** Latitude comes first in this file. */
  readonly swapped: boolean;
  /** Brings a position to WGS 84; null where it is there. */
  readonly toWgs84: ((spot: Spot) => Spot) | null;
}

/** Members a Feature may not have (RFC 7946, 7.1). */
const FOREIGN = ['coordinates', 'geometries', 'features'];
/** Objects in objects deeper than this stay JSON text. */
const DEEPEST = 4;

/** Makes rows of the objects of a GeoJSON file. */
export class FeatureTaker {
  nested = 0;
  readonly nestedFields = new Set<string>();
  private readonly table: GeoTable;
  private readonly rules: FeatureRules;

  constructor(table: GeoTable, rules: FeatureRules) {
    this.table = table;
    this.rules = rules;
  }

  /** Takes the text of one feature, or of a bare geometry. Throws JsonFault where it is no JSON. */
  take(text: string): void {
    try {
      JSON.parse(text);
    } catch {
      throw new JsonFault('broken');
    }
    if (text[0] !== '{') {
      this.tell('feature-not-object', text);
      return;
    }
    const members = new Map(rawMembers(text));
    const type = members.get('type');
    const isBare = SHAPE_TYPES.some((one) => type?.toLowerCase() === `"${one.toLowerCase()}"`);
    if (isBare) {
      this.end(this.geometry(text));
      return;
    }
    if (type !== '"Feature"')
      this.tell(type?.toLowerCase() === '"feature"' ? 'geometry-type-case' : 'feature-type', type ?? text);
    this.takeFields(members);
    const geometry = members.get('geometry');
    if (geometry === undefined) this.tell('feature-no-geometry', text);
    this.end(geometry === undefined || geometry === 'null' ? null : this.geometry(geometry));
  }

  private tell(fault: Parameters<GeoFaults['add']>[0], value: string): void {
    this.rules.faults.add(fault, this.table.rowNumber, value);
  }

  private takeFields(members: ReadonlyMap<string, string>): void {
    for (const name of FOREIGN) if (members.has(name)) this.tell('feature-foreign-member', name);
    const bbox = members.get('bbox');
    if (bbox !== undefined && !isBbox(bbox)) this.tell('feature-bbox', bbox);
    const id = members.get('id');
    if (id !== undefined && /^["-\d]/.test(id)) this.table.put('id', cellOf(id));
    else if (id !== undefined && id !== 'null') this.tell('feature-id', id);
    const properties = members.get('properties');
    if (properties?.[0] === '{') this.putAll(properties, '', 1);
    else if (properties !== 'null') this.tell('feature-properties', properties ?? '');
  }

  private putAll(text: string, prefix: string, depth: number): void {
    for (const [key, raw] of rawMembers(text)) {
      const name = prefix + key;
      if (raw[0] === '{' && raw !== '{}' && depth < DEEPEST) {
        this.putAll(raw, `${name}.`, depth + 1);
        continue;
      }
      if (isNested(raw)) {
        this.nested += 1;
        this.nestedFields.add(name);
      }
      this.table.put(name, cellOf(raw));
    }
  }

  private geometry(raw: string): Shape | null {
    const shape = readGeometry(raw, (fault, value) => this.tell(fault, value));
    const { swapped, toWgs84 } = this.rules;
    if (shape === null || !(swapped || toWgs84)) return shape;
    const change = (spot: Spot) => {
      const turned = swapped ? swappedSpot(spot) : spot;
      return toWgs84 ? toWgs84(turned) : turned;
    };
    return rightHanded(mapSpots(shape, change));
  }

  private end(shape: Shape | null): void {
    this.table.end(shape);
  }
}
