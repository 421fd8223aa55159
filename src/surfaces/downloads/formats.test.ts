import { readFile } from 'node:fs/promises';
import { read as readSheets, utils } from '@e965/xlsx';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { findCard, loadDataset } from '../../capabilities/catalog/index.ts';
import { publishDataset, suspendDataset, withdrawDataset } from '../../capabilities/publishing/index.ts';
import { changeDownloadSettings, DOWNLOAD_FORMATS, downloadPath, openTable } from '../../capabilities/tables/index.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { downloadRoutes } from './index.ts';

const FILE = `Номер;Район;Сума;Дата;Широта;Довгота;Телефон;Примітка
1;Центр;10,5;2024-01-31;49.351;23.511;0671112233;=1+1
2;Поділ;20;2024-02-29;49.352;23.512;0672223344;друга
3;Центр;5,25;2023-12-31;49.353;23.513;0673334455;третя
`;
const TITLE = 'Щедрівки, «згорани» & об’їзди';

let test: TestContext;
let app: Hono<SurfaceEnv>;
let datasetId: string;
let tableIds: string[] = [];

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile: null, path: pathname, query: searchParams };
    c.set('visit', { ...visit, ctx: test.as(VISITOR), origin: 'http://localhost', requestId: 'test' });
    await next();
  });
  app.route('/', downloadRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code, message: error.text }, HTTP_STATUS[error.kind]);
  });
  const unitId = await setUpCommunity(test);
  const file = { name: 'ремонти.csv', text: FILE, restricted: ['Телефон'], identifier: ['Номер'] };
  const dataset = await draftDataset(test, unitId, TITLE, file);
  datasetId = dataset.id;
  const first = await publishDataset(test.ctx, datasetId);
  await changeDownloadSettings(test.ctx, { decimalSign: 'comma', parquet: true });
  await giveFile(test, await loadDataset(test.ctx, datasetId), {
    ...file,
    text: `${FILE}4;Поділ;1,5;2024-03-01;;;;\n`,
  });
  const second = await publishDataset(test.ctx, datasetId);
  tableIds = [first, second].map(({ resources }) => resources[0]?.tableId ?? '');
});
afterAll(() => test.close());

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const latest = () => tableIds[1] ?? '';

