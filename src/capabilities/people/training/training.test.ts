import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { system } from '../../../kernel/actor.ts';
import { addMonths } from '../../../kernel/dates.ts';
import {
  actorOfPerson,
  appoint,
  createPerson,
  endAppointment,
  type Person,
  responsibleOn,
  viewHistory,
} from '../../accounts/index.ts';
import { listNotices } from '../../notices/index.ts';
import {
  cancelSession,
  markSelf,
  readCertificate,
  recordTraining,
  remindOfTrainingJob,
  removeTraining,
  saveCourse,
  saveSession,
  sessionOfCode,
  signUp,
  tickList,
  trainingSchedule,
  trainingShareOn,
} from '../index.ts';

const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };
const TERMS = {
  role: 'responsible' as const,
  functions: ['create', 'update'] as const,
  datasetIds: null,
  post: '',
  officeEmail: '',
  officePhone: '',
  from: '2026-01-12',
  to: null,
  substituteId: null,
  order: null,
};
const PDF = new TextEncoder().encode('%PDF-1.7\nвигаданий сертифікат');
const COURSE = {
  title: 'Основи відкритих даних',
  provider: 'Школа',
  address: '',
  hours: 4,
  functions: [],
  validMonths: 12,
};
const SESSION = { topic: 'Паспорт набору', audience: '', trainer: '', place: 'Зала 12', at: '14:00', seats: null };

let world: TestContext;
let unitId: string;
let people: Person[];
let courseId: string;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
  people = [];
  // the second and the third bear one name
  for (const [at, from] of ['2026-01-12', '2026-01-12', '2026-11-02'].entries()) {
    const who = {
      kind: 'new' as const,
      name: at === 0 ? 'Ганна Мальва' : 'Іван Верба',
      email: `p${at}@x.ua`,
      password: null,
    };
    const made = await appoint(world.ctx, { who, unitIds: [unitId], terms: { ...TERMS, from } }, LINKS);
    if (made.person) people.push(made.person);
  }
  await appoint(world.ctx, { who: { kind: 'vacancy' }, unitIds: [unitId], terms: TERMS }, LINKS);
  courseId = (await saveCourse(world.ctx, null, COURSE)).id;
});
afterAll(() => world.close());

const person = (at: number): Person => {
  const found = people[at];
  if (!found) throw new Error('no such person');
  return found;
};
const as = (at: number) => world.as(actorOfPerson(person(at)));
const share = async (day: string) => {
  const { owed, trained, fresh, freshTrained, vacancies } = await trainingShareOn(world.ctx, day);
  return [trained, owed, freshTrained, fresh, vacancies];
};
const wish = (personId: string, on: string) => ({ personId, courseId, on, result: '', certificate: null });

describe('the share of trained persons', () => {
  it('counts a person once, the first three months apart and vacancies apart, on any day', async () => {
    expect(await share('2026-11-23')).toEqual([0, 2, 0, 1, 1]);
    await recordTraining(world.ctx, wish(person(0).id, '2026-03-02'));
    expect(await share('2026-11-23')).toEqual([1, 2, 0, 1, 1]);
    // before the course; in the first months; after it ceased to count; when the third is past the first months
    expect(await share('2026-03-01')).toEqual([0, 0, 0, 2, 1]);
    expect(await share('2026-04-11')).toEqual([0, 0, 1, 2, 1]);
    expect(await share('2026-04-12')).toEqual([1, 2, 0, 0, 1]);
    expect(await share('2027-03-02')).toEqual([1, 3, 0, 0, 1]);
    expect(await share('2027-03-03')).toEqual([0, 3, 0, 0, 1]);
  });

  it('forgets nobody who left: the past stays as it was, the present counts those who work', async () => {
    const extra = await createPerson(world.ctx, {
      name: 'Той, хто йде',
      email: 'gone@x.ua',
      password: 'вербові сережки цвітуть',
      role: 'contributor',
      unitId,
    });
    const made = await appoint(
      world.ctx,
      { who: { kind: 'known', id: extra.id }, unitIds: [unitId], terms: { ...TERMS, from: '2026-02-02' } },
      LINKS,
    );
    expect((await share('2026-11-23'))[1]).toBe(3);
    await endAppointment(world.ctx, made.appointments[0]?.id ?? '', '2026-11-20');
    expect((await share('2026-11-23'))[1]).toBe(2);
    expect((await share('2026-11-20'))[1]).toBe(3);
  });

  it('counts a course only for those whose functions it is for', async () => {
    const forPublishers = await saveCourse(world.ctx, null, { ...COURSE, title: 'Публікація', functions: ['publish'] });
    const before = await share('2026-11-23');
    await recordTraining(world.ctx, { ...wish(person(1).id, '2026-05-05'), courseId: forPublishers.id });
    expect(await share('2026-11-23')).toEqual(before);
  });

  it('ends the first months on the same day three months later, or the last of a short month', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
    expect(addMonths('2026-12-31', 14)).toBe('2028-02-29');
  });
});

