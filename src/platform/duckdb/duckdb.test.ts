import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { literal } from './duckdb.ts';
import { FairQueue } from './fair-queue.ts';
import { openLocalDuckDb } from './local-duckdb.ts';

let folder: string;
let duckdb: ReturnType<typeof openLocalDuckDb>;
const inside = () => join(folder, 'objects/numbers.parquet');
const ask = (sql: string, values: (string | number)[] = [], timeout?: number) => duckdb.query({ sql, values, timeout });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-duckdb-'));
  await mkdir(join(folder, 'objects'));
  duckdb = openLocalDuckDb({ folder: join(folder, 'objects'), threads: 2 });
  const session = await duckdb.session();
  await session.run(
    `copy (select i, 'рядок ' || i as t from range(1000) r(i)) to ${literal(inside())} (format parquet)`,
  );
  session.close();
  await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
});
afterAll(async () => {
  await duckdb.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a session of our own', () => {
  test('gives big integers and decimals as text, rows in chunks as arrays', async () => {
    const session = await duckdb.session({ memory: '200MB', threads: 1 });
    expect(await session.rows('select 1::bigint as a, 1.50::decimal(9,2) as b, null as c, true as d')).toEqual([
      { a: '1', b: '1.50', c: null, d: true },
    ]);
    const rows: unknown[] = [];
    for await (const chunk of session.chunks('select i from range(5000) r(i) where i < ?', [3000])) rows.push(...chunk);
    expect(rows).toHaveLength(3000);
    session.close();
  });

  test('fails without telling the value it stumbled over, whatever way it is asked', async () => {
    const session = await duckdb.session({ threads: 1 });
    const sql = `select case when i = 4 then 'Ковтун' else '1' end::integer as n from range(5) r(i)`;
    const all = async () => {
      for await (const _ of session.chunks(sql));
    };
    const ways = [() => session.run(sql), () => session.rows(sql), all, () => duckdb.query({ sql, values: [] })];
    for (const way of ways) {
      const error = await way().then(
        () => null,
        (one: unknown) => one,
      );
      expect(String((error as Error).message)).toMatch(/^Conversion Error: Could not convert string … to INT32/);
      expect(String((error as Error).stack)).not.toContain('Ковтун');
    }
    session.close();
  });

  test('stops when it is interrupted', async () => {
    const session = await duckdb.session({ threads: 1 });
    setTimeout(() => session.interrupt(), 100);
    await expect(
      session.rows('select sum(a.i * b.i) from range(1e6::bigint) a(i), range(1e6::bigint) b(i)'),
    ).rejects.toThrow(/interrupt/i);
    session.close();
  });

  test('closed under a running statement ends it, and the process goes on', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const session = await duckdb.session({ threads: 2 });
      const path = join(folder, `left-${turn}.parquet`);
      const work = session.run(`copy (select range, md5(range::varchar) from range(50000000)) to '${path}'`);
      const ended = expect(work).rejects.toThrow(/interrupt/i);
      await new Promise((resolve) => setTimeout(resolve, 50));
      session.close();
      await ended;
    }
    expect((await duckdb.query({ sql: 'select 1 as one', values: [] }))[0]).toEqual({ one: 1 });
  });
});

describe('a question of the public', () => {
  test('reads the objects’ folder, with bound values', async () => {
    const sql = `select t from read_parquet(${literal(inside())}) where i >= ? order by i limit ?`;
    expect(await ask(sql, [998, 5])).toEqual([{ t: 'рядок 998' }, { t: 'рядок 999' }]);
  });

  const refused: Record<string, () => string> = {
    'another path': () => `select * from read_csv(${literal(join(folder, 'secret.csv'))})`,
    'a path out of the folder': () => `select * from read_csv(${literal(join(folder, 'objects/../secret.csv'))})`,
    'the machine’s files': () => `select * from read_text('/etc/passwd')`,
    'listing folders': () => `select * from glob('/etc/*')`,
    ATTACH: () => `attach ${literal(join(folder, 'objects/x.db'))}`,
    INSTALL: () => 'install httpfs',
    LOAD: () => 'load httpfs',
    SET: () => `set memory_limit = '10GB'`,
    'the network': () => `select * from read_csv('https://example.org/a.csv')`,
    'writing inside the folder': () => `copy (select 1) to ${literal(join(folder, 'objects/new.csv'))}`,
    'two statements': () => 'select 1; select 2',
    'making tables': () => 'create table t as select 1',
  };
  for (const [what, sql] of Object.entries(refused)) {
    test(`${what} is refused`, async () => {
      await expect(ask(sql())).rejects.toThrow();
    });
  }

  test('that takes too long is stopped in time and told so', async () => {
    const started = performance.now();
    const sql = 'select sum(a.i * b.i) from range(1e6::bigint) a(i), range(1e6::bigint) b(i)';
    await expect(ask(sql, [], 300)).rejects.toMatchObject({ kind: 'too-large', code: 'query-too-long' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('that does not fit the memory is told so and harms nobody', async () => {
    const sql = 'select count(*) from (select distinct repeat(md5(i::varchar), 20) from range(2000000) r(i))';
    await expect(ask(sql)).rejects.toMatchObject({ kind: 'too-large', code: 'query-too-large' });
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('the queue is fair: one visitor’s many questions delay another’s one by one', async () => {
  const queue = new FairQueue(1);
  const order: string[] = [];
  const one = (key: string, name: string) =>
    queue.run(
      key,
      async () => {
        order.push(name);
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
      () => new Error('too long'),
    );
  await Promise.all([one('a', 'a1'), one('a', 'a2'), one('a', 'a3'), one('a', 'a4'), one('b', 'b1'), one('b', 'b2')]);
  expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'a4']);
});

test('a session that spills does so beside the objects and leaves nothing', async () => {
  const session = await duckdb.session({ memory: '100MB', threads: 1 });
  await session.rows('select count(*) from (select md5(i::varchar) as a, i from range(3000000) r(i) order by a)');
  session.close();
  expect(
    (await readdir(join(folder, 'objects', 'work')).catch(() => [])).filter((name) => name.startsWith('spill')),
  ).toEqual([]);
  expect(existsSync('.tmp')).toBe(false);
});
