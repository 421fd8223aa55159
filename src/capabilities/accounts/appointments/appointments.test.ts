import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { listHistory } from '../../history/index.ts';
import { listNotices } from '../../notices/index.ts';
import * as accounts from '../index.ts';

const TODAY = '2026-11-23'; // Monday
const PASSWORD = 'вербові сережки цвітуть';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };

let world: TestContext;
let root: accounts.Unit;
let board: accounts.Unit;
let schools: accounts.Unit[];
let coordinator: Somebody;

interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly ctx: Context;
}

const terms = (change: Partial<accounts.AppointmentTerms> = {}): accounts.AppointmentTerms => ({
  role: 'responsible',
  functions: ['create', 'update', 'publish', 'access'],
  datasetIds: null,
  post: 'Головний спеціаліст',
  officeEmail: '',
  officePhone: '',
  from: TODAY,
  to: null,
  substituteId: null,
  order: null,
  ...change,
});

async function somebody(name: string, role: accounts.Role, unitId: string | null): Promise<Somebody> {
  const email = `${newId()}@x.ua`;
  const person = await accounts.createPerson(world.ctx, { name, email, password: PASSWORD, role, unitId });
  return { id: person.id, email, ctx: world.as(accounts.actorOfPerson(person)) };
}

const at = (day: string, time = '10:00') => world.clock.set(`${day}T${time}:00Z`);
const refusal = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const faultsOf = async (deed: Promise<unknown>): Promise<string[]> =>
  deed.then(
    () => [],
    (error: { fields?: { field: string }[] }) => (error.fields ?? []).map(({ field }) => field),
  );
const enter = (email: string, password = PASSWORD) =>
  accounts.signIn(world.as(VISITOR), { email, password, userAgent: '', address: newId() });
const cookieOf = ({ cookies }: { cookies: readonly string[] }) =>
  new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') });
const seen = (headers: Headers) => accounts.personOfRequest(world.as(VISITOR), headers);
const publishes = (ctx: Context, unitId: string, id = newId()) => accounts.may(ctx, 'dataset.publish', { id, unitId });
const nightly = () => accounts.closeAppointmentsJob.handle(world.ctx, {}, { id: 'n', attempt: 1, last: false });
/** Kinds of notices about somebody that a person has. */
const toldOf = async (ctx: Context, id: string) =>
  (await listNotices(ctx, { size: 99 })).items.filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
const letters = async () => (await world.letters()).map(({ to, body }) => ({ to, body }));

beforeAll(async () => {
  world = await makeTestContext({ now: `${TODAY}T10:00:00Z` });
  const administrator = { name: 'Олена Петренко', email: 'olena@rada.example.ua', password: PASSWORD };
  root = (await accounts.setUp(world.as(VISITOR), { community: COMMUNITY, administrator })).root;
  board = await accounts.createUnit(world.ctx, { name: 'Виконком', parentId: root.id });
  schools = [];
  for (let number = 1; number <= 12; number += 1) {
    schools.push(await accounts.createUnit(world.ctx, { name: `Школа № ${number}`, parentId: board.id }));
  }
  coordinator = await somebody('Координаторка', 'coordinator', root.id);
});
afterAll(() => world.close());
beforeEach(() => at(TODAY));

const schoolIds = () => schools.map(({ id }) => id);
const appointNew = (
  ctx: Context,
  email: string | null,
  unitIds: readonly string[],
  change: Partial<accounts.AppointmentTerms> = {},
) => {
  const who = { kind: 'new' as const, name: 'Нова Людина', email, password: null };
  return accounts.appoint(ctx, { who, unitIds, terms: terms(change) }, LINKS);
};