describe('a certificate', () => {
  it('is asked of a person who notes their own course, read by them and by nobody of their rank, and goes with the record', async () => {
    const mine = wish(person(1).id, '2026-06-01');
    await expect(recordTraining(as(1), mine)).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'certificate' }],
    });
    const wrong = { name: 'сертифікат.pdf', bytes: new TextEncoder().encode('MZ вигаданий') };
    await expect(recordTraining(as(1), { ...mine, certificate: wrong })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(recordTraining(as(1), wish(person(0).id, '2026-06-01'))).rejects.toMatchObject({ kind: 'forbidden' });
    const kept = await recordTraining(as(1), { ...mine, certificate: { name: 'сертифікат.pdf', bytes: PDF } });
    const { name, bytes } = await readCertificate(as(1), kept.id);
    expect([name, Buffer.concat(await Array.fromAsync(bytes)).toString()]).toEqual([
      'сертифікат.pdf',
      Buffer.from(PDF).toString(),
    ]);
    await expect(readCertificate(as(2), kept.id)).rejects.toMatchObject({ kind: 'forbidden' });
    // a file that is refused takes nothing away from the one given before
    await expect(recordTraining(as(1), { ...mine, certificate: wrong })).rejects.toMatchObject({ kind: 'invalid' });
    const still = await readCertificate(as(1), kept.id);
    expect(Buffer.concat(await Array.fromAsync(still.bytes)).toString()).toBe(Buffer.from(PDF).toString());
    const better = new TextEncoder().encode('%PDF-1.7\nкращий скан');
    const improved = await recordTraining(as(1), { ...mine, certificate: { name: 'кращий.pdf', bytes: better } });
    expect((await readCertificate(as(1), kept.id)).name).toBe('кращий.pdf');
    expect(await world.ctx.objects.stat(kept.certificate?.key ?? '')).toBeNull();
    expect((await share('2026-11-23'))[0]).toBe(2);
    await removeTraining(world.ctx, kept.id);
    expect((await share('2026-11-23'))[0]).toBe(1);
    await expect(readCertificate(world.ctx, kept.id)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await world.ctx.objects.stat(improved.certificate?.key ?? '')).toBeNull();
  });
});

