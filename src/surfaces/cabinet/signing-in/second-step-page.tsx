import type { FactorsView } from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { PASSKEY_ISLANDS, PasskeySignIn } from './passkey-parts.tsx';

/** After the right password: a code of the phone, or a recovery code where the phone is not at hand. */
export function SecondStepPage(props: { visit: Visit; form: FormState; factors: FactorsView; next: string }) {
  const { visit, form, factors } = props;
  const texts = signingInTexts[visit.language].step;
  return (
    <CabinetPage visit={visit} title={texts.title} islands={PASSKEY_ISLANDS}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        {factors.totp && <CodeForm {...props} />}
        {factors.passkeys > 0 && <PasskeySignIn visit={visit} next={props.next} />}
        <details open={!factors.totp || form.values.kind === 'recovery'}>
          <summary>{texts.lost}</summary>
          <RecoveryForm {...props} />
        </details>
        <p>
          <a href={href(visit, '/sign-in')}>{texts.back}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

interface StepForm {
  readonly visit: Visit;
  readonly form: FormState;
  readonly next: string;
}

function CodeForm({ visit, form, next }: StepForm) {
  const texts = signingInTexts[visit.language].step;
  const own = form.values.kind !== 'recovery';
  return (
    <form class="form" method="post" action={href(visit, '/sign-in/code')} novalidate>
      <input type="hidden" name="next" value={next} />
      <Field
        label={texts.code}
        hint={texts.codeHint}
        name="code"
        error={own ? faultOf(form.error?.fields ?? [], 'code', visit.language) : null}
        autocomplete="one-time-code"
        inputMode="numeric"
        maxLength={20}
        required
      />
      <Button>{texts.submit}</Button>
    </form>
  );
}

function RecoveryForm({ visit, form, next }: StepForm) {
  const texts = signingInTexts[visit.language].step;
  const own = form.values.kind === 'recovery';
  const error = own ? faultOf(form.error?.fields ?? [], 'code', visit.language) : null;
  return (
    <form class="form stack" method="post" action={href(visit, '/sign-in/code')} novalidate>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="kind" value="recovery" />
      <Field
        label={texts.recovery}
        hint={texts.recoveryHint}
        name="recovery"
        error={error}
        autocomplete="off"
        maxLength={40}
        required
      />
      <Button kind="secondary">{texts.recoverySubmit}</Button>
      <p class="soft small">{texts.nothing}</p>
    </form>
  );
}
