import { afterAll, beforeAll, expect, it } from 'vitest';
import { appoint } from '../../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import { createUnit } from '../../accounts/index.ts';
import { type Dataset, loadDataset } from '../../catalog/index.ts';
import { listHistory } from '../../history/index.ts';
import { listNotices } from '../../notices/index.ts';
import {
  askForPublication,
  decideOnSecurity,
  findPublication,
  moveDatasetToUnit,
  planPublication,
  publicationFaults,
  publishDataset,
  writeRows,
} from '../../publishing/index.ts';
import {
  decisionsOf,
  dueReviewsQuestion,
  protectionOf,
  remindOfRestrictionsJob,
  type SecurityWish,
  securityOf,
  undoDecision,
  undoSecurity,
} from '../index.ts';

const FILE = {
  name: 'укриття.csv',
  text: 'Номер;Назва;Місткість;У кого ключі;Широта;Довгота\n1;Сховище 1;120;черговий;50.7412;25.3211\n2;Сховище 2;300;сторож;50.7433;25.3254\n3;Сховище 3;80;черговий;50.7467;25.3298\n',
};
const PUBLISH: SecurityWish = {
  way: 'publish',
  reason: 'Споруди відкриті для людей',
  agreedWith: 'Рада оборони, лист № 5',
};
const SUSPEND: SecurityWish = {
  way: 'suspend',
  reason: 'Воєнний стан',
  order: 'Наказ № 7 від 01.11.2026',
  reviewOn: '2099-01-01',
};

let test: TestContext;
let unitId: string;
let contributor: Context;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
});
afterAll(() => test.close());

const codes = async ({ id }: Dataset) => (await publicationFaults(test.ctx, id)).map(({ field }) => field);
const shelters = (title: string) => draftDataset(test, unitId, title, FILE);

async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) =>
      isRequestError(error) ? `${error.code} ${error.fields.map(({ field }) => field)}` : String(error),
  );
}

it('a flagged dataset is published by no way until somebody has decided, and then by the decision that says who agreed', async () => {
  const { ctx } = test;
  const dataset = await shelters('Захисні споруди громади');
  const told = 'not-ready-to-publish security-undecided';
  expect(await refusal(publishDataset(ctx, dataset.id))).toBe(told);
  expect(await refusal(askForPublication(ctx, dataset.id))).toBe(told);
  expect(await refusal(planPublication(ctx, dataset.id, new Date('2099-01-01T10:00:00Z')))).toBe(told);
  expect((await publicationFaults(ctx, dataset.id))[0]?.text.uk).toBe(
    'Потрібне безпекове рішення (захисні споруди й укриття): оприлюднити, прибрати стовпці, узагальнити або призупинити на час.',
  );
  const unsaid = decideOnSecurity(ctx, dataset.id, { way: 'publish', reason: '' });
  expect(await refusal(unsaid)).toBe('decision-incomplete reason,agreedWith');
  expect(await refusal(decideOnSecurity(contributor, dataset.id, PUBLISH))).toBe('not-permitted ');
  await decideOnSecurity(ctx, dataset.id, PUBLISH);
  expect(await codes(dataset)).toEqual([]);
  await publishDataset(ctx, dataset.id);
  const { items } = await listHistory(ctx, { subjectId: dataset.id }, { page: 1, size: 20 });
  expect(items.map(({ deed }) => deed)).toContain('security.decided');
});

it('a new column that is flagged asks again', async () => {
  const dataset = await shelters('Укриття з новим стовпцем');
  await decideOnSecurity(test.ctx, dataset.id, PUBLISH);
  await giveFile(test, dataset, { ...FILE, text: FILE.text.replace('Назва', 'Охорона') });
  expect(await codes(dataset)).toEqual(['security-undecided']);
});

it('withheld columns leave the table, coarser ones stay, and undoing one of them stops publication', async () => {
  const { ctx } = test;
  const dataset = await shelters('Перелік укриттів');
  const resourceId = dataset.resources[0]?.id ?? '';
  const columns = ['У кого ключі', 'Місткість'].map((columnTitle) => ({ resourceId, columnTitle }));
  await decideOnSecurity(contributor, dataset.id, { way: 'withhold', columns, reason: 'Видно, де ключі' });
  await test.runJobs();
  expect((await protectionOf(ctx, resourceId)).map((step) => `${step.code} ${step.columnTitle}`)).toEqual([
    'protect-remove У кого ключі',
    'protect-remove Місткість',
  ]);
  expect((await securityOf(ctx, await loadDataset(ctx, dataset.id))).faults).toEqual([]);
  const [first] = await decisionsOf(ctx, dataset.id);
  expect(first).toMatchObject({ way: 'remove', restriction: 'service', threePart: { interest: 'national-security' } });
  await undoDecision(ctx, first?.id ?? '');
  await test.runJobs();
  expect(await codes(dataset)).toContain('security-not-withheld');
  const all = ['Широта', 'Довгота', 'Місткість'].map((columnTitle) => ({ resourceId, columnTitle }));
  await decideOnSecurity(ctx, dataset.id, { way: 'generalise', columns: all, reason: 'Лише район' });
  expect((await protectionOf(ctx, resourceId)).map(({ code, parameters }) => [code, parameters])).toEqual([
    ['protect-grid', { longitude: 'Довгота' }],
    ['protect-ranges', { bounds: [50, 100, 300, 1000] }],
  ]);
  expect((await securityOf(ctx, await loadDataset(ctx, dataset.id))).faults).toEqual([]);
});

