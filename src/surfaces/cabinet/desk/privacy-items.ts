import { type BriefDataset, briefDatasets } from '../../../capabilities/catalog/index.ts';
import type { OpenReport } from '../../../capabilities/exposure/index.ts';
import type { DueReview } from '../../../capabilities/privacy/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { relativeDay } from '../../../language/dates.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** What about personal data and security waits for somebody. */
interface PrivacyWork {
  readonly due: readonly DueReview[];
  readonly reports: readonly OpenReport[];
}

/** Decisions whose day of review has come, and reports of people nobody answered. The datasets are asked only where there are any. */
export async function privacyItems(visit: Visit, { due, reports }: PrivacyWork): Promise<DeskItem[]> {
  if (due.length === 0 && reports.length === 0) return [];
  const ids = [...due, ...reports].map(({ datasetId }) => datasetId);
  const named = await briefDatasets(visit.ctx, [...new Set(ids)]);
  const titled = (datasetId: string, item: (dataset: BriefDataset) => DeskItem) => {
    const dataset = named.get(datasetId);
    return dataset ? [item(dataset)] : [];
  };
  return [
    ...due.flatMap((one) => titled(one.datasetId, (dataset) => reviewItem(visit, one, dataset))),
    ...reports.flatMap((one) => titled(one.datasetId, (dataset) => reportItem(visit, one, dataset))),
  ];
}

function reviewItem(visit: Visit, { datasetId, reviewOn, columns, security }: DueReview, { title }: BriefDataset) {
  const texts = privacyTexts[visit.language].desk;
  const path = href(visit, `/cabinet/datasets/${datasetId}/privacy`);
  return {
    key: `privacy ${datasetId}${security ? ' security' : ''}`,
    deed: security ? texts.security : texts.deed(columns.length),
    title,
    path,
    badge: badgeOf(visit, reviewOn),
    dueOn: reviewOn,
    since: new Date(`${reviewOn}T00:00:00Z`),
    button: { label: texts.button, path },
  } satisfies DeskItem;
}

/** The words of a report are read on its own page only: they may hold what it is about. */
function reportItem(visit: Visit, { id, dueOn, createdAt }: OpenReport, { title }: BriefDataset) {
  const texts = privacyTexts[visit.language].desk;
  const path = href(visit, `/cabinet/exposure/reports/${id}`);
  return {
    key: `report ${id}`,
    deed: texts.report,
    title,
    path,
    badge: badgeOf(visit, dueOn),
    dueOn,
    since: createdAt,
    button: { label: texts.check, path },
    somebodyWaits: true,
  } satisfies DeskItem;
}

function badgeOf(visit: Visit, day: DueReview['reviewOn']): DeskItem['badge'] {
  return { kind: 'attention', words: relativeDay(day, dayOf(visit.ctx.clock.now()), visit.language) };
}
