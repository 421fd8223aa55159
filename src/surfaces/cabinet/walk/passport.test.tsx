import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, form, openCabinet, page, type Site } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import {
  changePassport,
  changeStructure,
  createCodeList,
  createDataset,
  type Dataset,
  listTemplates,
  loadDataset,
} from '../../../capabilities/catalog/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';

let cabinet: CabinetForTests;
let app: Site;
beforeAll(async () => {
  cabinet = await openCabinet();
  app = cabinet.site();
});
afterAll(() => cabinet.close());

const draft = (title: string) => createDataset(cabinet.context.ctx, { unitId: cabinet.unitId, title });
const pathOf = ({ id }: Dataset, rest = '') => `/cabinet/datasets/${id}/passport${rest}`;
const passportOf = async ({ id }: Dataset) => (await loadDataset(cabinet.context.ctx, id)).passport;
const markOf = (html: string, field: string) => new RegExp(`name="was.${field}" value="([^"]+)"`).exec(html)?.[1] ?? '';

test('what no law asks is folded; what is asked is marked with its ground and counted', async () => {
  const html = await page(app, pathOf(await draft('Дерева')));
  expect(html).toContain('з 9 пунктів');
  expect(html).toMatch(/<details data-more[^>]*class="passport-more"[\s\S]*Теми за європейським переліком/);
  expect(html).toMatch(/Опис <span class="law-mark">п. 2.5<\/span>/);
  expect(html).toMatch(/Підстава та призначення збору інформації <span class="law-mark">data.gov.ua<\/span>/);
  expect(html).toContain('Положення про відкриті дані (за зразком Дрогобича), 2.5');
});

test('saving by itself answers with the time and new marks, and never overwrites', async () => {
  const dataset = await draft('Парки');
  const html = await page(app, pathOf(dataset));
  const send = async (description: string, mark: string) => {
    const sent = await app.request(
      pathOf(dataset),
      form({ shown: 'description', description, 'was.description': mark, to: 'autosave' }),
    );
    return (await sent.json()) as { saved: string; marks: Record<string, string>; conflicts: string[] };
  };
  const first = await send('Перший', markOf(html, 'description'));
  expect(first.saved).toMatch(/^Збережено о \d\d:\d\d$/);
  const second = await send('Перший і другий', first.marks.description ?? '');
  expect(second.conflicts).toEqual([]);
  const late = await send('Інша людина', markOf(html, 'description'));
  expect([late.conflicts, late.marks]).toEqual([['description'], {}]);
  expect((await passportOf(dataset)).description).toBe('Перший і другий');
});

test('a conflict may be settled for the other one; the rest of what was typed is kept', async () => {
  const dataset = await draft('Сквери');
  const html = await page(app, pathOf(dataset));
  await changePassport(cabinet.context.ctx, dataset.id, { ...dataset.passport, purpose: 'Їхнє' });
  const typed = { purpose: 'Моє', 'was.purpose': markOf(html, 'purpose'), to: 'stay' };
  const asked = await app.request(
    pathOf(dataset),
    form([['shown', 'purpose'], ['shown', 'norm'], ['norm', 'Закон'], ...Object.entries(typed)]),
  );
  expect(asked.status).toBe(409);
  const shown = await asked.text();
  expect(shown).toContain('Їхнє</blockquote>');
  expect((await passportOf(dataset)).norm).toBe('Закон');
  const chosen = { purpose: 'Моє', 'was.purpose': markOf(shown, 'purpose'), 'choose.purpose': 'theirs', to: 'stay' };
  const saved = await app.request(pathOf(dataset), form([['shown', 'purpose'], ...Object.entries(chosen)]));
  expect(await saved.text()).toContain('Збережено о');
  expect((await passportOf(dataset)).purpose).toBe('Їхнє');
});

