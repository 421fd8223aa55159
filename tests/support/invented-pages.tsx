import type { VNode } from 'preact';
import { type Card, FIRST_EDITION, type FoundCards, type RequiredItem } from '../../src/capabilities/catalog/index.ts';
import type { Version } from '../../src/capabilities/publishing/index.ts';
import { type DownloadFormat, downloadFormats, parseRowQuery } from '../../src/capabilities/tables/index.ts';
import { type ErrorKind, HTTP_STATUS, RequestError } from '../../src/kernel/errors.ts';
import { ErrorPage } from '../../src/surfaces/components/error-page.tsx';
import type { Visit } from '../../src/surfaces/components/index.ts';
import { AboutPage } from '../../src/surfaces/portal/city/about-page.tsx';
import { AccessibilityPage } from '../../src/surfaces/portal/city/accessibility-page.tsx';
import { HomePage } from '../../src/surfaces/portal/city/home-page.tsx';
import { ThemePage, ThemesPage } from '../../src/surfaces/portal/city/themes-page.tsx';
import { UnitPage } from '../../src/surfaces/portal/city/unit-page.tsx';
import { UnitsPage } from '../../src/surfaces/portal/city/units-page.tsx';
import { DatasetPage, DatasetPartPage } from '../../src/surfaces/portal/dataset/dataset-page.tsx';
import { type DatasetView, questionColumns } from '../../src/surfaces/portal/dataset/dataset-view.ts';
import { PassportPage } from '../../src/surfaces/portal/dataset/passport-page.tsx';
import { TombstonePage } from '../../src/surfaces/portal/dataset/tombstone-page.tsx';
import { ComponentsGuide } from '../../src/surfaces/portal/guide/guide-page.tsx';
import { PromisedPage, PromisePage } from '../../src/surfaces/portal/promises/promise-pages.tsx';
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
  overdue,
  promise,
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
    codeLists: new Map(),
    referred: new Map(),
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

const REQUIRED: readonly RequiredItem[] = FIRST_EDITION.items.filter(
  ({ audience, themes }) => audience === 'local-government' && themes.includes('transport'),
);

const ERROR_TEXT = {
  uk: 'Ось що сталося, чому саме і що з цим тепер можна зробити.',
  en: 'This is what happened, why, and what can be done about it now.',
};

const found = (items: readonly Card[], total: number): FoundCards => ({
  items,
  total,
  ...{ page: 1, size: 20, facets, matched: 'none' as const, understood: null, stems: [], missing: [], near: [] },
});

/** Pages by their address, without the language. */
export const INVENTED_PAGES: Record<string, (visit: Visit) => VNode> = {
  '/': (visit) => (
    <HomePage
      visit={visit}
      view={{
        numbers: { datasets: 41, resources: 63, rows: 1_284_310, units: 12, changedAt: schools.changedAt },
        newest: cards,
        themes: facets.themes,
        promised: { items: [promise], total: 1 },
      }}
    />
  ),
  '/empty': (visit) => (
    <HomePage
      visit={visit}
      view={{
        numbers: { datasets: 0, resources: 0, rows: 0, units: 0, changedAt: null },
        newest: [],
        themes: [],
        promised: { items: [], total: 0 },
      }}
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
          missing: [],
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
          missing: [],
          near: [],
        };
    return <SearchPage visit={visit} view={{ state, found, promised: { items: [promise], total: 1 } }} />;
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
    const view = { unit, above: [root], below: units.slice(2, 5) };
    return (
      <UnitPage
        visit={visit}
        view={{
          ...view,
          found: found(cards, 45),
          late: { count: 7, cards: [late, stops] },
          promised: { items: [promise], total: 1 },
          kin: { predecessors: [], successors: [] },
        }}
      />
    );
  },
  '/units/porozhnii': (visit) => {
    const unit = units[3];
    if (!unit) throw new Error('units are invented above');
    return (
      <UnitPage
        visit={visit}
        view={{
          unit,
          above: [],
          below: [],
          found: found([], 0),
          late: { count: 0, cards: [] },
          promised: { items: [], total: 0 },
          kin: { predecessors: [], successors: [] },
        }}
      />
    );
  },
  '/promised': (visit) => <PromisedPage visit={visit} open={[overdue, promise]} kept={[]} />,
  '/promised/nothing': (visit) => <PromisedPage visit={visit} open={[]} kept={[]} />,
  [`/datasets/${promise.slug}`]: (visit) => <PromisePage visit={visit} promise={promise} />,
  [`/datasets/${overdue.slug}`]: (visit) => <PromisePage visit={visit} promise={overdue} />,
  '/themes': (visit) => <ThemesPage visit={visit} counts={facets.themes} />,
  '/themes/transport': (visit) => (
    <ThemePage
      visit={visit}
      view={{
        code: 'transport',
        found: found(cards, 45),
        required: REQUIRED.map((item, at) => ({ item, slug: at === 0 ? stops.slug : null })),
      }}
    />
  ),
  '/themes/finansy': (visit) => (
    <ThemePage visit={visit} view={{ code: 'finansy', found: found([], 0), required: [] }} />
  ),
  '/accessibility': (visit) => <AccessibilityPage visit={visit} />,
  [`/datasets/${stops.slug}/passport`]: (visit) => (
    <PassportPage visit={visit} view={datasetView(visit, stops, null)} />
  ),
  ...Object.fromEntries(
    (['structure', 'versions', 'api', 'feedback'] as const).map((part) => [
      `/datasets/${stops.slug}/${part}`,
      (visit: Visit) => <DatasetPartPage visit={visit} view={datasetView(visit, stops, null)} part={part} />,
    ]),
  ),
  ...Object.fromEntries(
    (Object.keys(HTTP_STATUS) as ErrorKind[]).map((kind) => [
      `/error/${kind}`,
      (visit: Visit) => <ErrorPage visit={visit} error={new RequestError(kind, 'invented', ERROR_TEXT)} />,
    ]),
  ),
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
  passport: `/datasets/${stops.slug}/passport`,
  structure: `/datasets/${stops.slug}/structure`,
  versions: `/datasets/${stops.slug}/versions`,
  api: `/datasets/${stops.slug}/api`,
  feedback: `/datasets/${stops.slug}/feedback`,
  withdrawn: `/datasets/${gone.slug}`,
  promised: '/promised',
  'promised-nothing': '/promised/nothing',
  promise: `/datasets/${promise.slug}`,
  'promise-overdue': `/en/datasets/${overdue.slug}`,
  units: '/units',
  unit: '/units/vykonkom',
  'unit-empty': '/units/porozhnii',
  'unit-en': '/en/units/vykonkom',
  themes: '/themes',
  theme: '/themes/transport',
  'theme-en': '/en/themes/transport',
  'theme-empty': '/themes/finansy',
  accessibility: '/accessibility',
  'accessibility-en': '/en/accessibility',
  'about-en': '/en/about',
  forbidden: '/error/forbidden',
  gone: '/error/gone',
  large: '/error/too-large',
  busy: '/error/busy',
  wrong: '/error/invalid',
  about: '/about',
  guide: '/guide/components',
  'guide-en': '/en/guide/components',
  missing: '/missing',
  fault: '/fault',
};
