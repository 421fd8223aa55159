import { type DatasetPromise, standingOf } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import {
  Badge,
  Breadcrumbs,
  Empty,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  Markdown,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { FeedLink } from '../city/feed-link.tsx';
import { themeName } from '../search/dataset-row.tsx';
import { PromiseBadge, PromiseRow } from './promise-row.tsx';

/** The page of a dataset that is promised: what, by whom, until when, and whether the term has passed. */
export function PromisePage({ visit, promise }: { visit: Visit; promise: DatasetPromise }) {
  const { language } = visit;
  const texts = promisesTexts[language];
  const standing = standingOf(promise, visit.ctx.clock.now());
  const feed = `/datasets/${promise.slug}/feed.atom`;
  const dropped = promise.state === 'dropped';
  return (
    <Page
      visit={visit}
      title={promise.title}
      description={promise.description.slice(0, 200)}
      head={
        dropped ? (
          <meta name="robots" content="noindex" />
        ) : (
          <link rel="alternate" type="application/atom+xml" href={feed} title={promise.title} />
        )
      }
    >
      <div class="stack-l">
        <Breadcrumbs
          language={language}
          items={[
            { label: portalTexts[language].search.title, href: href(visit, '/datasets') },
            { label: texts.title, href: href(visit, '/promised') },
          ]}
        />
        <div class="stack">
          <p>
            <Badge kind={dropped ? 'attention' : 'info'}>{dropped ? texts.dropped : texts.badge}</Badge>
          </p>
          <h1 lang="uk">{promise.title}</h1>
          <div class="lead" lang="uk">
            <Markdown text={promise.description} />
          </div>
        </div>
        {standing.kind === 'overdue' ? (
          <Notice kind="attention" title={texts.overdue(standing.days)} language={language}>
            {texts.overdueText}
          </Notice>
        ) : (
          <Notice kind="info" language={language}>
            {dropped ? texts.droppedText : texts.notYet}
          </Notice>
        )}
        <KeyValues items={factsOf(visit, promise)} />
        {!dropped && <FeedLink visit={visit} path={feed} label={texts.follow} />}
        <p>
          <LinkButton
            href={href(visit, `/messages/new?${new URLSearchParams({ kind: 'question', q: promise.title })}`)}
          >
            {texts.ask}
          </LinkButton>
        </p>
      </div>
    </Page>
  );
}

/** What is known of a promise; what there is not is not told. */
function factsOf(visit: Visit, promise: DatasetPromise): KeyValue[] {
  const { language } = visit;
  const texts = promisesTexts[language];
  const dropped = promise.state === 'dropped';
  const facts: KeyValue[] = [];
  if (dropped) facts.push([texts.reason, promise.reason]);
  else facts.push([texts.term, <Term key="term" visit={visit} promise={promise} />]);
  if (promise.firstDueOn !== promise.dueOn) facts.push([texts.firstTerm, dayInWords(promise.firstDueOn, language)]);
  facts.push(
    [
      texts.unit,
      <a key="unit" href={href(visit, `/units/${promise.unit.slug}`)}>
        {promise.unit.name}
      </a>,
    ],
    [texts.made, dayInWords(new Date(promise.madeAt), language)],
  );
  if (promise.themes.length > 0) {
    facts.push([texts.themes, promise.themes.map((code) => themeName(code, language)).join(', ')]);
  }
  return facts;
}

function Term({ visit, promise }: { visit: Visit; promise: DatasetPromise }) {
  return (
    <>
      {promisesTexts[visit.language].by(promise.dueOn)} <PromiseBadge visit={visit} promise={promise} />
    </>
  );
}

/** All that is promised, and what was promised and is done. */
export function PromisedPage(props: {
  visit: Visit;
  open: readonly DatasetPromise[];
  kept: readonly DatasetPromise[];
}) {
  const { visit, open, kept } = props;
  const texts = promisesTexts[visit.language];
  return (
    <Page
      visit={visit}
      title={texts.pageTitle}
      description={texts.lead}
      head={<link rel="alternate" type="application/atom+xml" href="/promised/feed.atom" title={texts.pageTitle} />}
    >
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.pageTitle}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {open.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneLead}</p>
            <p>
              <LinkButton href={href(visit, '/messages/new?kind=proposal')}>{texts.propose}</LinkButton>
            </p>
          </Empty>
        ) : (
          <ul class="plain dataset-list">
            {open.map((promise) => (
              <PromiseRow key={promise.datasetId} visit={visit} promise={promise} level={2} />
            ))}
          </ul>
        )}
        {kept.length > 0 && (
          <section aria-labelledby="kept" class="stack">
            <h2 id="kept">{texts.kept}</h2>
            <ul class="plain dataset-list">
              {kept.map((promise) => (
                <PromiseRow key={promise.datasetId} visit={visit} promise={promise} brief />
              ))}
            </ul>
          </section>
        )}
        <FeedLink visit={visit} path="/promised/feed.atom" label={texts.followAll} />
      </div>
    </Page>
  );
}
