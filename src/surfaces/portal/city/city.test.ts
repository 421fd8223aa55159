import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile, listUnits } from '../../../capabilities/accounts/index.ts';
import {
  type Card,
  changePassport,
  createDataset,
  type Dataset,
  FIRST_EDITION,
  findCard,
  writeCard,
} from '../../../capabilities/catalog/index.ts';
import { publishDataset, suspendDataset, withdrawDataset } from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { portalRoutes } from '../index.ts';

/* Publishers, themes, what the portal is, and what machines read: over published datasets, some of them late. */

let test: TestContext;
let app: Hono<SurfaceEnv>;
let dataset: Dataset;
let unitId: string;
let unitSlug: string;
/** An item of resolution 835 with a theme of its own. */
const firstItem = FIRST_EDITION.items[0] ?? notThere();

function notThere(): never {
  throw new Error('the list of resolution 835 is empty');
}

const ORIGIN = 'https://data.example.org';
const FILE = {
  name: 'Школи.csv',
  text: [
    'Номер;Район;Відкрито',
    ...Array.from({ length: 40 }, (_, at) => `${at + 1};${at % 3 ? 'Центр' : 'Схід'};20${10 + (at % 9)}-02-03`),
  ].join('\n'),
  identifier: ['Номер'],
};

async function textOf(path: string): Promise<{ status: number; text: string; type: string }> {
  const response = await app.request(path);
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
}

/** Puts copies of the published card into the catalog, each a day older. */
async function multiply(card: Card, copies: number): Promise<void> {
  const { ctx } = test;
  for (let at = 1; at <= copies; at += 1) {
    const made = await createDataset(ctx, {
      unitId: card.unit.id,
      title: `Копія ${at}`,
      resource: { kind: 'table', title: 'К' },
    });
    const day = new Date(test.clock.now().getTime() - (400 + at) * 86_400_000).toISOString();
    const resources = card.resources.map((resource) => ({ ...resource, id: newId() }));
    const passport = { ...card.passport, title: `Копія ${at}` };
    await writeCard(ctx, {
      ...card,
      datasetId: made.id,
      slug: made.slug,
      number: made.number,
      passport,
      resources,
      dataAsOf: day,
      changedAt: day,
    });
  }
}

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const english = /^\/en(\/|$)/.test(url.pathname);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: english ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname.replace(/^\/en(?=\/|$)/, '') || '/',
      query: url.searchParams,
      origin: ORIGIN,
      requestId: 'test',
    });
    await next();
  });
  app.route('/', portalRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code }, HTTP_STATUS[error.kind]);
  });
  unitId = await setUpCommunity(test);
  unitSlug = (await listUnits(test.ctx)).find(({ id }) => id === unitId)?.slug ?? '';
});
afterAll(() => test.close());

describe('before anything is published', () => {
  it('pages of publishers and themes say so, and where to go', async () => {
    const unit = await textOf(`/units/${unitSlug}`);
    expect(unit.text).toContain('Наборів поки немає');
    expect(unit.text).toContain('/messages/new?kind=proposal');
    const themes = await textOf('/themes');
    expect(themes.text).toContain('ще без наборів');
    expect((await textOf('/themes/transport')).text).toContain('На цю тему наборів ще немає');
    expect((await textOf('/feed.atom')).text).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });
});

