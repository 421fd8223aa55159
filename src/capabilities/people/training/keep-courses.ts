import { dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { functionsOf, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noSuchThing, refuseFaults } from '../refusals.ts';
import { addressFaults, lineFaults, numberFaults, tidy } from '../typed.ts';
import type { Course, CourseWish } from './course.ts';
import { putCourse, selectCourses } from './course-store.ts';

/** All courses, those offered first. Open to those who read the internal part. */
export async function listCourses(ctx: Context): Promise<Course[]> {
  await permit(ctx, 'dataset.view-internal');
  return once(ctx, 'people.courses', () => selectCourses(ctx.db));
}

/** Adds a course, or changes the one of that id. Throws `forbidden`, `not-found`, `invalid` (title, address, hours, validMonths). */
export function saveCourse(ctx: Context, id: string | null, typed: CourseWish): Promise<Course> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const wish = tidyWish(typed);
    refuseFaults([
      ...lineFaults('title', wish.title),
      ...addressFaults('address', wish.address),
      ...numberFaults('hours', wish.hours, 1, 999),
      ...numberFaults('validMonths', wish.validMonths, 1, 120),
    ]);
    const before = id === null ? null : await findCourse(inner, id);
    const now = inner.clock.now();
    const course: Course = { id: before?.id ?? newId(now.getTime()), ...wish, closedOn: before?.closedOn ?? null };
    await putCourse(inner.db, course, now);
    await record(inner, {
      deed: before ? 'course.changed' : 'course.added',
      subject: { kind: 'course', id: course.id, name: course.title },
      ...(before ? { before: factsOf(before) } : {}),
      after: factsOf(course),
    });
    return course;
  });
}

/** Ends or takes up again the offer of a course; what was taken still counts. Throws `forbidden`, `not-found`. */
export function offerCourse(ctx: Context, id: string, offered: boolean): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const course = await findCourse(inner, id);
    const now = inner.clock.now();
    const closedOn = offered ? null : dayOf(now);
    await putCourse(inner.db, { ...course, closedOn }, now);
    const subject = { kind: 'course', id, name: course.title };
    await record(inner, { deed: 'course.changed', subject, after: { offered } });
  });
}

/** A course by its id. Throws `not-found`. */
export async function findCourse(ctx: Context, id: string): Promise<Course> {
  const course = isId(id) ? (await selectCourses(ctx.db)).find((one) => one.id === id) : undefined;
  if (!course) throw noSuchThing();
  return course;
}

function tidyWish(typed: CourseWish): CourseWish {
  return {
    title: tidy(typed.title),
    provider: tidy(typed.provider),
    address: typed.address.trim(),
    hours: typed.hours,
    functions: functionsOf('responsible').filter((one) => typed.functions.includes(one)),
    validMonths: typed.validMonths,
  };
}

function factsOf({ id: _id, functions, ...facts }: Course) {
  return { ...facts, functions: [...functions] };
}
