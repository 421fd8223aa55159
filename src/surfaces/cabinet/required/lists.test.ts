import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { ORDER_EFFECTS } from '../../../app/order-effects.ts';
import { createPerson, listUnits, type Person } from '../../../capabilities/accounts/index.ts';
import {
  applyRequiredItem,
  changePassport,
  createDataset,
  FIRST_EDITION,
} from '../../../capabilities/catalog/index.ts';
import { findItem, listItems, loadRequiredForStaff, sayAnswers } from '../../../capabilities/mandates/index.ts';
import { createOrder, endOrder, prepareEffect, signOrder, undoSigning } from '../../../capabilities/orders/index.ts';
import { csvLine } from '../../../kernel/csv.ts';

const HOME = '/cabinet/city/required';
const PASSWORD = 'довгий пароль для перевірки';

let test: TestContext;
let unitId: string;
let coordinator: Person;
let responsible: Person;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
  const root = (await listUnits(test.ctx)).find(({ parentId }) => parentId === null)?.id ?? '';
  const person = (name: string, role: 'coordinator' | 'responsible', unit: string) =>
    createPerson(test.ctx, { name, email: `${role}@example.org`, password: PASSWORD, role, unitId: unit });
  coordinator = await person('Координаторка', 'coordinator', root);
  responsible = await person('Відповідальна', 'responsible', unitId);
});
afterAll(() => test.close());

const site = (who: Person = coordinator) => wholeSite(test, who);
const next = (answer: Response) => answer.headers.get('location') ?? '';

async function text(path: string, who: Person = coordinator): Promise<string> {
  const answer = await site(who).request(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

const post = (path: string, values: [string, string][] = [], who: Person = coordinator) =>
  site(who).request(`${HOME}/lists${path}`, form(values));

async function give(path: string, file: File, fields: Record<string, string>, who: Person = coordinator) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file);
  return site(who).request(`${HOME}/lists${path}`, { method: 'POST', body });
}

/** The edition in force as a file, with item 10 reworded, 11 gone, 12 renumbered and one more. */
function newEdition(): File {
  const rows = FIRST_EDITION.items
    .filter(({ line }) => line !== 'local-11')
    .map(({ line, section, number, name }) => {
      if (line === 'local-10') return [section, '10', name.replace('зупинок', 'зупинок і станцій')];
      return [section, String(line === 'local-12' ? 11 : number), name];
    });
  const section = FIRST_EDITION.items[0]?.section ?? '';
  const all = [...rows, [section, '58', 'Відомості про безоплатні точки доступу до мережі Інтернет']];
  const other = ['Державна служба статистики', '1', 'Показники, що не стосуються громади'];
  return new File([[['Розділ', '№', 'Пункт дослівно'], ...all, other].map(csvLine).join('')], 'перелік.csv');
}

const FIELDS = { code: '2026-03', called: 'березень 2026', source: 'вигадана для перевірки' };

