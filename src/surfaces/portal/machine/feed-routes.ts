import { Hono } from 'hono';
import { findCard, newestCards, searchCards } from '../../../capabilities/catalog/index.ts';
import { listVersions } from '../../../capabilities/publishing/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { portalTexts } from '../../../locales/portal.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { themeOf, unitOf } from '../city/city-routes.tsx';
import { promiseFeed } from '../promises/promise-routes.tsx';
import { themeName } from '../search/dataset-row.tsx';
import { cardsFeed, versionsFeed } from './atom.ts';
import { atomAnswer } from './atom-answer.ts';

const ENTRIES = 30;

/** Atom feeds: of the portal, a publisher, a theme, and of the versions of a dataset. */
export function feedRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();

  routes.get('/feed.atom', async (c) => {
    const { ctx, language, origin, profile } = c.get('visit');
    if (!profile) return c.notFound();
    const title = `${profile.name}: ${portalTexts[language].home.newest}`;
    return atomAnswer(
      c,
      cardsFeed({ origin, language, title, path: '/feed.atom', page: '/' }, await newestCards(ctx, ENTRIES)),
    );
  });

  routes.get('/units/:slug/feed.atom', async (c) => {
    const visit = c.get('visit');
    const { origin, language } = visit;
    const { slug, name } = await unitOf(visit, c.req.param('slug'));
    const { items } = await searchCards(visit.ctx, { unit: slug, page: 1, size: ENTRIES });
    const page = `/units/${slug}`;
    return atomAnswer(c, cardsFeed({ origin, language, title: name, path: `${page}/feed.atom`, page }, items));
  });

  routes.get('/themes/:code/feed.atom', async (c) => {
    const { ctx, origin, language } = c.get('visit');
    const code = themeOf(c.req.param('code'));
    const { items } = await searchCards(ctx, { theme: code, page: 1, size: ENTRIES });
    const page = `/themes/${code}`;
    const title = themeName(code, language);
    return atomAnswer(c, cardsFeed({ origin, language, title, path: `${page}/feed.atom`, page }, items));
  });

  routes.get('/datasets/:slug/feed.atom', async (c) => {
    const { ctx, origin, language } = c.get('visit');
    const card = await findCard(ctx, c.req.param('slug'));
    if (!card) {
      const promised = await promiseFeed(c, c.req.param('slug'));
      if (promised) return promised;
    }
    if (!card || card.state === 'withdrawn') throw noSuchFeed(card !== null);
    const page = `/datasets/${card.slug}`;
    const { title } = card.passport;
    const versions = (await listVersions(ctx, card.datasetId)).filter(({ closure }) => !closure).slice(0, ENTRIES);
    return atomAnswer(c, versionsFeed({ origin, language, title, path: `${page}/feed.atom`, page }, card, versions));
  });
  return routes;
}

function noSuchFeed(gone: boolean): RequestError {
  return gone
    ? new RequestError('gone', 'dataset-withdrawn', { uk: 'Набір вилучено.', en: 'The dataset was withdrawn.' })
    : new RequestError('not-found', 'no-such-dataset', {
        uk: 'Набору за такою адресою немає. Перевірте адресу або скористайтеся пошуком.',
        en: 'There is no dataset at this address. Check the address or use the search.',
      });
}
