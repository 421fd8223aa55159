import type { ComponentChildren } from 'preact';
import { messagesTexts } from '../../../locales/messages.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { href, Page, Tabs, type Visit } from '../../components/index.ts';
import { DatasetTable } from '../explorer/dataset-table.tsx';
import { HiddenNotice } from '../exposure/hidden-notice.tsx';
import { ReportLink } from '../exposure/report-link.tsx';
import { MessagesPart } from '../messages/messages-part.tsx';
import { firstSentence } from '../words.tsx';
import { DatasetBreadcrumbs } from './dataset-breadcrumbs.tsx';
import {
  ArchivedNotice,
  Downloads,
  EmptyVersionNotice,
  FactStrip,
  OldVersionNotice,
  ResourceChoice,
  SuspendedNotice,
} from './dataset-head.tsx';
import { DatasetHeadTags } from './dataset-head-tags.tsx';
import { ApiPart, Part, ReusePart } from './dataset-parts.tsx';
import { type DatasetPart, type DatasetView, partHref } from './dataset-view.ts';
import { PassportPart } from './passport-part.tsx';
import { RelatedPart } from './related-part.tsx';
import { StructurePart } from './structure-part.tsx';
import { VersionsPart } from './versions-part.tsx';

/** Letters of a title beyond which it is set smaller, so that the first screen keeps room for the data. */
const LONG_TITLE = 90;

/** A dataset: what it is, how fresh, take it away, look at it; then passport, structure, versions, API, feedback, terms. */
export function DatasetPage({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language];
  const { card } = view;
  const passport = view.old?.passport ?? card.passport;
  const title = titleOf(visit, view);
  return (
    <Page
      visit={visit}
      title={title}
      description={firstSentence(passport.description, 300)}
      head={<DatasetHeadTags visit={visit} view={view} title={title} />}
      islands={view.table ? ['explorer'] : []}
    >
      <article class="dataset">
        <div class="dataset-head">
          <DatasetBreadcrumbs visit={visit} card={card} />
          <h1 lang={passport.language} class={title.length > LONG_TITLE ? 'long-title' : undefined}>
            {title}
          </h1>
          <p class="lead" lang={passport.language}>
            {firstSentence(passport.description, 260)}
          </p>
          <OldVersionNotice visit={visit} view={view} />
          <SuspendedNotice visit={visit} view={view} />
          <ArchivedNotice visit={visit} view={view} />
          <HiddenNotice visit={visit} resources={view.resources} />
          <EmptyVersionNotice visit={visit} view={view} />
          <FactStrip visit={visit} view={view} />
        </div>
        <nav class="anchors no-print" aria-label={texts.dataset.parts}>
          <ul>
            <li>
              <a href="#table">{texts.dataset.data}</a>
            </li>
            {SECTIONS.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name(visit)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section id="table" class="dataset-data no-print" aria-label={texts.dataset.data}>
          <ResourceChoice visit={visit} view={view} />
          <Downloads visit={visit} view={view} />
          <DatasetTable visit={visit} view={view} />
          <ReportLink visit={visit} card={card} />
        </section>
        {SECTIONS.map(({ id, part, title: name, content }) => (
          <Part key={id} id={id} title={name(visit)} href={part && partHref(visit, view, part)}>
            {content({ visit, view })}
          </Part>
        ))}
        <RelatedPart visit={visit} view={view} />
      </article>
    </Page>
  );
}

interface Section {
  readonly id: string;
  /** Where the part has an address of its own. */
  readonly part: DatasetPart | null;
  title(visit: Visit): string;
  content(props: { visit: Visit; view: DatasetView }): ComponentChildren;
}

const words = (visit: Visit) => portalTexts[visit.language].dataset;

/** The parts below the table, in their order. */
const SECTIONS: readonly Section[] = [
  { id: 'about', part: 'passport', title: (visit) => words(visit).about, content: PassportPart },
  { id: 'structure', part: 'structure', title: (visit) => words(visit).structure, content: StructurePart },
  { id: 'versions', part: 'versions', title: (visit) => words(visit).versions, content: VersionsPart },
  { id: 'api', part: 'api', title: (visit) => words(visit).api, content: ApiPart },
  {
    id: 'feedback',
    part: 'feedback',
    title: ({ language }) => messagesTexts[language].part.title,
    content: ({ visit, view }) => (
      <>
        <MessagesPart visit={visit} slug={view.card.slug} messages={view.messages} />
        <ReportLink visit={visit} card={view.card} />
      </>
    ),
  },
  { id: 'reuse', part: null, title: (visit) => words(visit).reuse, content: ReusePart },
];

function titleOf(visit: Visit, { card, old }: DatasetView): string {
  const { title } = (old ?? card).passport;
  return old ? portalTexts[visit.language].versions.heading(title, old.number) : title;
}

/** True where the part exists, so that it can have an address. */
export function hasPart(part: DatasetPart): boolean {
  return SECTIONS.some((one) => one.part === part);
}

/** One part of a dataset at its own address, the other parts beside it; the passport has a page of its own (`PassportPage`). */
export function DatasetPartPage(props: { visit: Visit; view: DatasetView; part: DatasetPart }) {
  const { visit, view, part } = props;
  const section = SECTIONS.find((one) => one.part === part);
  if (!section) return null;
  const { passport } = view.card;
  const title = section.title(visit);
  return (
    <Page visit={visit} title={`${title}: ${passport.title}`}>
      <article class="dataset">
        <div class="dataset-head">
          <DatasetBreadcrumbs visit={visit} card={view.card} />
          <h1 lang={passport.language} class={passport.title.length > LONG_TITLE ? 'long-title' : undefined}>
            {passport.title}
          </h1>
          <PartTabs visit={visit} view={view} part={part} />
        </div>
        <section class="part-alone" aria-labelledby="part-title">
          <h2 id="part-title">{title}</h2>
          {(part === 'structure' || part === 'api') && <ResourceChoice visit={visit} view={view} part={part} />}
          {part === 'versions' ? <VersionsPart visit={visit} view={view} all /> : section.content({ visit, view })}
        </section>
      </article>
    </Page>
  );
}

/** The dataset's page and the pages of its parts. */
function PartTabs({ visit, view, part }: { visit: Visit; view: DatasetView; part: DatasetPart }) {
  const parts = SECTIONS.flatMap(({ part: one, title }) => {
    const address = one && partHref(visit, view, one);
    return address ? [{ label: title(visit), href: address, current: one === part }] : [];
  });
  const data = { label: words(visit).data, href: href(visit, `/datasets/${view.card.slug}`) };
  return (
    <div class="no-print">
      <Tabs label={words(visit).parts} items={[data, ...parts]} />
    </div>
  );
}
