import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { VNode } from 'preact';
import { build } from 'vite';
import type { Card, FoundCards } from '../../src/capabilities/catalog/index.ts';
import type { Version } from '../../src/capabilities/publishing/index.ts';
import { type DownloadFormat, downloadFormats, parseRowQuery } from '../../src/capabilities/tables/index.ts';
import { RequestError } from '../../src/kernel/errors.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import { ErrorPage } from '../../src/surfaces/components/error-page.tsx';
import { renderPage, type SurfaceEnv, type Visit } from '../../src/surfaces/components/index.ts';
import { AboutPage } from '../../src/surfaces/portal/city/about-page.tsx';
import { HomePage } from '../../src/surfaces/portal/city/home-page.tsx';
import { UnitPage, UnitsPage } from '../../src/surfaces/portal/city/units-page.tsx';
import { DatasetPage } from '../../src/surfaces/portal/dataset/dataset-page.tsx';
import { type DatasetView, questionColumns } from '../../src/surfaces/portal/dataset/dataset-view.ts';
import { TombstonePage } from '../../src/surfaces/portal/dataset/tombstone-page.tsx';
import { ComponentsGuide } from '../../src/surfaces/portal/guide/guide-page.tsx';
import { plainRoutes } from '../../src/surfaces/portal/machine/plain-routes.ts';
import { readSearchState } from '../../src/surfaces/portal/search/search-address.ts';
import { SearchPage } from '../../src/surfaces/portal/search/search-page.tsx';
import {
  cards,
  document,
  FACTS,
  FIELDS,
  facets,
  gone,
  late,
  link,
  NOW,
  ROWS,
  schools,
  shelters,
  stops,
  units,
  version,
} from './invented-records.ts';

/*
 * The portal's pages over invented records: for looking at them and for the accessibility test, with no system behind. The pages
 * themselves are the real ones.
 */

function datasetView(visit: Visit, shown: Card, old: Version | null): DatasetView {
  const resources = old?.resources ?? shown.resources;
  const resource = resources.find((one) => one.id === visit.query.get('r')) ?? resources[0] ?? null;
  const messages = { items: [], total: 0, page: 1, size: 5 };
  const base = {
    card: shown,
    old,
    resources,
    resource,
    versions: [3, 2, 1].map(version),
    messages,
    facts: new Map((resource?.tableId ? FACTS : []).map((one) => [one.name, one])),
    related: cards.filter((one) => one !== shown).slice(0, 3),
  };
  const offer = {
    formats: downloadFormats(FIELDS, { parquet: true }),
    sizes: new Map<DownloadFormat, number>([
      ['csv', 184_000],
      ['csv-excel', 191_400],
      ['json', 512_300],
      ['xlsx', 143_900],
    ]),
    complete: false,
  };
  if (!resource?.tableId || shown.state !== 'published') return { ...base, table: null, offer: null };
  try {
    const query = { ...parseRowQuery(questionColumns(resource), visit.query, ['r']), size: 50 };
    const columns = FIELDS.filter((one) => one.sensitivity === 'open').map(({ name, title, type }) => ({
      name,
      title,
      type,
    }));
    const total = query.filters.length > 0 ? 37 : (resource.rows ?? 0);
    const rows = query.filters.length > 0 ? ROWS.slice(0, 37) : ROWS;
    return {
      ...base,
      offer,
      table: { kind: 'rows', query, page: { columns, rows, total, page: query.page, size: 50, cursor: null } },
    };
  } catch (error) {
    if (error instanceof RequestError) return { ...base, offer, table: { kind: 'refused', error } };
    throw error;
  }
}

function visitOf(request: Request, signedIn: boolean): Visit {
  const url = new URL(request.url);
  const english = /^\/en(?=\/|$)/.test(url.pathname);
  return {
    ctx: { clock: { now: () => NOW } } as unknown as Visit['ctx'],
    person: signedIn
      ? { id: 'p', name: 'Олена Ткачук', email: 'o@example.org', role: 'administrator', unitId: null, active: true }
      : null,
    language: english ? 'en' : 'uk',
    profile: {
      name: 'Вигадівська громада',
      edrpou: '04055251',
      katottg: 'UA46020010010000000',
      colour: process.env.COLOUR ?? '#17467d',
      email: 'data@vyhadiv.example.org',
      site: 'https://vyhadiv.example.org/',
    },
    path: url.pathname.replace(/^\/en(?=\/|$)/, '') || '/',
    query: url.searchParams,
    origin: url.origin,
    requestId: '7f3a2b1c',
  };
}

