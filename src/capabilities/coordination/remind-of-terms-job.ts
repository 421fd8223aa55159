import { z } from 'zod';
import { type Day, dayOf, daysBetween } from '../../kernel/dates.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../language/working-days.ts';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type BoardRow, lookOverDatasets, SOON_DAYS } from '../catalog/index.ts';
import { type NewNotice, notify } from '../notices/index.ts';
import { newestSubmissions, type Submission } from '../review/index.ts';

const AT_ONCE = 200;
/** Working days past the term after which the head hears of it, and those who look after the whole system. */
const HEAD_AFTER = 3;
const COORDINATOR_AFTER = 10;

type Told = Pick<NewNotice, 'to' | 'kind' | 'once'>;

/** Who is told today of a dataset due on that day. Each `once` holds for that term: found again tomorrow, it is told already. */
export function remindersOf(
  { id, unitId, dueOn }: Pick<BoardRow, 'id' | 'unitId'> & { dueOn: Day },
  today: Day,
): Told[] {
  const place = { id, unitId };
  const keepers = { deed: 'dataset.edit', place } as const;
  if (dueOn >= today) {
    const near = dueOn <= addWorkingDays(today, 1);
    if (!near && daysBetween(today, dueOn) > SOON_DAYS) return [];
    return [{ to: keepers, kind: 'dataset.due-soon', once: near ? `tomorrow ${dueOn}` : `week ${dueOn}` }];
  }
  const late = workingDaysBetween(dueOn, today);
  const told: Told[] = [{ to: keepers, kind: 'dataset.overdue', once: dueOn }];
  if (late >= HEAD_AFTER)
    told.push({ to: { deed: 'dataset.approve', place }, kind: 'dataset.overdue', once: `head ${dueOn}` });
  if (late >= COORDINATOR_AFTER)
    told.push({ to: { deed: 'dataset.coordinate', place: null }, kind: 'dataset.overdue', once: `all ${dueOn}` });
  return told;
}

async function remindOf(ctx: Context, row: BoardRow, today: Day): Promise<void> {
  const { id, title, dueOn } = row;
  if (dueOn === null || row.state !== 'published') return;
  const shared = { subject: { kind: 'dataset', id, name: title }, link: `/cabinet/datasets/${id}`, facts: { dueOn } };
  for (const told of remindersOf({ ...row, dueOn }, today)) await notify(ctx, { ...shared, ...told });
}

/** Datasets that lie with a reviewer: the publisher's clock stands, and the reviewer is told by review of what is late there. */
async function withReviewer(ctx: Context, rows: readonly BoardRow[]): Promise<ReadonlySet<string>> {
  const newest = await newestSubmissions(
    ctx,
    rows.map(({ id }) => id),
  );
  const waits = ({ kind, state }: Submission) => kind === 'before' && state === 'waiting';
  return new Set([...newest.values()].filter(waits).map(({ datasetId }) => datasetId));
}

/** On working days, before the digest: datasets due within a week, due by the next working day, and late ones. */
export const remindOfTermsJob = defineJob({
  name: 'coordination.remind-of-terms',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    for (const term of ['late', 'soon'] as const) {
      for (let page = 1; ; page += 1) {
        const { items } = await lookOverDatasets(ctx, 'dataset.coordinate', { term }, { page, size: AT_ONCE });
        const waiting = await withReviewer(ctx, items);
        for (const row of items) if (!waiting.has(row.id)) await remindOf(ctx, row, today);
        if (items.length < AT_ONCE || ctx.signal.aborted) break;
      }
    }
  },
});
