import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { VNode } from 'preact';
import { build } from 'vite';
import type { Unit } from '../../src/capabilities/accounts/index.ts';
import type { Card, CardResource, FoundCards, StructureField } from '../../src/capabilities/catalog/index.ts';
import type { Version } from '../../src/capabilities/publishing/index.ts';
import { parseRowQuery, type Row } from '../../src/capabilities/tables/index.ts';
import { RequestError } from '../../src/kernel/errors.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import { ErrorPage, renderPage, type SurfaceEnv, type Visit } from '../../src/surfaces/components/index.ts';
import { AboutPage } from '../../src/surfaces/portal/about-page.tsx';
import { DatasetPage, TombstonePage } from '../../src/surfaces/portal/dataset-page.tsx';
import { type DatasetView, questionColumns } from '../../src/surfaces/portal/dataset-view.ts';
import { ComponentsGuide } from '../../src/surfaces/portal/guide-page.tsx';
import { HomePage } from '../../src/surfaces/portal/home-page.tsx';
import { plainRoutes } from '../../src/surfaces/portal/plain-routes.ts';
import { readSearchState } from '../../src/surfaces/portal/search-address.ts';
import { SearchPage } from '../../src/surfaces/portal/search-page.tsx';
import { UnitPage, UnitsPage } from '../../src/surfaces/portal/units-page.tsx';

/*
 * The portal's pages over invented records: for looking at them and for the accessibility test, with no system behind. The pages
 * themselves are the real ones.
 */

const NOW = new Date('2026-11-21T10:00:00+02:00');

const field = (
  name: string,
  title: string,
  type: StructureField['type'],
  rest: Partial<StructureField> = {},
): StructureField => ({
  name,
  title,
  type,
  format: '',
  unit: '',
  purpose: '',
  required: false,
  identifier: false,
  sensitivity: 'open',
  geometry: null,
  sourceColumn: 0,
  ...rest,
});

const FIELDS = [
  field('kod', 'Код', 'text', { identifier: true, required: true, purpose: 'Номер зупинки, що не змінюється' }),
  field('nazva', 'Назва зупинки', 'text', { required: true, purpose: 'Назва, як на табличці' }),
  field('raion', 'Район', 'text'),
  field('marshruty', 'Маршрути', 'text', { purpose: 'Номери автобусів і тролейбусів через кому' }),
  field('pasazhyriv', 'Пасажирів за день', 'integer', { unit: 'осіб', purpose: 'Середнє за робочі дні кварталу' }),
  field('navis', 'Є навіс', 'boolean'),
  field('oblashtovano', 'Облаштовано', 'date', { format: 'YYYY-MM-DD' }),
  field('vartist', 'Вартість, грн', 'decimal', { unit: 'грн' }),
  field('shyrota', 'Широта', 'decimal', { geometry: 'latitude' }),
  field('dovhota', 'Довгота', 'decimal', { geometry: 'longitude' }),
  field('telefon', 'Телефон доглядача', 'text', { sensitivity: 'restricted', purpose: 'Для звʼязку служби утримання' }),
];

const STOPS = [
  'Площа Ринок',
  'Вокзал',
  'Лікарня № 2',
  'Вулиця Героїв Крут',
  'Обʼїзна',
  'Ґрунтовий провулок',
  'Школа № 14',
];
const DISTRICTS = ['Центральний', 'Залізничний', 'Північний'];

const ROWS: Row[] = Array.from({ length: 50 }, (_, at) => ({
  kod: String(1001 + at).padStart(6, '0'),
  nazva: STOPS[at % STOPS.length] ?? '',
  raion: DISTRICTS[at % 3] ?? '',
  marshruty: at % 9 === 4 ? null : `${(at % 12) + 1}, ${(at % 7) + 20}, ${(at % 5) + 40}А`,
  pasazhyriv: 120 + ((at * 7919) % 24000),
  navis: at % 4 !== 0,
  oblashtovano: `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}`,
  vartist: (at * 12345.67) % 260000 > 0 ? String(Math.round(((at * 12345.67) % 260000) * 100) / 100) : '0',
  shyrota: String(49.34 + at / 1000),
  dovhota: String(23.5 + at / 1000),
}));

