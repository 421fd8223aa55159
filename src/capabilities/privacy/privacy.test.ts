import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { askAlone } from '../../platform/database/ask-together.ts';
import { createDataset, type Dataset, loadDataset } from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { latestReadings, previewRows, scanUnscannedJob } from '../ingest/index.ts';
import { listNotices } from '../notices/index.ts';
import {
  askForPublication,
  changeNote,
  planPublication,
  publicationFaults,
  publishDataset,
  submitDataset,
} from '../publishing/index.ts';
import {
  confirmProposed,
  type DecisionWish,
  decide,
  decisionsOf,
  dueReviewsQuestion,
  remindOfRestrictionsJob,
  signsOfFile,
  undoDecision,
} from './index.ts';

const FILE = {
  undecided: true,
  name: 'гуртки.csv',
  text: 'Номер;Гурток;Пошта\n1;Шахи;vesela.kalyna@example.org\n2;Танці;tykhyi.dub@example.org\n3;Хор;rannia.zoria@example.org\n',
};
const OFFICIAL: DecisionWish = {
  columnTitle: 'Пошта',
  way: 'keep',
  groundCode: 'law',
  act: { title: 'Закон про приклад, ст. 1', number: '1-ІХ', date: '01.01.2020' },
};

let test: TestContext;
let unitId: string;
let contributor: Context;
let responsible: Context;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
  responsible = await appoint(test, 'vidpovidaie', 'responsible', unitId);
});
afterAll(() => test.close());

const resourceOf = ({ resources }: Dataset) => resources[0]?.id ?? '';
const codes = async (ctx: Context, { id }: Dataset) => (await publicationFaults(ctx, id)).map(({ field }) => field);

async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) =>
      isRequestError(error) ? `${error.code} ${error.fields.map(({ field }) => field)}` : String(error),
  );
}

it('nothing is published by any way until somebody has decided, and the refusal names columns and no value', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки', FILE);
  const told = 'not-ready-to-publish personal-data-undecided';
  expect(await refusal(publishDataset(ctx, dataset.id))).toBe(told);
  expect(await refusal(askForPublication(ctx, dataset.id))).toBe(told);
  expect(await refusal(planPublication(ctx, dataset.id, new Date('2099-01-01T10:00:00Z')))).toBe(told);
  expect(await refusal(submitDataset(ctx, dataset.id, { personalData: 'none', note: '' }))).toBe(told);
  const [fault] = await publicationFaults(ctx, dataset.id);
  expect(fault?.text.uk).toBe(
    'У таблиці «Заклади освіти» знайдено персональні дані: «Пошта». Вирішіть, що з ними робити.',
  );
  await decide(responsible, resourceOf(dataset), [OFFICIAL]);
  expect(await codes(ctx, dataset)).toEqual([]);
  await publishDataset(ctx, dataset.id);
});

it('a decision stands for the next file, and a new column with personal data stops it', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки з новим стовпцем', FILE);
  await decide(responsible, resourceOf(dataset), [OFFICIAL]);
  await publishDataset(ctx, dataset.id);
  await giveFile(test, dataset, { ...FILE, text: `${FILE.text}4;Футбол;myla.verba@example.org\n` });
  await publishDataset(ctx, dataset.id);
  const wider = FILE.text
    .replaceAll('\n', ';svitla.rika@example.org\n')
    .replace(';svitla.rika@example.org', ';Ще пошта');
  await giveFile(test, dataset, { ...FILE, text: wider });
  const faults = await publicationFaults(ctx, dataset.id);
  expect(faults.map(({ field }) => field)).toContain('personal-data-undecided');
  expect(JSON.stringify(faults)).toContain('Ще пошта');
  expect(JSON.stringify(faults)).not.toContain('@');
});

it('a table that shows what is to be taken out since is shown to nobody who may not see its file', async () => {
  const member = await appoint(test, 'hliadyt', 'member', unitId);
  const dataset = await draftDataset(test, unitId, 'Гуртки, що пишуться наново', FILE);
  const [reading] = await latestReadings(test.ctx, [resourceOf(dataset)]);
  const look = () => previewRows(member, reading?.id ?? '', { from: 1, count: 5, mended: true });
  await decide(responsible, resourceOf(dataset), [OFFICIAL]);
  expect((await look()).rows).toHaveLength(3);
  await decide(responsible, resourceOf(dataset), [{ columnTitle: 'Пошта', way: 'remove' }]);
  expect(await refusal(look())).toBe('not-permitted ');
  await test.runJobs();
  expect(JSON.stringify(await look())).not.toContain('@');
});

