import type { Provider } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, Field, faultOf, href, Notice, type Visit } from '../../components/index.ts';
import { PASSKEY_ISLANDS, PasskeySignIn } from '../signing-in/passkey-parts.tsx';
import { ServiceLinks } from '../signing-in/service-parts.tsx';
import type { FormState } from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** `done`: what has just happened elsewhere, told above the form. */
export function SignInPage(props: {
  visit: Visit;
  form: FormState;
  next: string;
  done: string | null;
  services: readonly Provider[];
}) {
  const { visit, form, next, done, services } = props;
  const texts = accountsTexts[visit.language];
  const happened = done === 'password' ? texts.signIn.passwordSet : done === 'out' ? texts.signIn.signedOut : null;
  const over = done === 'step-over' ? signingInTexts[visit.language].step.over : null;
  return (
    <CabinetPage visit={visit} title={texts.signIn.title} islands={PASSKEY_ISLANDS}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.signIn.title}</h1>
          <p class="lead">{texts.signIn.lead}</p>
        </div>
        {happened !== null && form.error === null && (
          <Notice kind="good" title={happened} language={visit.language} live />
        )}
        {over !== null && form.error === null && (
          <Notice kind="attention" title={over} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/sign-in')} novalidate>
          <input type="hidden" name="next" value={next} />
          <Field
            label={appointmentsTexts[visit.language].code.signInName}
            name="email"
            value={form.values.email}
            autocomplete="username"
            required
          />
          <Field
            label={texts.password.label}
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <div class="row">
            <Button>{texts.signIn.submit}</Button>
            <a href={href(visit, '/forgot')}>{texts.signIn.forgot}</a>
            <a href={href(visit, '/code')}>{appointmentsTexts[visit.language].code.fromSignIn}</a>
          </div>
        </form>
        <PasskeySignIn visit={visit} next={next} />
        <ServiceLinks visit={visit} services={services} next={next} />
        <p class="soft small">{texts.signIn.noAccess}</p>
      </div>
    </CabinetPage>
  );
}

/** Asks once, so that a link in a letter cannot sign anybody out. */
export function SignOutPage({ visit }: { visit: Visit }) {
  const texts = accountsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.signOut.title}>
      <form class="stack narrow" method="post" action={href(visit, '/sign-out')}>
        <h1>{texts.signOut.title}</h1>
        <p class="lead">{texts.signOut.lead}</p>
        <Button>{texts.signOut.submit}</Button>
      </form>
    </CabinetPage>
  );
}

/** `sent`: the address a letter was asked for; the page then says the same for every address. */
export function ForgotPage({ visit, form, sent }: { visit: Visit; form: FormState; sent: string | null }) {
  const texts = accountsTexts[visit.language].forgot;
  if (sent !== null) {
    const sentTitle = visit.ctx.mail.leaves ? texts.sentTitle : texts.title;
    return (
      <CabinetPage visit={visit} title={sentTitle}>
        <div class="stack narrow">
          <h1>{sentTitle}</h1>
          <p>{visit.ctx.mail.leaves ? texts.sent(sent) : texts.noMail}</p>
          <p>
            <a href={href(visit, '/forgot')}>{texts.again}</a>
          </p>
        </div>
      </CabinetPage>
    );
  }
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{visit.ctx.mail.leaves ? texts.lead : texts.noMail}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/forgot')} novalidate>
          <Field
            label={accountsTexts[visit.language].setUp.email}
            name="email"
            type="email"
            value={form.values.email}
            error={faultOf(form.error?.fields ?? [], 'email', visit.language)}
            autocomplete="username"
            required
          />
          <Button>{texts.submit}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
