import type { ManifestColumn } from './manifest.ts';

/** The facts of a column that tell whether it holds a part of a place. */
export type GeoColumn = Pick<ManifestColumn, 'type' | 'geometry' | 'sensitivity'>;

/** The open columns that tell a place as a point. */
export interface PlaceColumns<T extends GeoColumn = ManifestColumn> {
  readonly latitude: T;
  readonly longitude: T;
}

/** The open column whose text is the whole place; null where there is none. */
export function shapeColumn<T extends GeoColumn>(columns: readonly T[]): T | null {
  const found = columns.find(
    ({ sensitivity, type, geometry }) => sensitivity === 'open' && type === 'text' && geometry === 'shape',
  );
  return found ?? null;
}

/** The columns of points: an open latitude and an open longitude kept as numbers; null where there is no pair. */
export function placeColumns<T extends GeoColumn>(columns: readonly T[]): PlaceColumns<T> | null {
  const open = columns.filter(
    ({ sensitivity, type }) => sensitivity === 'open' && (type === 'decimal' || type === 'integer'),
  );
  const latitude = open.find(({ geometry }) => geometry === 'latitude');
  const longitude = open.find(({ geometry }) => geometry === 'longitude');
  return latitude && longitude ? { latitude, longitude } : null;
}

/** Whether the rows of a table with these columns have places: on the map, in GeoJSON. */
export function hasPlaces(columns: readonly GeoColumn[]): boolean {
  return shapeColumn(columns) !== null || placeColumns(columns) !== null;
}