describe('an appointment', () => {
  test('one person serves twelve schools; the invitation is mailed and nobody is doubled', async () => {
    const made = await appointNew(coordinator.ctx, 'nova@x.ua', schoolIds());
    expect(made.appointments).toHaveLength(12);
    expect(made.link).toMatch(/^https:\/\/data\.example\.ua\/reset\?token=[0-9A-Z-]{29}$/);
    expect((await letters()).some(({ to, body }) => to === 'nova@x.ua' && body.includes(made.link ?? '?'))).toBe(true);
    const again = await appointNew(coordinator.ctx, 'NOVA@x.ua', [board.id], { role: 'reader' });
    expect(again.person?.id).toBe(made.person?.id);
    expect(again.link).toBeNull();
    const person = await accounts.findPerson(world.ctx, made.person?.id ?? '');
    expect(person?.appointments).toHaveLength(13);
  });

  test('several people may share a dataset, each with their own functions', async () => {
    const buses = newId();
    const [school] = schoolIds();
    if (!school) throw new Error('no school');
    const first = await appointNew(coordinator.ctx, 'a1@x.ua', [school], {
      datasetIds: [buses],
      functions: ['update'],
    });
    const second = await appointNew(coordinator.ctx, 'a2@x.ua', [school], {
      datasetIds: [buses],
      functions: ['publish'],
    });
    const [one, two] = [first, second].map(({ person }) => {
      if (!person) throw new Error('nobody');
      return world.as(accounts.actorOfPerson(person));
    });
    if (!one || !two) throw new Error('nobody');
    expect(await accounts.may(one, 'dataset.edit', { id: buses, unitId: school })).toBe(true);
    expect(await publishes(one, school, buses)).toBe(false);
    expect(await publishes(two, school, buses)).toBe(true);
    expect(await publishes(two, school)).toBe(false);
  });

  test('is given by heads in their own units only, and never more than they look after', async () => {
    const head = await somebody('Керівник', 'head', board.id);
    const [school] = schoolIds();
    if (!school) throw new Error('no school');
    expect(await refusal(appointNew(head.ctx, 'h1@x.ua', [school]))).toBe('done');
    expect(await refusal(appointNew(head.ctx, 'h2@x.ua', [school, root.id]))).toBe('not-permitted');
    expect(await refusal(appointNew(head.ctx, 'h3@x.ua', [school], { role: 'coordinator' }))).toBe('not-permitted');
    expect(await refusal(appointNew(coordinator.ctx, 'h4@x.ua', [root.id], { role: 'administrator' }))).toBe(
      'not-permitted',
    );
    const staff = await accounts.listStaff(head.ctx);
    expect(staff.people.map(({ person }) => person.email)).toContain('h1@x.ua');
    expect(staff.people.every(({ appointments }) => appointments.every(({ unitId }) => unitId !== root.id))).toBe(true);
    const helper = await somebody('Помічник', 'contributor', board.id);
    expect(await refusal(appointNew(helper.ctx, 'h5@x.ua', [school]))).toBe('not-permitted');
    expect(await refusal(accounts.listStaff(helper.ctx))).toBe('not-permitted');
  });

  test('names the faulty fields, and leaves nothing behind', async () => {
    const count = async () => (await accounts.listPeople(world.ctx)).length;
    const before = await count();
    const bad = { functions: [], from: '', officeEmail: 'x' };
    expect((await faultsOf(appointNew(coordinator.ctx, 'bad', [], bad))).toSorted()).toEqual(
      ['email', 'from', 'functions', 'officeEmail', 'units'].toSorted(),
    );
    const named = { datasetIds: [newId()] };
    expect(await faultsOf(appointNew(coordinator.ctx, 'b1@x.ua', schoolIds(), named))).toEqual(['units']);
    expect(await faultsOf(appointNew(coordinator.ctx, 'b2@x.ua', [newId()]))).toEqual(['units']);
    expect(await count()).toBe(before);
  });

  test('works at once while its order is being prepared, and is late after ten working days, never stopped', async () => {
    const made = await appointNew(coordinator.ctx, 'o1@x.ua', [board.id]);
    const { person } = made;
    const id = made.appointments[0]?.id ?? '';
    if (!person) throw new Error('nobody');
    const state = async () =>
      (await accounts.openStaffPerson(coordinator.ctx, person.id)).appointments[0]?.orderState.kind;
    expect(await state()).toBe('preparing');
    at('2026-12-07');
    expect(await state()).toBe('preparing');
    at('2026-12-08');
    expect(await state()).toBe('overdue');
    expect(await publishes(world.as(accounts.actorOfPerson(person)), board.id)).toBe(true);
    const order = accounts.parseOrder('розпорядження міського голови від 07.12.2026 № 45');
    await accounts.changeAppointment(coordinator.ctx, id, terms({ order }));
    expect(await state()).toBe('final');
    const admin = (await accounts.listPeople(world.ctx)).find(({ email }) => email === 'olena@rada.example.ua');
    if (!admin) throw new Error('no administrator');
    const asAdmin = world.as(accounts.actorOfPerson(admin));
    expect(await refusal(accounts.changeOrderGraceDays(coordinator.ctx, 5))).toBe('not-permitted');
    expect(await faultsOf(accounts.changeOrderGraceDays(asAdmin, 0))).toEqual(['graceDays']);
    await accounts.changeOrderGraceDays(asAdmin, 12);
    expect(await accounts.orderGraceDays(asAdmin)).toBe(12);
  });

  test('takes rights, sessions and links with its end; drafts of others are not touched', async () => {
    const clerk = await somebody('Клерк', 'responsible', board.id);
    const session = cookieOf(await enter(clerk.email));
    expect((await seen(session))?.id).toBe(clerk.id);
    const [held] = (await accounts.openStaffPerson(coordinator.ctx, clerk.id)).appointments;
    const wanted = { name: 'скрипт', scopes: ['dataset.edit'], unitId: null, datasetIds: null };
    await accounts.createPersonalToken(clerk.ctx, wanted);
    await accounts.endAppointment(coordinator.ctx, held?.id ?? '', TODAY);
    expect(await publishes(clerk.ctx, board.id)).toBe(true);
    at('2026-11-24', '00:05');
    expect(await publishes(clerk.ctx, board.id)).toBe(false);
    expect(await seen(session)).toBeNull();
    expect(await refusal(enter(clerk.email))).toBe('no-appointment');
    await nightly();
    const left = await sql<{
      n: number;
    }>`select count(*)::int as n from accounts_session where user_id = ${clerk.id}`.execute(world.ctx.db);
    expect(left.rows[0]?.n).toBe(0);
    expect(await accounts.listOwnTokens(clerk.ctx)).toMatchObject([{ endReason: 'access-ended' }]);
    const second = await somebody('Другий', 'responsible', board.id);
    const [now] = (await accounts.openStaffPerson(coordinator.ctx, second.id)).appointments;
    await accounts.endAppointment(coordinator.ctx, now?.id ?? '', TODAY);
    expect(await publishes(second.ctx, board.id)).toBe(false);
  });
});

