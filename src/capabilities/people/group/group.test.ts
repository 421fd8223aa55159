import { afterAll, beforeAll, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { system } from '../../../kernel/actor.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import { actorOfPerson, createPerson, type Person } from '../../accounts/index.ts';
import { loadDataset, openPromises } from '../../catalog/index.ts';
import { listNotices } from '../../notices/index.ts';
import { openGroup, openSitting, ownDecisionsQuestion, remindOfDecisionsJob } from '../index.ts';

const HOME = '/cabinet/city/group';

let world: TestContext;
let unitId: string;
let coordinator: Person;
let member: Person;
let clerk: Person;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
  const make = (name: string, email: string, role: 'coordinator' | 'member' | 'responsible', where: string | null) =>
    createPerson(world.ctx, { name, email, password: 'вербові сережки цвітуть', role, unitId: where });
  coordinator = await make('Олег Явір', 'oleh@x.ua', 'coordinator', null);
  member = await make('Марта Калина', 'marta@x.ua', 'member', null);
  clerk = await make('Ганна Мальва', 'hanna@x.ua', 'responsible', unitId);
});
afterAll(() => world.close());

async function page(who: Person, path: string): Promise<string> {
  const answer = await wholeSite(world, who).request(path);
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 1500)}`).toBe(200);
  return text;
}
async function post(who: Person, path: string, values: Record<string, string> | [string, string][]) {
  const answer = await wholeSite(world, who).request(path, form(values));
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}
const told = async (who: Person) =>
  (await listNotices(world.as(actorOfPerson(who)), { size: 20, unread: true })).items.map(({ kind }) => kind);

it('the group meets, decides, and its decisions are tasks and planned datasets', async () => {
  expect(await page(coordinator, HOME)).toContain('Робочої групи ще немає');
  await post(coordinator, HOME, { name: 'Робоча група з відкритих даних', order: '' });
  expect(await page(member, HOME)).toContain('розпорядження готується');
  expect((await post(member, `${HOME}/members`, { personId: member.id })).status).toBe(403);
  await post(coordinator, `${HOME}/members`, { personId: coordinator.id, part: 'secretary' });
  await post(coordinator, `${HOME}/members`, { personId: member.id, part: 'head' });
  await post(coordinator, `${HOME}/members`, { memberName: 'Степан Ясен', post: 'громадська організація «Поле»' });
  const twice = await post(coordinator, `${HOME}/members`, { personId: member.id, part: 'member' });
  expect([twice.status, twice.text.includes('Ця людина вже в складі групи')]).toEqual([400, true]);

  const sitting = { on: '2026-11-26', at: '10:00', place: 'Мала зала', agenda: 'План на 2027 рік\nУкриття' };
  const planned = await post(coordinator, `${HOME}/sittings`, sitting);
  const at = planned.to.replace(/\?.*/, '');
  const id = at.slice(-36);
  expect(await told(member)).toEqual(['group.sitting']);
  const { members } = await openSitting(world.ctx, id);
  expect(members.map(({ name, part }) => `${name}: ${part}`)).toEqual([
    'Марта Калина: head',
    'Олег Явір: secretary',
    'Степан Ясен: member',
  ]);

  const wrong = await post(coordinator, `${at}/decisions`, { text: '' });
  expect(wrong.status).toBe(400);
  await post(coordinator, `${at}/decisions`, {
    text: 'Звірити контакти шкіл',
    responsibleId: clerk.id,
    dueOn: '2026-11-25',
  });
  await post(coordinator, `${at}/decisions`, {
    text: 'Оприлюднити перелік укриттів',
    responsibleName: 'Відділ захисту',
  });
  const present = members.slice(0, 2).map((one): [string, string] => ['present', one.id]);
  await post(coordinator, `${at}/hold`, [...present, ['minutes', 'Обговорили **укриття**.']]);
  const seen = await page(member, at);
  expect(seen).toContain('<strong>укриття</strong>');
  expect(seen).toContain('Марта Калина, Олег Явір');
  expect(seen).not.toContain('Записати рішення');
  const docx = await wholeSite(world, member).request(`${at}/protocol.docx`);
  expect(
    Buffer.from(await docx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  // the task stands on the desk of whoever is to do it, and they alone of their rank may close it
  expect(await told(clerk)).toContain('group.decision');
  expect(await page(clerk, '/cabinet')).toContain('Звірити контакти шкіл');
  const [own] = await askAlone(world.ctx, ownDecisionsQuestion(clerk.id));
  expect((await post(member, `${HOME}/decisions/${own?.id}/close`, { state: 'done' })).status).toBe(403);
  await remindOfDecisionsJob.handle(world.as(system('worker')), {}, { id: 'run', attempt: 1, last: false });
  await remindOfDecisionsJob.handle(world.as(system('worker')), {}, { id: 'run', attempt: 1, last: false });
  expect((await told(clerk)).filter((kind) => kind === 'group.decision-due')).toHaveLength(1);
  await post(clerk, `${HOME}/decisions/${own?.id}/close`, { state: 'done' });
  expect(await told(clerk)).toEqual([]);
  expect((await post(clerk, `${HOME}/decisions/${own?.id}/close`, { state: 'done' })).status).toBe(409);

  const [open] = (await openGroup(world.ctx)).decisions;
  expect(await page(coordinator, `${HOME}/decisions/${open?.id}/plan`)).toContain(
    'value="Оприлюднити перелік укриттів"',
  );
  const early = { title: 'Перелік укриттів', unitId, dueOn: '2026-01-01' };
  expect((await post(coordinator, `${HOME}/decisions/${open?.id}/plan`, early)).status).toBe(400);
  expect((await openGroup(world.ctx)).decisions).toHaveLength(1);
  const plan = () => post(coordinator, `${HOME}/decisions/${open?.id}/plan`, { ...early, dueOn: '2027-02-01' });
  // of two clicks at once the second plans nothing
  await Promise.all([plan(), plan()]);
  const closed = (await openSitting(world.ctx, id)).decisions.find((one) => one.id === open?.id);
  expect(closed?.state).toBe('done');
  expect((await loadDataset(world.ctx, closed?.datasetId ?? '')).state).toBe('planned');
  expect((await openPromises(world.ctx, { most: 5 })).items.map(({ title }) => title)).toEqual(['Перелік укриттів']);
});

it('a decision is taken off only with a reason; who left the group stays in its records', async () => {
  const { sittings, members } = await openGroup(world.ctx);
  const at = `${HOME}/sittings/${sittings[0]?.id}`;
  await post(coordinator, `${at}/decisions`, { text: 'Придбати таблички' });
  const [open] = (await openGroup(world.ctx)).decisions;
  expect((await post(coordinator, `${HOME}/decisions/${open?.id}/close`, { state: 'dropped' })).status).toBe(400);
  const why = { state: 'dropped', [`note-${open?.id}`]: 'Немає коштів' };
  expect((await post(coordinator, `${HOME}/decisions/${open?.id}/close`, why)).status).toBe(303);
  expect(await page(member, at)).toContain('Немає коштів');
  const outsider = members.find(({ personId }) => personId === null);
  await post(coordinator, `${HOME}/members/${outsider?.id}/leave`, {});
  expect(await page(member, HOME)).toContain('до 23 листопада 2026');
});
