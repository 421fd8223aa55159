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
import { createOwnStandard, loadDataset } from '../../../capabilities/catalog/index.ts';
import { latestReading, loadReading } from '../../../capabilities/ingest/index.ts';

let cabinet: CabinetForTests;
let app: Site;
beforeAll(async () => {
  cabinet = await openCabinet();
  app = cabinet.site();
});
afterAll(() => cabinet.close());

const HEADINGS =
  'Площа, кв. м;Назва об’єкта;Балансоутримувач;ЄДРПОУ балансоутримувача;Власник;Адреса;Дата реєстрації;Колір';
const file = (...lines: string[]) => new TextEncoder().encode([HEADINGS, ...lines].join('\n'));
const FIRST = file(
  '120,5;Школа;Відділ освіти;04054321;Громада;88000, м. Зразкове, вул. Миру, 5;05.03.2020;синій',
  '30;Склад;Комунальник;04054322;Громада;88001, м. Зразкове, вул. Волі, 7а;17.11.2021;білий',
  '44;Гараж;Комунальник;04054322;Громада;м. Зразкове, вул. Волі, 9;;білий',
);

test('a file is recognised, brought to the structure by one click, and the next one goes the same way', async () => {
  const { context, unitId } = cabinet;
  const id = readingOf(await sendFile(app, 'майно.csv', FIRST, { unitId }));
  await context.runJobs();
  const look = seen(await page(app, `/cabinet/readings/${id}`));
  expect(look).toContain('Це схоже на «Об’єкти комунальної власності»: 10 з 35 полів.');
  expect(look).toContain('Привести до стандарту');

  const columns = seen(await page(app, `/cabinet/readings/${id}/standard`));
  expect(columns).toContain('Відповідність: 28 % (10 з 35 полів)');
  expect(columns).toContain('Бракує: 25 полів');
  expect(columns).toContain('адресу зі стовпця «Адреса» поділено на');
  expect(columns).toContain('вул. Миру');

  const answered = { structure: 'buildings', addMissing: '1', 'column.4': '', deed: 'show' };
  const corrected = await app.request(`/cabinet/readings/${id}/standard`, form(answered));
  expect(seen(await corrected.text())).toContain('Відповідність: 25 % (9 з 35 полів)');

  await app.request(`/cabinet/readings/${id}/standard`, form({ structure: 'buildings', addMissing: '1' }));
  await context.runJobs();
  const { ctx } = context;
  const done = await loadReading(ctx, id);
  expect(done.state).toBe('ready');
  expect(done.mended?.headers.slice(0, 3)).toEqual(['id', 'isPartOf', 'title']);
  expect(done.mended?.headers.at(-1)).toBe('Колір');
  expect(done.mended?.removedColumns).toEqual([]);
  const profile = (name: string) => done.mended?.inspection.columns.find(({ title }) => title === name);
  expect(profile('area')).toMatchObject({ type: 'decimal', examples: ['120.5', '30', '44'] });
  expect(profile('registrationDate')).toMatchObject({ type: 'date', examples: ['2020-03-05', '2021-11-17'] });
  expect(profile('addressLocatorDesignator')?.examples).toEqual(['5', '7а', '9']);
  expect(profile('addressAdminUnitL1')?.examples).toEqual(['Україна']);
  expect(seen(await page(app, `/cabinet/readings/${id}/repairs`))).toContain('Таблицю приведено до структури');

  await app.request(`/cabinet/readings/${id}/forward`, form({}));
  const dataset = await loadDataset(ctx, done.datasetId);
  const fields = dataset.resources[0]?.structure.fields ?? [];
  expect(fields.find(({ name }) => name === 'balanceHolderName')).toMatchObject({
    title: 'Назва балансоутримувача',
    type: 'text',
    required: true,
  });
  expect(fields.find(({ name }) => name === 'validityDate')).toMatchObject({ type: 'date', required: false });

  const next = file('50;Клуб;Відділ культури;04054323;Громада;м. Зразкове, вул. Тиха, 1;01.02.2022;сірий');
  const second = readingOf(await sendFile(app, 'майно-2.csv', next, { datasetId: done.datasetId }));
  await context.runJobs();
  const replayed = await latestReading(ctx, done.resourceId);
  expect(replayed?.id).toBe(second);
  expect(replayed?.mended?.headers).toEqual(done.mended?.headers);
  expect(replayed?.mended?.missed).toEqual([]);

  await app.request(`/cabinet/readings/${second}/standard/undo`, form({}));
  await context.runJobs();
  expect((await loadReading(ctx, second)).mended?.headers).toContain('Балансоутримувач');
});

test('structures of the community are recognised before the recommended ones; one known in part is given no share', async () => {
  const { context, unitId } = cabinet;
  const field = (name: string, title: string) => ({ name, title, type: 'text', required: false });
  await createOwnStandard(context.ctx, {
    title: 'Притулки для тварин',
    complete: false,
    source: 'складено нами',
    fields: [
      field('shelterName', 'Назва притулку'),
      field('animals', 'Кількість тварин'),
      field('vaccinated', 'Щеплено тварин'),
    ],
  });
  const csv = new TextEncoder().encode('Назва притулку;Тварин (кількість);Щеплено тварин\nЛапа;12;10\nХвіст;7;7\n');
  const id = readingOf(await sendFile(app, 'тварини.csv', csv, { unitId }));
  await context.runJobs();
  const look = seen(await page(app, `/cabinet/readings/${id}/standard`));
  expect(look).toContain('Відома частина структури: збіглося 3 поля.');
  expect(look).not.toContain('Відповідність');
  expect(look).not.toContain('Бракує');
});
