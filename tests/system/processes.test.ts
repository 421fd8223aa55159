import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

/** The one process of that kind. */
function only(name: string): number {
  const [pid = 0] = system.processes()[name] ?? [];
  return pid;
}

async function comesBack(name: string, killed: number): Promise<void> {
  await until(`${name} is another process`, () => only(name) > 0 && only(name) !== killed);
  await system.healthy();
}

describe('a process killed with −9 comes back by itself', () => {
  for (const name of ['query', 'web', 'worker', 'postgres']) {
    test(name, async () => {
      await until(`there is a ${name}`, () => only(name) > 0);
      const pid = only(name);
      killHard(pid);
      await comesBack(name, pid);
    });
  }
});

test('PostgreSQL that was killed keeps what was committed', async () => {
  expect(system.command(['migrate']).output).toMatch(/Nothing to do/);
});

test('a second system on the same folder refuses to start', () => {
  const second = system.command(['start']);
  expect(second.code).toBe(1);
  expect(second.errors).toMatch(/already runs/);
});
