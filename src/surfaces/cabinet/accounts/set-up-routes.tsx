import { Hono } from 'hono';
import { DEFAULT_COLOUR, setUp, setUpState, signIn } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { chosenColour } from './colour-offer.tsx';
import {
  attempt,
  clientOf,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  setCookies,
  show,
  smallForms,
} from './posted-form.ts';
import { SetUpPage } from './set-up-page.tsx';

/** `/setup`: once, on an empty system. Afterwards it leads to the desk. */
export function setUpRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/setup', (c) => showSetUp(c, EMPTY_FORM));
  routes.post('/setup', smallForms, async (c) => {
    const state = await setUpState(c.get('visit').ctx);
    if (state === 'done') return goTo(c, '/cabinet');
    if (state === 'peopled' && c.get('visit').person === null) return goTo(c, '/sign-in?next=/setup');
    return await doSetUp(c, state === 'peopled', await readForm(c));
  });
  return routes;
}

async function showSetUp(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const state = await setUpState(visit.ctx);
  if (state === 'done') return goTo(c, '/cabinet');
  if (state === 'peopled' && visit.person === null) return goTo(c, '/sign-in?next=/setup');
  return show(c, <SetUpPage visit={visit} form={form} peopled={state === 'peopled'} />, form.error);
}

async function doSetUp(c: PageContext, peopled: boolean, posted: Posted): Promise<Response> {
  const visit = c.get('visit');
  const values: Posted & { colour: string } = { ...posted, colour: chosenColour(posted) ?? DEFAULT_COLOUR };
  const { communityName = '', edrpou = '', katottg = '', colour } = values;
  const { personName: name = '', email = '', password = '' } = values;
  const community = { name: communityName, edrpou, katottg, colour };
  const made = await attempt(
    setUp(visit.ctx, { community, administrator: peopled ? null : { name, email, password } }),
  );
  if (!made.done) {
    // somebody else was quicker: nothing to fill in any more
    if (made.error.code === 'already-set-up') return goTo(c, '/sign-in');
    return await showSetUp(c, { values, error: made.error });
  }
  if (!peopled) {
    const { cookies } = await signIn(visit.ctx, { email, password, ...clientOf(c), headers: c.req.raw.headers });
    setCookies(c, cookies);
  }
  return goTo(c, '/cabinet');
}
