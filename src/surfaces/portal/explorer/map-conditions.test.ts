import { expect, test } from 'vitest';
import type { ManifestColumn } from '../../../capabilities/tables/index.ts';
import { onMap } from './map-conditions.ts';

const column = (name: string, geometry: ManifestColumn['geometry'], type: ManifestColumn['type']): ManifestColumn => ({
  parquetColumn: name,
  name,
  title: name,
  type,
  sensitivity: 'open',
  geometry,
  identifier: false,
});
const places = (type: ManifestColumn['type']) => [column('lat', 'latitude', type), column('lon', 'longitude', type)];

test('rows beside a map lie within its bounds, whole numbers within whole ones', () => {
  const valuesOf = (type: ManifestColumn['type']) =>
    onMap(places(type), [23.4, 49.35, 24.6, 50.65]).map((one) => `${one.column} ${one.operator} ${one.values[0]}`);
  expect(valuesOf('decimal')).toEqual([
    'lon gte 23.400000',
    'lat gte 49.350000',
    'lon lte 24.600000',
    'lat lte 50.650000',
  ]);
  expect(valuesOf('integer')).toEqual(['lon gte 24', 'lat gte 50', 'lon lte 24', 'lat lte 50']);
});

test('without bounds every row with a place is beside the map; without places there are no conditions', () => {
  expect(onMap(places('decimal'), null).map(({ operator }) => operator)).toEqual(['isnull', 'isnull']);
  expect(onMap([column('lat', 'latitude', 'text')], null)).toEqual([]);
});
