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
  unitWithDescendants,
} from '../../../capabilities/accounts/index.ts';
import { type Dataset, listDatasets } from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
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
import { NOTHING_TICKED, type TokenFormState, TokensPage } from './tokens-page.tsx';

export const OWN = '/cabinet/account/tokens';
export const UNITS = '/cabinet/tokens';

/** So many datasets are offered to choose from. */
const MOST_DATASETS = 500;

/** «Мої токени» and «Токени підрозділів». A made token is shown in the very answer, and nowhere again. */
export function tokenRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const kind of ['own', 'units'] as const) {
    const path = kind === 'own' ? OWN : UNITS;
    routes.get(path, signedInOnly, (c) => showTokens(c, kind, { ...EMPTY_FORM, ...NOTHING_TICKED }, null));
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
  const all = (name: string) => [body[name] ?? []].flat().filter((one) => typeof one === 'string');
  const scopes = all('scopes');
  const offered = text('which') === 'named' ? await datasetsFor(c.get('visit'), text('unitId')) : null;
  const datasetIds = offered === null ? null : offered.map(({ id }) => id).filter((id) => all('datasets').includes(id));
  const values = { name: text('name'), unitId: text('unitId'), days: text('days') };
  if (datasetIds?.length === 0) return showTokens(c, kind, { values, error: noDatasets(), scopes, datasetIds }, null);
  const wanted: NewToken = {
    name: text('name'),
    scopes,
    unitId: text('unitId') || null,
    datasetIds,
    days: Number(text('days') || 365),
  };
  const made = await attempt(
    kind === 'own' ? createPersonalToken(ctx, wanted) : createServiceToken(ctx, { ...wanted, unitId: text('unitId') }),
  );
  if (!made.done) return showTokens(c, kind, { values, error: made.error, scopes, datasetIds }, null);
  return showTokens(c, kind, { ...EMPTY_FORM, ...NOTHING_TICKED }, made.value);
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
  const datasets = form.datasetIds === null ? [] : await datasetsFor(visit, form.values.unitId ?? '');
  return show(c, <TokensPage view={{ visit, kind, units, datasets, tokens, form, made, done }} />, form.error);
}

/** Datasets a token may be narrowed to: of the unit and those below it, or all that the person sees; by title. */
async function datasetsFor({ ctx }: Visit, unitId: string): Promise<Dataset[]> {
  const unitIds = isId(unitId) ? await unitWithDescendants(ctx, unitId) : null;
  const { items } = await listDatasets(ctx, { unitIds }, { page: 1, size: MOST_DATASETS });
  return items
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => a.passport.title.localeCompare(b.passport.title, 'uk'));
}

function noDatasets(): RequestError {
  const text = {
    uk: 'Позначте набори, з якими програма працюватиме.',
    en: 'Tick the datasets the program is to work with.',
  };
  return new RequestError('invalid', 'no-datasets', text, [{ field: 'datasets', text }]);
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
