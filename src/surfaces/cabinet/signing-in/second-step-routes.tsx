import { Hono } from 'hono';
import {
  beginTotp,
  confirmTotp,
  factorsOf,
  finishByCode,
  renewRecoveryCodes,
  turnOffTotp,
  waitingStep,
  waitingTotp,
} from '../../../capabilities/accounts/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { RequestError as Refused } from '../../../kernel/errors.ts';
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
  type Posted,
  readForm,
  setCookies,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { FACTORS, FactorsPage } from './factors-page.tsx';
import { SecondStepPage } from './second-step-page.tsx';
import { RecoveryCodesPage, TotpPage } from './totp-page.tsx';

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

async function showFactors(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const factors = await factorsOf(visit.ctx, visit.person?.id ?? '');
  const done = visit.query.get('done');
  return show(c, <FactorsPage visit={visit} factors={factors} form={form} done={done} />, form.error);
}

/** The fault of the password stands at the form that asked it. */
function atForm(error: RequestError, deed: string): RequestError {
  const fields = error.fields.map((fault) =>
    fault.field === 'password' ? { ...fault, field: `password-${deed}` } : fault,
  );
  return new Refused(error.kind, error.code, error.text, fields);
}

/** Does what the password was asked for; shows the page again where it was not right. */
async function withPassword<T>(
  c: PageContext,
  deed: string,
  doIt: (password: string) => Promise<T>,
  then: (value: T) => Response | Promise<Response>,
): Promise<Response> {
  const values: Posted = await readForm(c);
  const done = await attempt(doIt(values[`password-${deed}`] ?? ''));
  if (!done.done) return await showFactors(c, { values: {}, error: atForm(done.error, deed) });
  return await then(done.value);
}

function begin(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const start = (password: string) => beginTotp(ctx, c.req.raw.headers, password);
  return withPassword(c, 'begin', start, () => goTo(c, `${FACTORS}/phone`));
}

async function showKey(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const shown = await waitingTotp(visit.ctx, c.req.raw.headers);
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

function showCodes(c: PageContext, codes: readonly string[], happened: string | null): Response {
  return show(c, <RecoveryCodesPage visit={c.get('visit')} codes={codes} happened={happened} />);
}
