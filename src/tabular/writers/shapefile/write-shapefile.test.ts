import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import { openWriterBench, type WriterBench } from '../testing/written-files.ts';
import type { WrittenTable } from '../written-table.ts';
import { cutText, shortNames } from './dbf-file.ts';

let bench: WriterBench;
const reader = makeReader();
beforeAll(async () => {
  bench = await openWriterBench();
  mkdirSync(join(reader.folder, 'files'));
});
afterAll(async () => {
  await bench.close();
  await reader.close();
});

let made = 0;

/** What our own reader, proven by the suite of shapefiles, makes of the archive. */
async function readBack(bytes: Buffer, sheet?: string) {
  made += 1;
  const path = join(reader.folder, 'files', `${made}.zip`);
  writeFileSync(path, bytes);
  const outcome = await reader.read(path, sheet === undefined ? undefined : { sheet });
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  const { headers, sheets, findings } = outcome.table;
  return {
    headers,
    sheets: sheets.map(({ name, rows }) => [name, rows]),
    findings,
    cells: await reader.cells(outcome.table),
  };
}

const SHAPES: Partial<WrittenTable> = {
  columns: (['назва', 'populationTotal', 'populationTown', 'є', 'день'] as const).map((title, at) => ({
    name: ['name', 'populationTotal', 'populationTown', 'open', 'day'][at] ?? '',
    title,
    type: (['text', 'integer', 'decimal', 'boolean', 'date'] as const)[at] ?? 'text',
    value: `c${at}`,
    coordinate: false,
    identifier: false,
  })),
  place: { shape: 'c5' },
};

function given(...rows: readonly (readonly (string | null)[])[]) {
  const types = ['text', 'integer', 'decimal', 'boolean', 'date', 'text'] as const;
  return types.map((type, column) => ({ type, values: rows.map((row) => row[column] ?? null) }));
}

it('a table of places is a shapefile that comes back the same, fields and all', async () => {
  const area =
    '{"type":"Polygon","coordinates":[[[23,49],[24,49],[24,50],[23,49]],[[23.6,49.2],[23.7,49.4],[23.8,49.4],[23.6,49.2]]]}';
  const two =
    '{"type":"MultiPolygon","coordinates":[[[[23,49],[24,49],[24,50],[23,49]]],[[[25,49],[26,49],[26,50],[25,49]]]]}';
  const bytes = await bench.write(
    'shp',
    given(
      ['Парк «Їжак»', '-9007199254740993', '12.5', 'true', '2026-01-31', area],
      ['б', null, null, null, null, two],
      ['без місця', '3', '0.1', 'false', null, null],
    ),
    SHAPES,
  );
  const back = await readBack(bytes);
  expect(back.headers).toEqual(['name', 'population', 'populati_2', 'open', 'day', 'geometry']);
  expect(back.cells).toEqual([
    ['Парк «Їжак»', '-9007199254740993', '12.5', 'true', '2026-01-31', area],
    ['б', '', '', '', '', two],
    ['без місця', '3', '0.1', 'false', '', ''],
  ]);
  expect(back.findings).toEqual([]);
});

it('geometries of several kinds become several maps, heights stay, collections are taken apart', async () => {
  const bytes = await bench.write(
    'shp',
    given(
      ['т', '1', null, null, null, '{"type":"Point","coordinates":[23.5,49.3,271.5]}'],
      ['л', '2', null, null, null, '{"type":"LineString","coordinates":[[23.5,49.3,1],[23.6,49.4,2]]}'],
      [
        'к',
        '3',
        null,
        null,
        null,
        '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}',
      ],
    ),
    SHAPES,
  );
  expect((await readBack(bytes)).sheets).toEqual([
    ['points', 2],
    ['lines', 1],
    ['multipoints', 1],
  ]);
  expect((await readBack(bytes, 'points')).cells.map((cells) => cells.at(-1))).toEqual([
    '{"type":"Point","coordinates":[23.5,49.3,271.5]}',
    '{"type":"Point","coordinates":[1,2]}',
  ]);
  expect((await readBack(bytes, 'lines')).cells[0]?.at(-1)).toBe(
    '{"type":"LineString","coordinates":[[23.5,49.3,1],[23.6,49.4,2]]}',
  );
});

it('a table of latitude and longitude is a map of points; long texts are cut between letters, and the list says so', async () => {
  const long = 'ї'.repeat(200);
  const columns = [
    { type: 'text', values: [long] },
    { type: 'decimal', values: ['49.35'] },
    { type: 'decimal', values: ['23.5'] },
  ] as const;
  const bytes = await bench.write('shp', columns, { place: { latitude: 'c1', longitude: 'c2' } });
  const back = await readBack(bytes);
  expect(back.cells).toEqual([['ї'.repeat(127), '49.35', '23.5', '23.5', '49.35']]);
  expect(bytes.includes('f0,f0,Поле 0,значення довші за 254 байти обрізано; повні у CSV та GeoJSON')).toBe(true);
});

it('names of ten letters are each once', () => {
  expect(shortNames(['populationTotal', 'populationTown', 'POPULATIONX', 'a'])).toEqual([
    'population',
    'populati_2',
    'POPULATI_3',
    'a',
  ]);
  expect(cutText('їжак', 3).toString()).toBe('ї');
});