describe('a publisher and a theme', () => {
  beforeAll(async () => {
    dataset = await draftDataset(test, unitId, 'Школи громади', FILE);
    await changePassport(test.ctx, dataset.id, {
      ...dataset.passport,
      description: '**Школи** громади <script>alert(1)</script>\n\n- [перелік](https://example.org)',
      ground: { kind: 'resolution-835', section: firstItem.section, number: firstItem.number },
    });
    await publishDataset(test.ctx, dataset.id);
    await test.runJobs();
    const card = await findCard(test.ctx, dataset.slug);
    if (card) await multiply(card, 25);
  });

  it('are paged, and what is late is counted over all pages, the longest first', async () => {
    const first = await textOf(`/units/${unitSlug}`);
    expect(first.text).toContain('26 наборів');
    expect(first.text).toContain('25 наборів запізнюються з оновленням');
    expect(first.text).toContain('Найдовше чекають ці 5:');
    expect(first.text.indexOf('Копія 25<')).toBeLessThan(first.text.indexOf('Копія 24<'));
    expect(first.text).toContain(`/units/${unitSlug}?page=2`);
    const second = await textOf(`/units/${unitSlug}?page=2`);
    expect(second.text).toContain('Копія 20');
    expect(second.text).toContain('Олена Вигадана');
    expect((await textOf('/themes/molod-i-sport?page=2')).text).toContain('Копія 20');
  });

  it('a theme says what the law asks, and links what is published', async () => {
    const { text } = await textOf(`/themes/${firstItem.themes[0]}`);
    expect(text).toContain('Що має бути відкрито за законом');
    expect(text).toContain(firstItem.name.slice(0, 40).replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
    expect(text).toContain('є на порталі');
    expect((await textOf('/themes/nemaie')).status).toBe(404);
  });

  it('a description is Markdown that cannot run', async () => {
    const { text } = await textOf(`/datasets/${dataset.slug}`);
    expect(text).toContain('<strong>Школи</strong>');
    expect(text).toContain('<a href="https://example.org" rel="nofollow ugc noopener">перелік</a>');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('Школи громади &lt;script>');
  });

  it('parts of a dataset have pages of their own', async () => {
    const structure = await textOf(`/datasets/${dataset.slug}/structure`);
    expect(structure.text).toContain('від 3 лютого 2010 до 3 лютого 2018');
    expect(structure.text).toContain('2 різні значення');
    for (const part of ['versions', 'api', 'feedback', 'passport']) {
      const { status, text } = await textOf(`/en/datasets/${dataset.slug}/${part}`);
      expect([part, status]).toEqual([part, 200]);
      expect(text).toContain('<h1');
    }
    expect((await textOf(`/datasets/${dataset.slug}/passport`)).text).toContain('Гіперпосилання на структуру');
  });

  it('statement and about are whole in both languages', async () => {
    expect((await textOf('/accessibility')).text).toContain('Відомі вади');
    expect((await textOf('/en/accessibility')).text).toContain('Known shortfalls');
    expect((await textOf('/about')).text).toContain('href="/accessibility"');
  });
});

describe('what machines read', () => {
  it('feeds of the portal, a publisher, a theme and of the versions of a dataset', async () => {
    const paths = [
      '/feed.atom',
      `/units/${unitSlug}/feed.atom`,
      '/themes/molod-i-sport/feed.atom',
      `/datasets/${dataset.slug}/feed.atom`,
    ];
    for (const path of paths) {
      const { status, text, type } = await textOf(path);
      expect([path, status]).toEqual([path, 200]);
      expect(type).toContain('application/atom+xml');
      expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}${path}"/>`);
      expect(text).toContain('Школи громади');
    }
    expect((await textOf(`/en/datasets/${dataset.slug}/feed.atom`)).text).toContain(
      `${ORIGIN}/en/datasets/${dataset.slug}/versions/1`,
    );
  });

  it('a sitemap with the day of each change, in files of ten thousand', async () => {
    const { text } = await textOf('/sitemap.xml');
    expect(text).toMatch(/<loc>https:\/\/data\.example\.org\/datasets\/shkoly-hromady<\/loc><lastmod>2026-11-20T/);
    expect(text).toContain(`${ORIGIN}/themes/transport`);
    const first = await textOf('/sitemap-1.xml');
    expect(first.text).toContain('/datasets/shkoly-hromady');
    expect((await textOf('/sitemap-2.xml')).status).toBe(404);
    expect((await textOf('/sitemap-pages.xml')).text).toContain(`${ORIGIN}/accessibility`);
  });

  it('the search of the browser’s bar, and robots’ rules', async () => {
    const { text, type } = await textOf('/opensearch.xml');
    expect(type).toContain('application/opensearchdescription+xml');
    expect(text).toContain(`template="${ORIGIN}/datasets?q={searchTerms}"`);
    expect((await textOf('/robots.txt')).text).toContain('Disallow: /cabinet');
  });

  it('schema.org with every file, columns, time and place', async () => {
    const { text } = await textOf(`/datasets/${dataset.slug}`);
    const block = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '{}');
    expect(block).toMatchObject({
      '@type': 'Dataset',
      temporalCoverage: '2010-02-03/2018-02-03',
      isAccessibleForFree: true,
      spatialCoverage: { name: 'Вигадана громада', identifier: { propertyID: 'КАТОТТГ' } },
      variableMeasured: [{ name: 'Номер' }, { name: 'Район' }, { name: 'Відкрито' }],
    });
    const types = block.distribution.map((one: { encodingFormat: string }) => one.encodingFormat);
    expect(types).toEqual(expect.arrayContaining(['text/csv', 'application/json', 'application/xml']));
    for (const { contentUrl } of block.distribution)
      expect(contentUrl).toMatch(/^https:\/\/data\.example\.org\/download\//);
  });

  it('a picture of the data, until they are closed', async () => {
    const address = `/datasets/${dataset.slug}/picture.png`;
    const picture = await app.request(address);
    const png = new DataView(await picture.arrayBuffer());
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect([png.getUint32(16), png.getUint32(20)]).toEqual([1200, 630]);
    const etag = picture.headers.get('etag') ?? '';
    expect((await app.request(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await suspendDataset(test.ctx, dataset.id, { reason: 'Перевірка', order: '№ 5', reviewOn: '2030-01-01' });
    const closed = await app.request(address);
    expect([closed.status, closed.headers.get('etag') === etag]).toEqual([200, false]);
    await withdrawDataset(test.ctx, dataset.id, { reason: 'Помилка', order: '№ 6' });
    expect((await app.request(address)).status).toBe(410);
    expect((await textOf(`/datasets/${dataset.slug}/feed.atom`)).status).toBe(410);
  });
});
