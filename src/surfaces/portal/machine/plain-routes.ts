import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { newestCards } from '../../../capabilities/catalog/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { themeCss } from '../look/theme.ts';
import { atomFeed, favicon, robotsText, sitemap, webManifest } from './feeds.ts';

const FEED_ENTRIES = 30;
/** Limit of the sitemap protocol, of which we use a part: the newest. */
const SITEMAP_DATASETS = 10_000;
const YEAR = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

/** What is not a page: the city's colours, the sign, feeds, words to robots. */
export function plainRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();

  routes.get('/theme.css', (c) => {
    const { profile, query } = c.get('visit');
    const colour = profile?.colour ?? '';
    // Pages name the colour in the address, so a sheet asked for by the right one never changes.
    const named = query.get('c') === colour.replace('#', '');
    return c.body(themeCss(colour), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': named && colour ? YEAR : SHORT,
    });
  });

  routes.get('/favicon.svg', (c) =>
    c.body(favicon(c.get('visit').profile?.colour ?? ''), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': SHORT,
      // the sign's own style inside the picture; a picture loads nothing else
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    }),
  );

  routes.get('/manifest.webmanifest', (c) =>
    c.body(JSON.stringify(webManifest(c.get('visit').profile)), 200, {
      'content-type': 'application/manifest+json',
      'cache-control': SHORT,
    }),
  );

  routes.get('/robots.txt', (c) => c.text(robotsText(c.get('visit').origin)));

  routes.get('/feed.atom', async (c) => {
    const { ctx, profile, origin } = c.get('visit');
    if (!profile) return c.notFound();
    return c.body(atomFeed(await newestCards(ctx, FEED_ENTRIES), profile, origin), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': SHORT,
    });
  });

  routes.get('/sitemap.xml', async (c) => {
    const { ctx, profile, origin } = c.get('visit');
    if (!profile) return c.notFound();
    const [cards, units] = await Promise.all([newestCards(ctx, SITEMAP_DATASETS), listUnits(ctx)]);
    const paths = [
      ...['/', '/datasets', '/units', '/about'],
      ...cards.map((card) => `/datasets/${card.slug}`),
      ...units.map((unit) => `/units/${unit.slug}`),
    ];
    return c.body(sitemap(paths, origin), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': SHORT,
    });
  });
  return routes;
}