test('a dataset is found and tied, the working copy is a document', async () => {
  const { context, unitId } = cabinet;
  const other = await draftDataset(context, unitId, 'Школи міста', { name: 's.csv', text: 'Номер;Назва\n1;а\n2;б\n' });
  await publishDataset(context.ctx, other.id);
  const dataset = await draft('Харчування');
  const found = await app.request(pathOf(dataset), form({ find: 'related', relatedQuery: 'школи' }));
  expect(await found.text()).toMatch(new RegExp(`name="related" value="${other.id}"[\\s\\S]*Школи міста`));
  await app.request(pathOf(dataset), form({ shown: 'related', related: other.id, to: 'stay' }));
  expect((await passportOf(dataset)).related).toEqual([other.id]);
  const file = await app.request(pathOf(dataset, '.docx'));
  const words = new TextDecoder().decode(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']);
  expect(words).toContain('Школи міста');
});

test('a passport becomes a template, another takes chosen elements of it after seeing them', async () => {
  const { ctx } = cabinet.context;
  const model = await draft('Зразковий');
  await changePassport(ctx, model.id, {
    ...model.passport,
    purpose: 'Облік майна',
    norm: 'Закон',
    keywords: ['майно'],
  });
  await app.request(pathOf(model, '/copy/template'), form({ name: 'Реєстри майна' }));
  const nameless = await app.request(pathOf(model, '/copy/template'), form({ name: ' ' }));
  expect([nameless.status, await nameless.text()]).toEqual([400, expect.stringContaining('Назвіть зразок')]);
  const [template] = await listTemplates(ctx);
  const dataset = await draft('Будинки');
  const from = `template:${template?.id}`;
  const shown = await page(app, pathOf(dataset, `/copy?from=${encodeURIComponent(from)}`));
  expect(shown).toMatch(/Облік майна/);
  expect(shown).toContain('Зразковий');
  const marks = ['purpose', 'norm'].map((field): [string, string] => [`was.${field}`, markOf(shown, field)]);
  await app.request(
    pathOf(dataset, '/copy'),
    form([['from', from], ['field', 'purpose'], ['field', 'norm'], ...marks]),
  );
  expect(await passportOf(dataset)).toMatchObject({ title: 'Будинки', purpose: 'Облік майна', norm: 'Закон' });
  expect((await passportOf(dataset)).keywords).not.toContain('майно');
  await app.request(pathOf(dataset, '/copy/remove'), form({ template: template?.id ?? '' }));
  expect(await listTemplates(ctx)).toEqual([]);
});

test('the structure takes a code list, allowed values, and examples of the file but not of closed columns', async () => {
  const { context, unitId } = cabinet;
  const codes = [{ code: 'добрий', name: 'добрий' }];
  const list = await createCodeList(context.ctx, { name: 'Стани', unitId, codes });
  const text = 'Номер;Стан;Власник\n1;добрий;Іван\n2;добрий;Петро\n';
  const dataset = await draftDataset(context, unitId, 'Дороги', { name: 'd.csv', text, restricted: ['Власник'] });
  const path = `/cabinet/datasets/${dataset.id}/structure`;
  const html = await page(app, path);
  expect(html).toContain('Стани</option>');
  const { structure, id } = dataset.resources[0] ?? { structure: { fields: [] }, id: '' };
  const inputs = structure.fields.flatMap((field, at): [string, string][] => [
    ['place', String(at)],
    [`fields.${at}.title`, field.title],
    [`fields.${at}.name`, field.name],
    [`fields.${at}.type`, field.type],
    ...(field.sensitivity === 'restricted' ? [[`fields.${at}.restricted`, '1'] as [string, string]] : []),
    ...(field.title === 'Стан' ? [[`fields.${at}.codeList`, list.id] as [string, string]] : []),
    ...(field.title === 'Номер' ? [[`fields.${at}.allowed`, '1; 2;2'] as [string, string]] : []),
  ]);
  const offered = await (await app.request(path, form([...inputs, ['resource', id], ['examples', 'offer']]))).text();
  expect(offered).toMatch(/name="fields.1.examples"[^>]*value="добрий"/);
  expect(offered).not.toContain('Іван');
  await app.request(path, form([...inputs, ['resource', id]]));
  const [number, state] = (await loadDataset(context.ctx, dataset.id)).resources[0]?.structure.fields ?? [];
  expect([number?.allowed, state?.codeList]).toEqual([['1', '2'], list.id]);
  await changeStructure(context.ctx, id, { fields: structure.fields });
});

test('a law cited with a wrong date is told gently and mended by one button; nothing else is touched', async () => {
  const dataset = await draft('Зупинки');
  const purpose = 'На виконання постанови Кабінету Міністрів України від 25.10.2015 № 835';
  await changePassport(cabinet.context.ctx, dataset.id, {
    ...(await passportOf(dataset)),
    purpose,
    description: 'Опис',
  });
  const html = await page(app, pathOf(dataset));
  expect(html).toContain('постанова № 835 має дату 21.10.2015');
  await app.request(pathOf(dataset, '/citations'), form({}));
  expect(await passportOf(dataset)).toMatchObject({
    purpose: 'На виконання постанови Кабінету Міністрів України від 21.10.2015 № 835',
    description: 'Опис',
  });
  expect(await page(app, pathOf(dataset))).not.toContain('Перевірте цитати');
});
