import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile } from '../../../capabilities/accounts/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { portalRoutes } from '../index.ts';

const DISTRICTS = ['Центральний', 'Північний', 'Приміський'];
const FILE = {
  name: 'Дерева.csv',
  text: ['Номер,Район', ...Array.from({ length: 120 }, (_, at) => `${at + 1},${DISTRICTS[at % 3]}`)].join('\n'),
  identifier: ['Номер'],
};

let test: TestContext;
let app: Hono<SurfaceEnv>;
let slug: string;

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname,
      query: url.searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', portalRoutes());
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Дерева громади', FILE);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  slug = dataset.slug;
});
afterAll(() => test.close());

/** The explorer alone, and its text without markup. */
async function part(query: string, status = 200): Promise<{ html: string; text: string }> {
  const answer = await app.request(`/datasets/${slug}/explorer${query}`);
  const html = await answer.text();
  expect(answer.status, html.slice(0, 400)).toBe(status);
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' ') };
}

describe('a link that was passed on', () => {
  it('shows the table whatever was added to it, and carries none of it on', async () => {
    for (const query of [
      '?fbclid=x1x&utm_source=x1x',
      '?whatever=x1x',
      '?view=groups&group=raion&utm_medium=x1x&odd=x1x',
    ])
      expect((await part(query)).html, query).not.toContain('x1x');
  });

  it('with an unknown condition says so above the table without that condition', async () => {
    const { html, text } = await part('?nemaie__exact=1&raion__exact=Північний', 400);
    expect(text).toContain('Стовпця «nemaie» у таблиці немає');
    expect(text).toMatch(/40 рядків із 120/);
    expect(html).toContain('<table');
    expect(html.match(/id="explorer"/g)).toHaveLength(1);
    expect(html).not.toContain('nemaie__exact');
  });
});
