import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { addDays } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';
import { actorOfPerson, createPerson, type Role } from '../accounts/index.ts';
import { changePassport, lookOverDatasets } from '../catalog/index.ts';
import { listNotices } from '../notices/index.ts';
import { publishDataset } from '../publishing/index.ts';
import { remindersOf, remindOfTermsJob } from './remind-of-terms-job.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n102;Ліцей № 2\n' };
let test: TestContext;
const people: Record<string, Context> = {};
let dueOn: string;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  const unitId = await setUpCommunity(test);
  for (const role of ['coordinator', 'head', 'responsible'] satisfies Role[]) {
    const input = { name: role, email: `${role}@x.ua`, password: 'довгий пароль для перевірки', role, unitId };
    people[role] = test.as(actorOfPerson(await createPerson(test.ctx, input)));
  }
  const dataset = await draftDataset(test, unitId, 'Перелік шкіл', FILE);
  await changePassport(test.ctx, dataset.id, { ...dataset.passport, frequency: 'once a month' });
  await publishDataset(test.ctx, dataset.id);
  const board = await lookOverDatasets(test.ctx, 'dataset.coordinate', {}, { page: 1, size: 9 });
  dueOn = board.items[0]?.dueOn ?? '';
});
afterAll(() => test.close());

async function remind(day: string): Promise<void> {
  test.clock.set(`${day}T08:45:00+02:00`);
  await remindOfTermsJob.handle(test.ctx, {}, { id: 'run', attempt: 1, last: false });
}
const told = async (who: string) =>
  (await listNotices(people[who] ?? test.ctx, { size: 50 })).items.map(({ kind }) => kind).toReversed();

it('a term is told of a week and a day before, when it has passed, and higher up the longer it lasts', async () => {
  expect(dueOn).toMatch(/^2026-12-/);
  await remind(addDays(dueOn, -12));
  expect(await told('responsible')).toEqual([]);
  for (let ahead = 7; ahead >= 0; ahead -= 1) await remind(addDays(dueOn, -ahead));
  expect(await told('responsible')).toEqual(['dataset.due-soon', 'dataset.due-soon']);
  for (let past = 1; past <= 20; past += 1) await remind(addDays(dueOn, past));
  expect(await told('responsible')).toEqual(['dataset.due-soon', 'dataset.due-soon', 'dataset.overdue']);
  expect(await told('head')).toEqual(['dataset.overdue']);
  expect(await told('coordinator')).toEqual(['dataset.overdue']);
});

it.each([
  ['2026-12-25', []],
  ['2026-12-16', ['week 2026-12-16']],
  ['2026-12-10', ['tomorrow 2026-12-10']],
  ['2026-12-09', ['tomorrow 2026-12-09']],
  ['2026-12-08', ['2026-12-08']],
  ['2026-12-04', ['2026-12-04', 'head 2026-12-04']],
  ['2026-11-25', ['2026-11-25', 'head 2026-11-25', 'all 2026-11-25']],
])('on 9 December a dataset due on %s', (day, once) => {
  const reminders = remindersOf({ id: 'd1', unitId: 'u1', dueOn: day }, '2026-12-09');
  expect(reminders.map((one) => one.once)).toEqual(once);
});
