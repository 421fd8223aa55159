import type { FactorsView, PasskeyView, Provider } from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Badge, Button, CabinetPage, Field, faultOf, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { PASSKEY_ISLANDS, Passkeys } from './passkey-parts.tsx';
import { FACTORS } from './paths.ts';
import { OwnServices } from './service-parts.tsx';

/** A person's own second step: what is on, and how to turn it on, off or renew it. */
export function FactorsPage(props: {
  visit: Visit;
  factors: FactorsView;
  passkeys: readonly PasskeyView[];
  services: readonly Provider[];
  linked: readonly string[];
  form: FormState;
  done: string | null;
}) {
  const { visit, factors, form, done } = props;
  const { factors: texts, passkeys, services } = signingInTexts[visit.language];
  const happened = {
    off: texts.turnedOff,
    'passkey-added': passkeys.addedNotice,
    'passkey-renamed': passkeys.renamed,
    'passkey-removed': passkeys.removed,
    'service-added': services.added,
    'service-removed': services.removedOwn,
  }[done ?? ''];
  const isOn = factors.totp || factors.passkeys > 0;
  return (
    <CabinetPage visit={visit} title={texts.title} islands={PASSKEY_ISLANDS}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {happened !== undefined && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <PhoneCodes {...props} />
        <Passkeys {...props} />
        <OwnServices {...props} />
        {isOn && <RecoveryCodes {...props} />}
        <p>
          <a href={href(visit, '/cabinet/account')}>{texts.toAccount}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function PhoneCodes({ visit, factors, form }: { visit: Visit; factors: FactorsView; form: FormState }) {
  const { factors: texts } = signingInTexts[visit.language];
  const deed = factors.totp ? 'off' : 'begin';
  return (
    <section class="stack" aria-labelledby="codes-title">
      <div class="row">
        <h2 id="codes-title">{texts.codesTitle}</h2>
        <Badge kind={factors.totp ? 'good' : 'info'}>{factors.totp ? texts.on : texts.off}</Badge>
      </div>
      <p>{factors.totp ? texts.codesOn : texts.codesOff}</p>
      <PasswordAsked visit={visit} form={form} deed={deed}>
        {factors.totp ? texts.turnOff : texts.begin}
      </PasswordAsked>
    </section>
  );
}

function RecoveryCodes({ visit, form }: { visit: Visit; form: FormState }) {
  const { factors: texts } = signingInTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{texts.recoveryTitle}</h2>
      <p>{texts.recoveryLead}</p>
      <PasswordAsked visit={visit} form={form} deed="recovery">
        {texts.renew}
      </PasswordAsked>
    </section>
  );
}

/** A deed that asks the password first. Several stand on one page, so each field has its own name. */
export function PasswordAsked(props: { visit: Visit; form: FormState; deed: string; children: string }) {
  const { visit, form, deed, children } = props;
  const { factors: texts } = signingInTexts[visit.language];
  const name = `password-${deed}`;
  return (
    <form class="form" method="post" action={href(visit, `${FACTORS}/${deed}`)} novalidate>
      <input type="email" name="email" value={visit.person?.email} autocomplete="username" hidden readonly />
      <Field
        label={texts.password}
        hint={texts.passwordHint}
        name={name}
        type="password"
        error={faultOf(form.error?.fields ?? [], name, visit.language)}
        autocomplete="current-password"
      />
      <Button kind="secondary">{children}</Button>
    </form>
  );
}
