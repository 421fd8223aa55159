import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { applySheet, type Dataset, loadDataset, undoSheet } from '../../catalog/index.ts';
import { receiveRegistry, registryRows } from '../index.ts';
import { frequencyOfWords, partsOfContact, toldBy } from './registry-columns.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };

let context: TestContext;
let schools: Dataset;

beforeAll(async () => {
  context = await makeTestContext({ now: '2027-03-01T10:00:00+02:00' });
  schools = await draftDataset(context, await setUpCommunity(context), 'Перелік шкіл', FILE);
});
afterAll(() => context.close());

/** A workbook as a city keeps it: names of columns of the regulation, values as people write them. */
async function bring(rows: readonly (readonly string[])[]) {
  const headings = ['ID', 'Name', 'Description', 'Creation data', 'Format', 'File size', 'Update frequency', 'Link'];
  const sheet = {
    name: 'Реєстр',
    headings: [...headings, 'Data holder', 'Contact', 'Запланована дата'],
    widths: Array.from({ length: 11 }, () => 20),
    rows,
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook([sheet])) chunks.push(chunk);
  const path = join(await context.ctx.objects.workFolder(), 'reiestr.xlsx');
  await writeFile(path, Buffer.concat(chunks));
  return receiveRegistry(context.ctx, path, 'reiestr.xlsx');
}

const HOLDER = 'Управління освіти (ЄДРПОУ 04053648)';
const KNOWN = ['7', 'перелік Шкіл', 'Усі школи.', '2024', 'xls', '1 Мб', 'раз на місяць', '', HOLDER, '', ''];
const FRESH = [
  ...['8', 'Басейни', 'Які басейни працюють.', '2024', 'xlsx', '', 'у разі змін', 'https://data.gov.ua/dataset/x'],
  ...[HOLDER, 'Ганна Мальва, тел. (03244) 2-22-22, hanna@example.org', ''],
];
const PLANNED = ['9', 'Катки', 'Де катки.', '', '', '', 'щороку', '', HOLDER, '', '01.06.2027'];

test('a registry in a workbook is shown as a difference, written, and taken back whole', async () => {
  const sheet = await bring([KNOWN, FRESH, PLANNED]);
  expect(sheet.rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['changed', 'Перелік шкіл'],
    ['new', 'Басейни'],
    ['new', 'Катки'],
  ]);
  expect((await loadDataset(context.ctx, schools.id)).passport.description).not.toBe('Усі школи.');
  await applySheet(
    context.ctx,
    sheet.id,
    sheet.rows.map(({ row }) => row),
  );
  const changed = (await loadDataset(context.ctx, schools.id)).passport;
  expect(changed).toMatchObject({ description: 'Усі школи.', frequency: 'once a month' });
  expect(changed.responsibleEmail).toBe('osvita@example.org'); // an empty cell erases nothing
  const { items } = await registryRows(context.ctx, {}, { audience: 'staff', page: { page: 1, size: 50 } });
  expect(items.find(({ title }) => title === 'Катки')?.state).toBe('planned');
  const pools = items.find(({ title }) => title === 'Басейни');
  expect(pools).toMatchObject({ state: 'found', frequency: 'immediately after making changes' });
  expect(pools?.contact).toMatchObject({ name: 'Ганна Мальва', email: 'hanna@example.org', phone: '(03244) 2-22-22' });
  const undone = await undoSheet(context.ctx, sheet.id);
  expect(undone).toMatchObject({ changed: 1, removed: 1, left: ['Катки'] }); // what was promised to people is dropped with a reason
  const after = await registryRows(context.ctx, {}, { audience: 'staff', page: { page: 1, size: 50 } });
  expect(after.items.map(({ title }) => title)).toEqual(['Катки', 'Перелік шкіл']);
  expect(after.items[1]?.frequency).toBe('once a year');
});

test('the same registry given again makes no doubles', async () => {
  const first = await bring([FRESH]);
  await applySheet(context.ctx, first.id, [2]);
  const again = await bring([FRESH]);
  expect(again.rows.filter(({ kind }) => kind === 'new')).toEqual([]);
});

test('a file without names of datasets, and an unknown holder, are told in words', async () => {
  const unknown = await bring([['1', 'Набір', 'Опис', '', '', '', '', '', 'Невідомий відділ', '', '']]);
  expect(unknown.rows[0]).toMatchObject({ kind: 'faulty' });
  expect(unknown.rows[0]?.faults[0]?.text.uk).toContain('Невідомий відділ');
  const path = join(await context.ctx.objects.workFolder(), 'other.csv');
  await writeFile(path, 'Квітень;Травень\n1;2\n');
  await expect(receiveRegistry(context.ctx, path, 'other.csv')).rejects.toMatchObject({
    code: 'registry-without-titles',
  });
});

test('headings, frequencies and contacts are read as people write them', () => {
  expect(['Назва набору даних', 'Періодичність', 'Код ЄДРПОУ', 'Засоби зв’язку', 'Примітки'].map(toldBy)).toEqual([
    ...['title', 'frequency', 'code', 'contact'],
    null,
  ]);
  expect(['щомісячно', 'Раз на рік', 'по мірі необхідності'].map(frequencyOfWords)).toEqual([
    ...['Щомісяця', 'Щороку'],
    'Відразу після внесення змін',
  ]);
  expect(partsOfContact('a@b.ua')).toEqual({ person: '', email: 'a@b.ua', phone: '' });
});
