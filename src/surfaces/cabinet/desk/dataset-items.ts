import { dayOf, daysBetween } from '../../../kernel/dates.ts';
import { dayInWords, relativeTime } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type StateKind, type Visit } from '../../components/index.ts';
import type { DatasetWork } from './dataset-work.ts';
import type { DeskItem } from './desk-item.ts';

const TONES: Record<DatasetWork['reason'], StateKind> = {
  late: 'error',
  refused: 'error',
  soon: 'attention',
  review: 'attention',
  'new-file': 'info',
  draft: 'info',
  working: 'info',
};

/** A dataset that waits, as a line of the desk. */
export function datasetItem(visit: Visit, work: DatasetWork): DeskItem {
  const texts = deskTexts[visit.language];
  const base = `/cabinet/datasets/${work.row.id}`;
  return {
    key: work.row.id,
    deed: texts.deeds[work.deed],
    title: work.row.title,
    path: href(visit, base),
    badge: { kind: TONES[work.reason], words: termInWords(visit, work) },
    dueOn: work.dueOn,
    since: work.since,
    button: { label: texts.buttons[work.deed], path: href(visit, work.path) },
    ...(work.deed === 'update' ? { quick: { label: texts.unchanged, action: href(visit, `${base}/unchanged`) } } : {}),
  };
}

function termInWords(visit: Visit, { reason, dueOn, since }: DatasetWork): string {
  const texts = deskTexts[visit.language].terms;
  const now = visit.ctx.clock.now();
  const ago = relativeTime(since, now, visit.language);
  if (reason === 'refused') return texts.refused(ago);
  if (reason === 'draft') return texts.draft(ago);
  if (reason === 'new-file') return texts.newFile(ago);
  if (reason === 'working' || dueOn === null) return texts.working;
  const day = dayInWords(dueOn, visit.language);
  if (reason === 'review') return texts.review(day);
  const left = daysBetween(dayOf(now), dueOn);
  if (left === 0) return texts.today;
  return left < 0 ? texts.late(-left, day) : texts.soon(left, day);
}