describe('a new edition', () => {
  it('is refused with the row and the reason, and keeps what was typed', async () => {
    const wrong = new File(['Розділ,№,Пункт дослівно\r\nУсі розпорядники,дев’ять,Довідник установ\r\n'], 'x.csv');
    const refused = await give('', wrong, FIELDS);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('Рядок 2: номер пункту не є цілим числом');
    expect(page).toContain('value="березень 2026"');
    expect((await give('', newEdition(), FIELDS, responsible)).status).toBe(403);
    expect(await (await give('', newEdition(), { ...FIELDS, code: ' ' })).text()).toContain(
      'Позначка редакції: рік і місяць',
    );
  });

  it('is shown as a difference first; nothing changes by it', async () => {
    const made = await createDataset(test.ctx, { unitId, title: 'Зупинки' });
    const stops = await findItem(test.ctx, 'local-10');
    if (stops) await changePassport(test.ctx, made.id, applyRequiredItem(made.passport, stops));
    await site().request(`${HOME}/items/local-10/assign`, form([['unit', unitId]]));
    await site().request(`${HOME}/items/local-11/assign`, form([['unit', unitId]]));
    const given = await give('', newEdition(), FIELDS);
    expect(given.status).toBe(303);
    const page = await text(next(given));
    expect(page).toContain('Додано: 1 · Вилучено: 1 · Переписано: 1 · Змінено лише номер: 1 · Без змін: 76');
    expect(page).toContain('зупинок і станцій');
    expect(page).toMatch(/Управління освіти<\/span>: 2 пункти/);
    expect((await findItem(test.ctx, 'local-10'))?.edition).toBe('2024-10');
    expect((await give('', newEdition(), FIELDS)).status).toBe(409);
  });

  it('is adopted with all that was said of its items, told to the units once, and taken back', async () => {
    expect((await post('/835-2026-03/adopt', [], responsible)).status).toBe(403);
    expect((await post('/835-2026-03/adopt')).status).toBe(303);
    expect(await listItems(test.ctx)).toHaveLength(79);
    const view = await loadRequiredForStaff(test.ctx);
    const of = (line: string) => view.items.find(({ item }) => item.line === line);
    expect(of('local-10')?.item.edition).toBe('2026-03');
    expect(of('local-10')?.cells.map((cell) => [cell.assigned, cell.datasets.length])).toEqual([[true, 1]]);
    expect(of('local-11')).toBeUndefined();
    expect(of('local-58-2026-03')?.unassigned).toBe(true);
    const told = await post('/835-2026-03/tell');
    expect(await text(next(told))).toContain('Повідомлено підрозділів: 1.');
    await test.runJobs();
    expect(await text('/cabinet/notices', responsible)).toContain('березень 2026');
    expect((await post('/835-2026-03/back')).status).toBe(303);
    expect((await findItem(test.ctx, 'local-11'))?.edition).toBe('2024-10');
    expect(await text(`${HOME}/lists`)).toContain('на розгляді');
  });

  it('a reworded item is told apart before it is adopted; a draft is removed', async () => {
    await post('/835-2026-03/separate', [['line', 'local-10']]);
    expect(await text(`${HOME}/lists/835-2026-03`)).toContain('Додано: 2 · Вилучено: 2');
    expect((await post('/835-2026-03/drop')).status).toBe(303);
    expect((await site().request(`${HOME}/lists/835-2026-03`)).status).toBe(404);
    expect((await post('/835-2024-10/drop')).status).toBe(409);
  });

  it('the sample given back changes nothing; JSON is read too', async () => {
    const sample = await (await site().request(`${HOME}/lists/sample.xlsx`)).arrayBuffer();
    const same = await give('', new File([sample], 'perelik.xlsx'), { ...FIELDS, code: '2026-04' });
    expect(await text(next(same))).toContain(
      'Додано: 0 · Вилучено: 0 · Переписано: 0 · Змінено лише номер: 0 · Без змін: 79',
    );
    const items = FIRST_EDITION.items.slice(0, 3).map(({ section, number, name }) => ({ section, number, name }));
    const json = await give('', new File([JSON.stringify({ items })], 'перелік.json'), { ...FIELDS, code: '2026-05' });
    expect(await text(next(json))).toContain('Вилучено: 76');
  });
});

