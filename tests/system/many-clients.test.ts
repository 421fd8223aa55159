import { createWriteStream, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listUnits, setUp } from '../../src/capabilities/accounts/index.ts';
import { changePassport, createDataset } from '../../src/capabilities/catalog/index.ts';
import { loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import { stateFile } from '../../src/capabilities/privacy/index.ts';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem, until } from '../support/start-system.ts';

const MB = 1024 * 1024;
let system: RunningSystem;
beforeAll(async () => {
  // fewer descriptors than clients: they must not be what ends first
  system = await startSystem({ ulimit: '-n 1024' });
  await insideSystem(system.data, (ctx) =>
    setUp(ctx, {
      community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
      administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
    }),
  );
});
afterAll(() => system?.stop());

const web = () => system.processes().web?.[0] ?? 0;
const descriptors = () => readdirSync(`/proc/${web()}/fd`).length;
const memory = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${web()}/status`, 'utf8'))?.[1]) * 1024;

/** Opens a connection and says nothing; resolves when it is open or turned away. */
function openIdle(): Promise<Socket> {
  const socket = connect(system.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(socket));
  });
}

const isFine = async () => {
  const answer = await fetch(`${system.url}/about`, { headers: { connection: 'close' } }).catch(() => null);
  return answer?.status === 200;
};

test('two thousand idle connections on a thousand descriptors: the portal answers and loses none', async () => {
  expect(await isFine()).toBe(true);
  const [pid, before] = [web(), descriptors()];
  const idle = await Promise.all(Array.from({ length: 700 }, openIdle));
  expect(await isFine()).toBe(true); // with all those open
  idle.push(...(await Promise.all(Array.from({ length: 1300 }, openIdle))));
  expect(descriptors()).toBeLessThan(1024);
  // who never says a word is cut, and there is room again
  await until('the portal answers', isFine, 45_000);
  for (const socket of idle) socket.destroy();
  await until('the descriptors are back', () => descriptors() <= before + 20);
  expect(web()).toBe(pid);
  expect(system.output()).not.toMatch(/EMFILE/);
}, 90_000);

/** Publishes a document of 100 MB; gives the id of its resource. */
async function publishLarge(): Promise<string> {
  return insideSystem(system.data, async (ctx) => {
    const unitId = (await listUnits(ctx))[0]?.id ?? '';
    const resource = { kind: 'document' as const, title: 'Звіт' };
    const dataset = await createDataset(ctx, { unitId, title: 'Великий звіт', resource });
    await changePassport(ctx, dataset.id, {
      ...dataset.passport,
      description: 'Звіт громади за рік.',
      purpose: 'Для обліку.',
      frequency: 'once a year',
      themes: ['molod-i-sport'],
      keywords: ['звіт', 'рік'],
      responsibleName: 'Олена Вигадана',
      responsibleEmail: 'zvit@example.org',
    });
    const path = join(await ctx.objects.workFolder(), 'zvit.txt');
    const out = createWriteStream(path);
    for (let n = 0; n < 100; n += 1) out.write('Рядок звіту\n'.repeat(MB / 22));
    out.end();
    await finished(out);
    const resourceId = dataset.resources[0]?.id ?? '';
    const size = out.bytesWritten;
    const given = { datasetId: dataset.id, resourceId, unitId, fileName: 'zvit.txt', kind: 'document' as const, size };
    const { id } = await startReading(ctx, given);
    await receiveFile(ctx, id, path);
    await until('it is looked at', async () => (await loadReading(ctx, id)).state === 'ready', 60_000);
    const { originalSha256 } = await loadReading(ctx, id);
    await stateFile(ctx, resourceId, { says: 'none', sha256: originalSha256 ?? '' });
    await publishDataset(ctx, dataset.id);
    return resourceId;
  });
}

test('readers who ask for a large file and stand still cost no memory to speak of', async () => {
  const path = `/file/${await publishLarge()}`;
  const whole = await fetch(`${system.url}${path}`, { headers: { connection: 'close' } });
  expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(90 * MB);
  const before = memory();
  const readers = await Promise.all(Array.from({ length: 20 }, openIdle));
  for (const reader of readers) {
    reader.pause();
    reader.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  }
  await until('the portal answers meanwhile', isFine);
  await sleep(1_000); // time enough to send 2 GB on this machine, if somebody did
  expect(memory() - before).toBeLessThan(120 * MB);
  expect(await isFine()).toBe(true);
  for (const reader of readers) reader.destroy();
  await until('their files are closed', () => openObjects() === 0);
}, 90_000);

/** How many objects the web process has open. */
function openObjects(): number {
  const folder = `/proc/${web()}/fd`;
  return readdirSync(folder).filter((fd) => {
    try {
      return readlinkSync(join(folder, fd)).includes('/objects/public/');
    } catch {
      return false;
    }
  }).length;
}
