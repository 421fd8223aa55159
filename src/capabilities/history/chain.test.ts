import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { transaction } from '../../platform/context.ts';
import { canonicalJson } from './chain-rules.ts';
import { eraseEntry, faultInWords, listHistory, record, verifyHistory } from './index.ts';
import { sealHistory } from './seal-history.ts';

let world: TestContext;
const opened: TestContext[] = [];

/** A database of its own for each test: some of them damage it. */
beforeEach(async () => {
  world = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  opened.push(world);
  await write(6);
  await sealHistory(world.ctx);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function write(count: number, from = 0): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    world.clock.set(new Date(Date.parse('2026-11-20T10:00:00+02:00') + n * 1000));
    const subject = { kind: 'dataset', id: `d${n}`, name: `Набір ${n}`, unitId: null };
    const facts = { before: { n, list: [1, { b: 1, a: null }] }, after: { n: 0.1 + 0.2 }, note: 'Ї' };
    await record(world.ctx, { deed: 'x.done', subject, ...facts });
  }
}

const faults = async () => (await verifyHistory(world.ctx)).faults.map(({ code, position }) => [code, position]);
const idOf = async (subjectId: string) =>
  (await listHistory(world.ctx, { subjectId }, { size: 1 })).items[0]?.id ?? 'no such entry';

/** As somebody would who has the database and knows the doors. */
const tamper = (statement: string) =>
  transaction(world.ctx, async ({ db }) => {
    await sql`set local session_replication_role = replica`.execute(db);
    await sql.raw(statement).execute(db);
  });

describe('the chain', () => {
  it('of an untouched history has no fault, and grows by what was written since', async () => {
    const first = await verifyHistory(world.ctx);
    expect(first).toMatchObject({ faults: [], head: { position: 6 } });
    await write(3, 6);
    const second = await verifyHistory(world.ctx, [first.head]);
    expect(second).toMatchObject({ faults: [], head: { position: 9 } });
    expect(second.head.chain).not.toBe(first.head.chain);
  });

  it.each([
    [`update history_entry set subject_name = 'Інша' where subject_id = 'd2'`, [['entry-changed', 3]]],
    [`update history_entry set actor_name = 'Інший' where subject_id = 'd0'`, [['entry-changed', 1]]],
    [`update history_entry set at = at + interval '1 second' where subject_id = 'd5'`, [['entry-changed', 6]]],
    [`update history_entry set via = 'api' where subject_id = 'd4'`, [['entry-changed', 5]]],
    [`update history_entry set note = 'ї' where subject_id = 'd3'`, [['content-changed', 4]]],
    [`update history_entry set after = '{"n": 0.3}' where subject_id = 'd3'`, [['content-changed', 4]]],
    [`update history_entry set address = '192.0.2.1' where subject_id = 'd3'`, [['content-changed', 4]]],
    [
      `update history_entry set before = null, after = null, note = '', salt = null, erased = true where subject_id = 'd1'`,
      [['erased-without-order', 2]],
    ],
    [`delete from history_entry where subject_id = 'd2'`, [['entry-missing', 3]]],
    [
      `delete from history_link where position = 3`,
      [
        ['link-missing', 4],
        ['foreign-entry', null],
      ],
    ],
    [
      `update history_link set chain = sha256('x') where position = 3`,
      [
        ['chain-changed', 3],
        ['chain-changed', 4],
      ],
    ],
    [
      `delete from history_link where position > 4; delete from history_entry where subject_id in ('d4', 'd5')`,
      [['end-missing', 5]],
    ],
    [
      `insert into history_entry (id, at, actor_kind, actor_name, deed, subject_kind, subject_id, subject_name, note)
       values (gen_random_uuid(), now(), 'system', '', 'x.done', 'dataset', 'd9', '', '')`,
      [['foreign-entry', null]],
    ],
  ])('names the place of: %s', async (statement, expected) => {
    await tamper(statement);
    expect(await faults()).toEqual(expected);
  });

  it('rewritten whole from some place on differs from a head noted elsewhere', async () => {
    const { head } = await verifyHistory(world.ctx);
    await tamper(`delete from history_entry where subject_id = 'd5'; delete from history_link where position = 6;
      update history_head set position = 5, chain = (select chain from history_link where position = 5)`);
    expect(await faults()).toEqual([]);
    const noted = await verifyHistory(world.ctx, [head]);
    expect(noted.faults.map(({ code }) => code)).toEqual(['head-differs']);
    const [fault] = noted.faults;
    expect(fault && faultInWords(fault).uk).toBe('місце 6: збереженого раніше кінця ланцюга тут немає');
  });

  it('shows an entry that is dated long before its neighbours', async () => {
    world.clock.set('2026-01-01T10:00:00+02:00');
    await record(world.ctx, { deed: 'x.done', subject: { kind: 'dataset', id: 'old' } });
    expect(await faults()).toEqual([['backdated', 7]]);
  });

  it('takes what many write at once, each once, in whole transactions', async () => {
    const writers = Array.from({ length: 8 }, (_, writer) =>
      (async () => {
        for (let n = 0; n < 5; n += 1) {
          await transaction(world.ctx, async (ctx) => {
            await record(ctx, { deed: 'x.done', subject: { kind: 'dataset', id: `w${writer}` } });
            await record(ctx, { deed: 'y.done', subject: { kind: 'dataset', id: `w${writer}` } });
          });
          await sealHistory(world.ctx);
        }
      })(),
    );
    await Promise.all(writers);
    expect(await verifyHistory(world.ctx)).toMatchObject({ faults: [], head: { position: 86 } });
  });
});

