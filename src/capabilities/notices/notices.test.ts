import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { system } from '../../kernel/actor.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { actorOfPerson, createPerson, createUnit, type Person, type Role } from '../accounts/index.ts';
import {
  changeNoticePreferences,
  checkUnsubscribeKey,
  countUnreadNotices,
  gatherUrgentJob,
  listNotices,
  markAllRead,
  type NewNotice,
  NOTICE_KINDS,
  noticeInWords,
  notify,
  openNotice,
  sendDigestsJob,
  settleNotices,
  switchLetters,
} from './index.ts';

const MONDAY = '2026-11-23T08:30:00+02:00';
const SATURDAY = '2026-11-28T09:00:00+02:00';
const SUBJECT = { kind: 'dataset', id: '0193e000-0000-7000-8000-000000000001', name: 'Зупинки' };

let world: TestContext;
let unitId: string;
let departmentId: string;
let people: Record<'admin' | 'clerk' | 'driver', Person>;

beforeAll(async () => {
  world = await makeTestContext({ now: MONDAY });
  unitId = await setUpCommunity(world);
  ({ id: departmentId } = await createUnit(world.ctx, { name: 'Відділ транспорту', parentId: unitId }));
  const make = (name: string, role: Role, unit: string | null) =>
    createPerson(world.ctx, { name, email: `${name}@x.ua`, password: 'вербові сережки цвітуть', role, unitId: unit });
  people = {
    admin: await make('admin', 'administrator', null),
    clerk: await make('clerk', 'responsible', unitId),
    driver: await make('driver', 'responsible', departmentId),
  };
});
afterAll(() => world.close());
let minutes = 0;
/** A minute later than before, so that the newest is the newest. */
const tick = () => {
  minutes += 1;
  world.clock.set(new Date(Date.parse(MONDAY) + minutes * 60_000));
};
beforeEach(tick);

const as = (who: keyof typeof people) => world.as(actorOfPerson(people[who]));
const wanted = (change: Partial<NewNotice> = {}): NewNotice => ({
  to: { people: [people.clerk.id] },
  kind: 'dataset.approved',
  subject: SUBJECT,
  link: '/cabinet/datasets/1',
  ...change,
});
const lettersTo = async (who: keyof typeof people) =>
  (await world.letters()).filter(({ to }) => to === people[who].email);
const runDigests = () => sendDigestsJob.handle(world.as(system('worker')), {}, { id: 'run', attempt: 1, last: false });
const all = { size: 100 };

async function afresh(): Promise<void> {
  for (const who of ['admin', 'clerk', 'driver'] as const) await markAllRead(as(who));
  await runDigests();
  tick();
}

