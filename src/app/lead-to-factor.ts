import type { MiddlewareHandler } from 'hono';
import { RequestError } from '../kernel/errors.ts';
import { isSafe } from '../platform/http/security.ts';
import { href } from '../surfaces/components/visit.ts';
import type { WebEnv } from './web-env.ts';

/** Where the second step is set up. */
const SET_UP = '/cabinet/account/second-step';
/** What somebody whose second step is due may still do: set it up, or leave. */
const OPEN = /^\/(cabinet\/account\/second-step(\/.*)?|sign-out|sign-in\/return)$/;

/**
 * Somebody whose role has to have the second step of signing in, and whose days for it are over, is led to set it up and can do nothing else:
 * neither see the cabinet, nor change anything, nor see more of the portal than a visitor.
 */
export const leadToFactor: MiddlewareHandler<WebEnv> = async (c, next) => {
  const visit = c.get('visit');
  const due = visit.factorDueAt;
  if (!due || due.getTime() > visit.ctx.clock.now().getTime() || OPEN.test(visit.path)) return await next();
  if (!isSafe(c.req.method)) throw factorDue();
  if (visit.path.startsWith('/cabinet')) return c.redirect(href(visit, `${SET_UP}?due=now`), 303);
  c.set('visit', { ...visit, person: null, ctx: { ...visit.ctx, actor: { kind: 'visitor' } } });
  return await next();
};

function factorDue(): RequestError {
  return new RequestError('forbidden', 'second-step-due', {
    uk: 'Для вашої ролі потрібен другий крок входу. Налаштуйте його на сторінці «Мій запис», і все запрацює.',
    en: 'Your role needs the second step of signing in. Set it up on the page “My account”, and everything will work.',
  });
}
