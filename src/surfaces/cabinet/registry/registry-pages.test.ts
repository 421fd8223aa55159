import { unzipSync } from 'fflate';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { form, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import { createPerson, createUnit, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { changePassport, type Dataset, deleteDataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { linkRoutes } from '../links/index.ts';
import { registryRoutes } from './index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };
const STAFF = '/cabinet/city/registry';

let context: TestContext;
let unitId: string;
let administrator: Person;
let head: Person;
let reader: Person;
let schools: Dataset;

beforeAll(async () => {
  context = await makeTestContext({ now: '2027-03-01T10:00:00+02:00' });
  const made = await setUp(context.ctx, {
    community: { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' },
    administrator: { name: 'Олена Коваль', email: 'olena@misto.gov.ua', password: 'довгий пароль для перевірки' },
  });
  administrator = made.administrator as Person;
  unitId = (await createUnit(context.ctx, { name: 'Управління освіти', parentId: made.root.id })).id;
  const input = { password: 'довгий пароль для перевірки', unitId };
  head = await createPerson(context.ctx, { ...input, name: 'Петро Явір', email: 'p@misto.gov.ua', role: 'head' });
  reader = await createPerson(context.ctx, { ...input, name: 'Іван Клен', email: 'i@misto.gov.ua', role: 'reader' });
  schools = await draftDataset(context, unitId, 'Перелік <b>шкіл</b>', FILE);
  await publishDataset(context.ctx, schools.id);
});
afterAll(() => context.close());

function site(person: Person | null): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const actor = person
      ? ({ kind: 'person', id: person.id, name: person.name, email: person.email } as const)
      : ({ kind: 'visitor' } as const);
    const visit = { person, language: 'uk', profile: null, path: pathname, query: searchParams } as const;
    c.set('visit', { ...visit, ctx: context.as(actor), origin: 'http://localhost', requestId: 'test' });
    await next();
  });
  app.route('/', registryRoutes());
  app.route('/', linkRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

test('everybody reads the ten fields; what people typed is escaped; files hold the same', async () => {
  const shown = await page(site(null), '/open-data/registry?columns=state&columns=due&columns=nonsense');
  expect(shown).toContain('Перелік &lt;b>шкіл');
  expect(shown).not.toContain('<b>шкіл');
  for (const words of [schools.number, 'Щороку', 'Управління освіти', 'ЄДРПОУ 04053648', 'osvita@example.org'])
    expect(seen(shown)).toContain(words);
  expect(seen(shown)).toContain('оприлюднено');
  const csv = await (await site(null).request('/open-data/registry.csv')).text();
  expect(csv).toMatch(
    /^ID,Назва,Опис,Дата створення,Формат,Розмір,Частота оновлення,Посилання,Розпорядник,Контакт\r\n/,
  );
  expect(csv).toContain(`http://localhost/datasets/${schools.slug}`);
  const json = (await (await site(null).request('/open-data/registry.json')).json()) as { id: string }[];
  expect(json.map(({ id }) => id)).toEqual([schools.number]);
  const xlsx = new Uint8Array(await (await site(null).request('/open-data/registry.xlsx')).arrayBuffer());
  expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe('PK');
});

test('drafts are for staff only, in pages, files and by number', async () => {
  const draft = await draftDataset(context, unitId, 'Таємна чернетка', FILE);
  expect(await page(site(reader), STAFF)).toContain('Таємна чернетка');
  for (const path of ['', '.csv', '.json', `?q=${draft.number}`])
    expect(await (await site(null).request(`/open-data/registry${path}`)).text()).not.toContain('Таємна чернетка');
  expect((await site(null).request(`/open-data/registry/${draft.number}`)).status).toBe(404);
  expect((await site(null).request(STAFF)).status).toBe(303);
  expect((await site(null).request(`${STAFF}.csv`)).status).toBe(303);
  await deleteDataset(context.ctx, draft.id);
  expect(seen(await page(site(administrator), `${STAFF}/${draft.number}`))).toContain('Номер більше ніхто не отримає');
});

test('an entry tells its history: to staff with who did it, to the public without', async () => {
  context.clock.set('2027-04-10T10:00:00+02:00');
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.as({ kind: 'person', id: head.id, name: head.name, email: head.email }), schools.id, {
    ...passport,
    frequency: 'once a month',
  }).catch(() => changePassport(context.ctx, schools.id, { ...passport, frequency: 'once a month' }));
  await publishDataset(context.ctx, schools.id);
  const staff = seen(await page(site(administrator), `${STAFF}/${schools.number}`));
  expect(staff).toContain('Щороку → Щомісяця');
  expect(staff).toContain('Змінено паспорт набору');
  expect(staff).toContain('test');
  const shown = seen(await page(site(null), `/open-data/registry/${schools.number}`));
  expect(shown).toContain('Щороку → Щомісяця');
  expect(shown).not.toContain('Хто');
});

test('the changes of a month are what differs between its ends', async () => {
  const april = seen(await page(site(administrator), `${STAFF}/changes?month=2027-04`));
  expect(april).toContain('Щороку → Щомісяця');
  expect(april).not.toContain('новий запис');
  expect(seen(await page(site(administrator), `${STAFF}/changes?month=2027-03`))).toContain('новий запис');
});

test('the state of a past day is shown, a day before the beginning is told in words', async () => {
  expect(seen(await page(site(null), '/open-data/registry?on=2027-03-15'))).toContain('Щороку');
  // a day there is none of does not narrow
  expect(await page(site(null), '/open-data/registry?on=2027-02-31')).toContain('Щомісяця');
  expect(seen(await page(site(null), '/open-data/registry?on=2027-01-15'))).toContain(
    'Реєстр ведеться з 1 березня 2027',
  );
});

test('a head confirms the registry of the unit, and the file stays as it was', async () => {
  const done = await site(head).request(`${STAFF}/confirm`, form({ unit: unitId }));
  expect(done.status).toBe(303);
  const shown = await page(site(head), done.headers.get('location') ?? '');
  expect(seen(shown)).toContain('Реєстр підтверджено: Управління освіти, 1 запис');
  expect(seen(shown)).toContain('Петро Явір');
  const address = /href="(\/cabinet\/city\/registry\/confirm\/[0-9a-f-]{36}\.csv)"/.exec(shown)?.[1] ?? '';
  const frozen = await (await site(head).request(address)).text();
  expect(frozen).toContain(schools.number);
  expect(frozen).toContain('Щомісяця');
  const refused = await site(reader).request(`${STAFF}/confirm`, form({ unit: unitId }));
  expect(refused.status).toBe(403);
  expect((await site(null).request(address)).status).toBe(303);
});

test('a head without an account confirms by a link, once, seeing what is confirmed', async () => {
  const asked = await site(administrator).request(
    `${STAFF}/confirm/link`,
    form({ 'unit-of-link': unitId, name: 'Марія Верба', post: 'начальниця', email: '' }),
  );
  const code = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await asked.text())?.[0] ?? '';
  expect(code).not.toBe('');
  const shown = seen(await page(site(null), `/link/${code}`));
  expect(shown).toContain(schools.number);
  expect(shown).toContain('Підтверджую станом на сьогодні');
  const done = await site(null).request('/link', form({ code, decision: 'approve' }));
  expect(seen(await done.text())).toContain('Реєстр підтверджено. Дякуємо.');
  expect(seen(await page(site(administrator), `${STAFF}/confirm`))).toContain(
    'Марія Верба, начальниця (за посиланням)',
  );
  expect((await site(null).request('/link', form({ code, decision: 'approve' }))).status).toBe(410);
});

test('a confirmed draft is confirmed, and the shares are told', async () => {
  const draft = await draftDataset(context, unitId, 'Новий набір', FILE);
  expect(seen(await page(site(head), `${STAFF}/${draft.number}`))).toContain('виявлено');
  await site(head).request(`${STAFF}/confirm`, form({ unit: unitId }));
  expect(seen(await page(site(head), `${STAFF}/${draft.number}`))).toContain('підтверджено');
  expect(seen(await page(site(head), `${STAFF}/confirm`))).toMatch(
    /Управління освіти\s+2\s+100\u202f%\s+0\s+100\u202f%/,
  );
});

test('what an entry lacks is listed with one click to its passport', async () => {
  const draft = await draftDataset(context, unitId, 'Набір без частоти', FILE);
  const { passport } = await loadDataset(context.ctx, draft.id);
  await changePassport(context.ctx, draft.id, { ...passport, frequency: null });
  const shown = await page(site(head), `${STAFF}?incomplete=1`);
  expect(seen(shown)).toMatch(/Чого бракує[\s\S]*Частота оновлення\s+Заповнити в паспорті/);
  expect(shown).toContain(`href="/cabinet/datasets/${draft.id}/passport"`);
  await deleteDataset(context.ctx, draft.id);
});

test('only who may publish for the council switches the publication on', async () => {
  expect((await site(head).request(`${STAFF}/publication`)).status).toBe(403);
  expect((await site(head).request(`${STAFF}/publication`, form({ deed: 'on' }))).status).toBe(403);
  const on = await site(administrator).request(`${STAFF}/publication`, form({ deed: 'on' }));
  expect(on.status).toBe(303);
  await context.runJobs();
  expect(seen(await page(site(administrator), `${STAFF}/publication`))).toContain(
    'Востаннє оприлюднено 10 квітня 2027',
  );
});

test('what an ended set goes on in is said on its entry, and seen from it and in the relations', async () => {
  const [old, heir] = [
    await draftDataset(context, unitId, 'Старий перелік гуртків', FILE),
    await draftDataset(context, unitId, 'Гуртки', FILE),
  ];
  const path = `${STAFF}/${old.number}`;
  const wrong = await site(administrator).request(path, form({ successors: '000-1' }));
  expect(wrong.status).toBe(400);
  expect(seen(await wrong.text())).toContain('Таких наборів у реєстрі немає: 000-1');
  expect((await site(administrator).request(path, form({ successors: heir.number }))).status).toBe(303);
  expect(seen(await page(site(administrator), path))).toContain(`Дані цього набору тепер у наборах ${heir.number}`);
  const relations = await page(site(administrator), `${STAFF}/relations?kind=derived`);
  expect(relations).toContain('<svg class="relations"');
  expect(seen(relations)).toMatch(/дані перейшли\s+Старий перелік гуртків\s+Управління освіти\s+Гуртки/);
  const published = await site(administrator).request(`${STAFF}/${schools.number}`, form({ successors: heir.number }));
  expect(seen(await published.text())).toContain('Набір ще діє');
  expect((await site(reader).request(path, form({ successors: heir.number }))).status).toBe(403);
});

test('the annex of an order lies on A4 and holds the ten fields of every entry', async () => {
  const answer = await site(administrator).request(`${STAFF}.docx`);
  expect(answer.headers.get('content-type')).toContain('wordprocessingml');
  const document = unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'];
  const words = new TextDecoder().decode(document);
  expect(words).toContain('w:orient="landscape"');
  for (const told of ['РЕЄСТР ДАНИХ', schools.number, 'Управління освіти (04053648)', 'Засоби зв’язку'])
    expect(words).toContain(told);
  expect((await site(null).request(`${STAFF}.docx`)).status).toBe(303);
});
