import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUnit, setUp } from '../../src/capabilities/accounts/index.ts';
import { transaction } from '../../src/platform/context.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

let system: RunningSystem;

beforeAll(async () => {
  system = await startSystem();
  await insideSystem(system.data, async (ctx) => {
    const { root } = await setUp(ctx, {
      community: { name: 'Вербівська територіальна громада', edrpou: '99000011', katottg: 'UA05999990010099999' },
      administrator: { name: 'Ганна Мальва', email: 'hanna@verbivka.example', password: 'верба над тихою водою' },
    });
    await createUnit(ctx, { name: 'Відділ транспорту', parentId: root.id });
  });
});
afterAll(() => system.stop());

test('the history is printed for other systems in the order of its chain, and the rest by what is known', () => {
  const whole = system.command(['history', 'export']);
  expect(whole.code, whole.errors).toBe(0);
  const entries = whole.output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.at(-1)).toMatchObject({ deed: 'unit.created', subject: 'Відділ транспорту', erased: false });
  const rest = system.command(['history', 'export', '--after', String(entries.length - 1)]);
  expect(rest.output.trimEnd().split('\n')).toHaveLength(1);
  expect(system.command(['history', 'export', '--format', 'csv']).output).toContain('position,at,actorKind');
  expect(system.command(['history', 'export', '--from', 'today']).code).toBe(2);
});

test('doctor finds it whole, notes its head, and names the place of any damage', async () => {
  const well = system.command(['doctor']);
  expect(well.output).toContain('✓ історія / history');
  const head = /(\d+):([0-9a-f]{64})/.exec(well.output);
  const noted = JSON.parse(await readFile(join(system.data, 'history-head.json'), 'utf8')) as object;
  expect(noted).toEqual({ position: Number(head?.[1]), chain: head?.[2] });
  const wrong = system.command(['doctor', '--history-head', `1:${'0'.repeat(64)}`]);
  expect(wrong.output).toContain('✗ історія / history');
  expect(wrong.output).toContain('the head noted earlier is not here');
  await insideSystem(system.data, (ctx) =>
    transaction(ctx, async ({ db }) => {
      await sql`set local session_replication_role = replica`.execute(db);
      await sql`update history_entry set subject_name = 'Відділ доріг' where subject_name = 'Відділ транспорту'`.execute(
        db,
      );
    }),
  );
  const ill = system.command(['doctor']);
  expect(ill.code).toBe(1);
  expect(ill.output).toMatch(/position \d+: the entry was changed \(unit\.created, /);
});