/** Pages by their address, without the language. */
const pages: Record<string, (visit: Visit) => VNode> = {
  '/': (visit) => (
    <HomePage
      visit={visit}
      view={{
        numbers: { datasets: 41, resources: 63, rows: 1_284_310, units: 12, changedAt: schools.changedAt },
        newest: cards,
        themes: facets.themes,
      }}
    />
  ),
  '/empty': (visit) => (
    <HomePage
      visit={visit}
      view={{ numbers: { datasets: 0, resources: 0, rows: 0, units: 0, changedAt: null }, newest: [], themes: [] }}
    />
  ),
  '/datasets': (visit) => {
    const state = readSearchState(visit.query);
    const nothing = state.q === 'абракадабра';
    const found: FoundCards = nothing
      ? {
          items: [],
          total: 0,
          page: 1,
          size: 20,
          facets: { units: [], themes: [], formats: [], frequencies: [], freshness: [], keywords: [] },
          matched: 'all',
          understood: null,
          stems: [],
          near: ['абонементи', 'акробатика'],
        }
      : {
          items: cards,
          total: 41,
          page: state.page,
          size: 20,
          facets,
          matched: state.q ? 'all' : 'none',
          understood: null,
          stems: [],
          near: [],
        };
    return <SearchPage visit={visit} view={{ state, found }} />;
  },
  [`/datasets/${stops.slug}`]: (visit) => <DatasetPage visit={visit} view={datasetView(visit, stops, null)} />,
  [`/datasets/${stops.slug}/versions/2`]: (visit) => (
    <DatasetPage visit={visit} view={datasetView(visit, stops, version(2))} />
  ),
  [`/datasets/${late.slug}`]: (visit) => <DatasetPage visit={visit} view={datasetView(visit, late, null)} />,
  [`/datasets/${shelters.slug}`]: (visit) => <DatasetPage visit={visit} view={datasetView(visit, shelters, null)} />,
  [`/datasets/${gone.slug}`]: (visit) => <TombstonePage visit={visit} card={gone} />,
  '/units': (visit) => <UnitsPage visit={visit} units={units} counts={facets.units.slice(0, 5)} />,
  '/units/vykonkom': (visit) => {
    const [root, unit] = units;
    if (!root || !unit) throw new Error('units are invented above');
    const found: FoundCards = {
      items: cards,
      total: 5,
      page: 1,
      size: 50,
      facets,
      matched: 'none',
      understood: null,
      stems: [],
      near: [],
    };
    return <UnitPage visit={visit} view={{ unit, above: [root], below: units.slice(2, 5), found }} />;
  },
  '/about': (visit) => <AboutPage visit={visit} />,
  '/guide/components': (visit) => <ComponentsGuide visit={visit} />,
  '/fault': (visit) => <ErrorPage visit={visit} error={new Error('never shown')} />,
  '/missing': (visit) => (
    <ErrorPage
      visit={visit}
      error={
        new RequestError('not-found', 'no-such-dataset', {
          uk: 'Набору за такою адресою немає. Перевірте адресу або скористайтеся пошуком.',
          en: 'There is no dataset at this address. Check the address or use the search.',
        })
      }
    />
  ),
};

/** Addresses of every kind of page, in the states worth looking at. */
export const PORTAL_PAGES: Readonly<Record<string, string>> = {
  home: '/',
  'home-en': '/en',
  empty: '/empty',
  search: '/datasets?q=зупинки&theme=transport',
  nothing: '/datasets?q=абракадабра',
  dataset: `/datasets/${stops.slug}`,
  'dataset-en': `/en/datasets/${stops.slug}`,
  filtered: `/datasets/${stops.slug}?raion__contains=Центр&pasazhyriv__gte=100&sort=-pasazhyriv`,
  refused: `/datasets/${stops.slug}?raiom__contains=Центр`,
  document: `/datasets/${stops.slug}?r=${document.id}`,
  link: `/datasets/${stops.slug}?r=${link.id}`,
  version: `/datasets/${stops.slug}/versions/2`,
  late: `/datasets/${late.slug}`,
  suspended: `/datasets/${shelters.slug}`,
  withdrawn: `/datasets/${gone.slug}`,
  units: '/units',
  unit: '/units/vykonkom',
  about: '/about',
  guide: '/guide/components',
  'guide-en': '/en/guide/components',
  missing: '/missing',
  fault: '/fault',
};

/** Serves the pages with the real style sheet and the security headers of the system. `close` ends it. */
export async function serveInventedPortal(assetFolder: string): Promise<{ origin: string; close(): Promise<void> }> {
  await build({ mode: 'client', logLevel: 'error', build: { outDir: assetFolder, emptyOutDir: true } });
  const files = readdirSync(assetFolder);
  const app = new Hono<SurfaceEnv>();
  app.get('/assets/:file', (c) => {
    const wanted = c.req.param('file');
    const [stem = '', extension = ''] = [wanted.split(/[-.]/)[0], wanted.split('.').at(-1)];
    const file =
      files.find((one) => one === wanted) ?? files.find((one) => one.startsWith(stem) && one.endsWith(extension));
    if (!file) return c.notFound();
    const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' };
    return c.body(new Uint8Array(readFileSync(join(assetFolder, file))), 200, {
      'content-type': types[extension] ?? '',
    });
  });
  app.use(async (c, next) => {
    c.set('visit', visitOf(c.req.raw, false));
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.route('/', plainRoutes());
  app.get('*', (c) => {
    const visit = c.get('visit');
    const page = pages[visit.path] ?? pages['/missing'];
    return page ? renderPage(c, page(visit)) : c.notFound();
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}
