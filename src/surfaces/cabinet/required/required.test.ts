import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, createUnit, listUnits, type Person } from '../../../capabilities/accounts/index.ts';
import {
  applyRequiredItem,
  changePassport,
  createDataset,
  firstEditionItem,
  keepOrigin,
  loadDataset,
} from '../../../capabilities/catalog/index.ts';
import {
  type ItemState,
  loadRequired,
  loadRequiredForStaff,
  remindOfReviewsJob,
} from '../../../capabilities/mandates/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';

const HOME = '/cabinet/city/required';
const TODAY = '2026-11-20T10:00:00+02:00';
const PASSWORD = 'довгий пароль для перевірки';

let test: TestContext;
let education: string;
let transport: string;
let coordinator: Person;
let head: Person;
let stranger: Person;

async function person(name: string, role: 'coordinator' | 'head' | 'contributor', unitId: string): Promise<Person> {
  return createPerson(test.ctx, { name, email: `${role}@example.org`, password: PASSWORD, role, unitId });
}

beforeAll(async () => {
  test = await makeTestContext({ now: TODAY });
  education = await setUpCommunity(test);
  const root = (await listUnits(test.ctx)).find(({ parentId }) => parentId === null)?.id ?? '';
  transport = (await createUnit(test.ctx, { name: 'Управління транспорту', parentId: root })).id;
  coordinator = await person('Координаторка', 'coordinator', root);
  head = await person('Керівник', 'head', transport);
  stranger = await person('Учасниця', 'contributor', education);
});
afterAll(() => test.close());

const site = (who: Person | null = coordinator) => wholeSite(test, who);

