import { Hono } from 'hono';
import {
  LEAST_PASSWORD,
  openProviders,
  type Person,
  type Provider,
  personOfLink,
  resetPassword,
  tidyCode,
} from '../../../capabilities/accounts/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import {
  Button,
  CabinetPage,
  Field,
  faultOf,
  href,
  LinkButton,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { InvitationLinks } from '../signing-in/service-parts.tsx';
import { attempt, goTo, type PageContext, readForm, show, smallForms } from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** `/reset`: a new password by a one-time link. Opening the page does not use the link up; only setting the password does. */
export function resetRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/code', (c) => show(c, <CodePage visit={c.get('visit')} />));
  routes.get('/reset', (c) => showReset(c, tidyCode(c.get('visit').query.get('token') ?? ''), null));
  routes.post('/reset', smallForms, async (c) => {
    const { token = '', password = '' } = await readForm(c);
    const set = await attempt(resetPassword(c.get('visit').ctx, { token, password }));
    return set.done ? goTo(c, '/sign-in?done=password') : await showReset(c, token, set.error);
  });
  return routes;
}

async function showReset(c: PageContext, token: string, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  c.header('referrer-policy', 'no-referrer'); // the address holds the token
  const owner = await attempt(personOfLink(visit.ctx, token));
  if (!owner.done) return show(c, <DeadLinkPage visit={visit} error={owner.error} />, owner.error);
  const services = await openProviders(visit.ctx);
  const page = <ResetPage visit={visit} owner={owner.value} token={token} error={error} services={services} />;
  return show(c, page, error);
}

function ResetPage(props: {
  visit: Visit;
  owner: Person;
  token: string;
  error: RequestError | null;
  services: readonly Provider[];
}) {
  const { visit, owner, token, error, services } = props;
  const texts = accountsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.reset.title}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.reset.title}</h1>
          <p class="lead">{texts.reset.lead(owner.name)}</p>
        </div>
        <Refusal visit={visit} error={error} />
        <form class="form" method="post" action={href(visit, '/reset')} novalidate>
          <input type="hidden" name="token" value={token} />
          <input type="email" name="email" value={owner.email} autocomplete="username" hidden readonly />
          <Field
            label={texts.password.fresh}
            hint={texts.password.hint(LEAST_PASSWORD)}
            name="password"
            type="password"
            error={faultOf(error?.fields ?? [], 'password', visit.language)}
            autocomplete="new-password"
            required
          />
          <Button>{texts.reset.submit}</Button>
        </form>
        <InvitationLinks visit={visit} services={services} token={token} />
      </div>
    </CabinetPage>
  );
}

/** For those who got their code on paper: it leads to the page of the password. */
function CodePage({ visit }: { visit: Visit }) {
  const texts = appointmentsTexts[visit.language].code;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <form class="form" method="get" action={href(visit, '/reset')}>
          <Field label={texts.label} name="token" autocomplete="one-time-code" required maxLength={60} />
          <Button>{texts.submit}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function DeadLinkPage({ visit, error }: { visit: Visit; error: RequestError }) {
  const texts = accountsTexts[visit.language].reset;
  return (
    <CabinetPage visit={visit} title={texts.deadTitle}>
      <div class="stack narrow">
        <h1>{texts.deadTitle}</h1>
        <p class="lead">{inLanguage(error.text, visit.language)}</p>
        <LinkButton href={href(visit, '/forgot')}>{texts.again}</LinkButton>
      </div>
    </CabinetPage>
  );
}
