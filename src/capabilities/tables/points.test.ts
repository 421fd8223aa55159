import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { smallTable } from '../../../tests/support/small-table.ts';
import {
  EVERY_ROW,
  hasPlaces,
  type OpenTable,
  openTable,
  parseRowQuery,
  queryOpenTable,
  queryPoints,
} from './index.ts';

const SPECS = [
  ['number', 'Номер', 'integer'],
  ['lat', 'Широта', 'decimal', { geometry: 'latitude' }],
  ['lon', 'Довгота', 'decimal', { geometry: 'longitude' }],
] as const;

let test: TestContext;
let table: OpenTable;
beforeAll(async () => {
  test = await makeTestContext();
  // 40 places close together, one far away, one without a longitude, one impossible
  const select = `SELECT i AS c0, 49.35 + (i % 5) / 1000.0 AS c1, 23.5 + (i % 8) / 1000.0 AS c2 FROM range(40) r(i)
    UNION ALL SELECT * FROM (VALUES (40, 49.9, 24.9), (41, 49.35, NULL), (42, 149.35, 23.5)) t(c0, c1, c2)`;
  table = await openTable(test.ctx, await smallTable(test, select, SPECS));
});
afterAll(() => test.close());

describe('rows on the map', () => {
  it('are put together by cells; a lone one is the row itself, and those without a place are counted', async () => {
    const answer = await queryPoints(test.ctx, table, EVERY_ROW, { cells: 10 });
    expect(answer).toMatchObject({ total: 43, withoutPlace: 2, bounds: [23.5, 49.35, 24.9, 49.9] });
    expect(answer?.points.map(({ rows }) => rows)).toEqual([40, 1]);
    expect(answer?.points[1]).toEqual({
      latitude: 49.9,
      longitude: 24.9,
      rows: 1,
      row: { number: 40, lat: 49.9, lon: 24.9 },
    });
  });

  it('come apart when one looks closer, and lose nothing', async () => {
    const bounds = [23.4995, 49.3495, 23.508, 49.355] as const;
    const close = await queryPoints(test.ctx, table, EVERY_ROW, { cells: 100, bounds });
    expect(close?.points).toHaveLength(40);
    expect(close?.points.every(({ row }) => row !== null)).toBe(true);
    const some = parseRowQuery(table.manifest.columns, new URLSearchParams('number__lt=10'));
    const few = await queryPoints(test.ctx, table, some, { cells: 3, bounds });
    expect(few?.points.reduce((sum, { rows }) => sum + rows, 0)).toBe(10);
    expect(few).toMatchObject({ total: 10, withoutPlace: 0 });
  });

  it('of a strip without a width are put together all the same', async () => {
    const select = 'SELECT i AS c0, 49.0 + i / 100000.0 AS c1, 23.5 AS c2 FROM range(20000) r(i)';
    const strip = await openTable(test.ctx, await smallTable(test, select, SPECS));
    const answer = await queryPoints(test.ctx, strip, EVERY_ROW, { cells: 20 });
    expect(answer?.points.reduce((sum, { rows }) => sum + rows, 0)).toBe(20_000);
    expect(answer?.points.length).toBeLessThan(200);
  });

  it('are none where the table has no places, and bounds that are none are refused', async () => {
    const plain = await openTable(test.ctx, await smallTable(test, 'SELECT 1 AS c0', [['number', 'Номер', 'integer']]));
    expect([hasPlaces(table.columns), hasPlaces(plain.columns)]).toEqual([true, false]);
    expect(await queryPoints(test.ctx, plain, EVERY_ROW, { cells: 10 })).toBeNull();
    await expect(queryPoints(test.ctx, table, EVERY_ROW, { cells: 10, bounds: [1, 2, 0, 3] })).rejects.toMatchObject({
      code: 'bad-bounds',
    });
    const none = parseRowQuery(table.manifest.columns, new URLSearchParams('number__gt=100'));
    expect(await queryPoints(test.ctx, table, none, { cells: 10 })).toEqual({
      ...{ points: [], shapes: [], simplified: false, total: 0, withoutPlace: 0, bounds: null },
    });
  });
});

describe('lines and areas on the map', () => {
  const SHAPES = [
    ['number', 'Номер', 'integer'],
    ['geometry', 'Геометрія', 'text', { geometry: 'shape' }],
  ] as const;
  const square = (x: string, size: string) =>
    `'{"type":"Polygon","coordinates":[[[' || ${x} || ',49],[' || (${x} + ${size}) || ',49],[' || (${x} + ${size}) || ',49.1],[' || ${x} || ',49]]]}'`;

  async function shapes(select: string): Promise<OpenTable> {
    return openTable(test.ctx, await smallTable(test, select, SHAPES));
  }

  it('are drawn with their rows; conditions and bounds hold for them, what is no geometry is counted', async () => {
    const mixed = await shapes(`SELECT i AS c0, ${square('(23 + i)', '0.5')} AS c1 FROM range(3) r(i)
      UNION ALL VALUES (3, '{"type":"Point","coordinates":[23.25,49.05]}'), (4, NULL), (5, 'немає')`);
    const all = await queryPoints(test.ctx, mixed, EVERY_ROW, { cells: 20 });
    expect(all).toMatchObject({ total: 6, withoutPlace: 2, bounds: [23, 49, 25.5, 49.1], simplified: false });
    expect(all?.shapes.map(({ row }) => row)).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }]);
    expect(all?.points).toEqual([{ longitude: 23.25, latitude: 49.05, rows: 1, row: { number: 3 } }]);
    const bounds = [24.2, 49, 24.4, 49.05] as const;
    const part = await queryPoints(test.ctx, mixed, EVERY_ROW, { cells: 20, bounds });
    expect(part?.shapes.map(({ row }) => row)).toEqual([{ number: 1 }]);
    const few = parseRowQuery(mixed.manifest.columns, new URLSearchParams('number__gte=2'));
    expect((await queryPoints(test.ctx, mixed, few, { cells: 20 }))?.shapes).toHaveLength(1);
    const asked = parseRowQuery(
      mixed.manifest.columns,
      new URLSearchParams('geometry__bbox=24.2,49,24.4,49.05&columns=number'),
    );
    expect((await queryOpenTable(test.ctx, mixed, asked)).rows).toEqual([{ number: 1 }]);
    expect(() => parseRowQuery(mixed.manifest.columns, new URLSearchParams('number__bbox=1,2,3,4'))).toThrow();
  });

  it('beyond what can be told apart are points with their number; detail finer than a screen is left out', async () => {
    const many = await queryPoints(
      test.ctx,
      await shapes(`SELECT i AS c0, ${square('(23 + i / 10000)', '0.00005')} AS c1 FROM range(2000) r(i)`),
      EVERY_ROW,
      { cells: 10 },
    );
    expect([many?.simplified, many?.shapes.length]).toEqual([true, 0]);
    expect(many?.points.reduce((sum, { rows }) => sum + rows, 0)).toBe(2000);
    const fine = await queryPoints(
      test.ctx,
      await shapes(
        `SELECT 1 AS c0, '{"type":"LineString","coordinates":[' || string_agg('[' || (23 + i / 1e6) || ',49]', ',') || ']}' AS c1 FROM range(50000) r(i)`,
      ),
      EVERY_ROW,
      { cells: 10 },
    );
    expect(fine?.simplified).toBe(true);
    expect(JSON.stringify(fine?.shapes).length).toBeLessThan(60_000);
  });
});
