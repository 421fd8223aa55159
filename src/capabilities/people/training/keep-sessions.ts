import { randomBytes } from 'node:crypto';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findPerson, may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { notify } from '../../notices/index.ts';
import { noSuchThing, refuseFaults, sessionDecided } from '../refusals.ts';
import { dayFaults, lineFaults, numberFaults, tidy } from '../typed.ts';
import type { Attendance, Session, SessionWish, Training } from './course.ts';
import { deleteTrainingsOfSession, putTrainings } from './course-store.ts';
import { findCourse } from './keep-courses.ts';
import { tellRemoved, tellTaken } from './record-training.ts';
import { putAttendance, putSession, selectAttendance, selectSession, takeBackComing } from './session-store.ts';

/** Letters and digits nobody mistakes for each other when they are read from a wall. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A new code of a training: six signs, to be typed where a phone reads no picture. */
function newCode(): string {
  return [...randomBytes(6)].map((byte) => LETTERS[byte % LETTERS.length] ?? 'A').join('');
}

/** Plans a training, or changes the one of that id. Throws `forbidden`, `not-found`, `invalid` (topic, on, at, seats). */
export function saveSession(ctx: Context, id: string | null, typed: SessionWish): Promise<Session> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const wish = tidyWish(typed);
    refuseFaults([
      ...lineFaults('topic', wish.topic),
      ...dayFaults('on', wish.on),
      ...numberFaults('seats', wish.seats, 1, 10_000),
      ...timeFaults(wish.at),
    ]);
    if (wish.courseId !== null) await findCourse(inner, wish.courseId);
    const before = id === null ? null : await lockSession(inner, id);
    const now = inner.clock.now();
    const rest = before ?? { id: newId(now.getTime()), code: newCode(), state: 'planned' as const };
    const session: Session = { id: rest.id, code: rest.code, state: rest.state, ...wish };
    await putSession(inner.db, session, now);
    const subject = { kind: 'session', id: session.id, name: session.topic };
    await record(inner, { deed: before ? 'session.changed' : 'session.planned', subject, after: { on: session.on } });
    return session;
  });
}

/** Calls a training to come off; those who had signed up are told. Throws `forbidden`, `not-found`, `conflict` (held, or called off already). */
export function cancelSession(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const session = await lockSession(inner, id);
    if (session.state !== 'planned') throw sessionDecided();
    await putSession(inner.db, { ...session, state: 'cancelled' }, inner.clock.now());
    const subject = { kind: 'session', id, name: session.topic };
    await record(inner, { deed: 'session.cancelled', subject, after: { on: session.on } });
    const people = (await selectAttendance(inner.db, [id])).map(({ personId }) => personId);
    const facts = { dueOn: session.on };
    const kind = 'training.cancelled';
    await notify(inner, { to: { people }, kind, subject, link: '/cabinet/city/training', facts });
  });
}

/** The training of that id with its list, for whoever keeps it or is on it. Throws `not-found`, `forbidden`. */
export async function openSession(
  ctx: Context,
  id: string,
): Promise<{ session: Session; attendance: readonly Attendance[]; mayKeep: boolean }> {
  await permit(ctx, 'dataset.view-internal');
  const session = isId(id) ? await selectSession(ctx.db, id) : null;
  if (!session) throw noSuchThing();
  const mayKeep = await may(ctx, 'city.manage', null);
  const attendance = await selectAttendance(ctx.db, [id]);
  return { session, attendance, mayKeep };
}

/**
 * Ticks who came, as the whole list; with that the training was held. Where it counts as a course, coming is having taken it, and being taken off
 * the list is not. Throws `forbidden`, `not-found`, `conflict` (called off), `invalid` (people).
 */
export function tickList(ctx: Context, id: string, personIds: readonly string[]): Promise<number> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const session = await lockSession(inner, id);
    if (session.state === 'cancelled') throw sessionDecided();
    if (session.on > dayOf(inner.clock.now())) refuseFaults([notYet()]);
    const came: Attendance[] = [];
    for (const personId of new Set(personIds)) {
      const person = await findPerson(inner, personId);
      if (person) came.push({ sessionId: id, personId, personName: person.name, state: 'came', how: 'list' });
    }
    const now = inner.clock.now();
    const kept = came.map(({ personId }) => personId);
    await takeBackComing(inner.db, id, kept);
    for (const training of await deleteTrainingsOfSession(inner.db, id, kept))
      await tellRemoved(inner, training, (await findCourse(inner, training.courseId)).title);
    await putSession(inner.db, { ...session, state: 'held' }, now);
    await noteComing(inner, session, came);
    const subject = { kind: 'session', id, name: session.topic };
    await record(inner, { deed: 'session.held', subject, after: { on: session.on, came: came.length } });
    return came.length;
  });
}

/** Puts those who came on the list, and notes the course where the training counts as one. */
export async function noteComing(ctx: Context, session: Session, came: readonly Attendance[]): Promise<void> {
  const now = ctx.clock.now();
  const known = await selectAttendance(ctx.db, [session.id]);
  await putAttendance(ctx.db, came, now);
  if (session.courseId === null) return;
  const course = await findCourse(ctx, session.courseId);
  const fresh = came.filter(({ personId }) => !known.some((one) => one.personId === personId && one.state === 'came'));
  const trainings = fresh.map(
    ({ personId, personName }): Training => ({
      id: newId(now.getTime()),
      personId,
      personName,
      courseId: course.id,
      sessionId: session.id,
      on: session.on,
      result: '',
      certificate: null,
    }),
  );
  await putTrainings(ctx.db, trainings, { name: 'name' in ctx.actor ? ctx.actor.name : '', at: now });
  for (const training of trainings) await tellTaken(ctx, training, course.title);
}

/** The training, nobody else's to change until the transaction ends. Throws `not-found`. */
export async function lockSession(ctx: Context, id: string): Promise<Session> {
  const session = isId(id) ? await selectSession(ctx.db, id, true) : null;
  if (!session) throw noSuchThing();
  return session;
}

function tidyWish(typed: SessionWish): SessionWish {
  const { courseId, on, seats } = typed;
  const short = (text: string) => tidy(text).slice(0, 300);
  return {
    topic: tidy(typed.topic),
    courseId,
    audience: short(typed.audience),
    trainer: short(typed.trainer),
    place: short(typed.place),
    on: on as Day,
    at: typed.at.trim(),
    seats,
  };
}

function timeFaults(at: string) {
  if (at === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return [];
  return [{ field: 'at', text: { uk: 'Напишіть час так: 14:00.', en: 'Write the time like this: 14:00.' } }];
}

const notYet = () => ({
  field: 'people',
  text: {
    uk: 'Навчання ще не було. Позначте присутніх у його день.',
    en: 'It has not been held yet. Tick the list on its day.',
  },
});
