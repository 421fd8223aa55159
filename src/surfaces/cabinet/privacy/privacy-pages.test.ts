import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, openCabinet } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset, giveFile } from '../../../../tests/support/publish-file.ts';
import { createDataset, type Dataset } from '../../../capabilities/catalog/index.ts';
import { latestReading } from '../../../capabilities/ingest/index.ts';
import { decisionsOf, statementsOf } from '../../../capabilities/privacy/index.ts';
import { publicationFaults } from '../../../capabilities/publishing/index.ts';

const FILE = {
  undecided: true,
  name: 'гуртки.csv',
  text: 'Номер;Дата народження;Пошта\n1;1990-03-04;vesela.kalyna@example.org\n2;1985-12-30;tykhyi.dub@example.org\n',
};

let cabinet: CabinetForTests;
let dataset: Dataset;
beforeAll(async () => {
  cabinet = await openCabinet();
  dataset = await draftDataset(cabinet.context, cabinet.unitId, 'Учасники гуртків', FILE);
});
afterAll(() => cabinet.close());

const path = () => `/cabinet/datasets/${dataset.id}/privacy`;
const form = (values: Readonly<Record<string, string>>) => ({ method: 'POST', body: new URLSearchParams(values) });
const page = async (at = path()) => (await cabinet.site().request(at)).text();
const resource = () => dataset.resources[0]?.id ?? '';

test('the page tells what was found, proposes first, shows no value, and one button accepts all; the next file asks nothing', async () => {
  const { context } = cabinet;
  expect(await page(`/cabinet/datasets/${dataset.id}`)).toContain(`href="${path()}"`);
  const reading = await latestReading(context.ctx, resource());
  const repairs = `/cabinet/readings/${reading?.id}/repairs`;
  expect(await page(repairs)).toContain('Далі: персональні дані');
  const asked = await page();
  expect(asked).toContain('Персональні дані у 2 стовпцях');
  expect(asked).toContain('Прийняти пропозиції (2)');
  expect(asked).toContain('2 із 2 заповнених клітинок');
  expect(asked).not.toContain('kalyna');
  expect((await cabinet.site().request(`${path()}/accept`, form({}))).status).toBe(303);
  expect(await page()).toContain('Записуємо таблицю за вашими рішеннями');
  await context.runJobs();
  expect(await page(repairs)).toContain('Далі: паспорт');
  const decided = await page();
  expect(decided).toContain('Щодо персональних даних усе вирішено');
  expect(decided).toContain('Стовпець прибрано');
  expect(decided).toContain('від дати залишено рік');
  expect(decided).not.toContain(`${path()}/consents`);
  expect(await publicationFaults(context.ctx, dataset.id)).toEqual([]);
  // the file itself is not offered to the public: the gate would refuse it
  const last = await page(`/cabinet/datasets/${dataset.id}/publish`);
  expect(last).toContain('у ньому є персональні дані, прибрані з таблиці');
  expect(last).not.toContain('name="originalPublic"');
});

test('a decision is undone by a button, and another form is refused in its place with what is missing', async () => {
  const { context } = cabinet;
  const decisions = await decisionsOf(context.ctx, dataset.id);
  const post = decisions.find(({ columnTitle }) => columnTitle === 'Пошта');
  await cabinet.site().request(`${path()}/decisions/${post?.id}/undo`, form({}));
  await context.runJobs();
  const lacking = { resource: resource(), column: 'Пошта', way: 'keep', groundCode: 'consent' };
  const refused = await cabinet.site().request(`${path()}/decide`, form(lacking));
  expect(refused.status).toBe(400);
  const told = await refused.text();
  expect(told).toContain('Стовпець «Пошта»: Назвіть документ');
  // beside the field, in the form that stands open with what was chosen
  expect(told).toMatch(/<details open>\s*<summary>Оприлюднити/);
  expect(told).toMatch(/<option value="consent" selected/);
  const ids = [...told.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const whole = { ...lacking, actTitle: 'Згоди батьків', actNumber: '7', actDate: '01.09.2026' };
  expect((await cabinet.site().request(`${path()}/decide`, form(whole))).status).toBe(303);
  await context.runJobs();
  const kept = await page();
  expect(kept).toContain('Згода людей (Згоди батьків, 7, 01.09.2026)');
  expect(kept).toContain(`href="${path()}/consents"`);
  expect(kept).toContain(`<h3 id="risk-${resource()}">Чи впізнають людину без імені</h3>`);
});

test('columns by which it is counted whether a person is told are chosen on the page, remembered for the next file, and taken back', async () => {
  const { context } = cabinet;
  const choose = async (...titles: string[]) => {
    const values = [['resource', resource()], ...titles.map((title) => ['column', title])];
    const sent = await cabinet.site().request(`${path()}/risk`, { method: 'POST', body: new URLSearchParams(values) });
    await context.runJobs();
    return sent;
  };
  expect(await page()).toContain('Рахувати за іншими стовпцями');
  expect((await choose('Номер')).status).toBe(303);
  const counted = await page();
  expect(counted).toContain('Пораховано за всіма рядками й стовпцем «Номер»');
  expect(counted).toContain('Стовпці вибрано:');
  await giveFile(context, dataset, { ...FILE, text: `${FILE.text}3;1990-05-06;rannia.zoria@example.org\n` });
  expect(await page()).toContain('3 рядки із 3 (100 %)');
  expect(await page()).toContain('й стовпцем «Номер»');
  const gone = await choose('Такого немає');
  expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('в таблиці вже немає')]);
  expect((await choose(...Array.from({ length: 13 }, (_, at) => `Стовпець ${at}`))).status).toBe(400);
  await choose();
  expect(await page()).toContain('й стовпцем «Дата народження»');
  expect(await page()).not.toContain('Стовпці вибрано:');
});

