import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import { loadReading } from '../../src/capabilities/ingest/index.ts';
import { deflatedTimes, SHEET_END, SHEET_HEAD, workbookMembers, zipOf } from '../support/bad-files.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem, until } from '../support/start-system.ts';

const PASSWORD = 'Верба-над-ставком-27';
const MB = 1024 * 1024;
/** No process of the system can make a file larger than this, kilobytes: what a full disk says, without filling one. */
const LARGEST = 48 * 1024;

let system: RunningSystem;
let cookie: string;
let unitId: string;

beforeAll(async () => {
  system = await startSystem({ ulimit: `-f ${LARGEST}` });
  unitId = await insideSystem(system.data, async (ctx) => {
    const { root } = await setUp(ctx, {
      community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
      administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: PASSWORD },
    });
    return root.id;
  });
  const opened = await fetch(`${system.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: system.url },
    body: new URLSearchParams({ email: 'a@example.org', password: PASSWORD }),
  });
  cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => system?.stop());

async function send(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = new FormData();
  body.set('kind', 'table');
  body.set('unitId', unitId);
  body.set('file', new File([bytes], name));
  const headers = { cookie, origin: system.url };
  return fetch(`${system.url}/cabinet/new`, { method: 'POST', redirect: 'manual', headers, body });
}

/** Waits for the end of a reading; gives it. */
async function settled(answer: Response) {
  const id = answer.headers.get('location')?.match(/readings\/([0-9a-f-]{36})/)?.[1] ?? '';
  return insideSystem(system.data, async (ctx) => {
    const ends = ['ready', 'checked', 'refused', 'failed'];
    await until(
      'the reading has ended',
      async () => {
        // a failed job waits before it is tried again: here it need not
        await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(ctx.db);
        return ends.includes((await loadReading(ctx, id)).state);
      },
      60_000,
    );
    return loadReading(ctx, id);
  });
}

const small = () => new TextEncoder().encode('Код;Назва\n1;Ліцей\n2;Гімназія\n');

test('a file that does not fit the disk is told in words, and the portal goes on', async () => {
  const answer = await send('велика.csv', new Uint8Array(64 * MB).fill(0x61));
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/На сервері скінчилося місце.*Повідомте адміністратора/s);
  await system.healthy();
  expect((await settled(await send('мала.csv', small()))).state).toBe('ready');
});

test('an upload in parts that does not fit is told the same', async () => {
  const headers = { cookie, origin: system.url };
  const size = 64 * MB;
  const start = await fetch(`${system.url}/cabinet/new/start`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: 'велика.csv', size, kind: 'table', unitId }),
  });
  const { readingId } = (await start.json()) as { readingId: string };
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  await fetch(`${system.url}/cabinet/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(size),
      'upload-metadata': `readingId ${Buffer.from(readingId).toString('base64')}`,
    },
  });
  const sent = await fetch(`${system.url}/cabinet/uploads/${readingId}`, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(size).fill(0x61),
  });
  expect(sent.status).toBe(503);
  expect(await sent.json()).toMatchObject({ error: { code: 'disk-full', message: { uk: /скінчилося місце/ } } });
  await system.healthy();
});

test('a table that outgrows the disk while it is read is told on its page; the worker lives on', async () => {
  const row = `<row><c t="inlineStr"><is><t>${'довга назва закладу '.repeat(20)}</t></is></c></row>`;
  const packed = deflatedTimes(SHEET_HEAD, row.repeat(1_000), 200);
  const end = deflatedTimes('', SHEET_END, 1);
  const told = Buffer.byteLength(SHEET_HEAD) + Buffer.byteLength(row) * 200_000 + Buffer.byteLength(SHEET_END);
  // the last block of the first part is its end: the sheet's end goes before it
  const sheet = Buffer.concat([packed.subarray(0, -2), end]);
  const reading = await settled(
    await send(
      'росте.xlsx',
      Uint8Array.from(zipOf(workbookMembers({ name: 'xl/worksheets/sheet1.xml', packed: sheet, told }))),
    ),
  );
  expect(reading).toMatchObject({
    state: 'failed',
    refusal: { code: 'disk-full', message: { uk: /скінчилося місце/ } },
  });
  const page = await fetch(`${system.url}/cabinet/readings/${reading.id}`, { headers: { cookie } });
  expect(await page.text()).toMatch(/скінчилося місце/);
  expect((await settled(await send('після.csv', small()))).state).toBe('ready');
}, 120_000);
