import type { Card } from '../../../capabilities/catalog/index.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { href, type Visit } from '../../components/index.ts';

/** «Повідомити про персональні дані»: stands where the data are shown. */
export function ReportLink({ visit, card }: { visit: Visit; card: Pick<Card, 'slug' | 'state'> }) {
  if (card.state !== 'published') return null;
  return (
    <p class="report-link small no-print">
      <a href={href(visit, `/datasets/${card.slug}/personal-data`)} rel="nofollow">
        {exposureTexts[visit.language].link}
      </a>
    </p>
  );
}
