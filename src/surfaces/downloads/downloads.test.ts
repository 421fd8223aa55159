import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { publishDataset, suspendDataset, withdrawDataset } from '../../capabilities/publishing/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { rangeOf } from './byte-range.ts';
import { attachment, fileNameOf } from './content.ts';
import { downloadRoutes } from './index.ts';
import { bodyOf } from './send-file.ts';

const FILE = `Номер;Назва;Телефон
1;Ґімназія;0671112233
2;Ліцей;0672223344
`;
const CSV = 'nomer,nazva\r\n1,Ґімназія\r\n2,Ліцей\r\n';

let test: TestContext;
let app: Hono<SurfaceEnv>;
let actor: Actor = { kind: 'visitor' };

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile: null, path: pathname, query: searchParams };
    c.set('visit', { ...visit, ctx: test.as(actor), origin: 'http://localhost', requestId: 'test' });
    await next();
  });
  app.route('/', downloadRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code, message: error.text }, HTTP_STATUS[error.kind]);
  });
});
afterAll(() => test.close());

describe('files to take away', () => {
  let datasetId: string;
  let resourceId: string;
  let tableId: string;
  beforeAll(async () => {
    const unitId = await setUpCommunity(test);
    const file = { name: 'Заклади міста.csv', text: FILE, restricted: ['Телефон'] };
    const dataset = await draftDataset(test, unitId, 'Заклади', file);
    const version = await publishDataset(test.ctx, dataset.id);
    datasetId = dataset.id;
    resourceId = dataset.resources[0]?.id ?? '';
    tableId = version.resources[0]?.tableId ?? '';
  });

  it('are streamed at the first request', async () => {
    const response = await app.request(`/download/${tableId}.csv`, { headers: { range: 'bytes=0-3' } });
    expect([response.status, response.headers.get('accept-ranges'), response.headers.get('etag')]).toEqual([
      200,
      'none',
      null,
    ]);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe(CSV);
    expect((await app.request(`/download/${tableId}.csv`, { method: 'HEAD' })).status).toBe(200);
  });

  it('are streamed to so many at once, the rest is told to come back', async () => {
    const ask = () => app.request(`/download/${tableId}.json`);
    const open = [];
    for (let at = 0; at < 8; at += 1) {
      const reader = (await ask()).body?.getReader();
      await reader?.read();
      open.push(reader);
    }
    const refused = await ask();
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'download-busy' }]);
    for (const reader of open) await reader?.cancel();
    expect((await ask()).status).toBe(200);
  });

  it('are counted from the first wish for bytes: those who come while files are being opened find no room', async () => {
    const ask = () => app.request(`/download/${tableId}.json`);
    const opening = [];
    for (let at = 0; at < 8; at += 1) {
      const reader = (await ask()).body?.getReader();
      opening.push({ reader, bytes: reader?.read() });
    }
    expect((await ask()).status).toBe(503);
    for (const { reader, bytes } of opening) {
      await bytes;
      await reader?.cancel();
    }
    const after = await ask();
    expect(after.status).toBe(200);
    await after.body?.cancel();
  });

  it('are stored then: strong ETag, ranges, Cyrillic name', async () => {
    await test.runJobs();
    const whole = await app.request(`/download/${tableId}.csv`);
    expect(await whole.text()).toBe(CSV);
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('content-length')).toBe(String(Buffer.byteLength(CSV)));
    expect(whole.headers.get('content-disposition')).toContain(
      `filename="zaklady.csv"; filename*=UTF-8''${encodeURIComponent('Заклади.csv')}`,
    );
    const etag = whole.headers.get('etag') ?? '';
    const part = await app.request(`/download/${tableId}.csv`, { headers: { range: 'bytes=0-4', 'if-range': etag } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'nomer',
      `bytes 0-4/${Buffer.byteLength(CSV)}`,
    ]);
    expect(
      (await app.request(`/download/${tableId}.csv`, { headers: { range: 'bytes=0-4', 'if-range': '"other"' } }))
        .status,
    ).toBe(200);
    expect((await app.request(`/download/${tableId}.csv`, { headers: { range: 'bytes=999-' } })).status).toBe(416);
    expect((await app.request(`/download/${tableId}.csv`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await (await app.request(`/download/${resourceId}.json`)).json()).toEqual([
      { nomer: 1, nazva: 'Ґімназія' },
      { nomer: 2, nazva: 'Ліцей' },
    ]);
  });

  it('keep the original to the staff unless it was ticked', async () => {
    expect((await app.request(`/file/${resourceId}`)).status).toBe(403);
    actor = { kind: 'system', name: 'staff' };
    const response = await app.request(`/file/${resourceId}?version=1`);
    actor = { kind: 'visitor' };
    // it holds a closed column: read on a page of its own, with a reason
    const location = response.headers.get('location');
    expect([response.status, location]).toEqual([
      303,
      expect.stringMatching(/^\/cabinet\/datasets\/[\w-]+\/originals$/),
    ]);
  });

  it('are closed when the asker goes away while they are being opened', async () => {
    let opened = () => {};
    const opening = new Promise<void>((resolve) => {
      opened = resolve;
    });
    let closed = 0;
    async function* bytes(): AsyncIterable<Uint8Array> {
      try {
        yield new Uint8Array(1);
        yield new Uint8Array(1);
      } finally {
        closed += 1;
      }
    }
    const sender = new Hono<SurfaceEnv>().get('/', (c) => new Response(bodyOf(c, () => opening.then(bytes))));
    const reader = (await sender.request('/')).body?.getReader();
    const first = reader?.read();
    await reader?.cancel();
    opened();
    await first;
    await expect.poll(() => closed).toBe(1);
  });

  it('a long work before the first bytes ends when the asker goes away', async () => {
    const gone = new AbortController();
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    async function* afterLongWork(): AsyncIterable<Uint8Array> {
      await new Promise((_resolve, reject) => {
        gone.signal.addEventListener('abort', () => reject(new Error('stopped')));
        begin();
      });
      yield new Uint8Array(1);
    }
    const work = afterLongWork();
    const sender = new Hono<SurfaceEnv>().get('/', (c) =>
      c.newResponse(
        bodyOf(
          c,
          async () => work,
          () => gone.abort(),
        ),
      ),
    );
    const reader = (await sender.request('/')).body?.getReader();
    const first = reader?.read();
    await begun;
    await reader?.cancel();
    expect([gone.signal.aborted, (await first)?.done]).toEqual([true, true]);
    expect(await work[Symbol.asyncIterator]().next()).toEqual({ value: undefined, done: true });
  });

  it('say 404 for what does not exist', async () => {
    for (const path of [
      `${tableId}.yaml`,
      `${tableId}.geojson`,
      `${tableId}.excel`,
      `${tableId}`,
      'nonsense.csv',
      '01990000-0000-7000-8000-000000000001.csv',
    ]) {
      expect((await app.request(`/download/${path}`)).status).toBe(404);
    }
    expect((await app.request(`/file/${resourceId}?version=7`)).status).toBe(404);
    expect((await app.request(`/file/${resourceId}?version=x`)).status).toBe(404);
  });

  it('close with the dataset', async () => {
    const order = 'Розпорядження № 5';
    await suspendDataset(test.ctx, datasetId, { reason: 'Перевірка.', order, reviewOn: '2099-01-01' });
    expect((await app.request(`/download/${tableId}.csv`)).status).toBe(403);
    await withdrawDataset(test.ctx, datasetId, { reason: 'Помилка.', order });
    expect((await app.request(`/download/${tableId}.csv`)).status).toBe(410);
    expect((await app.request(`/file/${resourceId}`)).status).toBe(410);
  });
});

