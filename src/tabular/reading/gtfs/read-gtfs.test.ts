import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realData } from '../../../../tests/support/real-data.ts';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import { archiveOf } from '../../testing/archive-of.ts';
import type { ReadOutcome, TextTable } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());
mkdirSync(join(reader.folder, 'files'));
let made = 0;

async function tableOf(outcome: ReadOutcome): Promise<TextTable & { cells: string[][]; told: (string | undefined)[] }> {
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  const cells = await reader.cells(outcome.table);
  const gtfs = outcome.table.findings.filter(({ code }) => code.startsWith('gtfs-'));
  return { ...outcome.table, cells, told: gtfs.map(({ code, places }) => `${code}: ${places[0]?.value}`) };
}

async function read(files: Readonly<Record<string, string>>, sheet?: string) {
  made += 1;
  const path = await archiveOf(join(reader.folder, 'files', `${made}.zip`), files);
  return tableOf(await reader.read(path, sheet === undefined ? undefined : { sheet }));
}

const FEED = {
  'agency.txt': '\ufeffagency_id,agency_name,agency_url,agency_timezone\n1,Тролейбус,https://x.example,Europe/Kyiv\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,Ринок,49.35,23.50\nB,Вокзал,49.36,23.51\n',
  'routes.txt': 'route_id,route_short_name,route_type\n1,7,11\n',
  'trips.txt': 'route_id,service_id,trip_id,shape_id\n1,щодня,t1,s1\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,23:55:00,23:55:00,A,1\nt1,24:10:00,24:10:00,B,2\n',
  'calendar_dates.txt': 'service_id,date,exception_type\nщодня,20260101,1\n',
  'shapes.txt': 'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns1,49.36,23.51,10\ns1,49.35,23.50,2\n',
};

describe('a feed of GTFS', () => {
  it('is a table for each file, stops first; hours past 24 are times', async () => {
    const feed = await read(FEED);
    expect([feed.sheet, feed.told]).toEqual(['stops.txt', []]);
    expect(feed.cells).toEqual([
      ['A', 'Ринок', '49.35', '23.50'],
      ['B', 'Вокзал', '49.36', '23.51'],
    ]);
    expect(feed.sheets.map(({ name }) => name)).toEqual([...Object.keys(FEED), 'shapes.txt › лінії']);
    expect((await read(FEED, 'stop_times.txt')).rows).toBe(2);
  });

  it('gives one more of its tables without reading the others again', async () => {
    const path = await archiveOf(join(reader.folder, 'files', 'known.zip'), FEED);
    const { sheets } = await tableOf(await reader.read(path));
    const known = sheets.map((sheet) => (sheet.name === 'stops.txt' ? { ...sheet, rows: 77 } : sheet));
    const one = await tableOf(await reader.read(path, { sheet: 'trips.txt' }, known));
    expect([one.format, one.sheet, one.cells, one.sheets]).toEqual([
      'gtfs',
      'trips.txt',
      [['1', 'щодня', 't1', 's1']],
      known,
    ]);
    const lines = await tableOf(await reader.read(path, { sheet: 'shapes.txt › лінії' }, known));
    expect(lines.rows).toBe(1);
  });

  it('has its shapes as lines, points in the order of their numbers', async () => {
    expect((await read(FEED, 'shapes.txt › лінії')).cells).toEqual([
      ['s1', '2', '{"type":"LineString","coordinates":[[23.50,49.35],[23.51,49.36]]}'],
    ]);
  });

  it('with faults tells each by file and line', async () => {
    const broken = await read({
      ...FEED,
      'stops.txt': 'stop_id,stop_lat,stop_lon\nA,49.35,223.5\n',
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,23:55,23:55:00,A,1\nt1,24:10:00,24:10:00,Z,2\n',
      'routes.txt': 'route_id,route_short_name\n1,7\n',
    });
    expect(broken.told).toEqual([
      'gtfs-missing: routes.txt: route_type',
      'gtfs-reference: stop_times.txt:3 stop_id = Z',
      'gtfs-value: stop_times.txt:2 arrival_time = 23:55',
    ]);
    const { 'trips.txt': _trips, ...without } = FEED;
    expect((await read(without)).told).toEqual(['gtfs-missing: trips.txt']);
  });
});

describe.skipIf(!realData)('the suite of feeds (skipped where ../shared/data is absent)', () => {
  const suite = async (name: string) =>
    tableOf(await reader.read(join(realData ?? '', 'suites/gtfs', `sample-feed-${name}.zip`)));

  it.each(['fixed', 'bom'])('%s is read without a fault', async (name) => {
    const feed = await suite(name);
    expect([feed.sheet, feed.rows, feed.told]).toEqual(['stops.txt', 9, []]);
  });

  it('plus has trips of a service nobody defines', async () => {
    expect((await suite('plus')).told).toEqual(['gtfs-reference: trips.txt:9 service_id = WE']);
  });

  it('invalid says what is missing', async () => {
    const { told, findings } = await suite('invalid');
    expect(told).toEqual(['gtfs-missing: stop_times.txt']);
    const missing = findings.find(({ code }) => code === 'gtfs-missing');
    expect(missing?.message.uk).toContain('stop_times.txt, stops.txt: stop_id');
  });
});