it('who prepares proposes to publish, who may publishes confirms; each can be undone, and the one before counts again', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки на підтвердження', FILE);
  const resourceId = resourceOf(dataset);
  const [proposed] = await decide(contributor, resourceId, [OFFICIAL]);
  expect(proposed?.state).toBe('waiting');
  expect(await codes(ctx, dataset)).toEqual(['personal-data-waiting']);
  expect(await refusal(confirmProposed(contributor, proposed?.id ?? ''))).toBe('not-permitted ');
  await confirmProposed(responsible, proposed?.id ?? '');
  expect(await codes(ctx, dataset)).toEqual([]);
  const [instead] = await decide(responsible, resourceId, [
    { columnTitle: 'Пошта', way: 'keep', groundCode: 'not-personal', reason: 'Вигадані адреси' },
  ]);
  await undoDecision(responsible, instead?.id ?? '');
  expect(await decisionsOf(ctx, dataset.id)).toMatchObject([{ groundCode: 'law', state: 'made' }]);
  await undoDecision(responsible, proposed?.id ?? '');
  expect(await codes(ctx, dataset)).toEqual(['personal-data-undecided']);
  expect(await refusal(undoDecision(responsible, proposed?.id ?? ''))).toBe('no-such-decision ');
  const { items } = await listHistory(ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
  const deeds = items.map(({ deed }) => deed).filter((deed) => deed.startsWith('personal-data.'));
  expect(deeds.toSorted()).toEqual([
    'personal-data.decided',
    'personal-data.decided',
    'personal-data.proposed',
    'personal-data.undone',
    'personal-data.undone',
  ]);
});

it('a decision that lacks something, or is about a column there is not, is refused', async () => {
  const dataset = await draftDataset(test, unitId, 'Гуртки без підстави', FILE);
  const resourceId = resourceOf(dataset);
  const lacking = decide(responsible, resourceId, [{ columnTitle: 'Пошта', way: 'keep', groundCode: 'law' }]);
  expect(await refusal(lacking)).toBe('decision-incomplete act');
  expect(await refusal(decide(responsible, resourceId, [{ columnTitle: 'Нема', way: 'remove' }]))).toBe(
    'no-personal-data-there ',
  );
  const other = await createDataset(test.ctx, { unitId, title: 'Без файлу', resource: { kind: 'table', title: 'Т' } });
  expect(await refusal(decide(responsible, resourceOf(other), [OFFICIAL]))).toBe('file-not-read ');
  const stranger = await appoint(test, 'chytaie', 'reader', unitId);
  expect(await refusal(decide(stranger, resourceId, [OFFICIAL]))).toBe('not-permitted ');
});

it('a file that was read before there were detectors is not published until the job has looked at it anew', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Старий файл', FILE);
  await sql`update ingest_reading set inspection = inspection - 'signs', mended = mended #- '{inspection,signs}'
    where dataset_id = ${dataset.id}`.execute(ctx.db);
  expect(await codes(ctx, dataset)).toEqual(['personal-data-not-scanned']);
  await scanUnscannedJob.handle(ctx, {}, { id: 'j', attempt: 1, last: false });
  await test.runJobs();
  expect(await codes(ctx, dataset)).toEqual(['personal-data-undecided']);
});

it('what was decided is taken out of the table and of the next one, the result is looked at again, and undoing brings it back', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки без пошти', FILE);
  const resourceId = resourceOf(dataset);
  await decide(contributor, resourceId, [{ columnTitle: 'Пошта', way: 'remove' }]);
  // until the table is written anew
  expect(await codes(ctx, dataset)).toEqual(['file']);
  await test.runJobs();
  expect(await codes(ctx, dataset)).toEqual([]);
  const version = await publishDataset(ctx, dataset.id);
  expect(version.resources[0]?.fields.map(({ title }) => title)).toEqual(['Номер', 'Гурток']);
  expect(version.passport.withheld).toEqual([{ kind: 'confidential', what: '«Пошта»: вилучено' }]);
  await giveFile(test, dataset, { ...FILE, text: `${FILE.text}4;Футбол;myla.verba@example.org\n` });
  expect(await codes(ctx, dataset)).toEqual([]);
  const [reading] = await latestReadings(ctx, [resourceId]);
  expect(reading?.typed?.columns.map(({ title }) => title)).toEqual(['Номер', 'Гурток']);
  const [decision] = await decisionsOf(ctx, dataset.id);
  await undoDecision(contributor, decision?.id ?? '');
  await test.runJobs();
  expect(await codes(ctx, dataset)).toContain('personal-data-undecided');
  expect((await loadDataset(ctx, dataset.id)).passport.withheld).toBeUndefined();
});