describe('ranges and names', () => {
  it.each([
    [undefined, { kind: 'whole' }],
    ['bytes=0-0', { kind: 'part', range: { start: 0, end: 0 } }],
    ['bytes=5-', { kind: 'part', range: { start: 5, end: 9 } }],
    ['bytes=-3', { kind: 'part', range: { start: 7, end: 9 } }],
    ['bytes=-30', { kind: 'part', range: { start: 0, end: 9 } }],
    ['bytes=2-99', { kind: 'part', range: { start: 2, end: 9 } }],
    ['bytes=10-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-2', { kind: 'whole' }],
    ['bytes=0-1,3-4', { kind: 'whole' }],
    ['lines=0-1', { kind: 'whole' }],
  ])('%s of ten bytes', (header, wish) => {
    expect(rangeOf(header, 10)).toEqual(wish);
  });

  it('write names for old programs and for new ones', () => {
    expect(attachment("Об'єкти (1).CSV")).toMatch(
      /^attachment; filename="[a-z0-9-]+\.csv"; filename\*=UTF-8''%D0%9E%D0%B1%27%D1%94/,
    );
    expect(attachment('"\r\nSet-Cookie: x')).not.toMatch(/[\r\n]/);
    expect(fileNameOf('а/б:в\n?', '.csv')).toBe('а б в.csv');
    expect(fileNameOf(' / ', '.json')).toBe('dataset.json');
  });
});