describe('erasing a content', () => {
  const why = { reason: 'У пояснення потрапив номер телефону', order: 'розпорядження № 5-р від 20.11.2026' };

  it('empties it, says who and why, and leaves the chain whole', async () => {
    const id = await idOf('d3');
    await eraseEntry(world.ctx, id, why);
    const [entry] = (await listHistory(world.ctx, { subjectId: 'd3' }, { size: 1 })).items;
    expect(entry).toMatchObject({ deed: 'x.done', erased: true, before: null, after: null, note: '', address: null });
    const [order] = (await listHistory(world.ctx, { subjectId: id }, { size: 1 })).items;
    expect(order).toMatchObject({ deed: 'history.erased', note: why.reason, after: { order: why.order } });
    expect(await faults()).toEqual([]);
    const { rows } = await sql<{ salt: string | null }>`select salt from history_entry where id = ${id}`.execute(
      world.ctx.db,
    );
    expect(rows).toEqual([{ salt: null }]);
    await expect(eraseEntry(world.ctx, id, why)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(eraseEntry(world.ctx, order?.id ?? '', why)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('of an entry just written works too', async () => {
    await record(world.ctx, { deed: 'x.done', subject: { kind: 'dataset', id: 'new' }, note: 'зайве' });
    await eraseEntry(world.ctx, await idOf('new'), why);
    expect(await faults()).toEqual([]);
  });

  it.each([
    `update history_entry set note = '' where subject_id = 'd1'`,
    `update history_entry set before = null, after = null, note = '', address = null, salt = null, erased = true where subject_id = 'd1'`,
    `update history_entry set subject_name = '' where subject_id = 'd3'`,
    `update history_link set stems = '{}'`,
    `delete from history_link`,
    `update history_head set position = position - 1`,
    `delete from history_head`,
    `truncate history_link`,
  ])('is the only door: the database refuses %s', async (statement) => {
    await expect(sql.raw(statement).execute(world.ctx.db)).rejects.toThrow('append-only');
  });
});

it('the same value has one text, in whatever order it was kept', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ї' }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":"ї","d":null}]}');
  expect(canonicalJson({ x: undefined, y: -0 })).toBe('{"x":null,"y":0}');
});
