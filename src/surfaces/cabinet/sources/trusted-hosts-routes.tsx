import { Hono } from 'hono';
import { changeTrustedHosts, trustedHosts } from '../../../capabilities/sources/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Field,
  faultOf,
  href,
  Notice,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
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

const HOME = '/cabinet/settings/sources';

/** `/cabinet/settings/sources`: servers of the city's own network that sources may be at. */
export function trustedHostsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showHosts(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const changed = await attempt(changeTrustedHosts(c.get('visit').ctx, (values.hosts ?? '').split(/[\s,;]+/)));
    return changed.done ? goTo(c, `${HOME}?done=saved`) : await showHosts(c, { values, error: changed.error });
  });
  return routes;
}

async function showHosts(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const hosts = await trustedHosts(visit.ctx);
  return show(c, <HostsPage visit={visit} hosts={hosts} form={form} />, form.error);
}

function HostsPage({ visit, hosts, form }: { visit: Visit; hosts: readonly string[]; form: FormState }) {
  const texts = sourcesTexts[visit.language].settings;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: accountsTexts[visit.language].settings.title, href: href(visit, '/cabinet/settings') },
            { label: texts.title },
          ]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Notice kind="attention" language={visit.language}>
          {texts.risk}
        </Notice>
        {visit.query.get('done') === 'saved' && form.error === null && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, HOME)} novalidate>
          <Field
            label={texts.hosts}
            hint={texts.hostsHint}
            name="hosts"
            value={form.values.hosts ?? hosts.join('\n')}
            error={faultOf(form.error?.fields ?? [], 'hosts', visit.language)}
            multiline
            rows={6}
            autocomplete="off"
          />
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
