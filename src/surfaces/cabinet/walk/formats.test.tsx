import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CabinetForTests,
  form,
  openCabinet,
  page,
  type Site,
  seen,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import { changeFormatProfile, formatProfile } from '../../../capabilities/accounts/index.ts';
import { listDatasets } from '../../../capabilities/catalog/index.ts';
import { DOWNLOAD_FORMATS, formatFacts } from '../../../capabilities/tables/index.ts';
import { PROFILES } from '../../../kernel/format-policy.ts';

let cabinet: CabinetForTests;
let app: Site;
beforeAll(async () => {
  cabinet = await openCabinet();
  app = cabinet.site();
});
afterAll(() => cabinet.close());

const give = async (name: string, kind: 'table' | 'document') => {
  const sent = await sendFile(app, name, '%PDF-1.4 текст', { unitId: cabinet.unitId, kind });
  return { status: sent.status, text: seen(await sent.text()) };
};

test('every format a table is downloaded in, and named by, is let in by both profiles', () => {
  for (const { main, beside } of Object.values(PROFILES)) {
    const listed = DOWNLOAD_FORMATS.map(formatFacts).filter((facts) => facts.listed);
    expect(listed.filter(({ name }) => ![...main, ...beside].includes(name.toLowerCase()))).toEqual([]);
  }
});

test('by the resolution a document may be kept; as a table it is told where it belongs', async () => {
  expect((await formatProfile(cabinet.context.ctx)).name).toBe('resolution-835');
  const table = await give('rishennya.pdf', 'table');
  expect(table.status).toBe(400);
  expect(table.text).toMatch(
    /PDF ми не публікуємо як дані[\s\S]*додайте його як документ[\s\S]*розділ «Документи»[\s\S]*реєстр таких документів/,
  );
  expect(table.text).toContain('Запланувати реєстр документів');
  expect((await give('rishennya.pdf', 'document')).status).toBe(303);
  expect((await give('photo.jpg', 'document')).text).toMatch(/JPG не належить до форматів[\s\S]*розділ сайту з фото/);
});

test('by the regulation no document is kept', async () => {
  await changeFormatProfile(cabinet.context.ctx, 'regulation');
  const kept = await give('zvit.pdf', 'document');
  expect(kept.status).toBe(400);
  expect(kept.text).toMatch(/PDF не належить до форматів відкритих даних громади \(Положення[^)]*п\. 2\.4\)/);
  expect((await give('zvit.docx', 'table')).text).not.toContain('додайте його як документ');
  expect(seen(await page(app, '/cabinet/new'))).toContain('Без змін зберігаємо: GEOJSON, SHP.');
  await changeFormatProfile(cabinet.context.ctx, 'resolution-835');
});

test('instead of documents a register is planned by one button, with a file to fill in', async () => {
  const { context, unitId } = cabinet;
  const planned = await app.request('/cabinet/new/register', form({ unitId }));
  expect(planned.status).toBe(303);
  const next = planned.headers.get('location') ?? '';
  expect(await page(app, next)).toContain('/cabinet/new/register.xlsx');
  const { items } = await listDatasets(context.ctx, { unitIds: null, state: 'planned' }, { page: 1, size: 5 });
  expect(items.map(({ passport }) => passport.title)).toEqual(['Реєстр документів']);
  expect(items[0]?.resources[0]?.structure.fields.map(({ name }) => name)).toContain('dateAccepted');
  const template = await app.request('/cabinet/new/register.xlsx');
  expect(
    Buffer.from(await template.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
