import { waitingDatasets } from '../../../capabilities/catalog/index.ts';
import { messagesToAnswer } from '../../../capabilities/community/index.ts';
import { filesInHand } from '../../../capabilities/ingest/index.ts';
import { newestSubmissions, waitingForReview } from '../../../capabilities/review/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import { href, type Visit } from '../../components/index.ts';
import { datasetItem } from './dataset-items.ts';
import { workOf } from './dataset-work.ts';
import { type DeskItem, inOrder } from './desk-item.ts';
import type { DeskData, MoreWork } from './desk-page.tsx';
import { messageItem } from './message-items.ts';
import { ofSubmission, reviewItem } from './review-items.ts';

/** Datasets with a day among the lines, and as many without one; who has more works from the board. */
const MOST_DATASETS = 30;
/** Messages among the lines; the rest is one line more. */
const MOST_MESSAGES = 10;

const MOST_REVIEWS = 10;

/** What one source of work gives the desk. */
interface Work {
  readonly items: readonly DeskItem[];
  readonly more: readonly MoreWork[];
}

/** All that waits for this person. Each source is asked once; none is asked for what the person may not see. */
export async function loadDesk(visit: Visit): Promise<DeskData> {
  const [datasets, ...others] = await Promise.all([datasetWork(visit), messageWork(visit), reviewWork(visit)]);
  const all: readonly Work[] = [datasets, ...others];
  const { counts } = datasets;
  return {
    items: inOrder(all.flatMap(({ items }) => items)),
    more: all.flatMap(({ more }) => more),
    published: counts.states.published ?? 0,
    drafts: counts.states.draft ?? 0,
    late: counts.terms.late,
  };
}

async function datasetWork(visit: Visit) {
  const { ctx } = visit;
  const files = await filesInHand(ctx, MOST_DATASETS);
  const waiting = await waitingDatasets(
    ctx,
    files.map(({ datasetId }) => datasetId),
    MOST_DATASETS,
  );
  const now = ctx.clock.now();
  const submissions = await newestSubmissions(
    ctx,
    waiting.items.map(({ id }) => id),
  );
  const items = waiting.items.flatMap((row) => {
    const work = workOf(row, files, now);
    const submission = submissions.get(row.id);
    return work ? (ofSubmission(visit, datasetItem(visit, work), submission) ?? []) : [];
  });
  const shown = waiting.items.filter(
    ({ dueOn, state }) => state === 'published' && dueOn !== null && dueOn < dayOf(now),
  );
  const hidden = waiting.counts.terms.late - shown.length;
  const words = deskTexts[visit.language].moreLate;
  const more = hidden > 0 ? [{ words: words(hidden), path: href(visit, '/cabinet/board?term=late') }] : [];
  return { items, more, counts: waiting.counts };
}

async function messageWork(visit: Visit): Promise<Work> {
  const { items, total } = await messagesToAnswer(visit.ctx, MOST_MESSAGES);
  const more = total - items.length;
  const words = staffMessagesTexts[visit.language].desk.more;
  return {
    items: items.map((message) => messageItem(visit, message)),
    more: more > 0 ? [{ words: words(more), path: href(visit, '/cabinet/messages') }] : [],
  };
}

async function reviewWork(visit: Visit): Promise<Work> {
  const { items, total } = await waitingForReview(visit.ctx, {}, { page: 1, size: MOST_REVIEWS });
  const more = total - items.length;
  const words = reviewTexts[visit.language].desk.more;
  return {
    items: items.map((waiting) => reviewItem(visit, waiting)),
    more: more > 0 ? [{ words: words(more), path: href(visit, '/cabinet/review') }] : [],
  };
}
