import { Hono } from 'hono';
import {
  addPasskey,
  askNewPasskey,
  askPasskey,
  type PasskeyQuestion,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from '../../../capabilities/accounts/index.ts';
import { HTTP_STATUS } from '../../../kernel/errors.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  clientOf,
  goTo,
  isSecure,
  nextPath,
  type PageContext,
  readForm,
  setCookies,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { showCodes, withPassword } from './factors-forms.tsx';
import { FACTORS } from './paths.ts';
import { showSignIn } from './sign-in-view.tsx';

/** Passkeys: one's own, and signing in by them. The questions are JSON for the script, the answers ordinary forms. */
export function passkeyRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.post('/sign-in/passkey/question', smallForms, async (c) =>
    giveQuestion(c, await askPasskey(c.get('visit').ctx, siteOf(c))),
  );
  routes.post('/sign-in/passkey', smallForms, enter);
  routes.post(`${FACTORS}/passkeys/question`, signedInOnly, smallForms, askNew);
  routes.post(`${FACTORS}/passkeys`, signedInOnly, smallForms, add);
  routes.post(`${FACTORS}/passkeys/:id/name`, signedInOnly, smallForms, rename);
  routes.post(`${FACTORS}/passkeys/:id/remove`, signedInOnly, smallForms, remove);
  return routes;
}

const siteOf = (c: PageContext) => {
  const visit = c.get('visit');
  return { origin: visit.origin, secure: isSecure(visit) };
};

function giveQuestion(c: PageContext, question: PasskeyQuestion): Response {
  setCookies(c, question.cookies);
  c.header('cache-control', 'no-store');
  return c.json(question.options);
}

async function enter(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const next = nextPath(values.next);
  const input = { ...clientOf(c), ...siteOf(c), response: values.response ?? '' };
  const done = await attempt(signInByPasskey(visit.ctx, c.req.raw.headers, input));
  if (!done.done) {
    return await showSignIn(c, { values: {}, error: done.error }, next);
  }
  setCookies(c, done.value.cookies);
  return goTo(c, next);
}

async function askNew(c: PageContext): Promise<Response> {
  const password = (await readForm(c))['password-passkey'] ?? '';
  const asked = await attempt(askNewPasskey(c.get('visit').ctx, c.req.raw.headers, { ...siteOf(c), password }));
  // the script then sends the form itself, and the page says what is wrong
  if (!asked.done) return c.json({ error: asked.error.code }, HTTP_STATUS[asked.error.kind]);
  return giveQuestion(c, asked.value);
}

function add(c: PageContext): Promise<Response> {
  const { ctx, language } = c.get('visit');
  const { addedNotice } = signingInTexts[language].passkeys;
  return withPassword(
    c,
    'passkey',
    (password, { name = '', response = '' }) =>
      addPasskey(ctx, c.req.raw.headers, { ...siteOf(c), password, name, response }),
    ({ codes }) => (codes.length > 0 ? showCodes(c, codes, addedNotice) : goTo(c, `${FACTORS}?done=passkey-added`)),
  );
}

async function rename(c: PageContext): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const name = (await readForm(c))[`name-${id}`] ?? '';
  await renamePasskey(c.get('visit').ctx, c.req.raw.headers, { ...siteOf(c), id, name });
  return goTo(c, `${FACTORS}?done=passkey-renamed`);
}

function remove(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const id = c.req.param('id') ?? '';
  return withPassword(
    c,
    id,
    (password) => removePasskey(ctx, c.req.raw.headers, { ...siteOf(c), id, password }),
    () => goTo(c, `${FACTORS}?done=passkey-removed`),
  );
}
