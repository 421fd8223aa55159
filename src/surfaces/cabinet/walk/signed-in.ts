import type { MiddlewareHandler } from 'hono';
import type { Person } from '../../../capabilities/accounts/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { href, type SurfaceEnv, type Visit } from '../../components/index.ts';

/** A visit of somebody who signed in; others are asked to (`signed-out`). Rights are asked by the capabilities. */
export function signedIn(visit: Visit): Visit & { readonly person: Person } {
  const { person } = visit;
  if (!person) {
    throw new RequestError('signed-out', 'signed-out', {
      uk: 'Увійдіть, щоб працювати в кабінеті.',
      en: 'Sign in to work in the cabinet.',
    });
  }
  return { ...visit, person };
}

/**
 * Sends visitors of a page to sign in and back to it afterwards, with its query. What scripts ask for and what is sent by forms is refused
 * by `signedIn`: there is no page to come back to.
 */
export const askToSignIn: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  const visit = c.get('visit');
  if (visit.person !== null || c.req.method !== 'GET' || visit.path.endsWith('.json')) return await next();
  const query = visit.query.toString();
  const here = query === '' ? visit.path : `${visit.path}?${query}`;
  c.header('cache-control', 'no-store');
  return c.redirect(href(visit, `/sign-in?next=${encodeURIComponent(here)}`), 303);
};
