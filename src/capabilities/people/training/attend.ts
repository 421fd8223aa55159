import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { noSeats, noSuchThing, notToday, sessionOver } from '../refusals.ts';
import type { Session } from './course.ts';
import { lockSession, noteComing } from './keep-sessions.ts';
import { deleteAttendance, putAttendance, selectAttendance, selectSessionByCode } from './session-store.ts';

/** The person who acts; programs and the system go to no training. */
function personHere(ctx: Context): { id: string; name: string } {
  if (ctx.actor.kind === 'person' && isId(ctx.actor.id)) return ctx.actor;
  throw new RequestError('signed-out', 'signed-out', {
    uk: 'Увійдіть, щоб записатися на навчання.',
    en: 'Sign in to put yourself down for a training.',
  });
}

/** Puts the person on the list of a training to come. Throws `conflict` (no seats, over), `not-found`. */
export function signUp(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.view-internal');
    const person = personHere(inner);
    const session = await lockSession(inner, id);
    if (session.state !== 'planned' || session.on < dayOf(inner.clock.now())) throw sessionOver();
    const signed = await selectAttendance(inner.db, [id]);
    const here = signed.some(({ personId }) => personId === person.id);
    if (!here && session.seats !== null && signed.length >= session.seats) throw noSeats();
    const mark = { sessionId: id, personId: person.id, personName: person.name, state: 'signed', how: 'self' } as const;
    if (!here) await putAttendance(inner.db, [mark], inner.clock.now());
  });
}

/** Takes the person off the list of a training to come. */
export function signOff(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const person = personHere(inner);
    const session = await lockSession(inner, id);
    if (session.state !== 'planned') throw sessionOver();
    const signed = await selectAttendance(inner.db, [id]);
    if (signed.some((one) => one.personId === person.id && one.state === 'signed')) {
      await deleteAttendance(inner.db, id, person.id);
    }
  });
}

/** The training a code from the wall is of; typed small or with spaces, it is the same code. Throws `not-found`. */
export async function sessionOfCode(ctx: Context, typed: string): Promise<Session> {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const session = code.length === 6 ? await selectSessionByCode(ctx.db, code) : null;
  if (!session) throw noSuchThing();
  return session;
}

/** The person marks themself as come, by the code shown in the room, on the day of the training. Throws `conflict`, `not-found`. */
export function markSelf(ctx: Context, code: string): Promise<Session> {
  return transaction(ctx, async (inner) => {
    const person = personHere(inner);
    const found = await sessionOfCode(inner, code);
    const session = await lockSession(inner, found.id);
    if (session.state === 'cancelled') throw sessionOver();
    if (session.on !== dayOf(inner.clock.now())) throw notToday();
    const mark = {
      sessionId: session.id,
      personId: person.id,
      personName: person.name,
      state: 'came',
      how: 'code',
    } as const;
    await noteComing(inner, session, [mark]);
    return session;
  });
}