const table: CardResource = {
  id: '0190a000-0000-7000-8000-000000000001',
  kind: 'table',
  title: 'Зупинки',
  tableId: '0190a000-0000-7000-8000-0000000000aa',
  rows: 1284,
  fields: FIELDS,
  formats: ['CSV', 'JSON'],
  file: null,
  url: null,
};

const document: CardResource = {
  ...table,
  id: '0190a000-0000-7000-8000-000000000002',
  kind: 'document',
  title: 'Схема маршрутів',
  tableId: null,
  rows: null,
  fields: [],
  formats: ['PDF'],
  file: {
    name: 'skhema-marshrutiv-2026.pdf',
    key: 'k',
    size: 2_400_000,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
};

const link: CardResource = {
  ...document,
  id: '0190a000-0000-7000-8000-000000000003',
  kind: 'link',
  title: 'Рух транспорту наживо',
  formats: ['API'],
  file: null,
  url: 'https://transport.example.org/gtfs-rt/v2',
};

const units: Unit[] = [
  ['rada', null, 'Вигадівська міська рада', '04055251'],
  ['vykonkom', 'rada', 'Виконавчий комітет', null],
  ['transport', 'vykonkom', 'Управління транспорту та звʼязку', '26256650'],
  ['elektrotrans', 'transport', 'КП «Вигадівськелектротранс»', '32951764'],
  ['ekolohiia', 'vykonkom', 'Відділ екології та зелених зон', null],
  ['osvita', 'vykonkom', 'Управління освіти', '40532416'],
  ['finansy', 'vykonkom', 'Фінансове управління', '02317532'],
].map(([slug, parentId, name, edrpou]) => ({
  id: slug ?? '',
  parentId: parentId ?? null,
  name: name ?? '',
  slug: slug ?? '',
  edrpou: edrpou ?? null,
  shownEdrpou: edrpou ?? '04055251',
  email: `${slug}@vyhadiv.example.org`,
  phone: '+38 (03244) 5-12-34',
  site: 'https://vyhadiv.example.org/',
}));

const DESCRIPTION =
  'Усі зупинки громадського транспорту громади з координатами, маршрутами та облаштуванням. Оновлюється після обстеження, яке управління проводить щокварталу.\n\nНе оприлюднюються телефони доглядачів зупинок: це конфіденційна інформація про особу.';

function card(
  slug: string,
  title: string,
  rest: Partial<Card> & { days?: number; rows?: number; keyword?: string } = {},
): Card {
  const at = new Date(NOW.getTime() - (rest.days ?? 3) * 86_400_000).toISOString();
  const unit = units.find((one) => one.slug === rest.unit?.slug) ?? units[2];
  return {
    datasetId: slug,
    number: '0004-2026',
    nationalId: null,
    slug,
    state: 'published',
    closure: null,
    versionId: 'v3',
    versionNumber: 3,
    unit: { id: unit?.id ?? '', name: unit?.name ?? '', slug: unit?.slug ?? '', edrpou: unit?.shownEdrpou ?? null },
    passport: {
      title,
      description: DESCRIPTION,
      purpose: 'Закон України «Про міський електричний транспорт»; планування маршрутів',
      language: 'uk',
      frequency: 'once a quarter',
      keywords: [rest.keyword ?? 'зупинки', 'транспорт', 'маршрути', 'доступність'],
      themes: ['transport'],
      ground: { kind: 'resolution-835', section: 'Органи місцевого самоврядування', number: 26 },
      responsibleName: 'Олена Ткачук',
      responsibleEmail: 'transport@vyhadiv.example.org',
      dataAsOf: null,
    },
    resources: [{ ...table, rows: rest.rows ?? 1284 }, document, link],
    firstPublishedAt: '2026-02-03T09:12:00Z',
    changedAt: at,
    dataAsOf: at,
    ...rest,
  } as Card;
}

const stops = card('zupynky-hromadskoho-transportu', 'Зупинки громадського транспорту');
const late = card('dereva', 'Дерева на вулицях і в парках громади', { days: 130, rows: 48211, keyword: 'дерева' });
const budget = card('biudzhet-2026', 'Бюджет громади на 2026 рік: видатки за програмами', {
  days: 12,
  rows: 3120,
  keyword: 'бюджет',
});
const shelters = card('ukryttia', 'Захисні споруди цивільного захисту', {
  days: 40,
  keyword: 'укриття',
  state: 'suspended',
  closure: {
    reason:
      'Перевірка відомостей на вимогу військової адміністрації (стаття 6 Закону «Про доступ до публічної інформації»)',
    order: 'розпорядження міського голови від 12.11.2026 № 214-р',
    reviewOn: '2027-02-12',
    at: '2026-11-12T08:00:00Z',
  },
});
const gone: Card = {
  ...card('petytsii-pidpysanty', 'Підписанти електронних петицій'),
  state: 'withdrawn',
  closure: {
    reason: 'Набір містив персональні дані, для оприлюднення яких немає підстави.',
    order: 'розпорядження міського голови від 02.10.2026 № 180-р',
    reviewOn: null,
    at: '2026-10-02T08:00:00Z',
  },
};
const schools = card('shkoly', 'Заклади загальної середньої освіти', { days: 0.1, rows: 41, keyword: 'школи' });
const cards = [schools, stops, budget, shelters, late];

const version = (number: number): Version => ({
  id: `v${number}`,
  datasetId: stops.datasetId,
  number,
  passport: { ...stops.passport, dataAsOf: '2026-08-12T09:12:00Z' },
  resources: [{ ...table, rows: 1270 }],
  changes:
    number === 1
      ? null
      : {
          rowsAdded: 14,
          rowsRemoved: number === 2 ? null : 2,
          rowsChanged: 37,
          columnsAdded: number === 3 ? ['Є навіс'] : [],
          columnsRemoved: [],
        },
  publishedAt: new Date(Date.UTC(2026, number * 3, 12, 9, 12)),
  publishedBy: 'Олена Ткачук',
});

const facets: FoundCards['facets'] = {
  themes: [
    ['transport', 12],
    ['ekolohiia', 9],
    ['molod-i-sport', 14],
    ['finansy', 7],
    ['rehionalnyi-rozvytok', 11],
    ['sotsialnyi-zakhyst', 5],
    ['derzhava', 4],
  ].map(([value, count]) => ({ value: String(value), title: String(value), count: Number(count) })),
  units: units.map((unit, at) => ({ value: unit.slug, title: unit.name, count: 12 - at })),
  formats: ['CSV', 'JSON', 'PDF', 'API'].map((value, at) => ({ value, title: value, count: 38 - at * 9 })),
};

function datasetView(visit: Visit, shown: Card, old: Version | null): DatasetView {
  const resources = old?.resources ?? shown.resources;
  const resource = resources.find((one) => one.id === visit.query.get('r')) ?? resources[0] ?? null;
  const base = { card: shown, old, resources, resource, versions: [3, 2, 1].map(version) };
  const sizes = new Map([
    ['CSV', 184_000],
    ['JSON', 512_300],
  ]);
  if (!resource?.tableId || shown.state !== 'published') return { ...base, table: null, sizes: new Map() };
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
      sizes,
      table: { kind: 'rows', query, page: { columns, rows, total, page: query.page, size: 50 } },
    };
  } catch (error) {
    if (error instanceof RequestError) return { ...base, sizes, table: { kind: 'refused', error } };
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
          facets: { units: [], themes: [], formats: [] },
          matched: 'all',
          near: ['абонементи', 'акробатика'],
        }
      : { items: cards, total: 41, page: state.page, size: 20, facets, matched: state.q ? 'all' : 'none', near: [] };
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
    const found: FoundCards = { items: cards, total: 5, page: 1, size: 50, facets, matched: 'none', near: [] };
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
