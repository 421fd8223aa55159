import { z } from 'zod';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { isWorkingDay } from '../../../language/working-days.ts';
import type { Context } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../notices/index.ts';
import { listCourses } from './keep-courses.ts';
import { trainingShareOn } from './look-at-training.ts';
import { selectAttendance, selectSessions } from './session-store.ts';
import type { TrainingState } from './training-rules.ts';

/** Days before the end of the first months, and before a course ceases to count, at which a person is told. */
const AHEAD = 30;
const LINK = '/cabinet/city/training';

/** Which reminder a person is owed today; each `once` holds for that term. Null: none. */
export function trainingReminder(
  state: Pick<TrainingState, 'valid' | 'lapsedOn' | 'owedBy'>,
  today: string,
): { kind: 'training.due' | 'training.lapses'; dueOn: string; once: string } | null {
  const { valid, lapsedOn, owedBy } = state;
  if (valid !== null) {
    const { until } = valid;
    if (until === null || addDays(today, AHEAD) < until) return null;
    return { kind: 'training.lapses', dueOn: until, once: until };
  }
  const dueOn = lapsedOn ?? owedBy;
  if (addDays(today, AHEAD) < dueOn) return null;
  // a month later it is told again, while the course is still owed
  return { kind: 'training.due', dueOn, once: `${dueOn} ${dueOn > today ? 'ahead' : today.slice(0, 7)}` };
}

async function tellOfTomorrow(ctx: Context, today: string): Promise<void> {
  const tomorrow = addDays(today, 1);
  const sessions = (await selectSessions(ctx.db, tomorrow, addDays(today, 3))).filter(
    ({ state }) => state === 'planned',
  );
  const lists = await selectAttendance(
    ctx.db,
    sessions.map(({ id }) => id),
  );
  for (const { id, topic, on, place } of sessions) {
    const people = lists.filter(({ sessionId }) => sessionId === id).map(({ personId }) => personId);
    const facts = { dueOn: on, ...(place === '' ? {} : { reason: place }) };
    const subject = { kind: 'session', id, name: topic };
    await notify(ctx, { to: { people }, kind: 'training.soon', subject, link: LINK, facts, once: on });
  }
}

/** On working days: a course that is due or soon ceases to count, and a training one is signed up for. */
export const remindOfTrainingJob = defineJob({
  name: 'people.remind-of-training',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    const { people } = await trainingShareOn(ctx, today);
    const offered = (await listCourses(ctx)).find(({ closedOn }) => closedOn === null)?.title ?? 'Відкриті дані';
    for (const state of people) {
      const reminder = trainingReminder(state, today);
      if (!reminder) continue;
      const { kind, dueOn, once } = reminder;
      const subject = { kind: 'training', id: state.personId, name: state.valid?.course.title ?? offered };
      await notify(ctx, { to: { people: [state.personId] }, kind, subject, link: LINK, facts: { dueOn }, once });
    }
    await tellOfTomorrow(ctx, today);
  },
});
