import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive, livePostmaster } from '../../src/platform/database/postmaster-file.ts';
import { killHard, startSystem, until } from '../support/start-system.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'vidkryto-orphans-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

test('after kill −9 of the supervisor its children end, and the next start takes PostgreSQL over', async () => {
  const first = await startSystem({ data });
  const before = first.processes();
  const postgres = before.postgres?.[0] ?? 0;
  killHard(first.pid);
  const children = [...(before.web ?? []), ...(before.worker ?? []), ...(before.query ?? [])];
  expect(children.length).toBeGreaterThanOrEqual(2);
  await until('the children are gone', () => children.every((pid) => !isAlive(pid)));
  expect((await livePostmaster(join(data, 'postgres')))?.pid).toBeGreaterThan(0);

  const second = await startSystem({ data });
  expect(second.output()).toMatch(/taken over/);
  expect(isAlive(postgres)).toBe(true);
  await second.stop();
  await until('nothing is left running', async () => (await livePostmaster(join(data, 'postgres'))) === null);
});
