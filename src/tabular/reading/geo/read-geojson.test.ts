import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realData } from '../../../../tests/support/real-data.ts';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadOutcome, TextTable } from '../../text-table.ts';
import { FAULT_TEXTS } from './fault-texts.ts';

const reader = makeReader();
afterAll(() => reader.close());
mkdirSync(join(reader.folder, 'files'));

function read(content: string, name = 'map.geojson'): Promise<ReadOutcome> {
  const path = join(reader.folder, 'files', name);
  writeFileSync(path, content);
  return reader.read(path);
}

async function table(content: string, name?: string): Promise<TextTable & { cells: string[][]; codes: string[] }> {
  const outcome = await read(content, name);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  const codes = outcome.table.findings.map(({ code }) => code);
  return { ...outcome.table, codes, cells: await reader.cells(outcome.table) };
}

async function refusal(content: string, name?: string): Promise<string> {
  const outcome = await read(content, name);
  return outcome.kind === 'refused' ? outcome.reason.code : `table of ${outcome.table.rows} rows`;
}

const feature = (geometry: string, properties = '{"n":"а"}') =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
const collection = (features: readonly string[], more = '') =>
  `{"type":"FeatureCollection",${more}"features":[${features.join(',')}]}`;
const point = (x: string, y: string) => `{"type":"Point","coordinates":[${x}, ${y}]}`;
const SQUARE = '[[23.5,49.3],[23.6,49.3],[23.6,49.4],[23.5,49.4],[23.5,49.3]]';

describe('a map of GeoJSON', () => {
  it('of points is a table with longitude and latitude, digits as written, fields of fields by dotted names', async () => {
    const read = await table(
      collection([
        feature(point('23.50', '49.350000000000001'), '{"n":"а","адреса":{"вулиця":"Мазепи"},"коди":[1,2]}'),
        feature('null', '{"n":"б"}'),
      ]),
    );
    expect(read.headers).toEqual(['n', 'адреса.вулиця', 'коди', 'lon', 'lat']);
    expect(read.cells).toEqual([
      ['а', 'Мазепи', '[1,2]', '23.50', '49.350000000000001'],
      ['б', '', '', '', ''],
    ]);
    expect(read.codes).toEqual(['nested-values']);
  });

  it('of lines and polygons has one column of geometry after the fields, with a name that is free', async () => {
    const line = '{"coordinates": [[23.5, 49.30], [23.6, 49.4, 271.5]], "type": "LineString", "bbox": [1, 2, 3, 4]}';
    const read = await table(
      collection([feature(line, '{"geometry":"x"}'), feature(`{"type":"Polygon","coordinates":[${SQUARE}]}`, 'null')]),
    );
    expect(read.headers).toEqual(['geometry', 'geometry_2']);
    expect(read.cells).toEqual([
      ['x', '{"type":"LineString","coordinates":[[23.5,49.30],[23.6,49.4,271.5]]}'],
      ['', `{"type":"Polygon","coordinates":[${SQUARE}]}`],
    ]);
  });

  it('may be one feature, one geometry or a feature a line, and called .json', async () => {
    expect((await table(feature(point('1', '2')), 'one.json')).cells).toEqual([['а', '1', '2']]);
    expect((await table(point('1', '2'))).cells).toEqual([['1', '2']]);
    const lines = await table(`${feature(point('1', '2'))}\n${feature(point('3', '4'))}\n`, 'lines.geojsonl');
    expect(lines.cells.map(([, lon]) => lon)).toEqual(['1', '3']);
  });

  it('is put right where nothing is lost by it: rings closed and turned, axes changed over, told each time', async () => {
    const clockwise = '[[23.5,49.3],[23.5,49.4],[23.6,49.4],[23.6,49.3]]';
    const mended = await table(collection([feature(`{"type":"polygon","coordinates":[${clockwise}]}`)]));
    expect(mended.cells[0]?.[1]).toBe(
      '{"type":"Polygon","coordinates":[[[23.5,49.3],[23.6,49.3],[23.6,49.4],[23.5,49.4],[23.5,49.3]]]}',
    );
    expect(mended.codes).toEqual(['geometry-mended']);
    const swapped = await table(collection([feature(point('49.35', '23.50')), feature(point('49.36', '23.51'))]));
    expect(swapped.cells[0]?.slice(1)).toEqual(['23.50', '49.35']);
    expect(swapped.codes).toEqual(['axes-swapped']);
  });

  it('names its coordinate system only to be understood: known ones are converted, others refused by name', async () => {
    const crs = (name: string) => `"crs":{"type":"name","properties":{"name":"${name}"}},`;
    const plain = await table(collection([feature(point('23.5', '49.35'))], crs('urn:ogc:def:crs:OGC:1.3:CRS84')));
    expect([plain.codes, plain.cells[0]?.[1]]).toEqual([['crs-member'], '23.5']);
    const metres = await table(collection([feature(point('2616000', '6336000'))], crs('urn:ogc:def:crs:EPSG::3857')));
    expect(metres.cells[0]?.slice(1)).toEqual(['23.499927833', '49.359016502']);
    expect(metres.codes).toEqual(['projected-coordinates']);
    expect(await refusal(collection([feature(point('1', '2'))], crs('EPSG:2056')))).toBe('coordinate-system-unknown');
  });

  it('tells places it cannot read by row, and keeps the rows', async () => {
    const read = await table(collection([feature(point('23.5', '"49"')), feature(point('23.5', '49.3')), 'null']));
    expect(read.cells).toEqual([
      ['а', '', ''],
      ['а', '23.5', '49.3'],
    ]);
    expect(read.findings.map(({ code, places }) => [code, places[0]?.row])).toEqual([
      ['geometry-broken', 1],
      ['geometry-unusual', 3],
    ]);
  });
});

