import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { signedOut } from '../refusals.ts';
import { authentication } from './authentication.ts';
import { cookieOnly } from './request-headers.ts';
import type { SessionView } from './requests.ts';

async function ownSessions(ctx: Context, headers: Headers) {
  const auth = await authentication(ctx);
  const current = await auth.api.getSession({ headers: cookieOnly(headers) });
  if (current === null) throw signedOut();
  const { internalAdapter } = await auth.$context;
  const all = await internalAdapter.listSessions(current.user.id);
  const now = Date.now();
  return {
    internalAdapter,
    user: current.user,
    current: current.session,
    all: all.filter((each) => each.expiresAt.getTime() > now),
  };
}

/** The open sessions of the person of these headers, the present one first, then by when they were last seen. */
export async function listSessions(ctx: Context, headers: Headers): Promise<SessionView[]> {
  const { all, current } = await ownSessions(ctx, headers);
  return all
    .map((session) => ({
      id: session.id,
      userAgent: session.userAgent ?? '',
      address: session.ipAddress ?? '',
      startedAt: session.createdAt,
      seenAt: session.updatedAt,
      current: session.id === current.id,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current) || b.seenAt.getTime() - a.seenAt.getTime());
}

/** Ends one of the person's own sessions; one that is over already is no fault. */
export function endSession(ctx: Context, headers: Headers, sessionId: string): Promise<void> {
  return endSessions(ctx, headers, (session) => session.id === sessionId);
}

/** Ends all the person's sessions but the one that asks. */
export function endOtherSessions(ctx: Context, headers: Headers): Promise<void> {
  return endSessions(ctx, headers, (session, currentId) => session.id !== currentId);
}

async function endSessions(
  ctx: Context,
  headers: Headers,
  chosen: (session: { id: string }, currentId: string) => boolean,
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { all, current, internalAdapter, user } = await ownSessions(inner, headers);
    const ending = all.filter((session) => chosen(session, current.id));
    for (const session of ending) await internalAdapter.deleteSession(session.token);
    if (ending.length === 0) return;
    const subject = { kind: 'person', id: user.id, name: user.name };
    await record(inner, { deed: 'person.sessions-ended', subject, after: { sessions: ending.length } });
  });
}
