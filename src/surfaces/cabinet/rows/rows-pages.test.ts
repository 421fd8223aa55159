import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { publishDataset, rowWriting } from '../../../capabilities/publishing/index.ts';
import { changeReviewSettings } from '../../../capabilities/review/index.ts';

let world: TestContext;
let dataset: Dataset;
let reviewer: Person;
let responsible: Person;

beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const person = (name: string, role: 'reviewer' | 'responsible') =>
    createPerson(world.ctx, { name, email: `${role}@x.ua`, password: 'довгий пароль для перевірки', role, unitId });
  reviewer = await person('Ірина Вигадана', 'reviewer');
  responsible = await person('Олег Вигаданий', 'responsible');
  const file = { name: 'школи.csv', text: 'Номер,Назва\n1,Гімназія\n2,Ліцей\n', identifier: ['Номер'] };
  dataset = await draftDataset(world, unitId, 'Школи', file);
  await publishDataset(world.ctx, dataset.id);
  const settings = { reviewers: 'unit' as const, termDays: 3, routineAtOnce: false, trustedUnitIds: [] };
  await changeReviewSettings(world.ctx, { ...settings, twoPerson: true });
});
afterAll(() => world.close());

const path = () => `/cabinet/datasets/${dataset.id}/rows`;
async function seen(who: Person, query = ''): Promise<string> {
  const answer = await wholeSite(world, who).request(`${path()}${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

test('the responsible person sees why rows are not taken, where they are written, and who decides; decides nothing', async () => {
  const page = await seen(responsible);
  expect(page).toContain('Ні, зараз рядки не приймаються');
  expect(page).toContain('Попросіть того, хто перевіряє');
  expect(page).toContain(`/api/rows/${dataset.resources[0]?.id}`);
  expect(page).toContain('Вирішує той, хто перевіряє');
  expect(page).not.toContain('Дозволити рядки без перевірки</button>');
  const answer = await wholeSite(world, responsible).request(path(), form({ unreviewed: 'yes' }));
  expect(answer.status).toBe(403);
  expect((await rowWriting(world.ctx, dataset.id)).rule).toBeNull();
});

test('the reviewer allows rows without review, and undoes it by one button', async () => {
  expect(await seen(reviewer)).toContain('Дозволити рядки без перевірки');
  const allowed = await wholeSite(world, reviewer).request(path(), form({ unreviewed: 'yes' }));
  expect([allowed.status, allowed.headers.get('location')]).toEqual([303, `${path()}?done=allowed`]);
  const page = await seen(reviewer, '?done=allowed');
  expect(page).toContain('Так, рядки приймаються');
  expect(page).toContain('Ірина Вигадана');
  expect(page).toContain('Скасувати');
  const undone = await wholeSite(world, reviewer).request(path(), form({ unreviewed: 'no', undo: 'yes' }));
  expect(undone.headers.get('location')).toBe(`${path()}?done=undone`);
  expect(await seen(reviewer, '?done=undone')).toContain('Повернуто, як було');
  expect((await rowWriting(world.ctx, dataset.id)).refusal?.code).toBe('rows-need-review');
});
