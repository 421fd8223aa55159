import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../tests/support/office.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { evidenceAddresses } from '../../app/evidence-addresses.ts';
import type { Context } from '../../platform/context.ts';
import { listAllUnits } from '../accounts/index.ts';
import type { Dataset } from '../catalog/index.ts';
import { makeDocument, openFile } from '../documents/index.ts';
import { deedNames, record } from '../history/index.ts';
import { publishDataset } from '../publishing/index.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { evidenceCounts, FACT_KINDS, listEvidence, PROOFS, statementRecipe } from './index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };

let test: TestContext;
let coordinator: Context;
let stranger: Context;
let schools: Dataset;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
  const root = (await listAllUnits(test.ctx)).find(({ parentId }) => parentId === null);
  coordinator = await appoint(test, 'marta', 'coordinator', root?.id ?? '');
  stranger = await appoint(test, 'ivan', 'head', unitId);
  schools = await draftDataset(test, unitId, 'Перелік шкіл', FILE);
  await publishDataset(test.ctx, schools.id);
});

afterAll(() => test.close());

const gather = (ctx = test.ctx) => gatherEvidence(ctx, evidenceAddresses);

/** A deed of another part, as its use case records it. */
async function done(deed: string, id: string, after: object, before?: object): Promise<void> {
  test.clock.set(new Date(test.clock.now().getTime() + 60_000));
  await record(test.ctx, { deed, subject: { kind: 'order', id, name: 'Про відкриті дані' }, after, before });
}