describe('a training of the schedule', () => {
  it('takes no more people than it has seats, and a namesake is not the same person', async () => {
    const { id } = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-25', seats: 1 });
    await signUp(as(1), id);
    await signUp(as(1), id);
    await expect(signUp(as(2), id)).rejects.toMatchObject({ code: 'no-seats' });
    const [listed] = await trainingSchedule(as(2), '2026-11-25', '2026-11-25');
    expect(listed).toMatchObject({ signed: 1, mine: null });
  });

  it('is ticked as a list; coming is having taken the course, and being taken off the list is not', async () => {
    const { id } = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-23' });
    expect((await share('2026-11-23')).slice(0, 4)).toEqual([1, 2, 0, 1]);
    await expect(tickList(as(1), id, [])).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await tickList(world.ctx, id, [person(1).id, person(2).id, person(2).id])).toBe(2);
    expect((await share('2026-11-23')).slice(0, 4)).toEqual([2, 2, 1, 1]);
    await tickList(world.ctx, id, [person(2).id]);
    expect((await share('2026-11-23')).slice(0, 4)).toEqual([1, 2, 1, 1]);
    await tickList(world.ctx, id, []);
    expect((await share('2026-11-23')).slice(0, 4)).toEqual([1, 2, 0, 1]);
    const deeds = (await viewHistory(world.ctx, { subjectId: person(2).id }, { size: 20 })).items.map(
      ({ deed }) => deed,
    );
    expect(deeds.filter((deed) => deed.startsWith('training.')).toSorted()).toEqual([
      'training.removed',
      'training.taken',
    ]);
  });

  it('is called off only while it is to come, and what was called off is not ticked', async () => {
    const held = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-23' });
    await tickList(world.ctx, held.id, []);
    await expect(cancelSession(world.ctx, held.id)).rejects.toMatchObject({ code: 'session-decided' });
    const { id } = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-23' });
    await cancelSession(world.ctx, id);
    await expect(cancelSession(world.ctx, id)).rejects.toMatchObject({ code: 'session-decided' });
    await expect(tickList(world.ctx, id, [person(1).id])).rejects.toMatchObject({ code: 'session-decided' });
  });

  it('lets a person mark themself by the code in the room, on its day only', async () => {
    const { code, id } = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-23' });
    expect((await sessionOfCode(as(1), `${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).id).toBe(id);
    await expect(markSelf(as(1), 'AAAAA1')).rejects.toMatchObject({ kind: 'not-found' });
    await markSelf(as(1), code);
    await markSelf(as(1), code);
    expect((await share('2026-11-23')).slice(0, 4)).toEqual([2, 2, 0, 1]);
    // the trainer's list keeps those who marked themselves when they are ticked
    await tickList(world.ctx, id, [person(1).id]);
    expect((await share('2026-11-23'))[0]).toBe(2);
    await tickList(world.ctx, id, []);
    const tomorrow = await saveSession(world.ctx, null, { ...SESSION, courseId, on: '2026-11-24' });
    await expect(markSelf(as(1), tomorrow.code)).rejects.toMatchObject({ code: 'not-today' });
  });
});

describe('reminders', () => {
  const run = () => remindOfTrainingJob.handle(world.as(system('worker')), {}, { id: 'run', attempt: 1, last: false });
  const told = async (at: number) =>
    (await listNotices(as(at), { size: 20, unread: true })).items.map(({ kind, facts }) => `${kind} ${facts.dueOn}`);

  it('tell who owes a course, whose course ends, and who is down for a training; once', async () => {
    await run();
    await run();
    expect(await told(1)).toEqual(expect.arrayContaining(['training.due 2026-04-12', 'training.soon 2026-11-25']));
    expect(await told(1)).toHaveLength(2);
    // in the first month of the first three nothing is owed yet
    expect(await told(2)).toEqual([]);
    world.clock.set('2027-02-10T10:00:00+02:00');
    await run();
    expect(await told(0)).toEqual(['training.lapses 2027-03-02']);
    expect(await told(2)).toEqual(['training.due 2027-02-02']);
    await recordTraining(world.ctx, wish(person(2).id, '2027-02-09'));
    world.clock.set('2027-02-11T10:00:00+02:00');
    await run();
    expect((await told(2)).filter((one) => one.startsWith('training.due'))).toEqual([]);
  });

  it('are of appointments: the names of a day are told to nobody outside the cabinet', async () => {
    await expect(responsibleOn(world.as({ kind: 'visitor' }), '2026-11-23')).rejects.toMatchObject({
      kind: 'signed-out',
    });
  });
});
