import { type BriefDataset, briefDatasets } from '../../../capabilities/catalog/index.ts';
import type { DueReview } from '../../../capabilities/privacy/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { relativeDay } from '../../../language/dates.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** Restrictions whose day of review has come, a line a dataset. The datasets are asked only where there are any. */
export async function privacyItems(visit: Visit, due: readonly DueReview[]): Promise<DeskItem[]> {
  if (due.length === 0) return [];
  const named = await briefDatasets(
    visit.ctx,
    due.map(({ datasetId }) => datasetId),
  );
  return due.flatMap((one) => {
    const dataset = named.get(one.datasetId);
    return dataset ? [itemOf(visit, one, dataset)] : [];
  });
}

function itemOf(visit: Visit, { datasetId, reviewOn, columns }: DueReview, { title }: BriefDataset): DeskItem {
  const texts = privacyTexts[visit.language].desk;
  const today = dayOf(visit.ctx.clock.now());
  const path = href(visit, `/cabinet/datasets/${datasetId}/privacy`);
  return {
    key: `privacy ${datasetId}`,
    deed: texts.deed(columns.length),
    title,
    path,
    badge: { kind: 'attention', words: relativeDay(reviewOn, today, visit.language) },
    dueOn: reviewOn,
    since: new Date(`${reviewOn}T00:00:00Z`),
    button: { label: texts.button, path },
  };
}