describe('somebody without e-mail', () => {
  test('gets a name and a code that can be typed from paper', async () => {
    const made = await appointNew(coordinator.ctx, null, [board.id]);
    const { person, link } = made;
    if (!person || !link) throw new Error('nobody');
    expect(accounts.hasMail(person)).toBe(false);
    const name = accounts.signInName(person);
    expect(name).toMatch(/^nova-liudyna-\d{3}$/);
    const code = new URL(link).searchParams.get('token') ?? '';
    expect(accounts.tidyCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
    const password = 'шість горобців на дроті';
    await accounts.resetPassword(world.as(VISITOR), { token: code, password });
    expect(await enter(name, password)).toMatchObject({ step: 'done', person: { id: person.id } });
    const twin = await appointNew(coordinator.ctx, null, [board.id]);
    expect(twin.person?.name).toBe(person.name);
    expect(twin.person?.email).not.toBe(person.email);
    expect((await letters()).some(({ to }) => to.endsWith('.invalid'))).toBe(false);
  });
});

describe('a vacancy', () => {
  test('gives nobody rights and is listed', async () => {
    await accounts.appoint(
      coordinator.ctx,
      { who: { kind: 'vacancy' }, unitIds: [board.id], terms: terms({ post: 'Спеціаліст архіву' }) },
      LINKS,
    );
    const { vacancies } = await accounts.listStaff(coordinator.ctx);
    expect(vacancies.map(({ post }) => post)).toContain('Спеціаліст архіву');
    expect((await accounts.listResponsible(world.as(VISITOR))).map(({ post }) => post)).not.toContain(
      'Спеціаліст архіву',
    );
  });
});

describe('an absence', () => {
  test('is one click: the substitute has work and rights, the absent no access, and it is told plainly', async () => {
    const maria = await somebody('Марія Сич', 'reader', root.id);
    const ihor = await somebody('Ігор Гай', 'responsible', board.id);
    const session = cookieOf(await enter(ihor.email));
    const wish = { kind: 'sick' as const, from: TODAY, to: null, substituteId: maria.id };
    const absence = await accounts.startAbsence(ihor.ctx, ihor.id, wish);
    expect(await publishes(ihor.ctx, board.id)).toBe(false);
    expect(await publishes(maria.ctx, board.id)).toBe(true);
    expect(await seen(session)).toBeNull();
    const told = await enter(ihor.email).catch((error: { code: string; text: { uk: string } }) => error);
    expect(told).toMatchObject({ code: 'absent' });
    expect((told as { text: { uk: string } }).text.uk).toContain('Вас заступає Марія Сич');
    await world.runJobs();
    expect(await toldOf(maria.ctx, ihor.id)).toEqual(['absence.begun']);
    expect(await toldOf(coordinator.ctx, ihor.id)).toEqual(['person.absent']);
    expect(
      (await letters()).some(({ to, body }) => to === maria.email && body.includes('Ви заміщаєте: Ігор Гай.')),
    ).toBe(true);
    const names = (await accounts.listResponsible(world.as(VISITOR))).map(({ name }) => name);
    expect(names).toContain('Марія Сич');
    expect(names).not.toContain('Ігор Гай');
    expect(await refusal(accounts.endAbsence(maria.ctx, absence.id))).toBe('not-permitted');
    await accounts.endAbsence(coordinator.ctx, absence.id);
    expect(await publishes(ihor.ctx, board.id)).toBe(true);
    expect(await publishes(maria.ctx, board.id)).toBe(false);
    expect(await refusal(enter(ihor.email))).toBe('done');
  });

  test('begins and ends by itself', async () => {
    const olha = await somebody('Ольга', 'responsible', board.id);
    const session = cookieOf(await enter(olha.email));
    const leave = { kind: 'leave' as const, from: '2026-11-25', to: '2026-11-26', substituteId: null };
    await accounts.startAbsence(coordinator.ctx, olha.id, leave);
    expect(await faultsOf(accounts.startAbsence(coordinator.ctx, olha.id, { ...leave, to: null }))).toEqual([
      'absenceFrom',
    ]);
    expect(await publishes(olha.ctx, board.id)).toBe(true);
    at('2026-11-25');
    expect(await seen(session)).toBeNull();
    await nightly();
    at('2026-11-27');
    expect(await publishes(olha.ctx, board.id)).toBe(true);
    expect(await seen(session)).toBeNull(); // the session ended with the leave
    expect(await refusal(enter(olha.email))).toBe('done');
  });

  test('of the last administrator is refused unless somebody stands in', async () => {
    const admin = (await accounts.listPeople(world.ctx)).find(({ email }) => email === 'olena@rada.example.ua');
    if (!admin) throw new Error('no administrator');
    const wish = { kind: 'leave' as const, from: '2026-12-01', to: null, substituteId: null };
    expect(await refusal(accounts.startAbsence(world.ctx, admin.id, wish))).toBe('last-administrator');
    expect(await refusal(accounts.startAbsence(coordinator.ctx, admin.id, wish))).toBe('not-permitted');
    const stand = { ...wish, substituteId: coordinator.id };
    const absence = await accounts.startAbsence(world.ctx, admin.id, stand);
    await accounts.endAbsence(world.ctx, absence.id);
  });
});

describe('the change of a person', () => {
  test('hands over all appointments, ends access and tells the coordinator, in one step', async () => {
    const named = Array.from({ length: 30 }, () => newId());
    const old = await somebody('Стара Людина', 'responsible', board.id);
    await accounts.appoint(
      coordinator.ctx,
      { who: { kind: 'known', id: old.id }, unitIds: schoolIds().slice(0, 1), terms: terms({ datasetIds: named }) },
      LINKS,
    );
    const other = await somebody('Колега', 'contributor', board.id);
    const [ofOther] = (await accounts.openStaffPerson(coordinator.ctx, other.id)).appointments;
    await accounts.changeAppointment(coordinator.ctx, ofOther?.id ?? '', terms({ substituteId: old.id }));
    const session = cookieOf(await enter(old.email));
    const fresh = await somebody('Нова Особа', 'reader', board.id);
    const order = accounts.parseOrder('наказ від 20.11.2026 № 9-к');
    const wish = { leavingId: old.id, coming: { kind: 'known' as const, id: fresh.id }, from: TODAY, order };
    const made = await accounts.replacePerson(coordinator.ctx, wish, LINKS);
    expect(made.appointments.map(({ datasetIds }) => datasetIds?.length ?? null).toSorted()).toEqual([30, null]);
    expect(await publishes(old.ctx, board.id)).toBe(false);
    expect(await seen(session)).toBeNull();
    expect(await publishes(fresh.ctx, board.id)).toBe(true);
    const school = schoolIds()[0] ?? '';
    for (const id of named) expect(await publishes(fresh.ctx, school, id)).toBe(true);
    const [now] = (await accounts.openStaffPerson(coordinator.ctx, other.id)).appointments;
    expect(now?.substituteId).toBe(fresh.id);
    await world.runJobs();
    expect(await toldOf(coordinator.ctx, old.id)).toEqual(['person.changed']);
    expect(await toldOf(fresh.ctx, old.id)).toEqual(['appointment.given']);
    const { items } = await listHistory(world.ctx, { subjectId: old.id }, { page: 1, size: 5 });
    const line = items.find(({ deed }) => deed === 'person.replaced');
    expect(line?.after).toMatchObject({ replacedBy: 'Нова Особа', appointments: 2 });
  });

  test('by somebody new from a day to come: until then the first one works', async () => {
    const old = await somebody('Перша', 'responsible', board.id);
    const coming = { kind: 'new' as const, name: 'Друга', email: 'druha@x.ua', password: null };
    const made = await accounts.replacePerson(
      coordinator.ctx,
      { leavingId: old.id, coming, from: '2026-11-25', order: null },
      LINKS,
    );
    if (!made.person || !made.link) throw new Error('nobody was invited');
    const token = new URL(made.link).searchParams.get('token') ?? '';
    await accounts.resetPassword(world.as(VISITOR), { token, password: PASSWORD });
    expect(await refusal(enter('druha@x.ua'))).toBe('not-yet-appointed');
    expect(await publishes(old.ctx, board.id)).toBe(true);
    at('2026-11-25');
    expect(await publishes(old.ctx, board.id)).toBe(false);
    expect(await publishes(world.as(accounts.actorOfPerson(made.person)), board.id)).toBe(true);
    expect(await refusal(enter('druha@x.ua'))).toBe('done');
  });

  test('shows the public no address that nobody gave as an office one', async () => {
    const who = { kind: 'new' as const, name: 'Із власною поштою', email: 'own@x.ua', password: null };
    const wanted = { who, unitIds: [board.id], terms: terms({ officeEmail: 'own@x.ua' }) };
    const { person } = await accounts.appoint(coordinator.ctx, wanted, LINKS);
    const coming = { kind: 'new' as const, name: 'Тиха', email: 'quiet@x.ua', password: null };
    const wish = { leavingId: person?.id ?? '', coming, from: TODAY, order: null };
    const made = await accounts.replacePerson(coordinator.ctx, wish, LINKS);
    expect(made.appointments.map(({ officeEmail }) => officeEmail)).toEqual(['']);
    const shown = await accounts.listResponsible(world.as(VISITOR));
    expect(JSON.stringify(shown)).not.toContain('quiet@x.ua');
  });

  test('is refused for oneself, without a person, and outside of one’s units', async () => {
    const old = await somebody('Та сама', 'responsible', root.id);
    const wish = (coming: accounts.Appointee) => ({ leavingId: old.id, coming, from: TODAY, order: null });
    const by = (ctx: Context, coming: accounts.Appointee) => accounts.replacePerson(ctx, wish(coming), LINKS);
    expect(await faultsOf(by(coordinator.ctx, { kind: 'known', id: old.id }))).toEqual(['comingId']);
    expect(await faultsOf(by(coordinator.ctx, { kind: 'known', id: '' }))).toEqual(['comingId']);
    const head = await somebody('Керівниця', 'head', board.id);
    expect(await refusal(by(head.ctx, { kind: 'known', id: head.id }))).toBe('not-permitted');
    const made = await by(coordinator.ctx, { kind: 'vacancy' });
    expect(made.appointments.map(({ personId }) => personId)).toEqual([null]);
  });
});
