import { dayInWords } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { href, Page, type Visit } from '../../components/index.ts';
import { DatasetBreadcrumbs } from './dataset-breadcrumbs.tsx';
import type { DatasetView } from './dataset-view.ts';
import { PassportPart } from './passport-part.tsx';
import { StructurePart } from './structure-part.tsx';

/** The passport as a document: every element in the order of resolution 835, then the structure of each table; made to be printed. */
export function PassportPage({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language];
  const { card } = view;
  const { passport } = view.old ?? card;
  return (
    <Page visit={visit} title={`${texts.passport.title}: ${passport.title}`}>
      <article class="passport-page">
        <DatasetBreadcrumbs visit={visit} card={card} within />
        <header class="passport-head">
          <p class="soft">{texts.passport.title}</p>
          <h1 lang={passport.language}>{passport.title}</h1>
        </header>
        <PassportPart visit={visit} view={view} />
        {view.resources
          .filter((resource) => resource.fields.length > 0)
          .map((resource) => (
            <section key={resource.id} class="passport-structure">
              <h2>{texts.structure.caption(resource.title)}</h2>
              <StructurePart visit={visit} view={{ ...view, resource }} />
            </section>
          ))}
        <p class="soft small">
          {texts.passport.drawnOn(dayInWords(visit.ctx.clock.now(), visit.language))}{' '}
          <a href={href(visit, `/datasets/${card.slug}`)}>{texts.dataset.whole}</a>
        </p>
      </article>
    </Page>
  );
}
