import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CabinetForTests,
  form,
  openCabinet,
  page,
  readingOf,
  seen,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import { loadReading } from '../../../capabilities/ingest/index.ts';
import { findPublication } from '../../../capabilities/publishing/index.ts';

let cabinet: CabinetForTests;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

/** A month's report with the sins it has every month: titles and totals between rows, spaces, commas, days first. */
const report = (month: string, of: readonly (readonly [string, number])[], header = 'Заклад') =>
  [
    `${header};Видатки, тис. грн;Дата звіту;Адреса`,
    'Школи;;;',
    ...of.map(([name, spent], at) => `${name} ;${spent},5;28.${month}.2026;вул. Нова, ${at + 1}`),
    `Разом шкіл;${of
      .reduce((sum, [, spent]) => sum + spent + 0.5, 0)
      .toFixed(1)
      .replace('.', ',')};;`,
    'Садки;;;',
    `Садок «Зірка»;70,25;28.${month}.2026;вул. Лісова, 3`,
    `Садок «Казка»;80,75;28.${month}.2026;вул. Лісова, 8`,
    `Садок «Мрія»;81,75;28.${month}.2026;вул. Лісова, 9`,
  ].join('\n');

const SCHOOLS = [
  ['Школа № 1', 120],
  ['Школа № 2', 98],
  ['Школа № 3', 105],
] as const;
const AUTUMN = SCHOOLS.map(([name, spent]) => [name, spent + 6] as const);

