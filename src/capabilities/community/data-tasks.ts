import { z } from 'zod';
import { refuseFaults } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { may, permit, reachOf } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { notify, settleNotices } from '../notices/index.ts';
import type { Message } from './message.ts';
import { replyFaults, tidyText } from './message-rules.ts';
import { selectMessage } from './message-store.ts';
import { noMessage, noTask } from './refusals.ts';
import { subjectOf } from './subject-of-message.ts';
import type { DataTask } from './task.ts';
import { closeTasks, insertTask, openTasks, selectTaskOf } from './task-store.ts';

/** A confirmed error becomes a task of those who mend the dataset. Part of `confirmError`, in its transaction. */
export async function openTask(ctx: Context, message: Message): Promise<void> {
  const { dataset, id: messageId, number, unitId, place } = message;
  if (!dataset) return;
  const openedAt = ctx.clock.now();
  const { id, title } = dataset;
  const task = {
    id: newId(openedAt.getTime()),
    messageId,
    dataset: { id, title },
    unitId,
    place,
    openedAt,
    closed: null,
  };
  if (!(await insertTask(ctx.db, task))) return;
  await notify(ctx, {
    to: { deed: 'dataset.edit', place: unitId === null ? null : { id, unitId } },
    kind: 'message.task',
    subject: { kind: 'task', id: messageId, name: title },
    link: `/cabinet/messages/${messageId}`,
    facts: { reason: [`№ ${number}`, place.row, place.column].filter(Boolean).join(', ') },
  });
}

/** The error was none after all. Part of `confirmError`, in its transaction. */
export async function dropTask(ctx: Context, messageId: string): Promise<void> {
  await closeTasks(ctx.db, { messageId }, { at: ctx.clock.now(), how: 'mistaken', reason: '' });
  await settleNotices(ctx, messageId, ['message.task']);
}

/** Errors to mend in the datasets the actor may edit, the oldest first; for the desk, asked with other questions. */
export async function dataTasksQuestion(ctx: Context, most = 50): Promise<Question<readonly DataTask[]>> {
  return openTasks(await reachOf(ctx, 'dataset.edit'), most);
}

/** The latest task a message made, or null. Asks no permission: who sees the message sees it. */
export function taskOfMessage(ctx: Context, messageId: string): Promise<DataTask | null> {
  return selectTaskOf(ctx.db, messageId);
}

/** Whether the actor may close the task: those who mend the dataset, and those who answer. */
export async function mayCloseTask(ctx: Context, { dataset, unitId }: DataTask): Promise<boolean> {
  const place = { id: dataset.id, unitId };
  return (await may(ctx, 'dataset.edit', place)) || (await may(ctx, 'message.answer', place));
}

/**
 * Closes a task by hand, with a reason: mended in the source, not an error … Needs `dataset.edit` or `message.answer`. Throws `not-found`,
 * `forbidden`, `invalid` (field `reason`).
 */
export function closeTask(ctx: Context, messageId: string, reason: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const message = isId(messageId) ? await selectMessage(inner.db, messageId) : null;
    if (!message) throw noMessage();
    const task = await selectTaskOf(inner.db, messageId);
    if (!task || task.closed) throw noTask();
    if (!(await mayCloseTask(inner, task)))
      await permit(inner, 'dataset.edit', { id: task.dataset.id, unitId: task.unitId });
    const words = tidyText(reason);
    refuseFaults(replyFaults('reason', words));
    await closeTasks(inner.db, { messageId }, { at: inner.clock.now(), how: 'hand', reason: words });
    await settleNotices(inner, messageId, ['message.task']);
    await record(inner, { deed: 'message.task-closed', subject: subjectOf(message), after: { how: 'hand' } });
  });
}

/** A new version of a dataset is out: its tasks are done. */
export const closeTasksJob = defineJob({
  name: 'community.close-tasks',
  data: z.object({ datasetId: z.string() }),
  handle: (ctx, { datasetId }) =>
    transaction(ctx, async (inner) => {
      const end = { at: inner.clock.now(), how: 'version', reason: '' } as const;
      for (const { messageId } of await closeTasks(inner.db, { datasetId }, end)) {
        await settleNotices(inner, messageId, ['message.task']);
        const message = await selectMessage(inner.db, messageId);
        if (!message) continue;
        await record(inner, { deed: 'message.task-closed', subject: subjectOf(message), after: { how: 'version' } });
      }
    }),
});