describe('the local list', () => {
  it('takes items by hand and by file, fills passports, and lets them go and come back', async () => {
    const refused = await post('/local', [['title', '']]);
    expect(refused.status).toBe(400);
    const added = await post('/local', [
      ['title', 'Безоплатні точки Wi-Fi'],
      ['frequency', 'once a quarter'],
      ['theme', 'derzhava'],
      ['aim', 'Облік точок доступу.'],
    ]);
    expect(next(added)).toContain('/items/city-1');
    const file = new File(
      [['Розділ,№,Пункт дослівно', 'Місцевий перелік,7,Велодоріжки та велопарковки'].join('\r\n')],
      'місцевий.csv',
    );
    const given = await give('/local-file', file, {});
    expect(await text(next(given))).toContain('Додано 1, змінено 0.');
    const item = await findItem(test.ctx, 'city-1');
    const made = await createDataset(test.ctx, { unitId, title: 'x' });
    const passport = item && applyRequiredItem(made.passport, item);
    expect(passport).toMatchObject({
      title: 'Безоплатні точки Wi-Fi',
      ground: { kind: 'local-list', number: 1 },
      purpose: 'Облік точок доступу. Оприлюднюється на виконання місцевого переліку наборів даних (пункт 1).',
    });
    if (passport) await changePassport(test.ctx, made.id, passport);
    const standing = async () =>
      (await loadRequiredForStaff(test.ctx)).items.find((one) => one.item.line === 'city-1')?.cells.length;
    expect(await standing()).toBe(1);
    await post('/local/city-1/out');
    expect(await standing()).toBeUndefined();
    expect(await text(`${HOME}/lists`)).toContain('Прибрані пункти');
    await post('/local/city-1/back');
    expect(await standing()).toBe(1);
  });

  it('is approved by an order, which may be undone and may lose its force; so are answers why there are no data', async () => {
    const { ctx } = test;
    const decided = (['local-1', 'local-2'] as const).map((line) => ({ line, unitId }));
    for (const { line } of decided) {
      await site().request(`${HOME}/items/${line}/assign`, form([['unit', unitId]]));
      const values = { kind: 'not-held', reason: 'Веде область.', confirmedBy: 'Керівниця', confirmedOn: '2026-11-20' };
      const all = { ...values, nextReview: '2027-11-20', orderLine: '' };
      const named = Object.entries(all).map(([name, value]): [string, string] => [`${name}.${unitId}`, value]);
      await site().request(`${HOME}/items/${line}/decide`, form([['unit', unitId], ...named]));
    }
    const order = await createOrder(ctx, {
      ...{ kind: 'executive-decision' as const, issuer: 'виконавчого комітету', title: 'Про місцевий перелік' },
      ...{
        date: null,
        number: '',
        agreedBy: [],
        grounds: [],
        clauses: [],
        from: null,
        to: null,
        public: false,
        links: [],
      },
      ...{ signatory: { name: '', post: '' }, controller: { name: '', post: '' }, executor: { name: '', phone: '' } },
    });
    await prepareEffect(ctx, order.id, { kind: 'list', subjectIds: ['city-1', 'city-2'], terms: {} });
    await prepareEffect(ctx, order.id, { kind: 'no-data', subjectIds: [`local-1 ${unitId}`], terms: {} });
    const approved = async () => (await findItem(ctx, 'city-1'))?.approvedBy ?? '';
    const line = 'рішення виконавчого комітету від 19.11.2026 № 45 «Про місцевий перелік»';
    await signOrder(ctx, order.id, line, ORDER_EFFECTS);
    expect(await approved()).toContain('№ 45');
    expect(await text(`${HOME}/items/local-1`)).toContain('№ 45');
    expect(await text(`${HOME}/items/local-2`)).not.toContain('№ 45');
    await undoSigning(ctx, order.id, ORDER_EFFECTS);
    expect(await approved()).toBe('');
    await signOrder(ctx, order.id, line, ORDER_EFFECTS);
    const ended = await endOrder(ctx, order.id, { day: '2026-11-20', note: 'Скасовано' }, ORDER_EFFECTS);
    expect(JSON.stringify(ended)).toContain('Безоплатні точки Wi-Fi');
    expect(await approved()).toBe('');
  });
});

it('words say which item a ground means, whatever edition it names', async () => {
  const dataset = await createDataset(test.ctx, { unitId, title: 'Петиції' });
  await sayAnswers(test.ctx, [{ line: 'local-17', datasetId: dataset.id, answers: true }]);
  const strange = await createDataset(test.ctx, { unitId, title: 'Підстава з іншої редакції' });
  const ground = { kind: 'resolution-835' as const, section: 'Усі', number: 99, edition: '2031-01' };
  await changePassport(test.ctx, strange.id, { ...strange.passport, ground });
  expect(await text(HOME)).toContain('Підстава з іншої редакції');
});
