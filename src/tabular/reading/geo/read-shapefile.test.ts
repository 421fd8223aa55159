import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realData } from '../../../../tests/support/real-data.ts';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import { readGeometry } from '../../geometry/read-geometry.ts';
import { shapeText } from '../../geometry/shape.ts';
import { archiveOf } from '../../testing/archive-of.ts';
import type { ReadOutcome, TextTable } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());
mkdirSync(join(reader.folder, 'files'));
let made = 0;

async function read(members: Readonly<Record<string, string | Uint8Array>>, sheet?: string): Promise<ReadOutcome> {
  made += 1;
  const path = await archiveOf(join(reader.folder, 'files', `${made}.zip`), members);
  return reader.read(path, sheet === undefined ? undefined : { sheet });
}

async function tableOf(outcome: ReadOutcome): Promise<TextTable & { cells: string[][] }> {
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const codeOf = (outcome: ReadOutcome) => (outcome.kind === 'refused' ? outcome.reason.code : 'table');

/** A main file of points. */
function pointsShp(points: readonly (readonly [number, number])[], type = 1): Buffer {
  const records = points.map(([x, y], at) => {
    const record = Buffer.alloc(28);
    record.writeInt32BE(at + 1, 0);
    record.writeInt32BE(10, 4);
    record.writeInt32LE(type, 8);
    record.writeDoubleLE(x, 12);
    record.writeDoubleLE(y, 20);
    return record;
  });
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32LE(type, 32);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((bound, at) => {
    head.writeDoubleLE(bound, 36 + at * 8);
  });
  return Buffer.concat([head, ...records]);
}

/** A main file of one line whose parts begin at these positions. */
function lineShp(positions: number, starts: readonly number[]): Buffer {
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32LE(3, 32);
  const content = Buffer.alloc(44 + starts.length * 4 + positions * 16);
  content.writeInt32LE(3, 0);
  content.writeInt32LE(starts.length, 36);
  content.writeInt32LE(positions, 40);
  for (const [at, start] of starts.entries()) content.writeInt32LE(start, 44 + at * 4);
  const record = Buffer.alloc(8);
  record.writeInt32BE(1, 0);
  record.writeInt32BE(content.length / 2, 4);
  return Buffer.concat([head, record, content]);
}

/** A table of one field of text. */
function textsDbf(name: Buffer, texts: readonly Buffer[], language = 0): Buffer {
  const head = Buffer.alloc(65);
  head[0] = 3;
  head.writeUInt32LE(texts.length, 4);
  head.writeUInt16LE(65, 8);
  head.writeUInt16LE(31, 10);
  head[29] = language;
  name.copy(head, 32);
  head[43] = 'C'.charCodeAt(0);
  head[48] = 30;
  head[64] = 0x0d;
  const records = texts.map((text) => Buffer.concat([Buffer.from(' '), text, Buffer.alloc(30 - text.length, ' ')]));
  return Buffer.concat([head, ...records]);
}

const cp1251 = (text: string) =>
  Buffer.from(
    [...text].map((letter) =>
      letter === 'і' ? 0xb3 : letter < '\u0080' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x350,
    ),
  );

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]';
const UCS2000 =
  'PROJCS["UCS-2000_GK_Zone_4",GEOGCS["GCS_UCS-2000",DATUM["D_Ukraine_2000",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",4500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",21.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