it('a protected column that the next file has not stops it: it may have come under another title', async () => {
  const { ctx } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки з перейменованим стовпцем', FILE);
  const resourceId = resourceOf(dataset);
  await decide(contributor, resourceId, [{ columnTitle: 'Пошта', way: 'remove' }]);
  await test.runJobs();
  await publishDataset(ctx, dataset.id);
  await giveFile(test, dataset, { ...FILE, text: FILE.text.replace('Пошта', 'Куди писати') });
  expect(await codes(ctx, dataset)).toEqual(['personal-data-undecided', 'personal-data-column-missing']);
  await decide(contributor, resourceId, [{ columnTitle: 'Куди писати', way: 'remove' }]);
  const old = (await decisionsOf(ctx, dataset.id)).find(({ columnTitle }) => columnTitle === 'Пошта');
  await undoDecision(contributor, old?.id ?? '');
  await test.runJobs();
  expect(await codes(ctx, dataset)).toEqual([]);
});

it('a birth date that becomes a year is a number in the structure without anybody saving it, and a changed table is a new version', async () => {
  const { ctx } = test;
  const text = 'Номер;Дата народження;Гурток\n1;1990-03-04;Шахи\n2;1985-12-30;Танці\n3;2001-07-15;Хор\n';
  const dataset = await draftDataset(test, unitId, 'Учасники', { name: 'у.csv', text, undecided: true });
  const resourceId = resourceOf(dataset);
  const [reading] = await latestReadings(ctx, [resourceId]);
  expect(reading && signsOfFile(reading)?.map(({ code }) => code)).toContain('birth-date');
  const year = { code: 'protect-generalise-date', parameters: { to: 'year' } };
  await decide(contributor, resourceId, [{ columnTitle: 'Дата народження', way: 'generalise', step: year }]);
  await test.runJobs();
  expect(await codes(ctx, dataset)).toEqual([]);
  const version = await publishDataset(ctx, dataset.id);
  expect(version.resources[0]?.fields.map(({ type }) => type)).toEqual(['integer', 'integer', 'text']);
  await decide(contributor, resourceId, [{ columnTitle: 'Дата народження', way: 'remove' }]);
  await test.runJobs();
  await changeNote(ctx, dataset.id, 'Рік народження більше не публікуємо');
  const next = await publishDataset(ctx, dataset.id);
  expect(next.resources[0]?.fields.map(({ title }) => title)).toEqual(['Номер', 'Гурток']);
});

it('a restriction is looked at again on its day: those who decide are told once, and the desk has a line until then', async () => {
  const { ctx, clock } = test;
  const dataset = await draftDataset(test, unitId, 'Гуртки до перегляду', FILE);
  await decide(contributor, resourceOf(dataset), [{ columnTitle: 'Пошта', way: 'remove', reviewOn: '2030-05-10' }]);
  await test.runJobs();
  const due = async () =>
    (await askAlone(contributor, await dueReviewsQuestion(contributor, 20))).map((one) => one.datasetId);
  expect(await due()).not.toContain(dataset.id);
  clock.set('2030-05-10T09:00:00+03:00');
  const remind = () => remindOfRestrictionsJob.handle(ctx, {}, { id: 'j', attempt: 1, last: false });
  await remind();
  await remind();
  expect(await due()).toContain(dataset.id);
  const { items } = await listNotices(contributor, { size: 50 });
  const told = items.filter(({ kind, subject }) => kind === 'privacy.review-due' && subject.id === dataset.id);
  expect(told).toHaveLength(1);
  await decide(contributor, resourceOf(dataset), [{ columnTitle: 'Пошта', way: 'remove', reviewOn: '2030-11-10' }]);
  expect(await due()).not.toContain(dataset.id);
  clock.go();
});
