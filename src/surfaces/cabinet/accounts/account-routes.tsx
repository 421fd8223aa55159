import { Hono } from 'hono';
import {
  changePassword,
  endOtherSessions,
  endSession,
  factorsOf,
  listSessions,
  listUnits,
} from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { AccountPage } from './account-page.tsx';
import {
  addressOf,
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  isSecure,
  type PageContext,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from './posted-form.ts';

/** `/cabinet/account`: the person's own password and sessions. */
export function ownAccountRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/account', signedInOnly, (c) => showAccount(c, EMPTY_FORM));
  routes.post('/cabinet/account/password', signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const values = await readForm(c);
    const { currentPassword = '', newPassword = '' } = values;
    const input = { currentPassword, newPassword, address: addressOf(c), secure: isSecure(visit) };
    const changed = await attempt(changePassword(visit.ctx, c.req.raw.headers, input));
    if (!changed.done) return await showAccount(c, { values, error: changed.error });
    c.header('set-cookie', changed.value.cookie, { append: true });
    return goTo(c, '/cabinet/account?done=password');
  });
  routes.post('/cabinet/account/sessions', signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const { end = '' } = await readForm(c);
    if (end === 'others') await endOtherSessions(ctx, c.req.raw.headers);
    else await endSession(ctx, c.req.raw.headers, end);
    return goTo(c, '/cabinet/account?done=ended');
  });
  return routes;
}

async function showAccount(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const units = await listUnits(visit.ctx);
  const sessions = await listSessions(visit.ctx, c.req.raw.headers);
  const { totp, passkeys } = await factorsOf(visit.ctx, visit.person?.id ?? '');
  const hasFactor = totp || passkeys > 0;
  const done = visit.query.get('done');
  return show(
    c,
    <AccountPage visit={visit} units={units} sessions={sessions} hasFactor={hasFactor} form={form} done={done} />,
    form.error,
  );
}
