import type { Card } from '../../../capabilities/catalog/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Badge, href, KeyValues, LinkButton, Page, type Visit } from '../../components/index.ts';
import { searchHref } from '../search/search-address.ts';
import { DatasetBreadcrumbs } from './dataset-breadcrumbs.tsx';

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
