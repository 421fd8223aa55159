import facts from './facts/standard-structures.json';
import type { RequiredItem } from './required-item.ts';
import { Structure, type StructureField } from './structure.ts';

/** One recommended structure as the facts keep it: what is not said is not there. */
interface RecommendedField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly format?: string;
  readonly required?: boolean;
  readonly purpose?: string;
}

interface RecommendedStructure {
  readonly dataset: string;
  /** False: only some of its columns are known. */
  readonly complete: boolean;
  readonly source: string;
  readonly fields: readonly RecommendedField[];
}

const STRUCTURES: Readonly<Record<string, RecommendedStructure>> = facts.structures;
const IDENTIFIERS = /^(id|uid|identifier|.*Id|Identifier)$/;
const GEOMETRY: Readonly<Record<string, StructureField['geometry']>> = {
  lat: 'latitude',
  latitude: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  longitude: 'longitude',
};

/** Only the first field can be the row's identifier; the others of that kind point to other tables. */
function withDefaults(field: RecommendedField, at: number): unknown {
  return {
    name: field.name,
    title: field.title,
    type: field.type,
    format: field.format ?? '',
    unit: '',
    purpose: field.purpose ?? '',
    required: field.required ?? false,
    identifier: at === 0 && IDENTIFIERS.test(field.name),
    sensitivity: 'open',
    geometry: GEOMETRY[field.name.toLowerCase()] ?? null,
    sourceColumn: null,
  };
}

/**
 * The recommended structure of an item's table, or null where none is known.
 * @param table one of `item.tables`; the item's own structure or the first, main table when left out
 */
export function templateOf(item: Pick<RequiredItem, 'tables' | 'fields'>, table?: string): Structure | null {
  if (table === undefined && item.fields) return { fields: [...item.fields] };
  const recommended = STRUCTURES[table ?? item.tables[0] ?? ''];
  return recommended ? Structure.parse({ fields: recommended.fields.map(withDefaults) }) : null;
}

/** What is known of a recommended table beside its fields; null for a name nobody knows. */
export function aboutTemplate(table: string): { readonly source: string; readonly complete: boolean } | null {
  const known = STRUCTURES[table];
  return known ? { source: known.source, complete: known.complete } : null;
}
