import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appoint, appointPerson } from '../../../../tests/support/appoint.ts';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { actorOfPerson, createUnit, listAllUnits, type Person } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import {
  type DecisionWish,
  decide,
  decisionsOf,
  loadReport,
  undoDecision,
} from '../../../capabilities/privacy/index.ts';
import { changeNote, publishDataset } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { readDocument } from '../../../platform/documents/index.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { privacyReportRoutes } from './index.ts';

const FILE = {
  name: 'гуртки.csv',
  text: 'Номер;Гурток;Пошта;Телефон батьків\n1;Шахи;vesela.kalyna@example.org;+380501112201\n2;Танці;tykhyi.dub@example.org;+380501112202\n3;Хор;rannia.zoria@example.org;+380501112203\n',
};

let test: TestContext;
let unitId: string;
let person: Person;
let responsible: Context;
let dataset: Dataset;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  person = await appointPerson(test, 'vidpovidaie', 'responsible', unitId);
  responsible = test.as(actorOfPerson(person));
  dataset = await draftDataset(test, unitId, 'Гуртки', FILE);
  await decide(responsible, resourceId(), [
    { columnTitle: 'Телефон батьків', way: 'remove' },
    {
      columnTitle: 'Пошта',
      way: 'keep',
      groundCode: 'law',
      act: { title: 'Закон про приклад, ст. 1', number: '1-ІХ', date: '01.01.2020' },
    },
  ]);
  await test.runJobs();
  await publishDataset(test.ctx, dataset.id);
});
afterAll(() => test.close());

const resourceId = () => dataset.resources[0]?.id ?? '';

