import { Hono } from 'hono';
import { requestPasswordReset, signIn, signOut } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { showSignIn } from '../signing-in/sign-in-view.tsx';
import {
  addressOf,
  attempt,
  clientOf,
  EMPTY_FORM,
  goTo,
  nextPath,
  type PageContext,
  readForm,
  setCookies,
  show,
  smallForms,
} from './posted-form.ts';
import { resetRoutes } from './reset-routes.tsx';
import { ForgotPage, SignOutPage } from './sign-in-page.tsx';

/** `/sign-in`, `/sign-out`, `/forgot`, `/reset`. */
export function signInRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/sign-in', openSignIn);
  routes.post('/sign-in', smallForms, doSignIn);
  routes.get('/sign-out', (c) => {
    const visit = c.get('visit');
    return visit.person === null ? goTo(c, '/sign-in') : show(c, <SignOutPage visit={visit} />);
  });
  routes.post('/sign-out', smallForms, async (c) => {
    const { cookie } = await signOut(c.get('visit').ctx, c.req.raw.headers);
    c.header('set-cookie', cookie, { append: true });
    return goTo(c, '/sign-in?done=out');
  });
  routes.get('/forgot', (c) => show(c, <ForgotPage visit={c.get('visit')} form={EMPTY_FORM} sent={null} />));
  routes.post('/forgot', smallForms, askReset);
  routes.route('/', resetRoutes());
  return routes;
}

async function openSignIn(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const next = nextPath(visit.query.get('next'));
  if (visit.person !== null) return goTo(c, next);
  return await showSignIn(c, EMPTY_FORM, next, visit.query.get('done'));
}

async function doSignIn(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const next = nextPath(values.next);
  const { email = '', password = '' } = values;
  const input = { email, password, ...clientOf(c), headers: c.req.raw.headers };
  const opened = await attempt(signIn(visit.ctx, input));
  if (!opened.done) return await showSignIn(c, { values, error: opened.error }, next);
  setCookies(c, opened.value.cookies);
  return goTo(c, opened.value.step === 'done' ? next : `/sign-in/code?next=${encodeURIComponent(next)}`);
}

async function askReset(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const { origin, language } = visit;
  const email = values.email?.trim() ?? '';
  const asked = await attempt(requestPasswordReset(visit.ctx, { email, address: addressOf(c), origin, language }));
  const error = asked.done ? null : asked.error;
  return show(c, <ForgotPage visit={visit} form={{ values, error }} sent={asked.done ? email : null} />, error);
}
