import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import { type BoardRow, waitingDatasets } from '../../../capabilities/catalog/index.ts';
import { dataTasksQuestion, type Message, waitingMessagesQuestion } from '../../../capabilities/community/index.ts';
import { openReportsQuestion } from '../../../capabilities/exposure/index.ts';
import { type FileInHand, filesInHandQuestion } from '../../../capabilities/ingest/index.ts';
import { type OwnPart, ownRequired } from '../../../capabilities/mandates/index.ts';
import { overdueOrders } from '../../../capabilities/orders/index.ts';
import { ownDecisionsQuestion } from '../../../capabilities/people/index.ts';
import { dueReviewsQuestion } from '../../../capabilities/privacy/index.ts';
import { type ReviewWork, reviewWorkQuestion } from '../../../capabilities/review/index.ts';
import { type FailedLoad, failedLoadsQuestion } from '../../../capabilities/sources/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import { askTogether, nothing } from '../../../platform/database/ask-together.ts';
import { href, type Visit } from '../../components/index.ts';
import { datasetItem } from './dataset-items.ts';
import { workOf } from './dataset-work.ts';
import { decisionItem } from './decision-items.ts';
import { type DeskItem, inOrder } from './desk-item.ts';
import type { DeskData, MoreWork } from './desk-page.tsx';
import { loadItem } from './load-items.ts';
import { messageItem } from './message-items.ts';
import { orderItem } from './order-items.ts';
import { privacyItems } from './privacy-items.ts';
import { requiredItems } from './required-items.ts';
import { reviewItems } from './review-items.ts';
import { taskItem } from './task-items.ts';

/** Datasets with a day among the lines, and as many without one; who has more works from the board. */
const MOST_DATASETS = 30;
/** Messages among the lines; the rest is one line more. */
const MOST_MESSAGES = 10;
/** Errors to mend. */
const MOST_TASKS = 20;
/** Submissions to decide on, and as many that came back. */
const MOST_SUBMISSIONS = 20;

/** Of nobody's: a desk without a person has no decisions. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What one source of work gives the desk. */
interface Work {
  readonly items: readonly DeskItem[];
  readonly more: readonly MoreWork[];
}

/** All that waits for this person. Each source is asked once; none is asked for what the person may not see. */
export async function loadDesk(visit: Visit): Promise<DeskData> {
  const { ctx } = visit;
  const { files, loads, tasks, review, decisions, restrictions, reports, waiting } = await askTogether(ctx, {
    files: await filesInHandQuestion(ctx, MOST_DATASETS),
    loads: failedLoadsQuestion,
    tasks: await dataTasksQuestion(ctx, MOST_TASKS),
    review: await reviewWorkQuestion(ctx, MOST_SUBMISSIONS),
    restrictions: await dueReviewsQuestion(ctx, MOST_TASKS),
    reports: await openReportsQuestion(ctx, MOST_TASKS),
    decisions: ownDecisionsQuestion(visit.person?.id ?? NOBODY),
    waiting: (await waitingMessagesQuestion(ctx, MOST_MESSAGES)) ?? nothing,
  });
  const [datasets, required, orders] = await Promise.all([
    lookOver(visit, files, loads),
    ownRequired(ctx),
    orderWork(visit),
  ]);
  const messages = messageWork(visit, waiting);
  const mending = { items: tasks.map((task) => taskItem(visit, task)), more: [] };
  const decided = { items: decisions.map((one) => decisionItem(visit, one)), more: [] };
  const restricted = { items: await privacyItems(visit, { due: restrictions, reports }), more: [] };
  const own = [datasetWork(visit, datasets, review), messages, mending, decided, restricted];
  const all: Work[] = [...own, submissionWork(visit, review), orders];
  if (required) all.push(requiredWork(visit, required));
  const { counts } = datasets.waiting;
  return {
    items: inOrder(all.flatMap(({ items }) => items)),
    more: all.flatMap(({ more }) => more),
    published: counts.states.published ?? 0,
    drafts: counts.states.draft ?? 0,
    late: counts.terms.late,
    required: required && { present: required.counts.present, applicable: required.counts.applicable },
  };
}

/** Who answers for the whole community is told of what nobody must publish yet. */
function requiredWork(visit: Visit, part: OwnPart): Work {
  const words = deskTexts[visit.language].required.unassigned;
  const { unassigned } = part.counts;
  const path = href(visit, '/cabinet/city/required/duties');
  const more = part.whole && unassigned > 0 ? [{ words: words(unassigned), path }] : [];
  return { items: requiredItems(visit, part), more };
}

async function lookOver({ ctx }: Visit, files: readonly FileInHand[], loads: readonly FailedLoad[]) {
  // rows come only of what the person may edit: a trouble without a row is not theirs
  const ids = [...files, ...loads].map(({ datasetId }) => datasetId);
  return { files, loads, waiting: await waitingDatasets(ctx, ids, MOST_DATASETS) };
}

/** What lies with a reviewer is nothing to do; what came back has a line of its own. */
function datasetWork(visit: Visit, looked: Awaited<ReturnType<typeof lookOver>>, review: ReviewWork): Work {
  const { files, loads, waiting } = looked;
  const now = visit.ctx.clock.now();
  const elsewhere = new Set([...review.handedOver, ...review.cameBack.map(({ datasetId }) => datasetId)]);
  const handedOver = new Set(review.handedOver);
  const items = waiting.items.flatMap((row) => {
    const work = workOf(row, files, now);
    const ofAuthor = work?.reason === 'draft' || work?.reason === 'new-file';
    // an update that lies with the reviewer is late there, if at all
    const ofTerm = work?.reason === 'late' || work?.reason === 'soon';
    const hidden = (ofAuthor && elsewhere.has(row.id)) || (ofTerm && handedOver.has(row.id));
    return work && !hidden ? [datasetItem(visit, work)] : [];
  });
  const titles = new Map(waiting.items.map(({ id, title }) => [id, title]));
  const troubled = loads.flatMap((load) => {
    const title = titles.get(load.datasetId);
    return title === undefined ? [] : [loadItem(visit, load, title)];
  });
  const today = dayOf(now);
  const isLate = ({ state, dueOn }: BoardRow) => state === 'published' && dueOn !== null && dueOn < today;
  const hidden = waiting.counts.terms.late - waiting.items.filter(isLate).length;
  const words = deskTexts[visit.language].moreLate;
  return {
    items: [...items, ...troubled],
    more: hidden > 0 ? [{ words: words(hidden), path: href(visit, '/cabinet/board?term=late') }] : [],
  };
}

/** Orders whose grace is over, for those who keep the papers of the community. */
async function orderWork(visit: Visit): Promise<Work> {
  if (!mayAnywhere(visit.person?.appointments ?? [], 'city.manage')) return { items: [], more: [] };
  const late = await overdueOrders(visit.ctx);
  return { items: late.map((order) => orderItem(visit, order)), more: [] };
}

function messageWork(visit: Visit, waiting: Paged<Message> | null): Work {
  const { items, total } = waiting ?? { items: [], total: 0 };
  const more = total - items.length;
  const words = staffMessagesTexts[visit.language].desk.more;
  return {
    items: items.map((message) => messageItem(visit, message)),
    more: more > 0 ? [{ words: words(more), path: href(visit, '/cabinet/messages') }] : [],
  };
}

function submissionWork(visit: Visit, work: ReviewWork): Work {
  const more = work.toDecideTotal - work.toDecide.length;
  const words = deskTexts[visit.language].review.more;
  return {
    items: reviewItems(visit, work),
    more: more > 0 ? [{ words: words(more), path: href(visit, '/cabinet/review') }] : [],
  };
}
