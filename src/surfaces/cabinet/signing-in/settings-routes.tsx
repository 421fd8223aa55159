import { Hono } from 'hono';
import {
  changeFactorPolicy,
  type FactorPolicy,
  factorPolicy,
  listProviders,
  type Provider,
  permit,
  ROLES,
  removeProvider,
  saveProvider,
} from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { CabinetPage, Notice, type SurfaceEnv, type Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { SETTINGS } from './paths.ts';
import { Required } from './required-part.tsx';
import { ServicePage, ServicesList } from './settings-page.tsx';

/** `/cabinet/settings/sign-in`: other services, and what is required of whom. */
export function signInSettingsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(SETTINGS, signedInOnly, (c) => showSettings(c, EMPTY_FORM));
  routes.post(`${SETTINGS}/required`, signedInOnly, smallForms, saveRequired);
  routes.get(`${SETTINGS}/services/:id`, signedInOnly, (c) => showService(c, EMPTY_FORM));
  routes.post(`${SETTINGS}/services/:id`, signedInOnly, smallForms, save);
  routes.post(`${SETTINGS}/services/:id/remove`, signedInOnly, smallForms, async (c) => {
    await removeProvider(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${SETTINGS}?done=removed`);
  });
  return routes;
}

async function showSettings(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const [services, policy] = await Promise.all([listProviders(visit.ctx), factorPolicy(visit.ctx)]);
  return show(c, <SettingsPage visit={visit} services={services} policy={policy} form={form} />, form.error);
}

async function saveRequired(c: PageContext): Promise<Response> {
  const values = await readForm(c);
  const roles = ROLES.filter((role) => values[`role-${role}`] === 'yes');
  const change = { roles, graceDays: Number(values.graceDays || Number.NaN) };
  const saved = await attempt(changeFactorPolicy(c.get('visit').ctx, change));
  return saved.done ? goTo(c, `${SETTINGS}?done=saved`) : await showSettings(c, { values, error: saved.error });
}

function SettingsPage(props: { visit: Visit; services: readonly Provider[]; policy: FactorPolicy; form: FormState }) {
  const { visit, services, form } = props;
  const { services: texts } = signingInTexts[visit.language];
  const happened = { saved: texts.saved, removed: texts.removed }[visit.query.get('done') ?? ''];
  return (
    <CabinetPage visit={visit} title={texts.link}>
      <div class="stack-l narrow">
        <h1>{texts.link}</h1>
        {happened !== undefined && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <Required {...props} />
        <ServicesList visit={visit} services={services} />
      </div>
    </CabinetPage>
  );
}

async function showService(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  await permit(visit.ctx, 'settings.change', null);
  const service = (await listProviders(visit.ctx)).find((each) => each.id === id) ?? null;
  if (service === null && id !== 'new') return goTo(c, SETTINGS);
  return show(c, <ServicePage visit={visit} service={service} form={form} />, form.error);
}

async function save(c: PageContext): Promise<Response> {
  const values = await readForm(c);
  const id = c.req.param('id') ?? '';
  const { kind = '', name = '', issuer = '', clientId = '', clientSecret = '', active } = values;
  const form = { kind, name, issuer, clientId, clientSecret, active: active === 'yes' };
  const saved = await attempt(saveProvider(c.get('visit').ctx, id === 'new' ? null : id, form));
  if (!saved.done) return await showService(c, { values: { ...values, clientSecret: '' }, error: saved.error });
  return goTo(c, `${SETTINGS}?done=saved`);
}
