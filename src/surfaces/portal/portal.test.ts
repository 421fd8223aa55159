import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { communityProfile } from '../../capabilities/accounts/index.ts';
import type { Dataset } from '../../capabilities/catalog/index.ts';
import { publishDataset, reopenDataset, suspendDataset, withdrawDataset } from '../../capabilities/publishing/index.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { portalRoutes } from './index.ts';

const rowsOf = (last: number) =>
  Array.from(
    { length: last },
    (_, at) => `${at + 1};Школа № ${at + 1};${at % 2 ? 'Центральний' : 'Північний'};${at * 10};067${at}`,
  );
const fileOf = (last: number) => ({
  name: 'Школи.csv',
  text: ['Номер;Назва;Район;Учнів;Телефон', ...rowsOf(last)].join('\n'),
  restricted: ['Телефон'],
  identifier: ['Номер'],
});

let test: TestContext;
let app: Hono<SurfaceEnv>;
let unitId: string;
let dataset: Dataset;
const statements: CompiledQuery[] = [];

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const english = url.pathname.startsWith('/en');
    const ctx = test.as(VISITOR);
    const counted = {
      ...ctx,
      db: ctx.db.withPlugin({
        transformQuery: ({ node }) => {
          statements.push(node as unknown as CompiledQuery);
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    };
    c.set('visit', {
      ctx: counted,
      person: null,
      language: english ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname,
      query: url.searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', portalRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code }, HTTP_STATUS[error.kind]);
  });
});
afterAll(() => test.close());

async function textOf(path: string): Promise<{ status: number; text: string }> {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}

describe('an empty portal', () => {
  it('sends to the set-up page, then says that data are on their way', async () => {
    expect((await textOf('/')).text).toContain('href="/setup"');
    unitId = await setUpCommunity(test);
    const home = await textOf('/');
    expect(home.text).toContain('Перші набори ще готуються');
    expect((await textOf('/datasets')).text).toContain('Наборів ще немає');
  });
});

describe('a published dataset', () => {
  let page: string;

  beforeAll(async () => {
    dataset = await draftDataset(test, unitId, 'Школи громади', fileOf(120));
    await publishDataset(test.ctx, dataset.id);
    await test.runJobs();
    page = (await textOf(`/datasets/${dataset.slug}`)).text;
  });

  it('stands on the home page, in search by any word form, and at its publisher', async () => {
    expect((await textOf('/')).text).toContain(`/datasets/${dataset.slug}`);
    const found = await textOf('/datasets?q=школа');
    expect(found.text).toContain('1 набір про «школа»');
    expect(found.text).toContain('<mark>Школи</mark>');
    expect((await textOf('/units/upravlinnia-osvity')).text).toContain('Школи громади');
    expect((await textOf('/units')).text).toContain('1 набір');
    expect((await textOf('/feed.atom')).text).toContain('<title>Школи громади</title>');
    expect((await textOf('/sitemap.xml')).text).toContain(`https://data.example.org/datasets/${dataset.slug}`);
  });

  it('shows its rows, but never a restricted column', () => {
    expect(page).toContain('Школа № 50<');
    expect(page).not.toContain('Школа № 51<');
    expect(page).toContain('сторінка 1 з 3');
    expect(page).not.toContain('0671');
    expect(page).not.toContain('Телефон');
  });

  it('shows all elements of the passport, the law’s words and an attribution', () => {
    for (const label of [
      'Ідентифікаційний номер',
      'Найменування',
      'Стислий опис змісту',
      'Підстава та призначення збору',
      'Мова',
      'Формати',
      'Формат стиснення',
      'Оприлюднено вперше',
      'Востаннє змінено',
      'Дані актуальні на',
      'Періодичність оновлення',
      'Ключові слова',
      'Гіперпосилання на набір',
      'Гіперпосилання на структуру',
      'Розпорядник',
      'Відповідальна особа',
      'Попередні версії',
      'Номер версії',
    ]) {
      expect(page).toContain(`<dt>${label}</dt>`);
    }
    expect(page).toContain('з обов’язковим посиланням на джерело');
    expect(page).toContain(`Управління освіти. Школи громади. Дані станом на`);
  });

  it('filters, sorts and pages by the address, and says the same address of the API', async () => {
    const { text, status } = await textOf(
      `/datasets/${dataset.slug}?raion__contains=Центр&uchniv__gte=500&sort=-uchniv`,
    );
    expect(status).toBe(200);
    expect(text).toContain('Знайдено 35 рядків із 120');
    expect(text).toContain('Район містить Центр');
    expect(text).toMatch(/aria-sort="descending"/);
    const resourceId = dataset.resources[0]?.id;
    expect(text).toContain(
      `https://data.example.org/api/rows/${resourceId}?raion__contains=Центр&amp;uchniv__gte=500&amp;sort=-uchniv&amp;page_size=50`,
    );
  });

  it('says that a page beyond the end is not there, and leads back', async () => {
    const { text } = await textOf(`/datasets/${dataset.slug}?page=999`);
    expect(text).toContain('Такої сторінки немає: рядки закінчились раніше.');
    expect(text).not.toContain('Рядків за цими умовами немає.');
  });

  it('tidies the address of a form, and names what exists when a column does not', async () => {
    const tidied = await app.request(`/datasets/${dataset.slug}?nazva__contains=&raion__contains=Центр`);
    expect([tidied.status, tidied.headers.get('location')]).toEqual([
      302,
      `/datasets/${dataset.slug}?raion__contains=%D0%A6%D0%B5%D0%BD%D1%82%D1%80`,
    ]);
    const wrong = await textOf(`/datasets/${dataset.slug}?raiom__contains=Центр`);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Цю умову не вдалося зрозуміти');
    expect(wrong.text).toContain('raion');
  });

  it('asks the records at most three times, and holds no inline style or script', async () => {
    await textOf(`/datasets/${dataset.slug}`);
    statements.length = 0;
    await textOf(`/datasets/${dataset.slug}`);
    expect(statements.length).toBeLessThanOrEqual(3);
    const first = await app.request(`/datasets/${dataset.slug}`);
    const etag = first.headers.get('etag') ?? '';
    const again = await app.request(`/datasets/${dataset.slug}`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await app.request(`/en/datasets/${dataset.slug}`)).headers.get('etag')).not.toBe(etag);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(page.match(/<script(?! type="module" src=| type="application\/ld\+json")/)).toBeNull();
  });

  it('gives each part at its own address', async () => {
    const passport = await app.request(`/datasets/${dataset.slug}/passport.json`);
    expect(await passport.json()).toMatchObject({ title: 'Школи громади', version: 1, frequency: 'once a year' });
    const resourceId = dataset.resources[0]?.id;
    const schema = (await (await app.request(`/datasets/${dataset.slug}/structure/${resourceId}.json`)).json()) as {
      fields: { name: string }[];
    };
    expect(schema.fields.map((field) => field.name)).toContain('raion');
    expect((await textOf(`/datasets/${dataset.slug}/structure/${resourceId}.csv`)).text).toContain('name');
    expect((await textOf(`/datasets/${dataset.slug}/structure/00000000-0000-7000-8000-000000000000.json`)).status).toBe(
      404,
    );
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(block)).toMatchObject({ '@type': 'Dataset', name: 'Школи громади' });
  });

  it('is whole in English: no Ukrainian word but those of the data', async () => {
    const { text } = await textOf(`/en/datasets/${dataset.slug}`);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('All 120 rows');
    expect(text).toContain(`href="/en/datasets/${dataset.slug}"`);
    for (const path of ['/en', '/en/datasets', '/en/units', '/en/about', '/en/guide/components']) {
      const english = (await textOf(path)).text;
      expect(english).toContain('lang="en"');
      expect(english).not.toMatch(/Набори|Розпорядник|Завантажити|Увійти/);
    }
  });

  it('keeps earlier versions at their own addresses', async () => {
    await giveFile(test, dataset, fileOf(130));
    await publishDataset(test.ctx, dataset.id);
    const now = await textOf(`/datasets/${dataset.slug}`);
    expect(now.text).toContain('додано 10 рядків');
    const before = await textOf(`/datasets/${dataset.slug}/versions/1`);
    expect(before.text).toContain('Це версія 1, не найновіша');
    expect(before.text).toContain('Усі 120 рядків');
    expect((await textOf(`/datasets/${dataset.slug}/versions/9`)).status).toBe(404);
  });

  it('stays as a page when suspended, and as a tombstone when withdrawn', async () => {
    await suspendDataset(test.ctx, dataset.id, { reason: 'Перевірка', order: '№ 5', reviewOn: '2030-01-01' });
    const suspended = await textOf(`/datasets/${dataset.slug}`);
    expect(suspended.status).toBe(200);
    expect(suspended.text).toContain('Причина: Перевірка');
    expect(suspended.text).toContain('до 1 січня 2030');
    expect(suspended.text).not.toContain('Школа № 1<');
    expect(suspended.text).not.toContain('/download/');
    await reopenDataset(test.ctx, dataset.id);
    await withdrawDataset(test.ctx, dataset.id, { reason: 'Персональні дані', order: '№ 6' });
    const withdrawn = await textOf(`/datasets/${dataset.slug}`);
    expect(withdrawn.status).toBe(410);
    expect(withdrawn.text).toContain('Персональні дані');
    expect((await textOf('/datasets?q=школа')).text).toContain('нічого не знайшлося');
    expect((await textOf(`/datasets/${dataset.slug}/passport.json`)).status).toBe(410);
  });
});

describe('addresses beside the pages', () => {
  it('answer in kind', async () => {
    expect((await app.request('/theme.css')).headers.get('content-type')).toContain('text/css');
    expect((await textOf('/favicon.svg')).text).toContain('<path');
    expect((await textOf('/robots.txt')).text).toContain('Sitemap: https://data.example.org/sitemap.xml');
    expect(await (await app.request('/manifest.webmanifest')).json()).toMatchObject({ start_url: '/' });
    expect((await textOf('/about')).text).toContain('id="accessibility"');
    expect((await textOf('/datasets/nemaie')).status).toBe(404);
    expect((await textOf('/units/nemaie')).status).toBe(404);
  });
});
