import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import mysql from 'mysql2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { isoOf, sqlCsvLine } from './csv-rows.ts';
import { dumpQuery } from './dump-query.ts';

const folder = mkdtempSync(join(tmpdir(), 'sql-test-'));
const out = join(folder, 'rows.csv');
const { signal } = new AbortController();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function query(text: string): string {
  writeFileSync(join(folder, 'query.sql'), text);
  return join(folder, 'query.sql');
}

describe('a line of CSV', () => {
  it.each([
    [['a', null, ''], 'a,,""\r\n'],
    [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
    [[null], '""\r\n'],
    [[' x', 'y '], '" x","y "\r\n'],
  ])('%o', (cells, line) => expect(sqlCsvLine(cells)).toBe(line));

  it.each([
    ['2026-11-29 10:00:00+02', '2026-11-29T10:00:00+02:00'],
    ['2026-11-29 10:00:00.500', '2026-11-29T10:00:00.500'],
    ['2026-11-29 10:00:00.000000', '2026-11-29T10:00:00'],
    ['2026-11-29', '2026-11-29'],
  ])('%s is written %s', (text, iso) => expect(isoOf(text)).toBe(iso));
});

describe('PostgreSQL', () => {
  let world: TestContext;
  beforeAll(async () => {
    world = await makeTestContext();
  });
  afterAll(() => world.close());
  const dump = (text: string) => dumpQuery(world.databaseUrl, query(text), out, signal);

  it('gives types and nulls as they are, and no number loses a digit', async () => {
    const text = `select true as так, false as ні, 12345678901234567.8901234500::numeric as сума, 9007199254740993::bigint as код,
      date '2026-11-29' as день, timestamptz '2026-11-29 10:00:00+00' at time zone 'UTC' as час, null::text as нічого, '' as порожньо,
      'а, "б"' as текст, '{"a":1}'::jsonb as json`;
    expect(await dump(text)).toMatchObject({ rows: 1 });
    expect(readFileSync(out, 'utf8').split('\r\n')).toEqual([
      'так,ні,сума,код,день,час,нічого,порожньо,текст,json',
      'true,false,12345678901234567.8901234500,9007199254740993,2026-11-29,2026-11-29T10:00:00,,"","а, ""б""","{""a"": 1}"',
      '',
    ]);
  });

  it('streams many rows in order, and tells the columns of none', async () => {
    const found = await dump('select n, n * 2 as m from generate_series(1, 25000) as n order by n');
    expect(found).toEqual({ rows: 25_000, columns: ['n', 'm'] });
    expect(readFileSync(out, 'utf8').endsWith('\r\n25000,50000\r\n')).toBe(true);
    expect(await dump('select 1 as a where false;')).toEqual({ rows: 0, columns: ['a'] });
    expect(readFileSync(out, 'utf8')).toBe('a\r\n');
  });

  it('can only read: neither a statement nor a function of a query changes anything', async () => {
    await sql`create table kept (n int); `.execute(world.ctx.db);
    await sql`create function spoil() returns int language sql as 'insert into kept values (1) returning n'`.execute(
      world.ctx.db,
    );
    for (const text of [
      'delete from kept returning *',
      'insert into kept values (1) returning n',
      'select spoil()',
      'select 1; drop table kept',
    ]) {
      await expect(dump(text), text).rejects.toThrow();
    }
    expect((await sql`select * from kept`.execute(world.ctx.db)).rows).toEqual([]);
  });
});

describe('MySQL and MariaDB', () => {
  let server: ReturnType<typeof mysql.createServer>;
  let address: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = mysql.createServer(() => {});
    server.on('connection', (client) => {
      client.on('error', () => {});
      const first = () => Object.assign(client, { sequenceId: 0 }); // each command counts its packets anew
      client.serverHandshake({
        protocolVersion: 10,
        serverVersion: '10.11.6-MariaDB',
        connectionId: 1,
        statusFlags: 2,
        characterSet: 45,
        capabilityFlags: 0xffffff ^ 0x800,
        authCallback: (_who: unknown, done: (error: null) => void) => {
          done(null);
          first();
        },
      } as never);
      client.on('stmt_prepare', (text: string) => {
        asked.push(text); // so this server calls «set …»
        client.writeOk();
        first();
      });
      client.on('query', (text: string) => {
        asked.push(text);
        if (!/^select/i.test(text)) client.writeOk();
        else if (/broken/.test(text))
          client.writeError({ code: 1146, message: "Table 'broken' doesn't exist" } as never);
        else answer();
        first();
      });
      const answer = () => {
        const column = (name: string, columnType: number, characterSet = 45) => ({
          ...{ catalog: 'def', schema: 'm', table: 't', orgTable: 't', name, orgName: name },
          ...{ characterSet, columnLength: 255, columnType, flags: 0, decimals: 0 },
        });
        const columns = [
          column('код', 8),
          column('сума', 246),
          column('коли', 12),
          column('назва', 253),
          column('bytes', 252, 63),
        ];
        const named = (cells: (string | null)[]) =>
          Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]]));
        const rows = [
          ['9007199254740993', '10.50', '2026-11-29 10:00:00', 'Вода, "холодна"', 'AB'],
          ['2', null, null, '', null],
        ];
        client.writeTextResult(rows.map(named), columns);
      };
    });
    server.listen(0);
    const inner = (server as unknown as { _server: Server })._server;
    await once(inner, 'listening');
    const { port } = inner.address() as AddressInfo;
    address = `mysql://reader:secret@127.0.0.1:${port}/city`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('are asked in a transaction that only reads; values come as the server writes them', async () => {
    expect(await dumpQuery(address, query('select * from t;'), out, signal)).toMatchObject({ rows: 2 });
    expect(readFileSync(out, 'utf8').split('\r\n')).toEqual([
      'код,сума,коли,назва,bytes',
      '9007199254740993,10.50,2026-11-29T10:00:00,"Вода, ""холодна""",4142',
      '2,,,"",',
      '',
    ]);
    expect(asked).toEqual(['set session transaction read only', 'start transaction read only', 'select * from t']);
  });

  it('what the server refuses is told', async () => {
    await expect(dumpQuery(address, query('select * from broken'), out, signal)).rejects.toThrow(/broken/);
  });
});

it.each(['sqlite:///city.db', 'city', 'https://user:hidden@db'])(
  '%s is no address of a database we know',
  async (address) => {
    const failed = dumpQuery(address, query('select 1'), out, signal);
    await expect(failed).rejects.toThrow(/postgres:\/\//);
    await expect(failed).rejects.not.toThrow(/hidden/);
  },
);
