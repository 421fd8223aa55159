import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { SILENT } from '../logging/pino-log.ts';
import { migrate } from './migrate.ts';

let t: TestContext;
beforeAll(async () => {
  t = await makeTestContext();
});
afterAll(() => t.close());

describe('the database', () => {
  test('is UTF-8 whatever the machine’s locale, lowers Cyrillic and sorts it by name', async () => {
    const { rows } = await sql<{ encoding: string; low: string; sorted: string }>`
      select current_setting('server_encoding') as encoding, lower('ЇЖАК') as low,
        (select string_agg(w, '' order by w collate "uk-x-icu") from unnest(array['я', 'ґ', 'г', 'а']) w) as sorted
    `.execute(t.ctx.db);
    expect(rows[0]).toEqual({ encoding: 'UTF8', low: 'їжак', sorted: 'агґя' });
  });

  test('listens to no network', async () => {
    const { rows } = await sql<{ addresses: string }>`select current_setting('listen_addresses') as addresses`.execute(
      t.ctx.db,
    );
    expect(rows[0]?.addresses).toBe('');
  });

  test('gives counts as numbers and days as text', async () => {
    const { rows } = await sql`select count(*) as n, date '2026-03-01' as day from (values (1), (2)) v`.execute(
      t.ctx.db,
    );
    expect(rows[0]).toEqual({ n: 2, day: '2026-03-01' });
  });
});

describe('migrations', () => {
  const step = (name: string, text: string) => ({
    name,
    up: async (db: typeof t.ctx.db) => {
      await sql.raw(text).execute(db);
    },
  });

  test('are done once, in order, and a failed one leaves nothing behind', async () => {
    const { MIGRATIONS } = await import('../../migrations/list.ts');
    const good = step('9001-test-good', 'create table test_good (n int)');
    const bad = step('9002-test-bad', 'create table test_bad (n int); select 1 / 0');
    expect(await migrate(t.ctx.db, [...MIGRATIONS, good], SILENT)).toEqual(['9001-test-good']);
    expect(await migrate(t.ctx.db, [...MIGRATIONS, good], SILENT)).toEqual([]);
    await expect(migrate(t.ctx.db, [...MIGRATIONS, good, bad], SILENT)).rejects.toThrow(/division/);
    const { rows } = await sql`select to_regclass('test_bad') as t`.execute(t.ctx.db);
    expect(rows[0]).toEqual({ t: null });
  });

  test('two starts at once do each step once', async () => {
    const { MIGRATIONS } = await import('../../migrations/list.ts');
    const steps = [...MIGRATIONS, step('9001-test-good', ''), step('9003-test-slow', 'select pg_sleep(0.2)')];
    const done = await Promise.all([migrate(t.ctx.db, steps, SILENT), migrate(t.ctx.db, steps, SILENT)]);
    expect(done.flat()).toEqual(['9003-test-slow']);
  });

  test('a database of a newer release is refused', async () => {
    await expect(migrate(t.ctx.db, [], SILENT)).rejects.toThrow(/newer release/);
  });
});
