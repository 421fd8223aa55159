import { unzipSync } from 'fflate';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile } from '../../../capabilities/accounts/index.ts';
import { changePassport, type Dataset, loadDataset, type Passport } from '../../../capabilities/catalog/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { portalRoutes } from '../index.ts';

let test: TestContext;
let app: Hono<SurfaceEnv>;
let schools: Dataset;
let meals: Dataset;

const FURTHER: Partial<Passport> = {
  withheld: [{ what: 'прізвища директорів', kind: 'confidential' }],
  spatial: ['Центр', 'UA46020030010057497'],
  temporal: { from: '2025-01-01', to: null },
  norm: 'Закон України «Про освіту»',
  documents: [{ title: 'Порядок обліку', url: 'https://rada.example.ua/poriadok' }],
  contacts: [{ name: 'Ірина Гай', post: 'методист', email: 'haj@rada.example.ua', phone: '' }],
  responsiblePost: 'начальник відділу',
  previousUrl: 'https://old.example.ua/schools',
};

async function draft(unitId: string, title: string, further: Partial<Passport>): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, { name: 'f.csv', text: 'Номер;Назва\n1;Перша\n2;Друга\n' });
  await changePassport(test.ctx, dataset.id, { ...dataset.passport, ...further });
  await publishDataset(test.ctx, dataset.id);
  return loadDataset(test.ctx, dataset.id);
}

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: 'uk',
      profile: await communityProfile(test.ctx),
      path: pathname,
      query: searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', portalRoutes());
  const unitId = await setUpCommunity(test);
  meals = await draft(unitId, 'Харчування', {});
  schools = await draft(unitId, 'Школи', { ...FURTHER, themes: ['molod-i-sport'], related: [meals.id] });
});
afterAll(() => test.close());

const pageOf = async (dataset: Dataset) => (await app.request(`/datasets/${dataset.slug}/passport`)).text();

it('the page tells every element, related datasets from both sides, and the community where no area is named', async () => {
  const page = await pageOf(schools);
  for (const words of [
    'Не оприлюднюється через обмежений доступ: прізвища директорів (конфіденційна інформація).',
    'UA46020030010057497',
    'з 1 січня 2025',
    'Закон України «Про освіту»',
    'href="https://rada.example.ua/poriadok"',
    'mailto:haj@rada.example.ua',
    'начальник відділу',
    'https://old.example.ua/schools',
    'Освіта, культура, спорт',
    'Харчування',
  ])
    expect(page).toContain(words);
  const other = await pageOf(meals);
  expect(other).toMatch(/Пов’язані набори[\s\S]*Школи/);
  expect(other).toMatch(/Територія<\/dt><dd>Вигадана громада/);
});

it('the same as data, with the codes of the national and European portals', async () => {
  const answer = await app.request(`/datasets/${schools.slug}/passport.json`);
  expect(await answer.json()).toMatchObject({
    portalLanguage: 'ua',
    euThemes: ['EDUC'],
    withheld: FURTHER.withheld,
    spatial: FURTHER.spatial,
    temporal: FURTHER.temporal,
    related: [`https://data.example.org/api/1/datasets/${meals.id}`],
    responsible: { post: 'начальник відділу' },
    previousVersions: 'https://old.example.ua/schools',
  });
});

it('as a document to be filed', async () => {
  const answer = await app.request(`/datasets/${schools.slug}/passport.docx`);
  expect(answer.headers.get('content-disposition')).toContain(`${schools.slug}-passport.docx`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const words = new TextDecoder().decode(files['word/document.xml']).replace(/<[^>]+>/g, ' ');
  for (const part of ['Вигадана громада', 'прізвища директорів', 'Харчування', 'Стовпці таблиці', 'начальник відділу'])
    expect(words).toContain(part);
});
