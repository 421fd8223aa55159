import { Hono } from 'hono';
import {
  comeBack,
  confirmPerson,
  leaveFor,
  openProviders,
  type Purpose,
  RETURN_PATH,
  unlinkProvider,
} from '../../../capabilities/accounts/index.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  clientOf,
  goTo,
  isSecure,
  nextPath,
  type PageContext,
  setCookies,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { withPassword } from './factors-forms.tsx';
import { FACTORS } from './paths.ts';
import { GoToServicePage } from './service-parts.tsx';
import { showSignIn } from './sign-in-view.tsx';

/** `/sign-in/with/…` leads to another service, `/sign-in/return` comes back; one's own services are added and removed on the page of the second step. */
export function serviceRoutes(signInHosts: readonly string[]): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  const reachOf = (c: PageContext) => ({ trustedHosts: signInHosts, signal: c.get('visit').ctx.signal });
  routes.get('/sign-in/with/:id', (c) => leave(c, reachOf(c)));
  routes.get(RETURN_PATH, (c) => arrive(c, reachOf(c)));
  routes.post(`${FACTORS}/services/:id/link`, signedInOnly, smallForms, (c) => link(c, reachOf(c)));
  routes.post(`${FACTORS}/services/:id/unlink`, signedInOnly, smallForms, unlink);
  return routes;
}

type Reach = Parameters<typeof leaveFor>[2];

async function leave(c: PageContext, reach: Reach): Promise<Response> {
  const visit = c.get('visit');
  const token = visit.query.get('token') ?? '';
  const next = nextPath(visit.query.get('next'));
  const purpose: Purpose = token === '' ? { for: 'sign-in' } : { for: 'invitation', token };
  c.header('referrer-policy', 'no-referrer'); // the address may hold an invitation
  const left = await attempt(goAway(c, purpose, next, reach));
  if (!left.done) return await showSignIn(c, { values: {}, error: left.error }, next);
  setCookies(c, [left.value.cookie]);
  c.header('cache-control', 'no-store');
  return c.redirect(left.value.address, 302);
}

function goAway(c: PageContext, purpose: Purpose, next: string, reach: Reach) {
  const visit = c.get('visit');
  const input = {
    providerId: c.req.param('id') ?? '',
    origin: visit.origin,
    next: href(visit, next),
    purpose,
    secure: isSecure(visit),
  };
  return leaveFor(visit.ctx, input, reach);
}

async function arrive(c: PageContext, reach: Reach): Promise<Response> {
  const visit = c.get('visit');
  const input = { ...clientOf(c), query: visit.query, origin: visit.origin };
  c.header('referrer-policy', 'no-referrer');
  const back = await attempt(comeBack(visit.ctx, c.req.raw.headers, input, reach));
  if (!back.done) return await showSignIn(c, { values: {}, error: back.error }, '/cabinet');
  const { signedIn, next } = back.value;
  if (signedIn !== null) setCookies(c, signedIn.cookies);
  if (signedIn?.step !== 'second') return goTo(c, next);
  const [, language = '', rest = ''] = /^(\/en(?=\/|$))?(.*)$/.exec(next) ?? [];
  return goTo(c, `${language}/sign-in/code?next=${encodeURIComponent(rest || '/cabinet')}`);
}

function link(c: PageContext, reach: Reach): Promise<Response> {
  const visit = c.get('visit');
  const { headers } = c.req.raw;
  const id = c.req.param('id') ?? '';
  return withPassword(
    c,
    id,
    async (password) => {
      const person = await confirmPerson(visit.ctx, headers, password);
      return await goAway(c, { for: 'link', personId: person.id }, `${FACTORS}?done=service-added`, reach);
    },
    async ({ address, cookie }) => {
      const service = (await openProviders(visit.ctx)).find((each) => each.id === id);
      if (service === undefined) return goTo(c, FACTORS);
      setCookies(c, [cookie]);
      return show(c, <GoToServicePage visit={visit} service={service} address={address} />);
    },
  );
}

function unlink(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const providerId = c.req.param('id') ?? '';
  return withPassword(
    c,
    providerId,
    (password) => unlinkProvider(ctx, c.req.raw.headers, { providerId, password }),
    () => goTo(c, `${FACTORS}?done=service-removed`),
  );
}
