import { Hono } from 'hono';
import {
  createPersonalToken,
  createServiceToken,
  isWithinReach,
  listOwnTokens,
  listServiceTokens,
  listUnits,
  type MadeToken,
  type NewToken,
  permit,
  reachOf,
  revokeToken,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { type TokenFormState, TokensPage } from './tokens-page.tsx';

export const OWN = '/cabinet/account/tokens';
export const UNITS = '/cabinet/tokens';

/** «Мої токени» and «Токени підрозділів». A made token is shown in the very answer, and nowhere again. */
export function tokenRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const kind of ['own', 'units'] as const) {
    const path = kind === 'own' ? OWN : UNITS;
    routes.get(path, signedInOnly, (c) => showTokens(c, kind, { ...EMPTY_FORM, scopes: [] }, null));
    routes.post(path, signedInOnly, smallForms, (c) => make(c, kind));
    routes.post(`${path}/:id/revoke`, signedInOnly, smallForms, async (c) => {
      await revokeToken(c.get('visit').ctx, c.req.param('id') ?? '');
      return goTo(c, `${path}?done=revoked`);
    });
  }
  return routes;
}

type Kind = 'own' | 'units';

async function make(c: PageContext, kind: Kind): Promise<Response> {
  const { ctx } = c.get('visit');
  const body = await c.req.parseBody({ all: true });
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const given = body.scopes ?? [];
  const scopes = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string');
  const wanted: NewToken = {
    name: text('name'),
    scopes,
    unitId: text('unitId') || null,
    datasetIds: null,
    days: Number(text('days') || 365),
  };
  const made = await attempt(
    kind === 'own' ? createPersonalToken(ctx, wanted) : createServiceToken(ctx, { ...wanted, unitId: text('unitId') }),
  );
  const values = { name: wanted.name, unitId: text('unitId'), days: text('days') };
  if (!made.done) return showTokens(c, kind, { values, error: made.error, scopes }, null);
  return showTokens(c, kind, { ...EMPTY_FORM, scopes: [] }, made.value);
}

async function showTokens(
  c: PageContext,
  kind: Kind,
  form: FormState & TokenFormState,
  made: MadeToken | null,
): Promise<Response> {
  const visit = c.get('visit');
  const units = await unitsFor(visit, kind);
  const tokens =
    kind === 'own' ? await listOwnTokens(visit.ctx) : await listServiceTokens(visit.ctx, await managed(visit, units));
  const done = visit.query.get('done');
  return show(c, <TokensPage view={{ visit, kind, units, tokens, form, made, done }} />, form.error);
}

/** Units a token may be bound to: whichever for one's own, those where tokens are managed for a unit's. */
async function unitsFor({ ctx }: Visit, kind: Kind): Promise<Unit[]> {
  if (kind === 'units') await permit(ctx, 'token.manage');
  const reach = await reachOf(ctx, kind === 'own' ? 'dataset.view-drafts' : 'token.manage');
  return (await listUnits(ctx)).filter(({ id }) => isWithinReach(reach, { id: null, unitId: id }));
}

async function managed({ ctx }: Visit, units: readonly Unit[]): Promise<string[] | 'all'> {
  return (await reachOf(ctx, 'token.manage')) === 'all' ? 'all' : units.map(({ id }) => id);
}
