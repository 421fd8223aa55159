import { type ManifestColumn, placeColumns, type RowFilter, shapeColumn } from '../../../capabilities/tables/index.ts';
import type { ExplorerState } from './explorer-state.ts';

/**
 * The rows listed beside a map are those that lie on it: within `bounds` (west, south, east, north), or anywhere. Bounds of a column of
 * whole numbers are whole: its values are compared as such.
 */
export function onMap(columns: readonly ManifestColumn[], bounds: ExplorerState['bounds']): RowFilter[] {
  const shape = shapeColumn(columns);
  if (shape && bounds) return [{ column: shape.name, operator: 'bbox', values: bounds.map((edge) => edge.toFixed(6)) }];
  if (shape) return [{ column: shape.name, operator: 'isnull', values: ['false'] }];
  const places = placeColumns(columns);
  if (!places) return [];
  const { latitude, longitude } = places;
  if (!bounds) {
    return [latitude, longitude].map(({ name }) => ({ column: name, operator: 'isnull', values: ['false'] }));
  }
  const [west, south, east, north] = bounds;
  return [from(longitude, west), from(latitude, south), to(longitude, east), to(latitude, north)];
}

const from = ({ name, type }: ManifestColumn, bound: number): RowFilter => ({
  column: name,
  operator: 'gte',
  values: [type === 'integer' ? String(Math.ceil(bound)) : bound.toFixed(6)],
});

const to = ({ name, type }: ManifestColumn, bound: number): RowFilter => ({
  column: name,
  operator: 'lte',
  values: [type === 'integer' ? String(Math.floor(bound)) : bound.toFixed(6)],
});
