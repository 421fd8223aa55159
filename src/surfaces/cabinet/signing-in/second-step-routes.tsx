import { Hono } from 'hono';
import {
  beginTotp,
  confirmTotp,
  finishByCode,
  renewRecoveryCodes,
  turnOffTotp,
  waitingStep,
  waitingTotp,
} from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  clientOf,
  EMPTY_FORM,
  type FormState,
  goTo,
  nextPath,
  type PageContext,
  readForm,
  setCookies,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { showCodes, showFactors, withPassword } from './factors-forms.tsx';
import { FACTORS } from './paths.ts';
import { SecondStepPage } from './second-step-page.tsx';
import { TotpPage } from './totp-page.tsx';

/** `/sign-in/code`: the second step; `/cabinet/account/second-step`: one's own phone and recovery codes. */
export function secondStepRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/sign-in/code', (c) => showStep(c, EMPTY_FORM, nextPath(c.get('visit').query.get('next'))));
  routes.post('/sign-in/code', smallForms, finishStep);
  routes.get(FACTORS, signedInOnly, (c) => showFactors(c, EMPTY_FORM));
  routes.post(`${FACTORS}/begin`, signedInOnly, smallForms, begin);
  routes.get(`${FACTORS}/phone`, signedInOnly, (c) => showKey(c, EMPTY_FORM));
  routes.post(`${FACTORS}/confirm`, signedInOnly, smallForms, confirm);
  routes.post(`${FACTORS}/off`, signedInOnly, smallForms, turnOff);
  routes.post(`${FACTORS}/recovery`, signedInOnly, smallForms, renew);
  return routes;
}

async function showStep(c: PageContext, form: FormState, next: string): Promise<Response> {
  const visit = c.get('visit');
  const waiting = await waitingStep(visit.ctx, c.req.raw.headers);
  if (waiting === null) return goTo(c, '/sign-in?done=step-over');
  return show(c, <SecondStepPage visit={visit} form={form} factors={waiting.factors} next={next} />, form.error);
}

async function finishStep(c: PageContext): Promise<Response> {
  const values = await readForm(c);
  const next = nextPath(values.next);
  const { code = '', recovery = '', kind } = values;
  const input = { ...clientOf(c), code: kind === 'recovery' ? recovery : code };
  const done = await attempt(finishByCode(c.get('visit').ctx, c.req.raw.headers, input));
  if (!done.done) return await showStep(c, { values, error: done.error }, next);
  setCookies(c, done.value.cookies);
  return goTo(c, next);
}

function begin(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const start = (password: string) => beginTotp(ctx, c.req.raw.headers, password);
  return withPassword(c, 'begin', start, () => goTo(c, `${FACTORS}/phone`));
}

async function showKey(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const shown = await waitingTotp(visit.ctx, c.req.raw.headers, new URL(visit.origin).hostname);
  if (shown === null) return goTo(c, FACTORS);
  return show(c, <TotpPage visit={visit} shown={shown} form={form} />, form.error);
}

async function confirm(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const input = { ...clientOf(c), code: values.code ?? '' };
  const done = await attempt(confirmTotp(visit.ctx, c.req.raw.headers, input));
  if (!done.done) return await showKey(c, { values, error: done.error });
  setCookies(c, done.value.cookies);
  return showCodes(c, done.value.codes, signingInTexts[visit.language].recovery.codesOn);
}

function turnOff(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const stop = (password: string) => turnOffTotp(ctx, c.req.raw.headers, password);
  return withPassword(c, 'off', stop, () => goTo(c, `${FACTORS}?done=off`));
}

function renew(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const make = (password: string) => renewRecoveryCodes(ctx, c.req.raw.headers, password);
  return withPassword(c, 'recovery', make, (codes) => showCodes(c, codes, null));
}
