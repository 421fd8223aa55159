import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { buildDownload } from './build-download.ts';
import {
  createTable,
  findStoredDownload,
  openDownload,
  openTable,
  parseRowQuery,
  queryRows,
  withdrawTable,
} from './index.ts';
import type { ManifestColumn } from './manifest.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

const RESOURCE = '01990000-0000-7000-8000-000000000001';

type ColumnSpec = [name: string, title: string, type: ManifestColumn['type'], options?: Partial<ManifestColumn>];

const SCHOOLS: ColumnSpec[] = [
  ['number', 'Номер', 'integer', { identifier: true }],
  ['title', 'Назва', 'text'],
  ['district', 'Район', 'text'],
  ['amount', 'Сума', 'decimal'],
  ['openedOn', 'Відкрито', 'date'],
  ['changedAt', 'Змінено', 'datetime'],
  ['active', 'Працює', 'boolean'],
];

/** A table made of the rows of a SELECT whose columns are c0, c1 …; restricted columns of the specification are not in the file. */
async function table(select: string, specs: ColumnSpec[]): Promise<string> {
  const folder = await test.ctx.objects.workFolder();
  const path = join(folder, 'table.parquet');
  const session = await test.ctx.duckdb.session();
  await session.run(`COPY (${select}) TO ${literal(path)} (FORMAT parquet)`);
  const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${literal(path)})`);
  session.close();
  const file = await test.ctx.objects.takeFile('public', RESOURCE, path);
  const columns = specs.map(([name, title, type, options], i) => ({
    ...{ parquetColumn: `c${i}`, name, title, type, sensitivity: 'open' as const, geometry: null, identifier: false },
    ...options,
  }));
  const rows = Number(counted?.n);
  return createTable(test.ctx, {
    resourceId: RESOURCE,
    manifest: { parts: [{ kind: 'base', key: file.key, rows }], columns, rows },
  });
}

const SCHOOL_ROWS = `SELECT * FROM (VALUES
  (1::BIGINT, 'Ґімназія "Сокіл"', 'Центр', 10.50::DECIMAL(12,2), DATE '2020-01-31', TIMESTAMP '2020-01-31 23:30:00', true),
  (2, 'Школа, м. Кам’янець', 'Схід', 9007199254740993.25, DATE '2021-02-01', TIMESTAMP '2021-02-01 00:00:00', false),
  (3, 'Гімназія № 3', 'центр', NULL, NULL, NULL, NULL),
  (4, 'Їжачок', 'Схід', 10.50, DATE '2019-12-31', TIMESTAMP '2020-02-01 10:00:00', true),
  (5, 'Дзвіночок' || chr(10) || 'філія', NULL, -1, DATE '2022-05-05', TIMESTAMP '2022-05-05 05:05:05', true)
) t(c0, c1, c2, c3, c4, c5, c6)`;

async function rowsOf(id: string, query: string) {
  const { manifest } = await openTable(test.ctx, id);
  return queryRows(test.ctx, id, parseRowQuery(manifest.columns, new URLSearchParams(query)));
}

const numbers = async (id: string, query: string) => (await rowsOf(id, query)).rows.map((row) => row.number);

async function text(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

describe('row queries', () => {
  let id: string;
  beforeAll(async () => {
    id = await table(SCHOOL_ROWS, SCHOOLS);
  });

  it('give typed values in source order with the exact total', async () => {
    const page = await rowsOf(id, 'page_size=2');
    expect(page.total).toBe(5);
    expect(page.columns[3]).toEqual({ name: 'amount', title: 'Сума', type: 'decimal' });
    expect(page.rows).toEqual([
      {
        number: 1,
        title: 'Ґімназія "Сокіл"',
        district: 'Центр',
        amount: 10.5,
        openedOn: '2020-01-31',
        changedAt: '2020-01-31T23:30:00',
        active: true,
      },
      {
        number: 2,
        title: 'Школа, м. Кам’янець',
        district: 'Схід',
        amount: '9007199254740993.25',
        openedOn: '2021-02-01',
        changedAt: '2021-02-01T00:00:00',
        active: false,
      },
    ]);
    expect(await numbers(id, 'page_size=2&page=3')).toEqual([5]);
    expect((await rowsOf(id, 'page=9')).rows).toEqual([]);
  });

  it.each([
    ['district__exact=Схід', [2, 4]],
    ['district__ne=Схід', [1, 3, 5]],
    ['amount__gte=10,5', [1, 2, 4]],
    ['amount__gt=10.5', [2]],
    ['amount__lt=0', [5]],
    ['amount__in=10.5,-1', [1, 4, 5]],
    ['amount__exact=9007199254740993.25', [2]],
    ['openedOn__gte=2020-01-31&openedOn__lte=01.02.2021', [1, 2]],
    ['openedOn__startswith=2019-', [4]],
    ['changedAt__lte=2020-01-31', [1]],
    ['changedAt=2020-02-01', [4]],
    ['changedAt__gt=2021-02-01', [5]],
    ['changedAt__gt=2020-02-01T09:00', [2, 4, 5]],
    ['changedAt__in=2020-02-01,2022-05-05T05:05:05', [4, 5]],
    ['title__contains=ГІМНАЗІЯ', [3]],
    ['title__contains=ґІМНАЗІЯ', [1]],
    ["title__contains=кам'янець", [2]],
    ['title__startswith=їж', [4]],
    ['title__contains=%25', []],
    ['active=ні', [2]],
    ['district__isnull=true', [5]],
    ['district__isnull=false&active__isnull=true', [3]],
    ['q=центр 3', [1, 3]],
    ['q=2022-05-05', [5]],
    ['sort=title', [3, 1, 5, 4, 2]],
    ['sort=-title', [2, 4, 5, 1, 3]],
    ['sort=amount', [5, 1, 4, 2, 3]],
    ['sort=-amount', [2, 1, 4, 5, 3]],
    ['sort=district,-number', [4, 2, 3, 1, 5]],
    ["district=x' OR 1=1 --", []],
  ])('%s', async (query, expected) => {
    expect(await numbers(id, query)).toEqual(expected);
    expect((await rowsOf(id, query)).total).toBe(expected.length);
  });

  it('show the asked columns in the asked order', async () => {
    expect((await rowsOf(id, 'columns=title,number&number=4')).rows.map((row) => Object.entries(row))).toEqual([
      [
        ['title', 'Їжачок'],
        ['number', 4],
      ],
    ]);
  });

  it('keep a stable order of ties over deep pages', async () => {
    const big = await table('SELECT i AS c0, i % 3 AS c1 FROM range(20000) r(i)', [
      ['number', 'Номер', 'integer'],
      ['third', 'Третина', 'integer'],
    ]);
    const seen = [
      ...(await numbers(big, 'sort=third&page=6&page_size=1000')),
      ...(await numbers(big, 'sort=third&page=7&page_size=1000')),
    ];
    expect(seen.slice(0, 3)).toEqual([15000, 15003, 15006]);
    expect(new Set(seen).size).toBe(2000);
    expect(await numbers(big, 'page=150&page_size=100').then((rows) => rows[0])).toBe(14900);
  });

  it('never open a restricted column', async () => {
    const secret = await table("SELECT 1::BIGINT AS c0, '0671112233' AS c1", [
      ['number', 'Номер', 'integer'],
      ['phone', 'Телефон', 'text', { sensitivity: 'restricted' }],
    ]);
    expect((await rowsOf(secret, '')).rows).toEqual([{ number: 1 }]);
    expect((await rowsOf(secret, 'q=067')).total).toBe(0);
    await expect(rowsOf(secret, 'phone__startswith=06')).rejects.toMatchObject({ code: 'bad-row-query' });
    const download = await openDownload(test.ctx, secret, 'csv');
    expect(await text(download.stream)).toBe('number\r\n1\r\n');
    expect(JSON.parse(await text((await openDownload(test.ctx, secret, 'json')).stream))).toEqual([{ number: 1 }]);
  });

  it('say that a table does not exist', async () => {
    await expect(openTable(test.ctx, 'nonsense')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(openTable(test.ctx, RESOURCE)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('downloads', () => {
  it('are streamed first, ordered once, then stored with the same bytes and parts of them', async () => {
    await test.runJobs();
    const id = await table(SCHOOL_ROWS, SCHOOLS);
    const first = await openDownload(test.ctx, id, 'csv');
    expect([first.stored, first.size, first.etag]).toEqual([false, null, null]);
    const streamed = await text(first.stream);
    expect(streamed).toBe(
      [
        'number,title,district,amount,openedOn,changedAt,active',
        '1,"Ґімназія ""Сокіл""",Центр,10.50,2020-01-31,2020-01-31T23:30:00,true',
        '2,"Школа, м. Кам’янець",Схід,9007199254740993.25,2021-02-01,2021-02-01T00:00:00,false',
        '3,Гімназія № 3,центр,,,,',
        '4,Їжачок,Схід,10.50,2019-12-31,2020-02-01T10:00:00,true',
        '5,"Дзвіночок\nфілія",,-1,2022-05-05,2022-05-05T05:05:05,true',
        '',
      ].join('\r\n'),
    );
    await openDownload(test.ctx, id, 'csv');
    expect(await test.runJobs()).toBe(1);
    const stored = await openDownload(test.ctx, id, 'csv');
    expect(stored.stored).toBe(true);
    expect(stored.size).toBe(Buffer.byteLength(streamed));
    expect(await text(stored.stream)).toBe(streamed);
    expect(await text((await openDownload(test.ctx, id, 'csv', { start: 0, end: 5 })).stream)).toBe('number');
  });

  it('write JSON whose numbers are numbers', async () => {
    const id = await table(SCHOOL_ROWS, SCHOOLS);
    const rows = JSON.parse(await text((await openDownload(test.ctx, id, 'json')).stream)) as unknown[];
    expect(rows).toHaveLength(5);
    expect(rows[4]).toEqual({
      number: 5,
      title: 'Дзвіночок\nфілія',
      district: null,
      amount: -1,
      openedOn: '2022-05-05',
      changedAt: '2022-05-05T05:05:05',
      active: true,
    });
  });

  it('hold for empty tables and single columns', async () => {
    const empty = await table('SELECT NULL::VARCHAR AS c0 WHERE false', [['a', 'А', 'text']]);
    expect(await text((await openDownload(test.ctx, empty, 'csv')).stream)).toBe('a\r\n');
    expect(JSON.parse(await text((await openDownload(test.ctx, empty, 'json')).stream))).toEqual([]);
    const blank = await table('SELECT NULL::VARCHAR AS c0', [['a', 'А', 'text']]);
    expect(await text((await openDownload(test.ctx, blank, 'csv')).stream)).toBe('a\r\n""\r\n');
  });

  it('of a withdrawn table are gone from the public files', async () => {
    const id = await table(SCHOOL_ROWS, SCHOOLS);
    const file = await buildDownload(test.ctx, id, 'csv');
    const key = (await openTable(test.ctx, id)).manifest.parts[0]?.key ?? '';
    for (let again = 0; again < 2; again++) await withdrawTable(test.ctx, id, 'Розпорядження № 1');
    expect(await findStoredDownload(test.ctx, id, 'csv')).toBeNull();
    await expect(test.ctx.objects.read(file?.key ?? '')).rejects.toMatchObject({ kind: 'gone' });
    await expect(test.ctx.objects.read(key)).rejects.toMatchObject({ kind: 'gone' });
    const part = (await openTable(test.ctx, id)).manifest.parts[0];
    expect(part?.key).toMatch(/^restricted\//);
    expect(await buildDownload(test.ctx, id, 'csv')).toBeNull();
  });
});
