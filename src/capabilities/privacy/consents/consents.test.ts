import { afterAll, beforeAll, expect, it } from 'vitest';
import { appointPerson } from '../../../../tests/support/appoint.ts';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { actorOfPerson, type Person, viewHistory } from '../../accounts/index.ts';
import { changeStructure, type Dataset } from '../../catalog/index.ts';
import { latestReading } from '../../ingest/index.ts';
import { listVersions, publishDataset } from '../../publishing/index.ts';
import { openTable } from '../../tables/index.ts';
import type { DecisionWish } from '../decisions/decision.ts';
import { decide, decisionsOf, undoDecision, undoWithdrawal, withdrawalsOf } from '../index.ts';

const FILE = {
  name: 'майстри.csv',
  text: 'Номер;Майстер;Ремесло\n1;Калинич Веселка Добромирівна;гончарство\n2;Дубовик Орест Тихонович;ковальство\n3;Зоряна Любава Світозарівна;ткацтво\n',
};
const CONSENT: DecisionWish = {
  columnTitle: 'Майстер',
  way: 'keep',
  groundCode: 'consent',
  act: { title: 'Згоди майстрів, зберігає управління культури', number: '', date: '' },
};

let test: TestContext;
let person: Person;
let dataset: Dataset;
beforeAll(async () => {
  test = await makeTestContext();
  const unitId = await setUpCommunity(test);
  person = await appointPerson(test, 'vidpovidaie', 'responsible', unitId);
  dataset = await draftDataset(test, unitId, 'Майстри громади', FILE);
});
afterAll(() => test.close());

const resourceId = () => dataset.resources[0]?.id ?? '';
const path = () => `/cabinet/datasets/${dataset.id}/privacy/consents`;
const post = (values: Record<string, string>) => wholeSite(test, person).request(path(), form(values));

async function publishedRows(): Promise<number> {
  const [newest] = await listVersions(test.ctx, dataset.id);
  const tableId = newest?.resources[0]?.tableId ?? '';
  return (await openTable(test.ctx, tableId)).manifest.rows;
}

it('a person’s rows are left out of the next version, and earlier versions that hold them close by themselves', async () => {
  const ctx = test.as(actorOfPerson(person));
  const empty = await (await wholeSite(test, person).request(path())).text();
  expect(empty).toContain('За згодою нічого не оприлюднюється');
  await decide(ctx, resourceId(), [CONSENT]);
  await test.runJobs();
  // decisions go by titles of the file, the public table by those of the structure
  const fields = dataset.resources[0]?.structure.fields ?? [];
  await changeStructure(test.ctx, resourceId(), {
    fields: fields.map((field) => (field.title === 'Майстер' ? { ...field, title: 'Хто навчає' } : field)),
  });
  await publishDataset(test.ctx, dataset.id);
  const column = `${resourceId()}\u001fМайстер`;
  const lacking = await post({ column, values: ' ', document: '' });
  expect([lacking.status, await lacking.text()]).toEqual([400, expect.stringContaining('Назвіть документ')]);
  // letter case, spaces and Latin letters that look like ours (O, p, e, c) are of no weight
  const answer = await post({ column, values: 'дубовик  Opecт Тихонович', document: 'Заява від 12.03.2026 № 14' });
  expect(answer.status).toBe(303);
  await test.runJobs();
  expect((await latestReading(test.ctx, resourceId()))?.mended?.rows).toBe(2);
  expect(await publishedRows()).toBe(3);
  const page = await (await wholeSite(test, person).request(path())).text();
  for (const words of ['пропущено 1 рядок', 'чекає на нову версію', 'Заява від 12.03.2026 № 14'])
    expect(page).toContain(words);
  expect(page).not.toContain('Орест');
  const misspelt = { column, values: 'Дубовик Орест Тарасович', document: 'Заява від 13.03.2026 № 15' };
  expect((await post(misspelt)).status).toBe(303);
  await test.runJobs();
  expect(await (await wholeSite(test, person).request(path())).text()).toContain(
    'Відкликали згоду 2, а пропущено рядків 1.',
  );
  const [wrong] = await withdrawalsOf(test.ctx, dataset.id);
  await undoWithdrawal(ctx, wrong?.id ?? '');
  await test.runJobs();
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  expect(await publishedRows()).toBe(2);
  const versions = await listVersions(test.ctx, dataset.id);
  expect(versions.map(({ number, closure }) => [number, closure?.order ?? null])).toEqual([
    [2, null],
    [1, 'Заява від 12.03.2026 № 14'],
  ]);
  const standing = (await withdrawalsOf(test.ctx, dataset.id)).filter(({ undone }) => undone === null);
  expect(standing.map(({ closedAt }) => closedAt !== null)).toEqual([true]);
  // decided anew, on another document, they stay out
  await decide(ctx, resourceId(), [{ ...CONSENT, act: { title: 'Згоди, нова редакція', number: '2', date: '' } }]);
  await test.runJobs();
  expect((await latestReading(test.ctx, resourceId()))?.mended?.rows).toBe(2);
  const { items } = await viewHistory(test.ctx, { subjectId: dataset.id }, { size: 50 });
  expect(items.map(({ deed }) => deed)).toContain('personal-data.consent-withdrawn');
  expect(JSON.stringify(items)).not.toMatch(/дубовик|Орест/iu);
});