describe('a zipped shapefile', () => {
  it('is a table of its fields and places, letters by .cpg, by the header, or guessed', async () => {
    const shp = pointsShp([[23.5, 49.35]]);
    const dbf = textsDbf(cp1251('Назва'), [cp1251('Парк міський')]);
    for (const more of [{ 'm/parks.cpg': '1251' }, {}] as Record<string, string>[]) {
      const map = await tableOf(await read({ 'm/parks.shp': shp, 'm/parks.dbf': dbf, 'm/parks.prj': WGS84, ...more }));
      expect([map.headers, map.cells, map.encoding, map.findings]).toEqual([
        ['Назва', 'lon', 'lat'],
        [['Парк міський', '23.5', '49.35']],
        'windows-1251',
        [],
      ]);
    }
  });

  it('in metres of УСК-2000 lands where it lies, to a metre', async () => {
    const map = await tableOf(await read({ 'a.shp': pointsShp([[4681758.27, 5471686.764]]), 'a.prj': UCS2000 }));
    const [lon, lat] = (map.cells[0] ?? []).map(Number);
    expect([lon?.toFixed(6), lat?.toFixed(6)]).toEqual(['23.500000', '49.350000']);
    expect(map.findings.map(({ code }) => code)).toEqual(['shapefile-parts', 'projected-coordinates']);
  });

  it('without its parts says which: fields may be missing, a projection only where the coordinates are degrees', async () => {
    expect(codeOf(await read({ 'a.shp': pointsShp([[4681634, 5470390]]) }))).toBe('shapefile-no-projection');
    expect(codeOf(await read({ 'a.shp': pointsShp([[1, 2]]), 'a.prj': 'PROJCS["Antarctic",GEOGCS["x"]]' }))).toBe(
      'coordinate-system-unknown',
    );
    const bare = await tableOf(await read({ 'a.shp': pointsShp([[23.5, 49.3]]) }));
    expect(bare.findings[0]?.message.uk).toMatch(/немає \.dbf.*немає \.prj/);
    const more = textsDbf(Buffer.from('n'), [Buffer.from('1'), Buffer.from('2')]);
    const unpaired = await tableOf(await read({ 'a.shp': pointsShp([[23.5, 49.3]]), 'a.dbf': more, 'a.prj': WGS84 }));
    expect(unpaired.cells).toEqual([
      ['1', '23.5', '49.3'],
      ['2', '', ''],
    ]);
    expect(unpaired.findings.map(({ code }) => code)).toEqual(['shapefile-parts']);
  });

  it('that is broken, or of surfaces, is refused; latitude first is put right', async () => {
    const whole = pointsShp([[23.5, 49.3]]);
    expect(codeOf(await read({ 'a.shp': whole.subarray(0, 120), 'a.prj': WGS84 }))).toBe('shapefile-broken');
    expect(codeOf(await read({ 'a.shp': pointsShp([[1, 2]], 31), 'a.prj': WGS84 }))).toBe('shapefile-multipatch');
    // parts that overlap make a small file many times its size
    const growing = Array.from({ length: 20_000 }, (_, at) => (at % 2) * 9_000);
    expect(codeOf(await read({ 'a.shp': lineShp(9_000, growing), 'a.prj': WGS84 }))).toBe('shapefile-broken');
    expect((await tableOf(await read({ 'a.shp': lineShp(4, [0, 2]), 'a.prj': WGS84 }))).rows).toBe(1);
    const swapped = await tableOf(await read({ 'a.shp': pointsShp([[49.3, 23.5]]), 'a.prj': WGS84 }));
    expect(swapped.cells).toEqual([['23.5', '49.3']]);
  });

  it('may be one of several in the archive: the largest is read, any is read when asked for', async () => {
    const dbf = (...names: string[]) =>
      textsDbf(
        Buffer.from('n'),
        names.map((name) => Buffer.from(name)),
      );
    const members = {
      'small.shp': pointsShp([[23.5, 49.3]]),
      'small.dbf': dbf('a'),
      'small.prj': WGS84,
      'LARGE.SHP': pointsShp([
        [23.5, 49.3],
        [23.6, 49.3],
      ]),
      'LARGE.DBF': dbf('b', 'c'),
      'large.prj': WGS84,
    };
    const large = await tableOf(await read(members));
    expect([large.sheet, large.rows, large.sheets.map(({ name, rows }) => [name, rows])]).toEqual([
      'LARGE',
      2,
      [
        ['small', 1],
        ['LARGE', 2],
      ],
    ]);
    expect((await tableOf(await read(members, 'small'))).cells).toEqual([['a', '23.5', '49.3']]);
  });
});

const suite = join(realData ?? '', 'suites/shapefile');

describe.skipIf(!realData)('the suite of shapefiles (skipped where ../shared/data is absent)', () => {
  const names = realData
    ? readdirSync(suite).flatMap((name) => (name.endsWith('.shp') ? [name.slice(0, -4)] : []))
    : [];

  it.each(names)('%s equals its GeoJSON', async (name) => {
    const parts = ['shp', 'dbf', 'prj', 'cpg', 'shx'].flatMap((part) => {
      const path = join(suite, `${name}.${part}`);
      return existsSync(path) ? [[`${name}.${part}`, readFileSync(path)] as const] : [];
    });
    const map = await tableOf(await read(Object.fromEntries(parts)));
    const { features } = JSON.parse(readFileSync(join(suite, `${name}.json`), 'utf8')) as {
      features: { properties: Record<string, unknown>; geometry: unknown }[];
    };
    const rows = map.cells.map((cells) =>
      Object.fromEntries(map.headers.map((header, at) => [header, cells[at] ?? ''])),
    );
    expect(rows.map(placeOf)).toEqual(
      features.map(({ geometry }) => (geometry === null ? '' : rightHandedText(geometry))),
    );
    const plain = (text: unknown) =>
      String(text ?? '')
        .replaceAll('-', '')
        .replace(/^(\d+)\.0+$/, '$1');
    for (const [at, { properties }] of features.entries())
      for (const [key, value] of Object.entries(properties)) expect(plain(rows[at]?.[key])).toBe(plain(value));
  });
});

/** The same geometry with rings by the right-hand rule, as RFC 7946 wants them and the suite does not. */
function rightHandedText(geometry: unknown): string {
  const shape = readGeometry(JSON.stringify(geometry), () => {});
  return shape === null ? '' : shapeText(shape);
}

function placeOf(row: Record<string, string>): string {
  if (row.geometry !== undefined) return row.geometry;
  return row.lon ? `{"type":"Point","coordinates":[${row.lon},${row.lat}]}` : '';
}