it('columns withheld before are shown again by a decision to publish all', async () => {
  const { ctx } = test;
  const dataset = await shelters('Укриття: усі відомості');
  const resourceId = dataset.resources[0]?.id ?? '';
  const columns = [{ resourceId, columnTitle: 'Місткість' }];
  await decideOnSecurity(ctx, dataset.id, { way: 'withhold', columns, reason: 'Видно, де люди' });
  await decideOnSecurity(ctx, dataset.id, PUBLISH);
  expect(await protectionOf(ctx, resourceId)).toEqual([]);
});

it('a suspension keeps a draft from the public until its day and closes what is public; undone, it asks again', async () => {
  const { ctx } = test;
  const draft = await shelters('Укриття на перевірці');
  const { id } = await decideOnSecurity(ctx, draft.id, SUSPEND);
  expect(await codes(draft)).toEqual(['security-postponed']);
  await undoSecurity(ctx, id);
  expect(await codes(draft)).toEqual(['security-undecided']);
  await decideOnSecurity(ctx, draft.id, PUBLISH);
  await publishDataset(ctx, draft.id);
  await decideOnSecurity(ctx, draft.id, SUSPEND);
  const publication = await findPublication(ctx, draft.id);
  expect(publication).toMatchObject({
    state: 'suspended',
    closure: { order: SUSPEND.order, reviewOn: SUSPEND.reviewOn },
  });
});

it('rows written by a program are refused as publication is, while nobody has decided', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Укриття: рядки програмою', { ...FILE, identifier: ['Номер'] });
  const { id } = await decideOnSecurity(ctx, dataset.id, PUBLISH);
  await publishDataset(ctx, dataset.id);
  await test.runJobs();
  const resourceId = dataset.resources[0]?.id ?? '';
  const names = (await loadDataset(ctx, dataset.id)).resources[0]?.structure.fields.map(({ name }) => name) ?? [];
  const row = Object.fromEntries(
    names.map((name, at) => [name, ['4', 'Сховище 4', '90', 'сторож', '50.7', '25.3'][at]]),
  );
  const write = () => writeRows(ctx, resourceId, { kind: 'put', rows: [row] });
  expect(await write()).toMatchObject({ rows: 4 });
  await undoSecurity(ctx, id);
  expect(await refusal(write())).toBe('rows-need-security-decision security-undecided');
  await decideOnSecurity(ctx, dataset.id, PUBLISH);
  expect(await refusal(write())).toBe('done');
});

it('a decision whose day of review comes is a task of its unit, told once, until it is confirmed for a new term', async () => {
  const { ctx, clock } = test;
  const dataset = await shelters('Укриття: переглянути');
  clock.set('2029-05-01T09:00:00+03:00');
  await decideOnSecurity(ctx, dataset.id, { ...PUBLISH, reviewOn: '2029-05-10' });
  const due = async (who = contributor) =>
    (await askAlone(who, await dueReviewsQuestion(who, 20))).filter((one) => one.datasetId === dataset.id);
  expect(await due()).toEqual([]);
  clock.set('2029-05-10T09:00:00+03:00');
  const remind = () => remindOfRestrictionsJob.handle(ctx, {}, { id: 'j', attempt: 1, last: false });
  await remind();
  await remind();
  expect(await codes(dataset)).toEqual(['security-review-due']);
  expect(await due()).toMatchObject([{ security: true, columns: [], reviewOn: '2029-05-10' }]);
  const elsewhere = (await createUnit(ctx, { name: 'Управління спорту', parentId: unitId })).id;
  const other = await appoint(test, 'inshyi', 'contributor', elsewhere);
  expect(await due(other)).toEqual([]);
  const { items } = await listNotices(contributor, { size: 50 });
  expect(
    items.filter(({ kind, subject }) => `${kind} ${subject.id}` === `privacy.security-due ${dataset.id}`),
  ).toHaveLength(1);
  await moveDatasetToUnit(ctx, dataset.id, elsewhere);
  expect(await due(other)).toHaveLength(1);
  await decideOnSecurity(ctx, dataset.id, { ...PUBLISH, reviewOn: '2029-11-10' });
  expect(await due(other)).toEqual([]);
  expect(await codes(dataset)).toEqual([]);
  clock.go();
});