describe('a notice', () => {
  it('stands in the cabinet at once, says who did it, and is told with its transaction or not at all', async () => {
    await notify(as('admin'), wanted({ facts: { dueOn: '2026-12-01', reason: 'Бракує опису' } }));
    const fails = transaction(as('admin'), async (ctx: Context) => {
      await notify(ctx, wanted({ kind: 'dataset.returned' }));
      throw new Error('no');
    });
    await expect(fails).rejects.toThrow('no');
    const { items } = await listNotices(as('clerk'), all);
    expect(items).toHaveLength(1);
    const [notice] = items;
    if (!notice) throw new Error('no notice');
    expect(noticeInWords(notice, 'uk')).toEqual({
      sentence: 'Набір «Зупинки» погоджено.',
      details: ['Строк: 1 грудня 2026', 'Причина: Бракує опису', 'Хто: admin'],
    });
    expect(noticeInWords(notice, 'en').sentence).toBe('The dataset “Зупинки” was approved.');
    expect(await countUnreadNotices(as('clerk'), people.clerk.id)).toBe(1);
    expect(await openNotice(as('clerk'), notice.id)).toMatchObject({ link: '/cabinet/datasets/1' });
    expect(await countUnreadNotices(as('clerk'), people.clerk.id)).toBe(0);
    await expect(openNotice(as('driver'), notice.id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('goes to those who may do the deed, the nearest up; never to the one who did it', async () => {
    await afresh();
    const place = { id: SUBJECT.id, unitId: departmentId };
    await notify(world.ctx, wanted({ to: { deed: 'dataset.publish', place } }));
    const told = async (who: keyof typeof people) =>
      (await listNotices(as(who), { size: 9, unread: true })).items.length;
    expect([await told('admin'), await told('clerk'), await told('driver')]).toEqual([0, 0, 1]);
    await notify(world.ctx, wanted({ to: { deed: 'dataset.publish', place: unitId } }));
    expect([await told('admin'), await told('clerk'), await told('driver')]).toEqual([0, 1, 1]);
    await notify(world.ctx, wanted({ to: { deed: 'settings.change', place: null } }));
    expect(await told('admin')).toBe(1);
    await notify(as('driver'), wanted({ to: { people: [people.driver.id, people.clerk.id] } }));
    expect([await told('clerk'), await told('driver')]).toEqual([2, 1]);
    await notify(as('driver'), wanted({ to: { people: [people.driver.id] }, alsoActor: true }));
    expect(await told('driver')).toBe(2);
  });

  it('of a reminder found again is told once; what it called for, done, is read for all', async () => {
    await afresh();
    const reminder = wanted({ kind: 'dataset.overdue', once: '2026-11-20' });
    expect(await notify(world.ctx, reminder)).toBe(1);
    expect(await notify(world.ctx, reminder)).toBe(0);
    expect(await notify(world.ctx, { ...reminder, once: '2026-12-20' })).toBe(1);
    await settleNotices(world.ctx, SUBJECT.id, ['dataset.overdue']);
    expect(await countUnreadNotices(world.ctx, people.clerk.id)).toBe(0);
  });

  it('is listed by pages that stay whole while new ones come', async () => {
    await afresh();
    for (let n = 0; n < 5; n += 1) {
      tick();
      await notify(world.ctx, wanted({ subject: { ...SUBJECT, name: `№ ${n}` } }));
    }
    const first = await listNotices(as('clerk'), { size: 2, unread: true });
    await notify(world.ctx, wanted({ subject: { ...SUBJECT, name: 'новий' } }));
    const second = await listNotices(as('clerk'), { size: 9, unread: true, after: first.next });
    expect([...first.items, ...second.items].map(({ subject }) => subject.name)).toEqual([
      '№ 4',
      '№ 3',
      '№ 2',
      '№ 1',
      '№ 0',
    ]);
    expect(second.next).toBeNull();
  });
});

describe('letters', () => {
  it('come as one digest on working days; what was read meanwhile is not in it', async () => {
    await afresh();
    const before = (await lettersTo('clerk')).length;
    await notify(as('admin'), wanted());
    await notify(as('admin'), wanted({ kind: 'dataset.submitted', subject: { ...SUBJECT, name: 'Ліміти' } }));
    await notify(as('admin'), wanted({ kind: 'dataset.commented', subject: { ...SUBJECT, name: 'Прочитане' } }));
    const { items } = await listNotices(as('clerk'), all);
    await openNotice(as('clerk'), items.find(({ subject }) => subject.name === 'Прочитане')?.id ?? '');
    world.clock.set(SATURDAY);
    await runDigests();
    expect(await lettersTo('clerk')).toHaveLength(before);
    tick();
    await runDigests();
    await runDigests();
    const letters = await lettersTo('clerk');
    expect(letters).toHaveLength(before + 1);
    expect(letters[0]?.subject).toContain('2 сповіщення');
    expect(letters[0]?.body).toContain('Набір «Зупинки» погоджено.');
    expect(letters[0]?.body).toContain('Набір «Ліміти» чекає вашої перевірки.');
    expect(letters[0]?.body).not.toContain('Прочитане');
    expect(letters[0]?.body).toMatch(/^http\S+\/cabinet\/datasets\/1$/m);
  });

  it('of an urgent kind leave at once, once, in the person’s language', async () => {
    await afresh();
    await changeNoticePreferences(as('clerk'), { language: 'en', byMail: true, muted: [] });
    const before = (await lettersTo('clerk')).length;
    await notify(as('admin'), wanted({ kind: 'dataset.returned', facts: { reason: 'Немає опису' } }));
    expect(await lettersTo('clerk')).toHaveLength(before + 1);
    await runDigests();
    const letters = await lettersTo('clerk');
    expect(letters).toHaveLength(before + 1);
    expect(letters[0]?.subject).toBe('The dataset “Зупинки” was returned to be mended');
    expect(letters[0]?.body).toContain('Reason: Немає опису');
    expect(letters[0]?.body).toMatch(/^http\S+\/en\/cabinet\/datasets\/1$/m);
    await changeNoticePreferences(as('clerk'), { language: 'uk', byMail: true, muted: [] });
  });

  it('of an urgent kind that come within the hour are gathered into one', async () => {
    await afresh();
    minutes += 90;
    tick();
    const before = (await lettersTo('driver')).length;
    for (const name of ['Перший', 'Другий', 'Третій']) {
      const subject = { ...SUBJECT, name };
      await notify(world.ctx, wanted({ kind: 'load.failed', subject, to: { people: [people.driver.id] } }));
    }
    expect(await lettersTo('driver')).toHaveLength(before + 1);
    await gatherUrgentJob.handle(world.as(system('worker')), {}, { id: 'run', attempt: 1, last: false });
    const letters = await lettersTo('driver');
    expect(letters).toHaveLength(before + 2);
    expect(letters.filter(({ body }) => body.includes('Другий') && body.includes('Третій'))).toHaveLength(1);
  });

  it('of a muted kind do not come; the cabinet still shows it', async () => {
    await afresh();
    await changeNoticePreferences(as('clerk'), {
      language: 'uk',
      byMail: true,
      muted: ['dataset.returned', 'no.such'],
    });
    const before = (await lettersTo('clerk')).length;
    await notify(world.ctx, wanted({ kind: 'dataset.returned' }));
    await runDigests();
    expect(await lettersTo('clerk')).toHaveLength(before);
    expect(await countUnreadNotices(world.ctx, people.clerk.id)).toBe(1);
    await changeNoticePreferences(as('clerk'), { language: 'uk', byMail: true, muted: [] });
  });

  it('stop by the link in each of them, without signing in, and for that person only', async () => {
    await afresh();
    await notify(world.ctx, wanted({ kind: 'dataset.returned', to: { people: [people.clerk.id, people.driver.id] } }));
    const [letter] = await lettersTo('clerk');
    const key = new URL(letter?.unsubscribe ?? '').searchParams.get('key') ?? '';
    expect(key.length).toBeGreaterThan(30);
    expect(letter?.body).toContain(letter?.unsubscribe ?? 'no address');
    const visitor = world.as({ kind: 'visitor' });
    expect(await checkUnsubscribeKey(visitor, key)).toEqual({ byMail: true });
    await switchLetters(visitor, key, false);
    minutes += 90; // so that it is a letter of its own
    tick();
    const before = [(await lettersTo('clerk')).length, (await lettersTo('driver')).length] as const;
    await notify(world.ctx, wanted({ kind: 'dataset.returned', to: { people: [people.clerk.id, people.driver.id] } }));
    expect(await lettersTo('clerk')).toHaveLength(before[0]);
    expect(await lettersTo('driver')).toHaveLength(before[1] + 1);
    await expect(switchLetters(visitor, `${key}x`, false)).rejects.toMatchObject({ kind: 'not-found' });
    await switchLetters(visitor, key, true);
    expect(await checkUnsubscribeKey(visitor, key)).toEqual({ byMail: true });
  });
});

it('what accounts want told comes by the event, once', async () => {
  await afresh();
  const notice = {
    to: { people: [people.clerk.id] },
    kind: 'appointment.given',
    subject: { kind: 'unit', id: departmentId, name: 'Відділ транспорту' },
    link: '/cabinet/account',
  };
  await transaction(world.ctx, (ctx) => ctx.emit(ctx.db, { name: 'notice-asked', notice }));
  await world.runJobs();
  const { items } = await listNotices(as('clerk'), { size: 9, unread: true });
  expect(items.map(({ kind }) => kind)).toEqual(['appointment.given']);
});

it('every kind has words in both languages and few are urgent', () => {
  for (const { name, sentence } of Object.values(NOTICE_KINDS)) {
    expect(name.uk).toMatch(/^[А-ЩЬЮЯІЇЄҐ]/);
    expect(name.en).toMatch(/^[A-Z]/);
    for (const text of [sentence.uk, sentence.en]) expect(text).toMatch(/\{subject\}.*\.$/);
  }
  const urgent = Object.values(NOTICE_KINDS).filter((kind) => kind.urgent).length;
  expect(urgent / Object.keys(NOTICE_KINDS).length).toBeLessThan(1 / 3);
});