/** The name of `filename*`, as a browser reads it (RFC 8187), and the plain one. */
function namesOf(response: Response): { real: string; plain: string } {
  const header = response.headers.get('content-disposition') ?? '';
  const real = decodeURIComponent(/filename\*=UTF-8''([\w%.~!#$&+^`|-]+)$/.exec(header)?.[1] ?? '');
  return { real, plain: /filename="([\x20-\x7e]+)";/.exec(header)?.[1] ?? '' };
}

describe('a table in every format', () => {
  it('is streamed at the first request and the same bytes when stored, with the type and name of the format', async () => {
    const streamed = new Map<string, Buffer>();
    for (const format of DOWNLOAD_FORMATS) {
      const response = await get(downloadPath(latest(), format));
      expect([format, response.status, response.headers.get('accept-ranges')]).toEqual([format, 200, 'none']);
      streamed.set(format, Buffer.from(await response.arrayBuffer()));
    }
    await test.runJobs();
    for (const format of DOWNLOAD_FORMATS) {
      const response = await get(downloadPath(latest(), format));
      expect(response.headers.get('accept-ranges')).toBe('bytes');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(streamed.get(format) ?? Buffer.alloc(0))).toBe(true);
      expect(response.headers.get('content-length')).toBe(String(bytes.length));
      const { real, plain } = namesOf(response);
      const ending = format === 'csv-excel' ? ' (для Excel).csv' : format === 'shp' ? '.shp.zip' : `.${format}`;
      expect(real).toBe(`Щедрівки, «згорани» & об’їзди${ending}`);
      expect(plain).toMatch(/^shchedrivky-zghorany-obizdy(-dlia-excel|-shp)?\.[a-z]+$/);
      expect(bytes.includes('0671112233')).toBe(false);
    }
  });

  it('keeps Last-Modified and answers by it where no tag is given', async () => {
    const path = downloadPath(latest(), 'xml');
    const modified = (await get(path)).headers.get('last-modified') ?? '';
    expect(Number.isNaN(Date.parse(modified))).toBe(false);
    expect((await get(path, { 'if-modified-since': modified })).status).toBe(304);
    expect((await get(path, { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).status).toBe(200);
    expect((await get(path, { 'if-modified-since': modified, 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(path, { range: 'bytes=0-4', 'if-range': modified })).status).toBe(206);
    const head = await app.request(path, { method: 'HEAD' });
    expect([head.status, await head.text(), Number(head.headers.get('content-length')) > 0]).toEqual([200, '', true]);
  });

  it('of an earlier version has its number in the name, and the decimal sign it was made with', async () => {
    const old = await get(downloadPath(tableIds[0] ?? '', 'csv'));
    expect(namesOf(old).real).toBe('Щедрівки, «згорани» & об’їзди (версія 1).csv');
    expect((await old.text()).split('\r\n')[1]).toBe('1,Центр,10.5,2024-01-31,49.351,23.511,=1+1');
    const now = await (await get(downloadPath(latest(), 'csv'))).text();
    expect(now.split('\r\n').slice(1, 3)).toEqual([
      '1,Центр,"10,5",2024-01-31,49.351,23.511,=1+1',
      '2,Поділ,20,2024-02-29,49.352,23.512,друга',
    ]);
    const card = await findCard(test.ctx, datasetId);
    expect(card?.resources[0]).toMatchObject({
      decimalSign: 'comma',
      formats: ['CSV', 'JSON', 'XML', 'XLSX', 'ODS', 'GEOJSON', 'SHP'],
    });
  });

  it('is not given as Parquet where the city does not want it', async () => {
    await changeDownloadSettings(test.ctx, { decimalSign: 'comma', parquet: false });
    expect((await get(downloadPath(latest(), 'parquet'))).status).toBe(404);
    await changeDownloadSettings(test.ctx, { decimalSign: 'comma', parquet: true });
    expect((await get(downloadPath(latest(), 'parquet'))).status).toBe(200);
  });
});

describe('a view', () => {
  it('has its rows, order and columns in every format', async () => {
    const { columns } = await openTable(test.ctx, latest());
    const [district = '', sum = '', number = ''] = ['Район', 'Сума', 'Номер'].map(
      (title) => columns.find((column) => column.title === title)?.name,
    );
    const query = `${district}__exact=Центр&sort=-${sum}&columns=${number},${sum}`;
    const bytesOf = async (format: (typeof DOWNLOAD_FORMATS)[number]) => {
      const response = await get(downloadPath(latest(), format, query));
      expect([format, response.status, response.headers.get('accept-ranges')]).toEqual([format, 200, 'none']);
      expect(namesOf(response).real).toContain('(вибірка');
      return Buffer.from(await response.arrayBuffer());
    };
    expect((await bytesOf('csv')).toString()).toBe(`${number},${sum}\r\n1,"10,5"\r\n3,"5,25"\r\n`);
    expect((await bytesOf('csv-excel')).toString()).toBe('\ufeffНомер;Сума\r\n1;10,5\r\n3;5,25\r\n');
    expect(JSON.parse((await bytesOf('json')).toString())).toEqual([
      { [number]: 1, [sum]: 10.5 },
      { [number]: 3, [sum]: 5.25 },
    ]);
    for (const format of ['xlsx', 'ods'] as const) {
      const sheet = readSheets(await bytesOf(format)).Sheets.Дані;
      expect(utils.sheet_to_json(sheet ?? {}, { header: 1 })).toEqual([
        ['Номер', 'Сума'],
        [1, 10.5],
        [3, 5.25],
      ]);
    }
    expect((await bytesOf('xml')).toString().match(/<row>.*<\/row>/g)).toHaveLength(2);
    const { features } = JSON.parse((await bytesOf('geojson')).toString()) as { features: unknown[] };
    expect(features[0]).toMatchObject({ id: 1, geometry: { coordinates: [23.511, 49.351] } });
    expect((await bytesOf('parquet')).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('is not asked for by what networks add to a link', async () => {
    const whole = await get(`/download/${latest()}.csv`);
    const added = await get(`/download/${latest()}.csv?fbclid=1&utm_source=a`);
    expect([added.status, await added.text()]).toEqual([200, await whole.text()]);
  });

  it('cannot ask for a restricted column, nor for what does not exist', async () => {
    for (const query of ['telefon=0671112233', 'columns=telefon', 'nothing=1']) {
      expect([query, (await get(`/download/${latest()}.csv?${query}`)).status]).toEqual([query, 400]);
    }
  });
});

it('the offer leaves out what a table has not: GeoJSON without coordinates', async () => {
  const unitId = (await loadDataset(test.ctx, datasetId)).unitId;
  const dataset = await draftDataset(test, unitId, 'Без місць', { name: 'a.csv', text: 'Код;Назва\n1;а\n2;б\n' });
  const version = await publishDataset(test.ctx, dataset.id);
  const tableId = version.resources[0]?.tableId ?? '';
  const response = await get(downloadPath(tableId, 'geojson'));
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'no-places']);
});

it('closes with the dataset in every format, views too, old versions too', async () => {
  const statuses = async () => {
    const asked = tableIds.flatMap((id) =>
      DOWNLOAD_FORMATS.flatMap((format) => [downloadPath(id, format), downloadPath(id, format, 'q=Центр')]),
    );
    return new Set(await Promise.all(asked.map(async (path) => (await get(path)).status)));
  };
  const order = 'Розпорядження № 7';
  await suspendDataset(test.ctx, datasetId, { reason: 'Перевірка.', order, reviewOn: '2099-01-01' });
  expect([...(await statuses())]).toEqual([403]);
  await withdrawDataset(test.ctx, datasetId, { reason: 'Помилка.', order });
  await test.runJobs();
  expect([...(await statuses())]).toEqual([410]);
  for await (const { key } of test.ctx.objects.list()) {
    if (!key.startsWith('public/')) continue;
    const text = (await readFile(await test.ctx.objects.localPath(key))).toString('latin1');
    expect(text.includes(Buffer.from('третя').toString('latin1'))).toBe(false);
  }
});
