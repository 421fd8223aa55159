import { personId } from '../../../kernel/actor.ts';
import { addDays, addMonths, type Day, dayOf } from '../../../kernel/dates.ts';
import type { Context } from '../../../platform/context.ts';
import { may, permit, reachOf, responsibleOn } from '../../accounts/index.ts';
import type { Attendance, Course, Session, Training } from './course.ts';
import { selectTrainings } from './course-store.ts';
import { listCourses } from './keep-courses.ts';
import { selectSchedule } from './session-store.ts';
import { type TrainingShare, type TrainingState, trainingShare } from './training-rules.ts';

/** How training stands on a day: the share over all, and the people the asker may see. */
export interface TrainingView {
  readonly share: TrainingShare;
  /** Those of `share.people` whose units the asker looks after; the asker themself among them. */
  readonly people: readonly TrainingState[];
  readonly courses: readonly Course[];
  /** The asker's own, the newest first. */
  readonly own: readonly Training[];
  readonly mayKeep: boolean;
}

/** The share of responsible persons with a course that counts, counted anew for that day. Needs `dataset.view-internal`. */
export async function trainingShareOn(ctx: Context, day: Day): Promise<TrainingShare> {
  const courses = await listCourses(ctx);
  const trainings = await selectTrainings(ctx.db, day);
  return trainingShare(day, await responsibleOn(ctx, day), trainings, courses);
}

/** All that the page of training shows of a day. Needs `dataset.view-internal`. */
export async function lookAtTraining(ctx: Context, day: Day): Promise<TrainingView> {
  const courses = await listCourses(ctx);
  const trainings = await selectTrainings(ctx.db, day);
  const share = trainingShare(day, await responsibleOn(ctx, day), trainings, courses);
  const reach = await reachOf(ctx, 'appointment.manage');
  const me = personId(ctx.actor);
  const units = reach === 'all' ? null : new Set(reach.unitIds);
  const seen = (one: TrainingState) => units === null || one.personId === me || one.unitIds.some((id) => units.has(id));
  return {
    share,
    people: share.people.filter(seen),
    courses,
    own: trainings.filter((one) => one.personId === me),
    mayKeep: await may(ctx, 'city.manage', null),
  };
}

/** Courses noted lately, the newest first: to look a certificate up, or take a mistake back. Needs `city.manage`. */
export async function notedTrainings(ctx: Context, most: number): Promise<Training[]> {
  await permit(ctx, 'city.manage', null);
  return (await selectTrainings(ctx.db, dayOf(ctx.clock.now()))).slice(0, most);
}

/** A training of the schedule with how many are on its list. */
export interface ScheduledSession extends Session {
  readonly signed: number;
  readonly came: number;
  /** How the asker stands on its list; null: not on it. */
  readonly mine: Attendance['state'] | null;
}

/** A quarter by its first day. */
export function quarterOf(day: Day): { first: Day; last: Day; year: number; number: number } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const number = Math.floor((month - 1) / 3) + 1;
  const first = `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`;
  return { first, last: addDays(addMonths(first, 3), -1), year, number };
}

/** Trainings between two days, the soonest first. Needs `dataset.view-internal`. */
export async function trainingSchedule(ctx: Context, from: Day, to: Day): Promise<ScheduledSession[]> {
  await permit(ctx, 'dataset.view-internal');
  return selectSchedule(ctx.db, from, to, personId(ctx.actor));
}