const rowsNow = async () => (await latestReading(test.ctx, resourceId()))?.mended?.rows;

it('on another ground people who withdrew return only where that is said; no undo of a decision brings them back', async () => {
  const ctx = test.as(actorOfPerson(person));
  const law: DecisionWish = {
    ...CONSENT,
    groundCode: 'law',
    act: { title: 'Закон про приклад', number: '', date: '' },
  };
  await expect(decide(ctx, resourceId(), [law])).rejects.toMatchObject({
    fields: [{ field: 'withdrawnToo', text: { uk: expect.stringContaining('1 людина відкликала згоду') } }],
  });
  const [returned] = await decide(ctx, resourceId(), [{ ...law, withdrawnToo: true }]);
  await test.runJobs();
  expect(await rowsNow()).toBe(3);
  // back through the chain of decisions: none before the withdrawal counts again
  for (let last = returned; last; last = (await decisionsOf(test.as(actorOfPerson(person)), dataset.id))[0]) {
    await undoDecision(ctx, last.id);
    await test.runJobs();
    expect(await rowsNow()).toBe((await decisionsOf(test.as(actorOfPerson(person)), dataset.id)).length > 0 ? 2 : 3);
  }
  await decide(ctx, resourceId(), [CONSENT]);
  await test.runJobs();
  expect(await rowsNow()).toBe(2);
});

it('a withdrawal on one column stops no undo on another', async () => {
  const ctx = test.as(actorOfPerson(person));
  const craft = { ...CONSENT, columnTitle: 'Ремесло' };
  await decide(ctx, resourceId(), [craft]);
  const [masked] = await decide(ctx, resourceId(), [{ columnTitle: 'Ремесло', way: 'mask' }]);
  await undoDecision(ctx, masked?.id ?? '');
  const now = (await decisionsOf(ctx, dataset.id)).filter(({ columnTitle }) => columnTitle === 'Ремесло');
  expect(now.map(({ way, state }) => [way, state])).toEqual([['keep', 'made']]);
  await undoDecision(ctx, now[0]?.id ?? '');
  await test.runJobs();
  expect(await rowsNow()).toBe(2);
});

it('another title of the column brings nobody back', async () => {
  const ctx = test.as(actorOfPerson(person));
  await giveFile(test, dataset, { ...FILE, text: FILE.text.replace('Майстер', 'Хто вчить'), undecided: true });
  await decide(ctx, resourceId(), [{ ...CONSENT, columnTitle: 'Хто вчить' }]);
  await test.runJobs();
  expect((await latestReading(test.ctx, resourceId()))?.mended).toMatchObject({ rows: 2 });
  await giveFile(test, dataset, { ...FILE, undecided: true });
  for (const one of await decisionsOf(test.as(actorOfPerson(person)), dataset.id))
    if (one.columnTitle === 'Хто вчить') await undoDecision(ctx, one.id);
  await test.runJobs();
});

it('a withdrawal is undone by one click: its people are in the next version, and the list says it counts no more', async () => {
  const known = (await withdrawalsOf(test.ctx, dataset.id)).find(({ undone }) => undone === null);
  const undo = () => wholeSite(test, person).request(`${path()}/${known?.id}/undo`, form({}));
  expect((await undo()).status).toBe(303);
  await test.runJobs();
  expect(await rowsNow()).toBe(3);
  const page = await (await wholeSite(test, person).request(path())).text();
  expect(page).toContain('скасовано');
  expect(page).not.toContain(`${known?.id}/undo`);
  expect((await undo()).status).toBe(404);
});

it('a column without consent takes none back', async () => {
  const ctx = test.as(actorOfPerson(person));
  await decide(ctx, resourceId(), [{ columnTitle: 'Майстер', way: 'remove' }]);
  const refused = await post({ column: `${resourceId()}\u001fМайстер`, values: 'Хтось', document: 'Заява' });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('не за згодою людей')]);
});
