import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { openWriterBench, type WriterBench } from '../writers/testing/written-files.ts';
import { isGeometry, latitudesOf, longitudesOf, wktOf } from './shape-sql.ts';
import { geometryOfWkt } from './wkt-sql.ts';
import { wktText } from './wkt-text.ts';

let bench: WriterBench;
let session: DuckSession;
beforeAll(async () => {
  bench = await openWriterBench();
  session = bench.session;
});
afterAll(() => bench.close());

async function ask(sql: (value: string) => string, text: string): Promise<unknown> {
  const [row] = await session.rows(`SELECT ${sql('v')} AS answer FROM (SELECT ?::VARCHAR AS v)`, [text]);
  return row?.answer;
}

it.each([
  ['{"type":"Point","coordinates":[23.50,49.3]}', 'POINT(23.50 49.3)'],
  ['{"type":"Point","coordinates":[23.5,49.3,271.0]}', 'POINT Z (23.5 49.3 271.0)'],
  ['{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}', 'MULTIPOINT(1 2,3 4)'],
  ['{"type":"LineString","coordinates":[[1,2],[-3e-5,4]]}', 'LINESTRING(1 2,-3e-5 4)'],
  ['{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}', 'POLYGON((1 2,3 4,5 6,1 2))'],
  ['{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4],[1,2]]]]}', 'MULTIPOLYGON(((1 2,3 4,1 2)))'],
  [
    '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}',
    'GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))',
  ],
  ['{"type":"Point","coordinates":"де"}', '{"type":"Point","coordinates":"де"}'],
])('a geometry is written as WKT with its own digits: %s', async (geometry, wkt) => {
  expect(await ask(wktOf, geometry)).toBe(wkt);
  expect(wktText(geometry)).toBe(wkt);
});

it('a geometry is told from other texts, its degrees are found', async () => {
  const line = '{"type":"LineString","coordinates":[[23.5,49.3,1],[23.6,49.4,2]]}';
  expect(await ask(isGeometry, line)).toBe(true);
  expect(await ask(isGeometry, '{"type":"Feature"}')).toBe(false);
  expect(await ask((v) => `CAST(${longitudesOf(v)} AS VARCHAR)`, line)).toBe('[23.5, 23.6]');
  expect(await ask((v) => `CAST(${latitudesOf(v)} AS VARCHAR)`, line)).toBe('[49.3, 49.4]');
});

it('files for programs keep the geometry: GeoJSON with its text, JSON with the object', async () => {
  const geometry = '{"type":"LineString","coordinates":[[23.50,49.3],[23.6,49.40]]}';
  const columns = [
    { type: 'text', values: ['а', 'б'] },
    { type: 'text', values: [geometry, null] },
  ] as const;
  const shapes = {
    columns: [
      { name: 'n', title: 'n', type: 'text', value: 'c0', coordinate: false, identifier: false },
      {
        name: 'geometry',
        title: 'geometry',
        type: 'text',
        value: 'c1',
        coordinate: true,
        identifier: false,
        shape: true,
      },
    ],
    place: { shape: 'c1' },
  } as const;
  expect(String(await bench.write('geojson', columns, shapes))).toBe(
    `{"type":"FeatureCollection","features":[\n{"type":"Feature","geometry":${geometry},"properties":{"n":"а"}},\n{"type":"Feature","geometry":null,"properties":{"n":"б"}}\n]}\n`,
  );
  expect(String(await bench.write('json', columns, shapes))).toBe(
    `[\n{"n":"а","geometry":${geometry}},\n{"n":"б","geometry":null}\n]\n`,
  );
});

it.each([
  ['POINT (23.50 49.35)', '{"type":"Point","coordinates":[23.50,49.35]}'],
  ['SRID=4326;POINT Z(23.5 49.35 271)', '{"type":"Point","coordinates":[23.5,49.35,271]}'],
  ['multipoint((1 2), (3 4))', '{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}'],
  ['MULTIPOINT (1 2,3 4)', '{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}'],
  ['LINESTRING(1 2, -3 4)', '{"type":"LineString","coordinates":[[1,2],[-3,4]]}'],
  [
    'POLYGON ((0 0, 1 0, 1 1, 0 0),(0.2 0.1,0.3 0.2,0.3 0.1,0.2 0.1))',
    '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[0.2,0.1],[0.3,0.2],[0.3,0.1],[0.2,0.1]]]}',
  ],
  ['MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))', '{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}'],
  ['POINT EMPTY', 'POINT EMPTY'],
])('WKT is written as geometry: %s', async (wkt, geometry) => {
  expect(await ask(geometryOfWkt, wkt)).toBe(geometry);
});
