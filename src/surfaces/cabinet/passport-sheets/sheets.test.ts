import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CabinetForTests, form, openCabinet, page, type Site } from '../../../../tests/support/cabinet-site.ts';
import { changePassport, createDataset, type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { passportSheetRoutes } from './index.ts';

const HOME = '/cabinet/passport-sheets';
let cabinet: CabinetForTests;
let app: Site;
let dataset: Dataset;

beforeAll(async () => {
  cabinet = await openCabinet();
  app = cabinet.site();
  app.route('/', passportSheetRoutes());
  const { ctx } = cabinet.context;
  const made = await createDataset(ctx, { unitId: cabinet.unitId, title: 'Дерева' });
  dataset = await changePassport(ctx, made.id, { ...made.passport, description: '=1+1', purpose: 'Облік; "парки"' });
});
afterAll(() => cabinet.close());

async function give(text: string | ArrayBuffer, name: string): Promise<Response> {
  const body = new FormData();
  body.set('file', new File([text], name));
  return app.request(HOME, { method: 'POST', body });
}

it('both files come back without a difference', async () => {
  for (const name of ['export.xlsx', 'export.csv']) {
    const taken = await app.request(`${HOME}/${name}`);
    expect(taken.headers.get('content-disposition')).toContain('pasporty');
    const given = await give(await taken.arrayBuffer(), name);
    expect(given.status, await given.clone().text()).toBe(303);
    expect(await page(app, given.headers.get('location') ?? '')).toContain('записувати нічого');
  }
});

it('the difference is shown first, then written, then taken back', async () => {
  const given = await give(`Номер;Назва\r\n${dataset.number};Дерева парку\r\n;Нічиє\r\n`, 'зміни.csv');
  const path = given.headers.get('location') ?? '';
  const shown = await page(app, path);
  expect(shown).toMatch(/Змінити 1 набір, створити 1 набір/);
  expect(shown).toMatch(/Дерева<\/span><\/td>|Дерева парку/);
  expect((await loadDataset(cabinet.context.ctx, dataset.id)).passport.title).toBe('Дерева');
  await app.request(path, form({ what: 'chosen', row: '2' }));
  expect((await loadDataset(cabinet.context.ctx, dataset.id)).passport.title).toBe('Дерева парку');
  expect(await page(app, path)).toContain('Записано: 1 набір');
  const undone = await app.request(`${path}/undo`, form({}));
  expect(await page(app, undone.headers.get('location') ?? '')).toContain('Повернуто як було');
  expect((await loadDataset(cabinet.context.ctx, dataset.id)).passport.title).toBe('Дерева');
});

it('no file, and a file of something else, are told in place', async () => {
  const nothing = await give('', 'порожнє.csv');
  expect([nothing.status, await nothing.text()]).toEqual([400, expect.stringContaining('Оберіть файл таблиці')]);
  const other = await give('x;y\r\n1;2\r\n', 'інше.csv');
  expect(await other.text()).toContain('немає жодної назви стовпця');
  expect((await cabinet.site({ person: null }).route('/', passportSheetRoutes()).request(HOME)).status).not.toBe(200);
});