async function text(path: string, who: Person | null = coordinator): Promise<string> {
  const answer = await site(who).request(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

async function post(path: string, values: [string, string][], who: Person = coordinator): Promise<Response> {
  return site(who).request(`${HOME}${path}`, form(values));
}

/** Where the page goes on, as a path. */
const next = (answer: Response) => answer.headers.get('location') ?? '';

async function stateOf(line: string, unitId?: string): Promise<ItemState | undefined> {
  const view = await loadRequired(test.ctx);
  const one = view.items.find(({ item }) => item.line === line);
  return unitId === undefined ? one?.state : one?.cells.find((cell) => cell.unitId === unitId)?.state;
}

/** A published dataset with the ground of an item; its table has these headings. */
async function publishItem(number: number, unitId: string, headings: string, rows: string): Promise<string> {
  const item = firstEditionItem('local-government', number);
  if (!item) throw new Error('no item');
  const file = { name: 'таблиця.csv', text: `${headings}\n${rows}\n` };
  const draft = await draftDataset(test, unitId, item.title, file);
  const { passport } = await loadDataset(test.ctx, draft.id);
  await changePassport(test.ctx, draft.id, { ...applyRequiredItem(passport, item), frequency: passport.frequency });
  await publishDataset(test.ctx, draft.id);
  return draft.id;
}

describe('how an item stands', () => {
  it('is absent and nobody’s at first, for people and for programs', async () => {
    const page = await text('/open-data/required', null);
    expect(page).toContain('Обов’язкові набори: 0 із 73 застосовних');
    expect(page).toContain('нікому не призначено');
    expect(page).not.toContain('Місцеві держадміністрації');
    const answer = await (await site(null).request('/api/1/required')).json();
    expect(answer).toMatchObject({ applicable: 73, present: 0, unassigned: 73, edition: '2024-10' });
  });

  it('is published in time with the recommended structure, and late when its term is past', async () => {
    await publishItem(19, transport, 'parkingId;Тип;atuCode', '1;відкрита;UA46020030010057497');
    expect(await stateOf('local-19')).toBe('on-time');
    test.clock.set('2028-01-20T10:00:00+02:00');
    expect(await stateOf('local-19')).toBe('late');
    test.clock.set(TODAY);
  });

  it('says what is missing of the recommended structure', async () => {
    await publishItem(10, transport, 'stopId;Назва', '1;Ринок');
    expect(await stateOf('local-10')).toBe('other-structure');
    expect(await text('/open-data/required/local-10', null)).toMatch(
      /відома частина рекомендованої структури: збіглося 2 поля/,
    );
    const answer = await (await site(null).request('/api/1/required?unit=upravlinnia-transportu')).json();
    const [stops] = answer.items.filter(({ line }: { line: string }) => line === 'local-10');
    expect(stops.units[0].datasets[0].structure).toMatchObject({ fields: 7, found: 2, percent: null });
    expect(stops.units[0].datasets[0].structure.missing).toContain('lat');
  });

  it('counts what is on the national portal and not yet here', async () => {
    const item = firstEditionItem('local-government', 39);
    const draft = await createDataset(test.ctx, { unitId: transport, title: 'Розклади' });
    if (item) await changePassport(test.ctx, draft.id, applyRequiredItem(draft.passport, item));
    expect(await stateOf('local-39')).toBe('absent');
    await keepOrigin(test.ctx, {
      ...{ datasetId: draft.id, portal: 'data.gov.ua', remoteId: 'r1', remoteName: 'rozklady' },
      ...{ address: 'https://data.gov.ua/dataset/rozklady', firstPublishedAt: null, changedThereAt: null },
    });
    expect(await stateOf('local-39')).toBe('on-national');
    expect(await text('/open-data/required/local-39', null)).toContain('href="https://data.gov.ua/dataset/rozklady"');
  });

  it('shows everybody the published title while another is being written', async () => {
    const id = await publishItem(20, transport, 'streetId;Назва', '1;Вишнева');
    const { passport } = await loadDataset(test.ctx, id);
    await changePassport(test.ctx, id, { ...passport, title: 'Назва, якої ще ніхто не бачив' });
    const page = await text('/open-data/required/local-20', null);
    expect(page).toContain(passport.title);
    expect(page).not.toContain('якої ще ніхто не бачив');
  });

  it('shows drafts only to those who may see them', async () => {
    const item = firstEditionItem('local-government', 9);
    const draft = await createDataset(test.ctx, { unitId: transport, title: 'Таємна чернетка рухомого складу' });
    if (item)
      await changePassport(test.ctx, draft.id, {
        ...applyRequiredItem(draft.passport, item),
        title: draft.passport.title,
      });
    expect(await text('/open-data/required/local-9', null)).not.toContain('Таємна чернетка');
    expect(await text(`${HOME}/items/local-9`, stranger)).not.toContain('Таємна чернетка');
    expect(await text(`${HOME}/items/local-9`)).toContain('Таємна чернетка');
  });
});

describe('who must publish', () => {
  it('is suggested by datasets and by names, assigned at once, and taken back', async () => {
    const page = await text(`${HOME}/duties`);
    expect(page).toContain('має такий набір');
    expect(page).toMatch(/за назвою: «транспорт»/);
    const done = await post('/duties', [
      ['pick', 'local-10'],
      ['unit.local-10', 'Управління транспорту'],
      ['pick', 'local-26'],
      ['unit.local-26', 'Управління освіти'],
    ]);
    expect(done.status).toBe(303);
    expect(await text(next(done))).toContain('Призначено: 2 записи.');
    expect(await stateOf('local-26', education)).toBe('absent');
    const id = new URL(next(done), 'https://x').searchParams.get('done');
    const undone = await post(`/undo/${id}`, [['back', `${HOME}/duties`]]);
    expect(await text(next(undone))).toContain('Скасовано, усе як було.');
    expect(await stateOf('local-26', education)).toBeUndefined();
    expect((await post(`/undo/${id}`, [])).status).toBe(409);
  });

  it('a unit that is not there is told in place', async () => {
    const refused = await post('/duties', [
      ['pick', 'local-10'],
      ['unit.local-10', 'Управління мрій'],
    ]);
    expect([refused.status, (await refused.text()).includes('Такого підрозділу немає')]).toEqual([400, true]);
  });

  it('many items go to one unit; a head answers for the own unit only', async () => {
    const many = [9, 36, 38, 26].map((number): [string, string] => ['pick', `local-${number}`]);
    expect((await post('/duties', [['unit', education], ...many], head)).status).toBe(403);
    expect((await post('/duties', [['unit', transport], ...many], head)).status).toBe(303);
    expect(await stateOf('local-36', transport)).toBe('absent');
    expect((await post('/items/local-26/unassign', [['unit', transport]], head)).status).toBe(403);
    expect((await post('/items/local-26/unassign', [['unit', 'нема']])).status).toBe(400);
    expect((await post('/items/local-26/unassign', [['unit', transport]])).status).toBe(303);
    expect((await post('/duties', [['unit', transport], ...many], stranger)).status).toBe(403);
    expect(await text(`${HOME}/matrix`)).toContain('Управління транспорту');
  });
});

describe('no data', () => {
  const answer = (change: Record<string, string> = {}): [string, string][] => [
    ['unit', transport],
    ...Object.entries({
      kind: 'not-applicable',
      reason: 'Тролейбусів у громаді немає.',
      confirmedBy: 'начальниця Вигадана О.',
      confirmedOn: '2026-11-19',
      nextReview: '2027-11-19',
      orderLine: '',
      ...change,
    }).map(([name, value]): [string, string] => [`${name}.${transport}`, value]),
  ];

  it('is said with a reason, who confirmed and until when; each fault at its field', async () => {
    const refused = await post('/items/local-36/decide', answer({ reason: '', nextReview: '2026-11-01' }), head);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('Напишіть причину одним реченням.');
    expect((await post('/items/local-36/decide', answer(), head)).status).toBe(303);
    expect(await stateOf('local-36')).toBe('not-applicable');
    const view = await loadRequired(test.ctx);
    expect(view.counts.applicable).toBe(72);
    const shown = await text('/open-data/required/local-36', null);
    expect(shown).toContain('Тролейбусів у громаді немає.');
    expect(shown).not.toContain('Вигадана О.');
  });

  it('excuses nothing after the day of its review, and is dropped and taken back', async () => {
    test.clock.set('2027-11-22T10:00:00+02:00');
    expect(await stateOf('local-36')).toBe('absent');
    expect(await text('/cabinet', head)).toContain('Переглянути відповідь, чому набору немає');
    expect(await text('/cabinet', head)).toMatch(/Обов’язкові набори: \d+ з \d+/);
    await remindOfReviewsJob.handle(test.ctx, {}, { id: 'run', attempt: 1, last: false });
    await remindOfReviewsJob.handle(test.ctx, {}, { id: 'run', attempt: 1, last: false });
    await test.runJobs();
    expect((await text('/cabinet/notices', head)).match(/Час переглянути відповідь за пунктом/g)).toHaveLength(1);
    expect(await text(`${HOME}/items/local-36`)).toContain('її час переглянути');
    test.clock.set(TODAY);
    const dropped = await post('/items/local-36/ask-again', [['unit', transport]], head);
    expect(await stateOf('local-36')).toBe('absent');
    const id = new URL(next(dropped), 'https://x').searchParams.get('done');
    expect((await post(`/undo/${id}`, [], head)).status).toBe(303);
    expect(await stateOf('local-36')).toBe('not-applicable');
  });
});

describe('which datasets answer', () => {
  it('is suggested by words, confirmed at once, refused for good, and one dataset answers several items', async () => {
    const made = await createDataset(test.ctx, {
      unitId: transport,
      title: 'Перевізники та маршрути міського транспорту',
    });
    await createDataset(test.ctx, { unitId: education, title: 'Гуртки малювання' });
    const page = await text(`${HOME}/answers`);
    expect(page).toContain('Перевізники та маршрути');
    expect(page).not.toContain('Гуртки малювання');
    const done = await post('/answers', [['what', 'all']]);
    expect(next(done)).toContain('done=');
    const view = await loadRequiredForStaff(test.ctx);
    const of = (line: string) =>
      view.items.find(({ item }) => item.line === line)?.cells.flatMap(({ datasets }) => datasets.map(({ id }) => id));
    expect(of('local-38')).toContain(made.id);
    expect((await post('/items/local-39/datasets', [['dataset', made.id]], head)).status).toBe(303);
    const both = await loadRequiredForStaff(test.ctx);
    expect(
      both.items.filter(({ cells }) => cells.some(({ datasets }) => datasets.some(({ id }) => id === made.id))),
    ).toHaveLength(2);
    await createDataset(test.ctx, { unitId: education, title: 'Електронні петиції' });
    expect(await text(`${HOME}/answers`)).toContain('Електронні петиції');
    const [petitions] = (await text(`${HOME}/answers`)).match(/value="([0-9a-f-]{36})"/)?.slice(1) ?? [];
    await post('/answers', [
      ['what', 'refuse'],
      ['pick', petitions ?? ''],
      [`item.${petitions}`, 'local-17'],
    ]);
    expect(await text(`${HOME}/answers`)).not.toContain('Електронні петиції');
  });
});

describe('from an absent set to a planned one', () => {
  it('everything of the item comes filled, people see the promise, and the template has its fields', async () => {
    await post('/items/local-41/assign', [['unit', education]]);
    const refused = await post('/items/local-41/plan', [
      ['unit', education],
      [`dueOn.${education}`, '2020-01-01'],
    ]);
    expect(refused.status).toBe(400);
    const planned = await post('/items/local-41/plan', [
      ['unit', education],
      [`dueOn.${education}`, '2026-12-31'],
    ]);
    expect(planned.status).toBe(303);
    const id = /datasets\/([^/]+)\//.exec(next(planned))?.[1] ?? '';
    const dataset = await loadDataset(test.ctx, id);
    expect(dataset.passport).toMatchObject({
      ground: { kind: 'resolution-835', number: 41 },
      frequency: 'once a month',
      themes: expect.arrayContaining([expect.any(String)]),
    });
    expect(dataset.passport.purpose).toContain('№ 835');
    expect(dataset.passport.keywords.length).toBeGreaterThan(2);
    const names = dataset.resources[0]?.structure.fields.map(({ name }) => name) ?? [];
    expect(names.length).toBe(6);
    expect(await stateOf('local-41')).toBe('planned');
    expect(await text('/open-data/required/local-41', null)).toContain('заплановано до 31 грудня 2026');
    const csv = await text(`${HOME}/items/local-41/template.csv`);
    expect(csv.split('\r\n')[0]?.replace('\uFEFF', '')).toBe(names.join(','));
    const workbook = await site().request(`${HOME}/items/local-41/template.xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

it('the list is narrowed by words, state, section and unit, and taken away as CSV', async () => {
  const found = await text('/open-data/required?q=зупинок', null);
  expect(found).toContain('/open-data/required/local-10"');
  expect(found).not.toContain('/open-data/required/local-13"');
  expect(await text('/open-data/required?state=planned', null)).toContain('Показано 1 пункт');
  expect(await text('/open-data/required?section=all', null)).toContain('Показано 16 пунктів');
  expect(await text('/en/open-data/required?unit=upravlinnia-transportu', null)).toContain('Required datasets:');
  const csv = await text('/open-data/required.csv', null);
  expect(csv.trim().split('\r\n')).toHaveLength(74);
  expect(csv).toContain('https://data.example.org/datasets/');
});

it('a template offers the values a recommendation names, and its example row fits them', async () => {
  const csv = await text(`${HOME}/items/local-55/template.csv`);
  expect(csv.split('\r\n')[1]).toContain('сховище');
  const workbook = await site().request(`${HOME}/items/local-55/template.xlsx?table=shelters`);
  const bytes = Buffer.from(await workbook.arrayBuffer());
  expect(bytes.includes('xl/worksheets/sheet3.xml')).toBe(true);
  expect((await site().request(`${HOME}/items/local-55/template.xlsx?table=stops`)).status).toBe(404);
});
