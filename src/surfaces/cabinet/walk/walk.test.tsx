import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CabinetForTests,
  form,
  openCabinet,
  page,
  readingOf,
  type Site,
  type SiteOptions,
  seen,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import type { TestContext } from '../../../../tests/support/make-context.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { loadReading } from '../../../capabilities/ingest/index.ts';

let cabinet: CabinetForTests;
let context: TestContext;
let unitId: string;
const site = (options?: SiteOptions) => cabinet.site(options);
const give = (app: Site, name: string, bytes: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
  sendFile(app, name, bytes, { unitId, ...more });

beforeAll(async () => {
  cabinet = await openCabinet();
  ({ context, unitId } = cabinet);
});
afterAll(() => cabinet.close());

const MESSY = [
  'Номер;Дата договору;Орендар;Площа',
  '001; 12.03.2025 ;ТОВ «Нива»;1,5',
  '002;13.03.2025;ФГ Колос ;2,25',
  '003;31.02.2025;ПП Cад;3,75',
  ...Array.from({ length: 30 }, (_, at) =>
    `1${at + 10};${(at % 20) + 10 - 9}.04.2025;ФГ Поле ${at};${at},5`.replace(/;(\d)\./, ';0$1.'),
  ),
  '',
].join('\n');

describe('the walk without scripts', () => {
  test('from a file to publication', async () => {
    const app = site();
    expect(await page(app, '/cabinet/new')).toContain('до 500 МБ');
    const sent = await give(app, 'dogovory_orendy-2025.csv', MESSY);
    expect(sent.status, await sent.clone().text()).toBe(303);
    const id = readingOf(sent);
    expect(await page(app, `/cabinet/readings/${id}`)).toContain('http-equiv="refresh"');
    await context.runJobs();

    const look = await page(app, `/cabinet/readings/${id}`);
    expect(look).toContain('Ось що ми прочитали');
    expect(look).toContain('Дата договору');
    const repairs = await page(app, `/cabinet/readings/${id}/repairs`);
    expect(repairs).toMatch(/Виправити все \(\d+\)/);
    expect((await app.request(`/cabinet/readings/${id}/repairs`, form({ deed: 'all' }))).status).toBe(303);
    await context.runJobs();
    const asking = await page(app, `/cabinet/readings/${id}/repairs`);
    const ask = /name="ask" value="([^"]+)"/.exec(asking)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(ask, seen(asking)).toContain('Дата договору');
    await app.request(`/cabinet/readings/${id}/repairs`, form({ ask }));
    await context.runJobs();
    const done = await page(app, `/cabinet/readings/${id}/repairs`);
    expect(done).toMatch(/Виправлено \d+/);
    expect(done).toContain('Повернути як було');

    const forward = await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const passport = forward.headers.get('location') ?? '';
    expect(passport).toMatch(/\/cabinet\/datasets\/[0-9a-f-]+\/passport$/);
    await context.runJobs();
    expect(await page(app, passport)).toContain('Лишилось дописати');
    const datasetId = passport.split('/')[3] ?? '';
    const { structure } = (await loadDataset(context.ctx, datasetId)).resources[0] ?? {};
    expect(structure?.fields.map(({ title }) => title)).toEqual(['Номер', 'Дата договору', 'Орендар', 'Площа']);

    const filled: [string, string][] = [
      ...['description', 'purpose', 'frequency'].map((field): [string, string] => ['shown', field]),
      ['description', 'Договори оренди землі громади за 2025 рік.'],
      ['purpose', 'Облік договорів оренди за Земельним кодексом.'],
      ['frequency', 'once a month'],
      ['to', 'publish'],
    ];
    const saved = await app.request(passport, form(filled));
    expect(saved.headers.get('location'), seen(await saved.text())).toContain('/publish');
    const publish = `/cabinet/datasets/${datasetId}/publish`;
    expect(seen(await page(app, publish))).toContain('Так набір побачать люди');
    const asked = (await app.request(publish, form({}))).headers.get('location') ?? '';
    expect(asked).toContain('/publish?asked=');
    expect(seen(await page(app, asked))).toMatch(/Публікуємо…[\s\S]*Готуємо таблиці/);
    expect((await app.request(publish)).headers.get('location')).toBe(asked);
    expect(await (await app.request(`${publish}/state.json`)).json()).toMatchObject({
      settled: false,
      stage: 'tables',
    });
    await context.runJobs();
    expect((await app.request(asked)).headers.get('location')).toContain('/published');
    const after = await page(app, `/cabinet/datasets/${datasetId}/published`);
    expect(after).toContain('Наступне оновлення до');
    expect(after).toContain('http://localhost/datasets/');

    // next month: the same resource, the same repairs without a click, version 2
    const next = readingOf(
      await give(app, 'dogovory_orendy-2025-12.csv', MESSY.replace('001;', '004;'), { datasetId }),
    );
    await context.runJobs();
    expect(await page(app, `/cabinet/readings/${next}/repairs`)).toContain('Що зроблено');
    await app.request(`/cabinet/readings/${next}/forward`, form({}));
    await context.runJobs();
    expect(await page(app, publish)).toContain('Опублікувати версію 2');
    expect((await app.request(publish, form({}))).status).toBe(303);
    await context.runJobs();
    const overview = await page(app, `/cabinet/datasets/${datasetId}`);
    expect(overview).toContain('/versions/2');
    expect(overview).toContain('перша версія');
    expect((await app.request(`/cabinet/datasets/${datasetId}/unchanged`, form({}))).status).toBe(303);
    const faulty = { reason: 'Перевірка', order: '', reviewOn: '2026-13-45' };
    const again = await app.request(`/cabinet/datasets/${datasetId}/suspend`, form(faulty));
    expect(again.status).toBe(400);
    expect(await again.text()).toMatch(
      /Вкажіть розпорядчий документ[\s\S]*Вкажіть день, коли рішення переглянуть[\s\S]*>Перевірка</,
    );
    const closing = form({ reason: 'Уточнення', order: '№ 5 від 01.11.2026', reviewOn: '2027-01-01' });
    expect((await app.request(`/cabinet/datasets/${datasetId}/suspend`, closing)).status).toBe(303);
    expect(await page(app, `/cabinet/datasets/${datasetId}`)).toContain('Набір призупинено');
    expect((await app.request(`/cabinet/datasets/${datasetId}/reopen`, form({}))).status).toBe(303);
  });

  test('a fault keeps what was typed', async () => {
    const app = site();
    const id = readingOf(await give(app, 'one.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    const { datasetId } = await loadReading(context.ctx, id);
    const path = `/cabinet/datasets/${datasetId}/passport`;
    const long = 'а'.repeat(600);
    const answer = await app.request(
      path,
      form([
        ['shown', 'purpose'],
        ['purpose', long],
        ['to', 'publish'],
      ]),
    );
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(long);
  });

  test('what somebody else changed meanwhile is not overwritten, and what was typed is kept', async () => {
    const app = site();
    const id = readingOf(await give(app, 'both.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const { datasetId } = await loadReading(context.ctx, id);
    const [passport, structure] = ['passport', 'structure'].map((step) => `/cabinet/datasets/${datasetId}/${step}`);
    const seenOn = async (path = '') => /name="seen" value="([^"]+)"/.exec(await page(app, path))?.[1] ?? '';
    const markOf = (html: string) => /name="was.purpose" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const [mine, ofGrid] = [markOf(await page(app, passport ?? '')), await seenOn(structure)];
    const typed = (purpose: string) => form({ shown: 'purpose', purpose, 'was.purpose': mine, to: 'structure' });
    expect((await app.request(passport ?? '', typed('Перша людина'))).status).toBe(303);
    const late = await app.request(passport ?? '', typed('Друга людина'));
    const shown = await late.text();
    expect(late.status).toBe(409);
    expect(shown).toContain('змінила інша людина');
    expect(shown).toContain('Олена Коваль, ');
    expect(shown).toContain('Перша людина</blockquote>');
    expect(shown).toContain('Друга людина');
    expect((await loadDataset(context.ctx, datasetId)).passport.purpose).toBe('Перша людина');
    const again = form({
      shown: 'purpose',
      purpose: 'Друга людина',
      'was.purpose': markOf(shown),
      'choose.purpose': 'mine',
    });
    expect((await app.request(passport ?? '', again)).status).toBe(303);
    const field = { 'fields.0.title': 'Інше', 'fields.0.name': 'other', 'fields.0.type': 'text' };
    const grid = await app.request(structure ?? '', form({ place: '0', ...field, seen: ofGrid }));
    expect(grid.status).toBe(409);
    expect((await loadDataset(context.ctx, datasetId)).resources[0]?.structure.fields[0]?.title).not.toBe('Інше');
  });

  test('an item of the 835 list fills the passport', async () => {
    const app = site();
    const id = readingOf(await give(app, 'two.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const { datasetId } = await loadReading(context.ctx, id);
    const asked = await app.request(`/cabinet/datasets/${datasetId}/passport/item`, form({ item: 'земля оренда' }));
    const choose = await page(app, asked.headers.get('location') ?? '');
    const exact = /name="exact" value="([^"]+)"/.exec(choose)?.[1]?.replaceAll('&quot;', '"') ?? '';
    await app.request(`/cabinet/datasets/${datasetId}/passport/item`, form({ exact }));
    const { passport } = await loadDataset(context.ctx, datasetId);
    expect(passport.ground.kind).toBe('resolution-835');
    expect(passport.purpose).not.toBe('');
    expect(passport.frequency).not.toBeNull();
  });

  test('the structure is a plain form; a type made by hand writes the table anew', async () => {
    const app = site();
    const id = readingOf(await give(app, 'three.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const { datasetId } = await loadReading(context.ctx, id);
    const path = `/cabinet/datasets/${datasetId}/structure`;
    expect(await page(app, path)).toContain('data-structure-grid');
    const values: [string, string][] = [
      ['place', '0'],
      ['fields.0.title', 'Номер'],
      ['fields.0.name', 'number'],
      ['fields.0.type', 'text'],
      ['fields.0.identifier', '1'],
    ];
    expect((await app.request(path, form(values))).status).toBe(303);
    await context.runJobs();
    const reading = await loadReading(context.ctx, id);
    expect(reading.typed?.columns.map(({ type }) => type)).toEqual(['text', 'text']);
    const wrong = await app.request(
      path,
      form(
        [...values, ['fields.0.name', 'назва']].filter(([key], at) => key !== 'fields.0.name' || at > 2) as [
          string,
          string,
        ][],
      ),
    );
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('value="назва"');
  });

  test('what a column is stands on the page with the reason; what a person says is kept and the file is looked at with it', async () => {
    const app = site();
    const id = readingOf(await give(app, 'kinds.csv', 'Телефон,Поле\n+380501234567,7\n+380507654321,9\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    await context.runJobs();
    const { datasetId, resourceId } = await loadReading(context.ctx, id);
    // phones are asked about first
    await app.request(`/cabinet/datasets/${datasetId}/privacy/next`, form({}));
    await context.runJobs();
    const path = `/cabinet/datasets/${datasetId}/structure`;
    const shown = await page(app, path);
    expect(shown).toContain('Телефон (за файлом)');
    expect(shown).toContain('За назвою стовпця і виглядом значень: 100 % з них — номери телефонів.');
    const field = async (at: number) => (await loadDataset(context.ctx, datasetId)).resources[0]?.structure.fields[at];
    expect(await field(0)).toMatchObject({ format: '+380XXXXXXXXX', purpose: 'Номер телефону для звернень' });
    const said = {
      place: '1',
      'fields.1.title': 'Поле',
      'fields.1.name': 'pole',
      'fields.1.type': 'integer',
      'fields.1.kind': 'house',
    };
    expect((await app.request(path, form(said))).status).toBe(303);
    await context.runJobs();
    expect(await field(1)).toMatchObject({ kind: 'house', type: 'text' });
    const { mended, state } = await loadReading(context.ctx, id);
    expect(state).toBe('ready');
    expect(mended?.inspection.columns[1]).toMatchObject({ kind: 'house', confidence: 1, type: 'text' });
    expect(resourceId).toBe((await loadDataset(context.ctx, datasetId)).resources[0]?.id);
  });

  test('a document is kept, a PDF as a table is refused with the way out, an API has only an address', async () => {
    const app = site();
    const refused = await give(app, 'report.pdf', '%PDF-1.4');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('додайте його як документ');
    const id = readingOf(await give(app, 'report.pdf', '%PDF-1.4 /Font', { kind: 'document' }));
    await context.runJobs();
    expect(await page(app, `/cabinet/readings/${id}`)).toContain('SHA-256');
    const wrong = await app.request('/cabinet/new/link', form({ title: 'Транспорт', url: 'ftp://x', unitId }));
    expect(wrong.status).toBe(400);
    const link = await app.request(
      '/cabinet/new/link',
      form({ title: 'Транспорт', url: 'https://api.misto.gov.ua/transport', unitId }),
    );
    expect(link.headers.get('location')).toContain('/passport');
  });

  test('the file of a visitor and a file over the limit are refused', async () => {
    expect((await give(site({ person: null }), 'a.csv', 'a,b\n1,2\n')).status).toBe(401);
    const large = await give(site({ limit: 1000 }), 'a.csv', 'a,b\n'.repeat(1000));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('Поділіть його');
  });

  test('no word of the trade is seen on the screens of the walk, in either language', async () => {
    const id = readingOf(await give(site(), 'words.csv', MESSY));
    await context.runJobs();
    const { datasetId } = await loadReading(context.ctx, id);
    for (const language of ['uk', 'en'] as const) {
      const app = site({ language });
      const screens = [
        '/cabinet/new',
        `/cabinet/readings/${id}`,
        `/cabinet/readings/${id}/repairs`,
        `/cabinet/datasets/${datasetId}/passport`,
        `/cabinet/datasets/${datasetId}/structure`,
        `/cabinet/datasets/${datasetId}/publish`,
        '/cabinet',
      ];
      for (const path of screens) {
        expect(seen(await page(app, path)), path).not.toMatch(
          /кодуванн|роздільник|схем[аиіу]|encoding|delimiter|schema|parquet/i,
        );
      }
    }
    expect(await page(site(), `/cabinet/readings/${id}`)).toContain('Кодування тексту');
  });
});