test('who edits looks at a few cells before and after; a new table of the unit is proposed «як минулого разу»', async () => {
  const other = await draftDataset(cabinet.context, cabinet.unitId, 'Учасники таборів', FILE);
  const here = `/cabinet/datasets/${other.id}/privacy`;
  const shown = await page(here);
  expect(shown).toContain('Як минулого разу: оприлюднити');
  const [, link = ''] = /href="([^"]*privacy\/preview[^"]*)"/.exec(shown) ?? [];
  const preview = await page(link.replaceAll('&amp;', '&'));
  expect(preview).toContain('1990-03-04');
  expect(preview).toMatch(/<td[^>]*>1990<\/td>/);
});

test('a document is asked about by one click, what was said stands with a way back, and a ground is asked where it is missing', async () => {
  const { context, unitId } = cabinet;
  const resource = { kind: 'document' as const, title: 'Положення' };
  const given = await createDataset(context.ctx, { unitId, title: 'Положення про гуртки', resource });
  await giveFile(context, given, { name: 'polozhennia.txt', text: 'Про гуртки.', undecided: true });
  const here = `/cabinet/datasets/${given.id}/privacy`;
  const asked = await page(here);
  expect(asked).toContain('Перегляньте файли: чи є в них персональні дані');
  const [, sha256 = ''] = /name="sha256" value="([0-9a-f]{64})"/.exec(asked) ?? [];
  const said = { resource: given.resources[0]?.id ?? '', sha256 };
  const refused = await cabinet.site().request(`${here}/statements`, form({ ...said, says: 'kept' }));
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('Оберіть підставу');
  expect((await cabinet.site().request(`${here}/statements`, form({ ...said, says: 'none' }))).status).toBe(303);
  expect(await page(here)).toContain('Персональних даних у файлі немає. ');
  const [statement] = await statementsOf(context.ctx, given.id);
  await cabinet.site().request(`${here}/statements/${statement?.id}/undo`, form({}));
  expect(await page(here)).toContain('Перегляньте файли');
});

test('an archive with files that are no tables is asked about folded, below, and stops nothing', async () => {
  const { context, unitId } = cabinet;
  const text = zipSync({ 'гуртки.csv': strToU8('Номер;Гурток\n1;Шахи\n2;Танці\n'), 'скан.pdf': strToU8('%PDF-1.4') });
  const given = await draftDataset(context, unitId, 'Гуртки з архіву', { name: 'гуртки.zip', text, undecided: true });
  const here = await page(`/cabinet/datasets/${given.id}/privacy`);
  expect(here).toContain('Персональних даних не знайдено');
  expect(here).toMatch(/<details>\s*<summary>Якщо відкриваєте людям сам архів/);
  expect(here).not.toContain('Файли, що публікуються як є');
  expect(await publicationFaults(context.ctx, given.id)).toEqual([]);
});

test('a refused security decision keeps what was typed, in the form it was typed in, with what is missing beside the field', async () => {
  const { context, unitId } = cabinet;
  const text = 'Номер,Назва,Місткість\n1,Школа № 1,120\n2,Ліцей № 2,80\n3,Гімназія № 3,95\n';
  const shelters = await draftDataset(context, unitId, 'Перелік укриттів громади', { name: 'перелік.csv', text });
  const at = `/cabinet/datasets/${shelters.id}/privacy`;
  const typed = {
    way: 'suspend',
    'suspend-reason': 'Слова для перевірки',
    'suspend-order': '',
    'suspend-review': '2031-02-03',
  };
  const refused = await cabinet.site().request(`${at}/security`, form(typed));
  expect(refused.status).toBe(400);
  const told = await refused.text();
  for (const kept of ['Слова для перевірки', 'value="2031-02-03"']) expect(told.split(kept)).toHaveLength(2);
  expect(told).toMatch(/name="suspend-order"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="suspend-order"/);
  // a way below the proposed one stands open
  const other = await cabinet
    .site()
    .request(`${at}/security`, form({ way: 'publish', 'publish-reason': 'Погоджено усно', 'publish-review': '' }));
  expect(await other.text()).toMatch(/<details open[^>]*>(?:(?!<\/details>).)*Погоджено усно/s);
});

test('where a decision takes away what told the rows apart, the page says at once what still stops publication', async () => {
  const { context, unitId } = cabinet;
  const text = 'Клас,Учень\n1-А,Барвінок Остап Маркович\n1-А,Волошка Ірина Денисівна\n1-Б,Калина Петро Олегович\n';
  const pupils = await draftDataset(context, unitId, 'Класи школи', { name: 'класи.csv', text, undecided: true });
  const at = `/cabinet/datasets/${pupils.id}/privacy`;
  expect(await page(at)).not.toContain('публікацію ще зупиняє');
  await cabinet.site().request(`${at}/accept`, form({}));
  await context.runJobs();
  const decided = await page(at);
  expect(decided).toContain('Після цих рішень публікацію ще зупиняє');
  expect(decided).toMatch(
    /немає стовпця, за яким можна впізнати кожен рядок[^<]*<a href="\/cabinet\/readings\/[^"]+\/repairs">до виправлень/,
  );
});
