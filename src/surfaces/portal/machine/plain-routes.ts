import { Hono, type Context as HonoContext } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { cardAddresses, catalogNumbers, THEMES } from '../../../capabilities/catalog/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { themeCss } from '../look/theme.ts';
import { feedRoutes } from './feed-routes.ts';
import { favicon, openSearch, robotsText, webManifest } from './feeds.ts';
import { type SitemapPage, sitemap, sitemapIndex } from './sitemap.ts';

/** Datasets in one sitemap: with two languages of each well below the protocol's 50,000 addresses and 50 MB. */
const SITEMAP_DATASETS = 10_000;
const YEAR = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

/** What is not a page: the city's colours, the sign, feeds, words to robots. */
export function plainRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', feedRoutes()).route('/', lookRoutes()).route('/', robotRoutes());
}

/** What browsers fetch beside a page: the city's colours, its sign, how to keep the portal on a phone. */
function lookRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/theme.css', (c) => {
      const { profile, query } = c.get('visit');
      const colour = profile?.colour ?? '';
      // Pages name the colour in the address, so a sheet asked for by the right one never changes.
      const named = query.get('c') === colour.replace('#', '');
      return c.body(themeCss(colour), 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': named && colour ? YEAR : SHORT,
      });
    })
    .get('/favicon.svg', (c) =>
      c.body(favicon(c.get('visit').profile?.colour ?? ''), 200, {
        'content-type': 'image/svg+xml',
        'cache-control': SHORT,
        // the sign's own style inside the picture; a picture loads nothing else
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      }),
    )
    .get('/manifest.webmanifest', (c) =>
      c.body(JSON.stringify(webManifest(c.get('visit').profile)), 200, {
        'content-type': 'application/manifest+json',
        'cache-control': SHORT,
      }),
    );
}

/** What search engines and browsers read to find their way: rules for robots, the search box, lists of pages. */
function robotRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/robots.txt', (c) => c.text(robotsText(c.get('visit').origin)))
    .get('/opensearch.xml', (c) => {
      const { profile, origin } = c.get('visit');
      return c.body(openSearch(profile, origin), 200, {
        'content-type': 'application/opensearchdescription+xml; charset=utf-8',
        'cache-control': SHORT,
      });
    })
    .get('/sitemap.xml', async (c) => {
      const { ctx, profile, origin } = c.get('visit');
      if (!profile) return c.notFound();
      const { datasets } = await catalogNumbers(ctx);
      if (datasets <= SITEMAP_DATASETS) {
        const pages = [...(await lastingPages(ctx)), ...(await datasetPages(ctx, 0))];
        return xmlAnswer(c, sitemap(pages, origin));
      }
      const files = Array.from({ length: Math.ceil(datasets / SITEMAP_DATASETS) }, (_, at) => `/sitemap-${at + 1}.xml`);
      return xmlAnswer(c, sitemapIndex(['/sitemap-pages.xml', ...files], origin));
    })
    .get('/sitemap-pages.xml', async (c) => {
      const { ctx, origin } = c.get('visit');
      return xmlAnswer(c, sitemap(await lastingPages(ctx), origin));
    })
    .get('/:file{sitemap-[0-9]{1,4}\\.xml}', async (c) => {
      const { ctx, origin } = c.get('visit');
      const number = Number(/\d+/.exec(c.req.param('file'))?.[0] ?? '0');
      const pages = number > 0 ? await datasetPages(ctx, (number - 1) * SITEMAP_DATASETS) : [];
      return pages.length === 0 ? c.notFound() : xmlAnswer(c, sitemap(pages, origin));
    });
}

function xmlAnswer(c: HonoContext, text: string): Response {
  return c.body(text, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': SHORT });
}

async function lastingPages(ctx: Context): Promise<SitemapPage[]> {
  const units = await listUnits(ctx);
  return [
    ...['/', '/datasets', '/themes', '/units', '/promised', '/about', '/accessibility'],
    ...Object.keys(THEMES).map((code) => `/themes/${code}`),
    ...units.map((unit) => `/units/${unit.slug}`),
  ].map((path) => ({ path }));
}

async function datasetPages(ctx: Context, offset: number): Promise<SitemapPage[]> {
  const addresses = await cardAddresses(ctx, offset, SITEMAP_DATASETS);
  return addresses.map(({ slug, changedAt }) => ({ path: `/datasets/${slug}`, changedAt }));
}
