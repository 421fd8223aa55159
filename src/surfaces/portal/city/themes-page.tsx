import {
  type Card,
  type FacetValue,
  type FoundCards,
  type RequiredItem,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import { cityTexts } from '../../../locales/city.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Badge, Breadcrumbs, Empty, href, Icon, LinkButton, Page, Pager, type Visit } from '../../components/index.ts';
import { DatasetRow, themeName } from '../search/dataset-row.tsx';
import { FeedLink } from './feed-link.tsx';

/** All themes with a sentence each and how many datasets they have. */
export function ThemesPage({ visit, counts }: { visit: Visit; counts: readonly FacetValue[] }) {
  const texts = cityTexts[visit.language].themes;
  const countOf = (code: string) => counts.find((one) => one.value === code)?.count ?? 0;
  const codes = Object.keys(THEMES).sort((one, other) => countOf(other) - countOf(one));
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      <ul class="plain theme-list">
        {codes.map((code) => {
          const count = countOf(code);
          return (
            <li key={code}>
              <h2>
                <a class="theme-link" href={href(visit, `/themes/${code}`)}>
                  {themeName(code, visit.language)}
                </a>
              </h2>
              <p>{texts.sentences[code]}</p>
              <p class="soft small figures">
                {count > 0 ? portalTexts[visit.language].counts.datasets(count) : texts.none}
              </p>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

/** An item of a required list, and the published dataset that answers it. */
export interface RequiredOfTheme {
  readonly item: RequiredItem;
  readonly slug: string | null;
}

export interface ThemeView {
  readonly code: string;
  readonly found: FoundCards;
  /** Items of required lists on this theme, those of every holder left out. */
  readonly required: readonly RequiredOfTheme[];
}

/** A theme: what it is about, its datasets, what the law asks to open. */
export function ThemePage({ visit, view }: { visit: Visit; view: ThemeView }) {
  const texts = cityTexts[visit.language].themes;
  const { code, found } = view;
  const name = themeName(code, visit.language);
  const feed = `/themes/${code}/feed.atom`;
  return (
    <Page
      visit={visit}
      title={name}
      description={texts.sentences[code]}
      head={<link rel="alternate" type="application/atom+xml" href={feed} title={name} />}
    >
      <Breadcrumbs language={visit.language} items={[{ label: texts.title, href: href(visit, '/themes') }]} />
      <h1>{name}</h1>
      <p class="lead page-lead">{texts.sentences[code]}</p>
      {found.total === 0 ? (
        <Empty title={texts.emptyTitle}>
          <p>{texts.emptyText}</p>
          <p>
            <LinkButton href={href(visit, `/messages/new?kind=proposal&q=${encodeURIComponent(name)}`)}>
              {texts.propose}
            </LinkButton>
          </p>
        </Empty>
      ) : (
        <section aria-labelledby="theme-datasets">
          <h2 id="theme-datasets">{portalTexts[visit.language].counts.datasets(found.total)}</h2>
          <CardList visit={visit} found={found} path={`/themes/${code}`} />
        </section>
      )}
      <RequiredItems visit={visit} view={view} />
      <FeedLink visit={visit} path={feed} label={texts.feed} />
    </Page>
  );
}

/** One page of datasets with links to the others. `path` of the page without the language. */
export function CardList(props: { visit: Visit; found: FoundCards; path: string }) {
  const { visit, found, path } = props;
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  return (
    <>
      <ul class="plain dataset-list">
        {found.items.map((card: Card) => (
          <DatasetRow key={card.datasetId} card={card} visit={visit} />
        ))}
      </ul>
      <Pager
        visit={visit}
        page={found.page}
        pages={pages}
        hrefFor={(page) => href(visit, path) + (page > 1 ? `?page=${page}` : '')}
      />
    </>
  );
}

/** What resolution 835 names for local government, and what of it is here. */
function RequiredItems({ visit, view }: { visit: Visit; view: ThemeView }) {
  const texts = cityTexts[visit.language].themes;
  const { required } = view;
  if (required.length === 0) return null;
  const open = required.filter(({ slug }) => slug !== null).length;
  return (
    <section class="required" aria-labelledby="required-title">
      <h2 id="required-title">{texts.requiredTitle}</h2>
      <p>{texts.required(required.length, open)}</p>
      <details>
        <summary>
          <Icon name="next" turn />
          {texts.requiredShow}
        </summary>
        <ol class="required-list" lang="uk">
          {required.map(({ item, slug }) => {
            return (
              <li key={item.line} value={item.number}>
                {slug ? (
                  <>
                    <a href={href(visit, `/datasets/${slug}`)}>{item.name}</a>{' '}
                    <Badge kind="good">{texts.published}</Badge>
                  </>
                ) : (
                  item.name
                )}
              </li>
            );
          })}
        </ol>
      </details>
    </section>
  );
}