/** What the suite's words are in ours. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(Feature|FeatureCollection) object cannot contain/, 'feature-foreign-member geojson-two-types'],
  [/"(properties|geometry)" member required/, 'geojson-two-types feature-properties feature-no-geometry'],
  [/needs? to be nested more deeply|position should be an array/, 'geometry-nesting'],
  [/Expected string or object as input/, 'json-broken'],
  [/"type" member (should be string|required)/, 'geojson-no-type'],
  [/right-hand rule/, 'geometry-winding'],
  [/"properties" member should be object/, 'feature-properties'],
  [/each element in a position must be a number/, 'geometry-not-number geometry-nesting'],
  [/Every feature must be an object/, 'feature-not-object'],
  [/"id" member must/, 'feature-id'],
  [/bbox/, 'geometry-bbox feature-bbox'],
  [/first and last positions/, 'geometry-open-ring'],
  [/must contain only geometry objects/, 'geometry-not-object'],
  [/single geometry should be avoided/, 'geometry-single-collection'],
  [/nested geometry collections/, 'geometry-nested-collection'],
  [/"features" member should be an array/, 'geojson-features'],
  [/case sensitive/, 'geometry-type-case'],
  [/"features" member required/, 'geojson-no-features'],
  [/geometry object cannot contain/, 'geometry-foreign-member'],
  [/must have a type=feature/, 'feature-type'],
  [/"coordinates" member (should be an array|required)/, 'geometry-nesting geometry-no-coordinates'],
  [/2 or more elements/, 'geometry-short-position'],
  [/more than 3 elements/, 'geometry-long-position'],
  [/root of a GeoJSON object/, 'geojson-root'],
  [/a line needs to have two/, 'geometry-short-line'],
  // three positions not closed: closed by us they are a ring of four
  [/LinearRing of coordinates needs to have four/, 'geometry-short-ring geometry-open-ring'],
  [/The type .* is unknown/, 'geojson-unknown-type'],
];

/** Faults named in the messages of the findings. */
function faultsTold({ findings }: TextTable): string[] {
  const said = findings.map(({ message }) => message.uk).join(' ');
  return Object.entries(FAULT_TEXTS).flatMap(([fault, { uk }]) => (said.includes(uk) ? [fault] : []));
}

const suite = join(realData ?? '', 'suites/geojson');

describe.skipIf(!realData)('the suite of good and bad files (skipped where ../shared/data is absent)', () => {
  const files = (folder: string) =>
    realData ? readdirSync(join(suite, folder)).filter((name) => name.endsWith('.geojson')) : [];

  it.each(files('good'))('reads %s without a warning', async (name) => {
    const outcome = await reader.read(join(suite, 'good', name));
    const codes =
      outcome.kind === 'refused'
        ? [outcome.reason.code]
        : outcome.table.findings.map(({ code, severity }) => `${severity} ${code}`);
    // one of them lies beyond the edge of the world
    expect(codes.filter((code) => !code.startsWith('advice'))).toEqual(
      name === 'issue82.geojson' ? ['warning coordinates-off-globe'] : [],
    );
  });

  it.each(files('bad'))('refuses %s or tells what is wrong with it', async (name) => {
    const expected = JSON.parse(
      readFileSync(join(suite, 'bad', name.replace('.geojson', '.result-object')), 'utf8'),
    ) as {
      message: string;
    }[];
    const outcome = await reader.read(join(suite, 'bad', name));
    const told = outcome.kind === 'refused' ? [outcome.reason.code] : faultsTold(outcome.table);
    const words = expected.map(
      ({ message }) => WORDS.find(([words]) => words.test(message))?.[1] ?? `no word for ${message}`,
    );
    const missing = words.filter((codes) => !codes.split(' ').some((code) => told.includes(code)));
    // a refused file is refused for its first fault: the others would be told after it is mended
    expect(outcome.kind === 'refused' ? missing.length < words.length : missing).toEqual(
      outcome.kind === 'refused' ? true : [],
    );
  });
});
