import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken } from '../../capabilities/accounts/index.ts';
import type { Dataset } from '../../capabilities/catalog/index.ts';
import { findPublication, publishDataset } from '../../capabilities/publishing/index.ts';
import { runPush } from '../commands/push.ts';
import { openPortal } from './portal.ts';

const FIRST = 'Код;Назва;Сума\n1;Вода;10\n2;Світло;20\n';

const folder = mkdtempSync(join(tmpdir(), 'push-test-'));
let world: TestContext;
let site: TokenSite;
let secret: string;
let unitId: string;
let working = true;
let work: Promise<void>;
/** The worker stands still while a dataset is made: that does its jobs itself. */
let resting = false;
let atWork = false;

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  const scopes = ['dataset.edit', 'file.upload', 'publish'];
  ({ secret } = await createServiceToken(world.ctx, { name: 'Облік', scopes, unitId, datasetIds: null }));
  site = await openTokenSite(world);
  work = (async () => {
    while (working) {
      atWork = !resting;
      if (atWork) await world.runJobs(); // as a worker would, beside the site
      atWork = false;
      await sleep(50);
    }
  })();
});
afterAll(async () => {
  working = false;
  await work;
  site.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.restoreAllMocks());

function put(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function push(args: readonly string[], environment: Record<string, string> = {}) {
  let said = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  }
  const code = await runPush(args, { VIDKRYTO_TOKEN: secret, ...environment });
  vi.restoreAllMocks();
  expect(said).not.toContain(secret);
  return { code, said };
}

async function published(title: string): Promise<{ dataset: Dataset; to: string[] }> {
  resting = true;
  while (atWork) await sleep(10);
  const dataset = await draftDataset(world, unitId, title, { name: 'borg.csv', text: FIRST, identifier: ['Код'] });
  await publishDataset(world.ctx, dataset.id);
  resting = false;
  return { dataset, to: ['--to', site.url, '--dataset', dataset.id] };
}

const versionOf = async ({ id }: Dataset) => (await findPublication(world.ctx, id))?.versionNumber;

describe('vidkryto push FILE', () => {
  it('publishes the next version and says what was read; the same file again changes nothing', async () => {
    const { dataset, to } = await published('Борги');
    const file = put('borg.csv', FIRST.replace('20', '25'));
    const trial = await push([file, ...to, '--dry-run', '--json']);
    expect([trial.code, JSON.parse(trial.said).result, await versionOf(dataset)]).toEqual([0, 'dry-run', 1]);
    const first = await push([file, ...to]);
    expect(first.said).toMatch(/borg\.csv: .*2 рядків[\s\S]*Опубліковано.*version 2/);
    expect([first.code, await versionOf(dataset)]).toEqual([0, 2]);
    const again = await push([file, ...to, '--json']);
    expect([again.code, JSON.parse(again.said).result, await versionOf(dataset)]).toEqual([0, 'unchanged', 2]);
  });

  it('is kept as a draft where that is asked', async () => {
    const { dataset, to } = await published('Чернетка');
    const { code, said } = await push([put('d.csv', FIRST.replace('20', '26')), ...to, '--draft', '--json']);
    expect([code, JSON.parse(said)]).toMatchObject([0, { result: 'draft', rows: 2, version: null }]);
    expect(await versionOf(dataset)).toBe(1);
  });

  it('waits for a person where nobody has decided about repairs, and mends by itself when told to', async () => {
    const { dataset, to } = await published('Виправлення');
    const file = put('messy.csv', 'Код;Назва;Сума\n1; Вода ;10\n2;Світло;20\n');
    const { code, said } = await push([file, ...to]);
    expect([code, said]).toEqual([
      3,
      expect.stringMatching(/Чекає людини[\s\S]*repairs-undecided[\s\S]*cabinet\/readings/),
    ]);
    expect((await push([file, ...to, '--accept-repairs'])).code).toBe(0);
    expect(await versionOf(dataset)).toBe(2);
  });

  it('a file that is no table is refused with the reason', async () => {
    const { dataset, to } = await published('Не таблиця');
    const { code, said } = await push([put('x.csv', Buffer.from('%PDF-1.7 не таблиця')), ...to]);
    expect([code, said]).toEqual([1, expect.stringMatching(/Не прийнято[\s\S]*PDF/)]);
    expect(await versionOf(dataset)).toBe(1);
  });

  it('a token without the right, and one that is none, are told in the portal’s words', async () => {
    const { to } = await published('Права');
    const scopes = ['file.upload'];
    const weak = await createServiceToken(world.ctx, { name: 'Слабкий', scopes, unitId, datasetIds: null });
    const file = put('w.csv', FIRST.replace('20', '27'));
    const refused = await push([file, ...to], { VIDKRYTO_TOKEN: weak.secret });
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.said).not.toContain(weak.secret);
    expect((await push([file, ...to], { VIDKRYTO_TOKEN: 'vidkryto_no-such-token' })).code).toBe(1);
  });

  it.each([
    ['no file', []],
    ['two files', ['a.csv', 'b.csv']],
    ['no dataset', ['a.csv', '--to', 'https://x.example']],
    ['http to elsewhere: the token would be read on the way', ['a.csv', '--to', 'http://x.example', '--dataset', '1']],
    ['a password in the address', ['a.csv', '--to', 'https://u:p@x.example', '--dataset', '1']],
    ['an unknown word', ['a.csv', '--to', 'https://x.example', '--dataset', '1', '--token', 'x']],
    ['a query without a database', ['--sql', 'q.sql', '--to', 'https://x.example', '--dataset', '1']],
  ])('%s: exit code 2, nothing asked', async (_name, args) => expect((await push(args)).code).toBe(2));

  it('a portal that is being restarted is asked again, with the same key', async () => {
    const keys: unknown[] = [];
    const server = createServer((request, response) => {
      keys.push(request.headers['idempotency-key']);
      request.resume();
      if (keys.length === 1) response.destroy();
      else response.writeHead(200).end('{"ok":true}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const to = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { body } = await openPortal(to, 't', new AbortController().signal).post('/x');
    server.close();
    expect([body, keys.length, keys[0]]).toEqual([{ ok: true }, 2, keys[1]]);
  });
});

describe('a file whose answer got lost', () => {
  it('is not sent a second time: the portal is asked first; a cut one is sent again; a portal that asks to wait is waited for', async () => {
    const { dataset, to } = await published('Обрив');
    const sent: string[] = [];
    const waits: number[] = [];
    let broken = 0;
    // stands between: lets everything through, loses the first answer to a file, then says «busy» once
    const between = createServer((request, response) => {
      const isFile = request.method === 'PUT';
      if (isFile) sent.push(String(request.headers['idempotency-key']));
      if (isFile && sent.length === 1) {
        request.once('data', () => response.destroy()); // cut in the middle
        return;
      }
      if (isFile && sent.length === 2) {
        waits.push(Date.now());
        request.resume();
        response.writeHead(503, { 'retry-after': '3' }).end('{}');
        return;
      }
      if (isFile) waits.push(Date.now());
      const on = httpRequest(
        `${site.url}${request.url}`,
        { method: request.method, headers: request.headers },
        (answer) => {
          if (isFile && broken++ === 0) {
            answer.resume();
            answer.once('end', () => response.destroy()); // the portal has the file, nobody hears it
            return;
          }
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        },
      );
      request.pipe(on);
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
    const { code, said } = await push([
      put('cut.csv', FIRST.replace('20', '31')),
      '--to',
      address,
      ...to.slice(2),
      '--json',
    ]);
    between.closeAllConnections();
    between.close();
    expect([code, JSON.parse(said).result], said).toEqual([0, 'published']);
    expect([sent.length, new Set(sent).size, await versionOf(dataset)]).toEqual([3, 1, 2]);
    expect((waits[1] ?? 0) - (waits[0] ?? 0)).toBeGreaterThanOrEqual(2900);
  });
});

describe('vidkryto push --sql FILE', () => {
  it('publishes the rows of a query to PostgreSQL, and leaves no file of them behind', async () => {
    const { dataset, to } = await published('Запит');
    const sql = `select * from (values (1, 'Вода', 11), (2, 'Світло', 12), (3, 'Газ', 7)) as t("Код", "Назва", "Сума") order by 1;\n`;
    const environment = { VIDKRYTO_SQL_URL: world.databaseUrl };
    const { code, said } = await push(['--sql', put('borg.sql', sql), ...to, '--json'], environment);
    expect([code, JSON.parse(said)], said).toMatchObject([0, { result: 'published', fileName: 'borg.csv', rows: 3 }]);
    expect(await versionOf(dataset)).toBe(2);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('vidkryto-push-'))).toEqual([]);
  });

  it('tells what the database says, never its password', async () => {
    const { to } = await published('Помилка запиту');
    const file = put('bad.sql', 'select * from no_such_table');
    const bad = await push(['--sql', file, ...to], { VIDKRYTO_SQL_URL: world.databaseUrl });
    expect([bad.code, bad.said]).toEqual([5, expect.stringContaining('no_such_table')]);
    const nobody = 'postgres://reader:T0psecret@127.0.0.1:1/city';
    const gone = await push(['--sql', file, ...to], { VIDKRYTO_SQL_URL: nobody });
    expect([gone.code, gone.said]).toEqual([5, expect.not.stringContaining('T0psecret')]);
  });
});
