import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import { archiveOf } from '../../testing/archive-of.ts';
import type { ReadOutcome, TextTable } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());
mkdirSync(join(reader.folder, 'files'));

function read(content: string, name = 'map.kml'): Promise<ReadOutcome> {
  const path = join(reader.folder, 'files', name);
  writeFileSync(path, content);
  return reader.read(path);
}

async function tableOf(outcome: ReadOutcome): Promise<TextTable & { cells: string[][] }> {
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const codeOf = (outcome: ReadOutcome) => (outcome.kind === 'refused' ? outcome.reason.code : 'table');

const kml = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Карта</name>${inside}</Document></kml>`;
const STOP = `<Placemark><name>Зупинка</name><description><![CDATA[<b>біля</b> ринку]]></description><styleUrl>#x</styleUrl>
  <ExtendedData><Data name="код"><value>12</value></Data><SchemaData><SimpleData name="лавка">так</SimpleData></SchemaData></ExtendedData>
  <Point><coordinates> 23.50,49.350,0 </coordinates></Point></Placemark>`;
const AREA = `<Placemark><name>Парк</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
  23.5,49.3 23.5,49.4
  23.6,49.4</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;

describe('a map of KML', () => {
  it('is a table of placemarks: folders, names and data are columns, styles are left', async () => {
    const map = await tableOf(await read(kml(`<Style id="x"/><Folder><name>Транспорт</name>${STOP}</Folder>${STOP}`)));
    expect(map.headers).toEqual(['name', 'description', 'код', 'лавка', 'folder', 'lon', 'lat']);
    expect(map.cells).toEqual([
      ['Зупинка', '<b>біля</b> ринку', '12', 'так', 'Карта / Транспорт', '23.50', '49.350'],
      ['Зупинка', '<b>біля</b> ринку', '12', 'так', 'Карта', '23.50', '49.350'],
    ]);
  });

  it('of areas and several geometries keeps them, rings closed and turned', async () => {
    const both = `<Placemark><name>Обоє</name><MultiGeometry><Point><coordinates>23.5,49.3,5</coordinates></Point>
      <LineString><coordinates>23.5,49.3 23.6,49.3</coordinates></LineString></MultiGeometry></Placemark>`;
    const map = await tableOf(await read(kml(AREA + both)));
    expect(map.cells.map((cells) => cells.at(-1))).toEqual([
      '{"type":"Polygon","coordinates":[[[23.5,49.3],[23.6,49.4],[23.5,49.4],[23.5,49.3]]]}',
      '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[23.5,49.3,5]},{"type":"LineString","coordinates":[[23.5,49.3],[23.6,49.3]]}]}',
    ]);
    expect(map.findings.map(({ code }) => code)).toEqual(['geometry-mended']);
  });

  it('takes spaces beside commas for what they are; more numbers than a position has are told, not guessed', async () => {
    const line = (text: string) =>
      `<Placemark><name>Лінія</name><LineString><coordinates>${text}</coordinates></LineString></Placemark>`;
    const map = await tableOf(
      await read(
        kml(
          line('23.5, 49.35, 0 23.6 ,49.4') +
            line('23.5,49.3, 23.6,49.4') +
            line(`23.5,49.3${' '.repeat(200_000)},0 23.6,49.4`),
        ),
      ),
    );
    const lines = map.cells.map((cells) => cells.at(-1));
    expect(lines).toEqual([
      '{"type":"LineString","coordinates":[[23.5,49.35],[23.6,49.4]]}',
      '',
      '{"type":"LineString","coordinates":[[23.5,49.3],[23.6,49.4]]}',
    ]);
    expect(map.findings.map(({ code }) => code)).toContain('geometry-broken');
  });

  it('may be packed as KMZ; broken, empty and growing ones are refused', async () => {
    const packed = await archiveOf(join(reader.folder, 'files', 'map.kmz'), {
      'doc.kml': kml(STOP),
      'files/x.png': '',
    });
    expect((await tableOf(await reader.read(packed))).rows).toBe(1);
    expect(codeOf(await read(kml('<Placemark><name>').replace('</Document></kml>', '')))).toBe('map-broken');
    expect(codeOf(await read(kml('')))).toBe('map-empty');
    const bomb = kml(STOP.replace('Зупинка', '&b;')).replace(
      '?>',
      '?><!DOCTYPE kml [<!ENTITY a "ааааа"><!ENTITY b "&a;&a;&a;">]>',
    );
    expect(codeOf(await read(bomb))).toBe('map-broken');
  });

  it('a place that is no number is told, and the row stays', async () => {
    const map = await tableOf(await read(kml(STOP.replace('23.50', 'тут') + STOP)));
    expect(map.cells.map((cells) => cells.at(-1))).toEqual(['', '49.350']);
    expect(map.findings.map(({ code, places }) => [code, places[0]?.row])).toEqual([['geometry-broken', 1]]);
  });
});

it('a map of GPX: waypoints are points, tracks are lines', async () => {
  const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="49.35" lon="23.50"><ele>271</ele><name>Ринок</name></wpt>
    <trk><name>Обхід</name><trkseg><trkpt lat="49.3" lon="23.5"/><trkpt lat="49.4" lon="23.6"/></trkseg></trk></gpx>`;
  const map = await tableOf(await read(gpx, 'walk.gpx'));
  expect(map.headers).toEqual(['name', 'kind', 'geometry']);
  expect(map.cells).toEqual([
    ['Ринок', 'wpt', '{"type":"Point","coordinates":[23.50,49.35,271]}'],
    ['Обхід', 'trk', '{"type":"LineString","coordinates":[[23.5,49.3],[23.6,49.4]]}'],
  ]);
});