describe('evidence', () => {
  it('comes of deeds by itself: once, as it was, with its address and what it proves', async () => {
    await test.runJobs();
    await gather();
    const found = await listEvidence(coordinator, { kind: 'dataset-published' });
    expect(found).toMatchObject([
      {
        title: 'Перелік шкіл',
        day: '2026-11-20',
        unitId,
        snapshot: { version: 1 },
        address: `/datasets/${schools.slug}`,
        public: true,
        proves: ['data-published', 'data-updated'],
      },
    ]);
    expect(JSON.stringify(found[0]?.snapshot)).not.toContain('passport');
    await gather();
    expect(await listEvidence(coordinator, { kind: 'dataset-published' })).toEqual(found);
  });

  it('a later version is an update, not a new dataset', async () => {
    const after = { version: 2, repeats: null, passport: schools.passport, changes: null, note: 'Виправлено назву' };
    const subject = { kind: 'dataset', id: schools.id, name: 'Перелік шкіл', unitId };
    await record(test.ctx, { deed: 'version.published', subject, after });
    await gather();
    expect(await listEvidence(coordinator, { kind: 'version-published' })).toMatchObject([
      { snapshot: { version: 2, note: 'Виправлено назву' }, proves: ['data-updated'] },
    ]);
    expect(await listEvidence(coordinator, { kind: 'dataset-published' })).toHaveLength(1);
  });

  it('an appointment counts from the moment its order is known, once for each order', async () => {
    const role = { role: 'responsible', post: 'спеціаліст', unitId };
    await done('appointment.made', 'person-1', { ...role, order: null });
    await done('appointment.changed', 'person-1', { ...role, order: 'розпорядження 2026-11-20 № 7' }, { order: null });
    const order = 'розпорядження 2026-11-20 № 7';
    await done('appointment.changed', 'person-1', { ...role, post: 'головний спеціаліст', order }, { order });
    await gather();
    const facts = await listEvidence(coordinator, { kind: 'appointment-ordered' });
    expect(facts.map(({ snapshot }) => [snapshot.post, snapshot.order])).toEqual([['спеціаліст', order]]);
    expect(facts[0]?.unitId).toBe(unitId);
  });

  it('what is undone stays, marked, and counts no more; signed again it is a fact again', async () => {
    const facts = { kind: 'mayor-order', number: '7-р', date: '2026-11-19' };
    await done('order.signed', 'order-1', facts);
    await done('order.signing-undone', 'order-1', {});
    await gather();
    expect((await listEvidence(coordinator, { kind: 'order-signed' }))[0]).toMatchObject({
      day: '2026-11-19',
      takenBackAt: test.clock.now(),
      address: '/cabinet/city/orders/order-1',
    });
    expect((await evidenceCounts(coordinator, {})).get('order-signed')).toBeUndefined();
    await done('order.signed', 'order-1', facts);
    await gather();
    expect((await evidenceCounts(coordinator, {})).get('order-signed')).toBe(1);
  });

  it('an order that carries lists no more is no new fact of them', async () => {
    await done('mandates.list-approved', 'local', { order: 'рішення ради № 5', items: 2 });
    await done('mandates.list-approved', 'local', { order: null, items: 2 });
    await done('mandates.decided', 'local-3', { order: 'рішення ради № 5' });
    await done('mandates.decided', 'deed-1', { changed: 1 });
    await gather();
    const counts = await evidenceCounts(coordinator, {});
    expect([counts.get('list-approved'), counts.get('required-answered')]).toEqual([1, 1]);
  });

  it('of two courses of one day only the one taken back is undone', async () => {
    for (const course of ['Основи', 'Паспорти']) await done('training.taken', 'person-2', { course, on: '2026-11-18' });
    await done('training.removed', 'person-2', {}, { course: 'Основи', on: '2026-11-18' });
    await gather();
    const facts = await listEvidence(coordinator, { kind: 'training-taken' });
    expect(facts.map(({ snapshot, takenBackAt }) => [snapshot.course, takenBackAt !== null]).sort()).toEqual([
      ['Основи', true],
      ['Паспорти', false],
    ]);
  });

  it('reads all of the past anew where the table of kinds was another, and adds nothing twice', async () => {
    const before = await listEvidence(coordinator, {});
    expect(before.length).toBeGreaterThan(5);
    await sql`update evidence_mark set kinds = 'of an older release'`.execute(test.ctx.db);
    await sql`delete from evidence_fact where kind = 'training-taken'`.execute(test.ctx.db);
    await gather();
    expect(await listEvidence(coordinator, {})).toEqual(before);
    await Promise.all([gather(), gather(), gather()]);
    expect(await listEvidence(coordinator, {})).toEqual(before);
  });

  it('is narrowed by what it proves and by days, both ends included', async () => {
    const count = async (filter: Parameters<typeof listEvidence>[1]) =>
      (await listEvidence(coordinator, filter)).length;
    expect(await count({ proves: 'persons-trained' })).toBe(2);
    expect(await count({ proves: 'persons-trained', from: '2026-11-18', to: '2026-11-18' })).toBe(2);
    expect(await count({ proves: 'persons-trained', from: '2026-11-19' })).toBe(0);
    expect(await count({ kind: 'nothing such' })).toBe(0);
  });

  it('is seen as far as one sees the units; the community’s own by those who see all', async () => {
    const seen = await listEvidence(stranger, {});
    expect(new Set(seen.map(({ unitId: one }) => one))).toEqual(new Set([unitId]));
    await expect(listEvidence(test.as({ kind: 'visitor' }), {})).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it('makes a statement of a period, frozen', async () => {
    const params = { from: '2026-11-01', to: '2026-11-30' };
    const made = await makeDocument(coordinator, statementRecipe, params);
    const words = await wordsOfDocx((await openFile(coordinator, made)).bytes);
    for (const said of ['ДОВІДКА', 'Оприлюднюють нові набори (1)', 'Перелік шкіл', '20.11.2026'])
      expect(words).toContain(said);
    expect(words).not.toContain('За цей період фактів немає');
    const empty = await makeDocument(coordinator, statementRecipe, { from: '2020-01-01', to: '2020-12-31' });
    expect(await wordsOfDocx((await openFile(coordinator, empty)).bytes)).toContain('За цей період фактів немає.');
  });

  it('knows only deeds that have names, and proofs that are told', () => {
    const names = new Set(deedNames().map(([name]) => name));
    for (const [code, { deeds, proves }] of Object.entries(FACT_KINDS)) {
      for (const proof of proves) expect(PROOFS, code).toHaveProperty([proof]);
      for (const deed of deeds) expect([code, deed, names.has(deed)]).toEqual([code, deed, true]);
    }
  });
});
