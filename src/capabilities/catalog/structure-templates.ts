import { recommendedStandard, type StandardField } from '../../tabular/standards/index.ts';
import type { RequiredItem } from './required-item.ts';
import { Structure, type StructureField } from './structure.ts';

const IDENTIFIERS = /^(id|uid|identifier|.*Id|Identifier)$/;
const GEOMETRY: Readonly<Record<string, StructureField['geometry']>> = {
  lat: 'latitude',
  latitude: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  longitude: 'longitude',
  geometry: 'shape',
};

/** Only the first field can be the row's identifier; the others of that kind point to other tables. */
function withDefaults({ name, title, type, format, purpose, required }: StandardField, at: number): unknown {
  return {
    name,
    title,
    type,
    format,
    unit: '',
    purpose,
    required,
    identifier: at === 0 && IDENTIFIERS.test(name),
    sensitivity: 'open',
    geometry: GEOMETRY[name.toLowerCase()] ?? null,
    sourceColumn: null,
  };
}

/** A structure of a resource made of a standard's fields, before there is a file. */
export function structureOfStandard(fields: readonly StandardField[]): Structure {
  return Structure.parse({ fields: fields.map(withDefaults) });
}

/**
 * The recommended structure of an item's table, or null where none is known.
 * @param table one of `item.tables`; the item's own structure or the first, main table when left out
 */
export function templateOf(item: Pick<RequiredItem, 'tables' | 'fields'>, table?: string): Structure | null {
  if (table === undefined && item.fields) return { fields: [...item.fields] };
  const recommended = recommendedStandard(table ?? item.tables[0] ?? '');
  return recommended && structureOfStandard(recommended.fields);
}

/** What is known of a recommended table beside its fields; null for a name nobody knows. */
export function aboutTemplate(table: string): { readonly source: string; readonly complete: boolean } | null {
  const known = recommendedStandard(table);
  return known && { source: known.source, complete: known.complete };
}
