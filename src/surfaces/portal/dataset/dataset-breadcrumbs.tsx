import type { Card } from '../../../capabilities/catalog/index.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Breadcrumbs, href, type Visit } from '../../components/index.ts';

/** The way to a dataset: all datasets, its publisher; `within` adds the dataset itself, for a page of one of its parts. */
export function DatasetBreadcrumbs({ visit, card, within }: { visit: Visit; card: Card; within?: boolean }) {
  return (
    <Breadcrumbs
      language={visit.language}
      items={[
        { label: portalTexts[visit.language].search.title, href: href(visit, '/datasets') },
        { label: card.unit.name, href: href(visit, `/units/${card.unit.slug}`) },
        ...(within ? [{ label: card.passport.title, href: href(visit, `/datasets/${card.slug}`) }] : []),
      ]}
    />
  );
}
