import type { Card } from '../../../capabilities/catalog/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Badge, Breadcrumbs, href, KeyValues, LinkButton, Page, type Visit } from '../../components/index.ts';
import { DatasetTable } from '../explorer/dataset-table.tsx';
import { searchHref } from '../search/search-address.ts';
import { firstSentence } from '../words.tsx';
import { Downloads, FactStrip, OldVersionNotice, ResourceChoice, SuspendedNotice } from './dataset-head.tsx';
import { ApiPart, Part, ReusePart, StructurePart, VersionsPart } from './dataset-parts.tsx';
import type { DatasetView } from './dataset-view.ts';
import { partAddresses, schemaOrgDataset } from './passport-elements.ts';
import { PassportPart } from './passport-part.tsx';

/** A dataset: what it is, how fresh, take it away, look at it; then passport, structure, versions, API, terms. */
export function DatasetPage({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language];
  const { card, old } = view;
  const passport = old?.passport ?? card.passport;
  const title = old ? texts.versions.heading(passport.title, old.number) : passport.title;
  return (
    <Page
      visit={visit}
      title={title}
      description={firstSentence(passport.description, 300)}
      head={<DatasetHeadTags visit={visit} view={view} title={title} />}
    >
      <article class="dataset">
        <div class="dataset-head">
          <DatasetBreadcrumbs visit={visit} card={card} />
          <h1 lang={passport.language}>{title}</h1>
          <p class="lead" lang={passport.language}>
            {firstSentence(passport.description, 260)}
          </p>
          <OldVersionNotice visit={visit} view={view} />
          <SuspendedNotice visit={visit} view={view} />
          <FactStrip visit={visit} view={view} />
        </div>
        <nav class="anchors no-print" aria-label={texts.dataset.parts}>
          <ul>
            {partsOf(visit).map(([id, label]) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section id="table" class="dataset-data no-print" aria-label={texts.dataset.data}>
          <ResourceChoice visit={visit} view={view} />
          <Downloads visit={visit} view={view} />
          <DatasetTable visit={visit} view={view} />
        </section>
        <Part id="about" title={texts.dataset.about}>
          <PassportPart visit={visit} view={view} />
        </Part>
        <Part id="structure" title={texts.dataset.structure}>
          <StructurePart visit={visit} view={view} />
        </Part>
        <Part id="versions" title={texts.dataset.versions}>
          <VersionsPart visit={visit} view={view} />
        </Part>
        <Part id="api" title={texts.dataset.api}>
          <ApiPart visit={visit} view={view} />
        </Part>
        <Part id="reuse" title={texts.dataset.reuse}>
          <ReusePart visit={visit} view={view} />
        </Part>
      </article>
    </Page>
  );
}

function partsOf(visit: Visit): [id: string, label: string][] {
  const texts = portalTexts[visit.language].dataset;
  return [
    ['table', texts.data],
    ['about', texts.about],
    ['structure', texts.structure],
    ['versions', texts.versions],
    ['api', texts.api],
    ['reuse', texts.reuse],
  ];
}

function DatasetBreadcrumbs({ visit, card }: { visit: Visit; card: Card }) {
  return (
    <Breadcrumbs
      language={visit.language}
      items={[
        { label: portalTexts[visit.language].search.title, href: href(visit, '/datasets') },
        { label: card.unit.name, href: searchHref(visit, { unit: card.unit.slug }) },
      ]}
    />
  );
}

/** Open Graph, the canonical address, machine-readable twins, schema.org. */
function DatasetHeadTags({ visit, view, title }: { visit: Visit; view: DatasetView; title: string }) {
  const { card } = view;
  const addresses = partAddresses(card, visit.origin);
  // A data block is never executed, so it needs no permission of the CSP; `<` is escaped so that no text can close the element.
  const facts = JSON.stringify(schemaOrgDataset(card, visit.origin, visit.language)).replaceAll('<', '\\u003c');
  return (
    <>
      <link rel="canonical" href={view.old ? addresses.version(view.old.number) : addresses.dataset} />
      <link rel="alternate" type="application/json" href={addresses.passport} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={firstSentence(card.passport.description, 300)} />
      <meta property="og:url" content={addresses.dataset} />
      <meta property="og:site_name" content={visit.profile?.name} />
      <meta property="og:locale" content={visit.language === 'uk' ? 'uk_UA' : 'en_GB'} />
      {!view.old && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: facts }} />}
    </>
  );
}

/** Withdrawn: the page says what was here, why it is gone and by which order. */
export function TombstonePage({ visit, card }: { visit: Visit; card: Card }) {
  const texts = portalTexts[visit.language].dataset;
  const { closure } = card;
  return (
    <Page
      visit={visit}
      title={`${texts.withdrawnTitle}: ${card.passport.title}`}
      head={<meta name="robots" content="noindex" />}
    >
      <div class="stack-l">
        <div class="tombstone-head">
          <DatasetBreadcrumbs visit={visit} card={card} />
          <p>
            <Badge kind="attention">{texts.withdrawnTitle}</Badge>
          </p>
          <h1 lang={card.passport.language}>{card.passport.title}</h1>
          {closure && <p class="lead">{texts.withdrawnText(dayOf(new Date(closure.at)))}</p>}
        </div>
        <KeyValues
          items={[
            [texts.reason, closure?.reason],
            [texts.order, closure?.order],
            [texts.unit, <a href={href(visit, `/units/${card.unit.slug}`)}>{card.unit.name}</a>],
            [portalTexts[visit.language].passport.number, card.number],
            [
              portalTexts[visit.language].passport.firstPublished,
              dayInWords(new Date(card.firstPublishedAt), visit.language),
            ],
          ]}
        />
        <p>
          <LinkButton href={searchHref(visit, { unit: card.unit.slug })}>{texts.otherOfUnit}</LinkButton>
        </p>
      </div>
    </Page>
  );
}