function site(ctx: Context, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const somebody = { id: '01990000-0000-7000-8000-000000000009', name: 'Хтось' };
    const visit = { ctx, person: somebody, language, profile: null, path, query, origin: 'http://x', requestId: 't' };
    c.set('visit', visit as SurfaceEnv['Variables']['visit']);
    await next();
  });
  app.route('/', privacyReportRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

const VALUES = ['kalyna', '380501112201', '+380'];

it('keeps the check of a version as it was, whatever is decided or given since', async () => {
  const before = await loadReport(test.ctx, dataset.id, 1);
  expect(before).toMatchObject({ version: 1, datasetTitle: 'Гуртки', by: expect.any(String) });
  const [table] = before.tables;
  expect(table).toMatchObject({ rows: 3, columnCount: 4, checked: true });
  const column = (title: string) => table?.columns.find((one) => one.title === title);
  expect(column('Телефон батьків')).toMatchObject({
    decision: { way: 'remove', restriction: 'confidential' },
    left: [],
  });
  expect(column('Пошта')).toMatchObject({
    found: [{ code: 'email', count: 3 }],
    decision: { way: 'keep', groundCode: 'law', condition: 'law' },
    left: [{ code: 'email', count: 3 }],
  });
  const mail = (await decisionsOf(test.ctx, dataset.id)).find(({ columnTitle }) => columnTitle === 'Пошта');
  await undoDecision(responsible, mail?.id ?? '');
  await decide(responsible, resourceId(), [{ columnTitle: 'Пошта', way: 'remove' }]);
  await giveFile(test, dataset, { ...FILE, text: `${FILE.text}4;Футбол;myla.verba@example.org;+380501112204\n` });
  expect(await loadReport(test.ctx, dataset.id, 1)).toEqual(before);
  const draft = await loadReport(test.ctx, dataset.id, null);
  expect(draft.tables[0]).toMatchObject({ rows: 4 });
  await changeNote(test.ctx, dataset.id, 'Пошту прибрано.');
  await publishDataset(test.ctx, dataset.id);
  expect((await loadReport(test.ctx, dataset.id, 2)).tables[0]?.columns).toHaveLength(2);
  // rows written by programs upon version 2 are told by its check
  expect(await loadReport(test.ctx, dataset.id, 7)).toEqual(await loadReport(test.ctx, dataset.id, 2));
});

it('shows it as a page and as a document, without a value of any cell, in two languages', async () => {
  const page = await (await site(test.ctx).request(`/cabinet/datasets/${dataset.id}/privacy/report?version=1`)).text();
  for (const words of ['версія 1', 'Стовпець прибрано', 'Закон про приклад, ст. 1', 'Конфіденційна інформація'])
    expect(page).toContain(words);
  for (const value of VALUES) expect(page).not.toContain(value);
  const english = await site(test.ctx, 'en').request(`/cabinet/datasets/${dataset.id}/privacy/report`);
  expect(await english.text()).toContain('the draft as it is now');
  const file = await site(test.ctx).request(`/cabinet/datasets/${dataset.id}/privacy/report.docx?version=1`);
  expect(file.headers.get('content-disposition')).toContain('versiia-1.docx');
  const paper = JSON.stringify(readDocument(new Uint8Array(await file.arrayBuffer())));
  for (const words of ['ПЕРЕВІРКА НАБОРУ ДАНИХ', 'Телефон батьків', 'Стовпець прибрано', 'Гуртки'])
    expect(paper).toContain(words);
  for (const value of VALUES) expect(paper).not.toContain(value);
  const none = await site(test.ctx).request(`/cabinet/datasets/${dataset.id}/privacy/report?version=x`);
  expect(none.status).toBe(400);
});

it('keeps a register of all decisions, also those taken back, for those who may see them', async () => {
  const page = await (await site(test.ctx).request('/cabinet/city/personal-data')).text();
  for (const words of ['Гуртки', 'Телефон батьків', 'скасовано', 'Закон про приклад']) expect(page).toContain(words);
  const kept = await (await site(test.ctx).request('/cabinet/city/personal-data?way=keep&state=made')).text();
  expect(kept).toContain('За цим відбором рішень немає');
  const csv = await (await site(test.ctx).request('/cabinet/city/personal-data.csv?state=undone')).text();
  const [, ...lines] = csv.trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain(',скасоване');
  const elsewhere = await appoint(test, 'inshyi', 'responsible', await otherUnit());
  const theirs = await (await site(elsewhere).request('/cabinet/city/personal-data')).text();
  expect(theirs).toContain('Рішень ще немає');
  const refused = await site(elsewhere).request(`/cabinet/datasets/${dataset.id}/privacy/report`);
  expect(refused.status).toBe(403);
});

it('a decision goes to a lawyer by a link: it waits, is confirmed or declined once, in their name', async () => {
  const other = await draftDataset(test, unitId, 'Гуртки для юриста', FILE);
  const resource = other.resources[0]?.id ?? '';
  const wishes: DecisionWish[] = [
    { columnTitle: 'Телефон батьків', way: 'remove' },
    { columnTitle: 'Пошта', way: 'keep', groundCode: 'not-personal', reason: 'Пошта гуртків' },
  ];
  const made = async () => (await decide(responsible, resource, wishes)).find(({ way }) => way === 'keep')?.id ?? '';
  const ask = async (id: string) => {
    const path = `/cabinet/datasets/${other.id}/privacy/decisions/${id}/ask`;
    const page = await wholeSite(test, person).request(
      path,
      form({ name: 'Ганна Правова', post: 'юристка', email: '' }),
    );
    return /\/link\/([0-9A-Z-]{19})/.exec(await page.text())?.[1] ?? '';
  };
  const states = async () =>
    (await decisionsOf(test.ctx, other.id)).map(({ columnTitle, state }) => [columnTitle, state]);
  const code = await ask(await made());
  expect(await states()).toContainEqual(['Пошта', 'waiting']);
  const seen = await (await wholeSite(test).request(`/link/${code}`)).text();
  for (const words of ['Пошта гуртків', 'Це не персональні дані', 'Не погоджуюся']) expect(seen).toContain(words);
  for (const value of VALUES) expect(seen).not.toContain(value);
  const silent = await wholeSite(test).request('/link', form({ code, decision: 'return', words: '' }));
  expect([silent.status, await silent.text()]).toEqual([
    400,
    expect.stringContaining('Поясніть, чому ви не погоджуєтеся'),
  ]);
  const no = await wholeSite(test).request('/link', form({ code, decision: 'return', words: 'Це пошта дітей' }));
  expect(await no.text()).toContain('ви не погодилися');
  expect(await states()).toEqual([['Телефон батьків', 'made']]);
  const again = await ask(await made());
  const yes = await wholeSite(test).request('/link', form({ code: again, decision: 'approve' }));
  expect(await yes.text()).toContain('Рішення підтверджено');
  expect(await states()).toContainEqual(['Пошта', 'made']);
  const report = await loadReport(test.ctx, other.id, null);
  const mail = report.tables[0]?.columns.find(({ title }) => title === 'Пошта');
  expect(mail?.decision?.decidedBy).toBe('Ганна Правова, юристка');
  expect((await wholeSite(test).request('/link', form({ code: again, decision: 'approve' }))).status).toBe(410);
  // what removes a column needs nobody's word
  const removed = (await decisionsOf(test.ctx, other.id)).find(({ way }) => way === 'remove')?.id ?? '';
  const path = `/cabinet/datasets/${other.id}/privacy/decisions/${removed}/ask`;
  expect(await (await wholeSite(test, person).request(path)).text()).toContain('не потребує підтвердження');
});

async function otherUnit(): Promise<string> {
  const root = (await listAllUnits(test.ctx)).find(({ parentId }) => parentId === null);
  return (await createUnit(test.ctx, { name: 'Інше управління', parentId: root?.id ?? null })).id;
}