const attribute = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('the next file of a dataset', () => {
  let datasetId: string;
  let unitId: string;

  test('the first one: one answer, the passport, published', async () => {
    ({ unitId } = cabinet);
    const app = cabinet.site();
    const id = readingOf(await sendFile(app, 'vydatky.csv', report('09', SCHOOLS), { unitId }));
    await cabinet.context.runJobs();
    const offered = await page(app, `/cabinet/readings/${id}/repairs`);
    const look = attribute(/href="([^"]+\/preview\?code=total-row[^"]+)"/.exec(offered)?.[1] ?? '');
    const preview = await page(app, look);
    const [was = '', will = ''] = preview.split('<h2>Стане</h2>');
    expect(seen(was)).toContain('Разом шкіл');
    expect(seen(will)).not.toContain('Разом шкіл');
    expect(seen(preview)).toContain('Прибрано рядки з підсумками («Всього», «Разом») у стовпці «Заклад»: змінено 1.');
    await app.request(`/cabinet/readings/${id}/repairs`, form({ deed: 'all' }));
    await cabinet.context.runJobs();
    const done = seen(await page(app, `/cabinet/readings/${id}/repairs`));
    expect(done).toContain('прибрано рядки з підсумками');
    expect(done).toContain('назви розділів з окремих рядків винесено у стовпець «Розділ»');
    expect(done).toContain('дати записано за ISO 8601 (2025-01-31) у стовпці «Дата звіту»');
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    await cabinet.context.runJobs();
    ({ datasetId } = await loadReading(cabinet.context.ctx, id));
    await app.request(
      `/cabinet/datasets/${datasetId}/passport`,
      form([
        ...['description', 'purpose', 'frequency'].map((field): [string, string] => ['shown', field]),
        ['description', 'Видатки закладів освіти за місяць.'],
        ['purpose', 'Звіт про видатки.'],
        ['frequency', 'once a month'],
        ['to', 'publish'],
      ]),
    );
    await app.request(`/cabinet/datasets/${datasetId}/publish`, form({}));
    await cabinet.context.runJobs();
    expect((await findPublication(cabinet.context.ctx, datasetId))?.versionNumber).toBe(1);
  });

  test('with the same sins is published in two clicks', async () => {
    const app = cabinet.site();
    let clicks = 0;
    const click = <T,>(deed: T): T => {
      clicks += 1;
      return deed;
    };
    const sent = await click(sendFile(app, 'vydatky-10.csv', report('10', AUTUMN), { datasetId }));
    await cabinet.context.runJobs();
    const id = readingOf(sent);
    const look = await page(app, `/cabinet/readings/${id}`);
    expect(seen(look)).toContain('Файл улаштовано так само, як минулого разу');
    expect(seen(look)).toContain('назви розділів з окремих рядків винесено');
    const action = /action="([^"]+\/publish)"/.exec(look)?.[1] ?? '';
    const asked = await click(app.request(action, form({})));
    expect(asked.status).toBe(303);
    await cabinet.context.runJobs();
    expect(clicks).toBe(2);
    expect((await findPublication(cabinet.context.ctx, datasetId))?.versionNumber).toBe(2);
    const published = await loadReading(cabinet.context.ctx, id);
    expect(published.publishedAt).not.toBeNull();
    expect(published.mended?.rows).toBe(6);
  });

  test('that is other is told first; a renamed column is taken back by one answer', async () => {
    const app = cabinet.site();
    const other = report(
      '11',
      AUTUMN.map(([name, spent]) => [name, spent * 100] as const),
      'Назва закладу',
    );
    const id = readingOf(await sendFile(app, 'vydatky-11.csv', other, { datasetId }));
    await cabinet.context.runJobs();
    const look = seen(await page(app, `/cabinet/readings/${id}`));
    expect(look).toContain('Стовпець «Заклад» тепер, схоже, зветься «Назва закладу»');
    expect(look).not.toContain('Опублікувати версію');
    // not by its address either
    const tried = await app.request(`/cabinet/readings/${id}/publish`, form({}));
    expect(tried.headers.get('location')).toBe(`/cabinet/readings/${id}`);
    await app.request(`/cabinet/readings/${id}/titles`, form({}));
    await cabinet.context.runJobs();
    const after = seen(await page(app, `/cabinet/readings/${id}`));
    expect(after).not.toContain('схоже, зветься');
    expect(after).toMatch(/Сума стовпця «Видатки, тис. грн» незвична: було [\d\s,]+, стало/);
    expect((await findPublication(cabinet.context.ctx, datasetId))?.versionNumber).toBe(2);
  });

  test('the recipe is read as sentences, put in order, changed, and refuses what cannot be done', async () => {
    const app = cabinet.site();
    const id = readingOf(await sendFile(app, 'vydatky-12.csv', report('12', AUTUMN), { datasetId }));
    await cabinet.context.runJobs();
    const path = `/cabinet/readings/${id}/recipe`;
    const recipe = await page(app, path);
    expect(seen(recipe)).toMatch(/прибрано рядки з підсумками[\s\S]*винесено у стовпець «Розділ»[\s\S]*у стовпці/);
    const key = attribute(/name="step" value="([^"]*shape-section-titles[^"]*)"/.exec(recipe)?.[1] ?? '');
    const shown = await page(app, `${path}?${new URLSearchParams({ step: key })}`);
    expect(shown).toContain('Назви нових стовпців');
    const save = (into: string) =>
      app.request(path, form({ step: key, code: 'shape-section-titles', 'p.into': into, deed: 'save' }));
    const refused = await save('');
    expect(refused.status).toBe(400);
    expect(seen(await refused.text())).toContain('Так крок не виконати');
    expect((await save('Вид закладу')).status).toBe(303);
    await cabinet.context.runJobs();
    const changed = await loadReading(cabinet.context.ctx, id);
    expect(changed.mended?.headers.at(-1)).toBe('Вид закладу');
    const add = { code: 'shape-constant', 'p.title': 'Рік', 'p.value': '2026', deed: 'save' };
    expect((await app.request(path, form(add))).status).toBe(303);
    await cabinet.context.runJobs();
    const constant = attribute(/name="step" value="([^"]*shape-constant[^"]*)"/.exec(await page(app, path))?.[1] ?? '');
    await app.request(path, form({ step: constant, deed: 'up' }));
    await cabinet.context.runJobs();
    const moved = await loadReading(cabinet.context.ctx, id);
    expect(moved.recipe.slice(0, 4).map(({ code }) => code)).toEqual([
      'shape-rename',
      'shape-total-rows',
      'shape-constant',
      'shape-section-titles',
    ]);
    await app.request(path, form({ step: constant, deed: 'remove' }));
    await cabinet.context.runJobs();
    expect((await loadReading(cabinet.context.ctx, id)).mended?.headers).not.toContain('Рік');
  });
});
