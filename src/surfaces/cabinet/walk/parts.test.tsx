import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CabinetForTests,
  form,
  openCabinet,
  page,
  readingOf,
  type Site,
  seen,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { latestReadings, loadReading } from '../../../capabilities/ingest/index.ts';

let cabinet: CabinetForTests;
let app: Site;
beforeAll(async () => {
  cabinet = await openCabinet();
  app = cabinet.site();
});
afterAll(() => cabinet.close());

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

function workbook(sheets: Sheets, hidden: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

const contracts = (amount: string) => [
  ['Номер', 'Орендар', 'Сума, грн'],
  ['1', 'ФГ «Колос»', amount],
  ['2', 'ТОВ «Нива»', '300.25'],
  ['3', 'ПП «Лан»', '12.00'],
];
const TENANTS = [
  ['Код', 'Назва'],
  ['10', ' ФГ «Колос» '],
  ['20', 'ТОВ «Нива»'],
];
const STREETS = [
  ['Вулиця', 'Село'],
  ['вул. Шкільна', 'Мирне'],
];

async function readings(datasetId: string) {
  const { ctx } = cabinet.context;
  const { resources } = await loadDataset(ctx, datasetId);
  const all = await latestReadings(
    ctx,
    resources.map(({ id }) => id),
  );
  return resources.map((resource) => ({
    resource,
    reading: all.find(({ resourceId }) => resourceId === resource.id) ?? null,
  }));
}

test('a file of several tables: the others are told, taken by one button, and renewed with the next file', async () => {
  const { context, unitId } = cabinet;
  const first = workbook({ 'Договори січень': contracts('100.50'), Орендарі: TENANTS, Вулиці: STREETS });
  const id = readingOf(await sendFile(app, 'orenda.xlsx', first, { unitId }));
  await context.runJobs();
  const look = seen(await page(app, `/cabinet/readings/${id}`));
  expect(look).toContain('таблиця «Договори січень»');
  expect(look).toMatch(/У файлі ще 2 таблиці[\s\S]*Орендарі · 2 рядки, 2 стовпці[\s\S]*Стовпці: Код, Назва/);
  expect(look).toContain('Взяти й ці таблиці');
  expect((await app.request(`/cabinet/readings/${id}/parts`, form({}))).status).toBe(400);
  // pressed twice at once: the table is taken once
  const pressed = await Promise.all(
    [1, 2].map(async () => app.request(`/cabinet/readings/${id}/parts`, form([['part', 'Орендарі']]))),
  );
  const took = pressed.find(({ status }) => status === 303);
  expect(took?.headers.get('location')).toBe(`/cabinet/readings/${id}#parts`);
  await context.runJobs();

  const { datasetId } = await loadReading(context.ctx, id);
  const [main, tenants, more] = await readings(datasetId);
  expect(more).toBeUndefined();
  expect(tenants?.resource.title).toBe('Орендарі');
  expect(tenants?.reading).toMatchObject({ state: 'checked', partOf: id, fileName: 'orenda.xlsx' });
  expect(tenants?.reading?.originalSha256).toBe(main?.reading?.originalSha256);
  const told = seen(await page(app, `/cabinet/readings/${id}`));
  expect(told).toMatch(/Орендарі · 2 рядки, 2 стовпці[\s\S]*чекає на ваше рішення[\s\S]*Вулиці/);

  // one table after the other: forward from the first leads to the one that waits, from that one to the passport
  const tenantsId = tenants?.reading?.id ?? '';
  const forward = async (from: string) =>
    (await app.request(`/cabinet/readings/${from}/forward`, form({}))).headers.get('location');
  expect(await forward(id)).toBe(`/cabinet/readings/${tenantsId}`);
  await app.request(`/cabinet/readings/${tenantsId}/repairs`, form({ deed: 'all' }));
  await context.runJobs();
  expect(await forward(tenantsId)).toBe(`/cabinet/datasets/${datasetId}/passport`);
  await context.runJobs();
  const [one, two] = (await loadDataset(context.ctx, datasetId)).resources;
  expect(one?.structure.fields.map(({ title }) => title)).toEqual(['Номер', 'Орендар', 'Сума, грн']);
  expect(two?.structure.fields.map(({ title }) => title)).toEqual(['Код', 'Назва']);
  const structure = await page(app, `/cabinet/datasets/${datasetId}/structure?resource=${two?.id}`);
  expect(structure).toContain('value="Назва"');
  expect(structure).not.toContain('value="Орендар"');

  // next month the first sheet has another name and the tenants are mended by the recipe of before
  const second = workbook({ Довідка: STREETS, Орендарі: TENANTS, 'Договори лютий': contracts('900.00') });
  const nextId = readingOf(await sendFile(app, 'orenda-2.xlsx', second, { datasetId }));
  await context.runJobs();
  const [renewed, part] = await readings(datasetId);
  expect(renewed?.reading).toMatchObject({ id: nextId, state: 'ready', source: { sheet: 'Договори лютий' } });
  expect(part?.reading).toMatchObject({ state: 'ready', partOf: nextId, fileName: 'orenda-2.xlsx' });
  expect(part?.reading?.recipe.length).toBeGreaterThan(0);
  expect(part?.reading?.mended?.counts).not.toEqual([]);

  // a file without the tenants: told, and their table stays as it was
  const third = workbook({ Довідка: STREETS, 'Договори березень': contracts('1.00') });
  const lastId = readingOf(await sendFile(app, 'orenda-3.xlsx', third, { datasetId }));
  await context.runJobs();
  const [last, kept] = await readings(datasetId);
  expect(last?.reading?.id).toBe(lastId);
  expect(kept?.reading?.id).toBe(part?.reading?.id);
  const gone = last?.reading?.inspection?.findings.find(({ code }) => code === 'part-gone');
  expect(gone?.message.uk).toContain('«Орендарі»');

  // given up, a table taken beside another goes with its resource
  await app.request(`/cabinet/readings/${kept?.reading?.id}/cancel`, form({}));
  expect((await loadDataset(context.ctx, datasetId)).resources.map(({ title }) => title)).toEqual(['Orenda']);
});

test('a hidden sheet is told and not ticked; a file given up takes its other tables along', async () => {
  const { context, unitId } = cabinet;
  const file = workbook({ Договори: contracts('5.00'), Вулиці: STREETS, Службове: TENANTS }, ['Службове']);
  const id = readingOf(await sendFile(app, 'dogovory.xlsx', file, { unitId }));
  await context.runJobs();
  const look = await page(app, `/cabinet/readings/${id}`);
  const ticked = [...look.matchAll(/<input[^>]*name="part"[^>]*>/g)].filter(([tag]) => tag.includes('checked'));
  expect(ticked.map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1])).toEqual(['Вулиці']);
  expect(seen(look)).toContain('У файлі прихована.');
  await app.request(`/cabinet/readings/${id}/parts`, form({ part: 'Вулиці' }));
  await context.runJobs();
  const { datasetId } = await loadReading(context.ctx, id);
  const part = (await readings(datasetId))[1]?.reading;
  expect(part?.state).toMatch(/checked|ready/);
  await app.request(`/cabinet/readings/${id}/cancel`, form({}));
  expect((await loadReading(context.ctx, part?.id ?? '')).state).toBe('cancelled');
});
