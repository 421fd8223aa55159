import type { TotpKey } from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, Field, faultOf, href, LinkButton, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { FACTORS } from './paths.ts';
import { QrPicture } from './qr-picture.tsx';

/** The key for a phone as a picture and in letters, and the first code of it. */
export function TotpPage({ visit, shown, form }: { visit: Visit; shown: TotpKey; form: FormState }) {
  const texts = signingInTexts[visit.language].totp;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        <h1>{texts.title}</h1>
        <Refusal visit={visit} error={form.error} />
        <p>{texts.scan}</p>
        <QrPicture text={shown.uri} label={texts.picture} />
        <div class="stack">
          <p>{texts.key}:</p>
          <p class="secret-key">{shown.key}</p>
        </div>
        <form class="form" method="post" action={href(visit, `${FACTORS}/confirm`)} novalidate>
          <Field
            label={texts.code}
            hint={texts.codeHint}
            name="code"
            error={faultOf(form.error?.fields ?? [], 'code', visit.language)}
            autocomplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            required
          />
          <div class="row">
            <Button>{texts.confirm}</Button>
            <LinkButton kind="quiet" href={href(visit, FACTORS)}>
              {texts.cancel}
            </LinkButton>
          </div>
        </form>
      </div>
    </CabinetPage>
  );
}

/** The one time recovery codes are shown; made to be printed. */
export function RecoveryCodesPage(props: { visit: Visit; codes: readonly string[]; happened: string | null }) {
  const { visit, codes, happened } = props;
  const texts = signingInTexts[visit.language].recovery;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        {happened !== null && <Notice kind="good" title={happened} language={visit.language} live />}
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <ol class="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>{texts.how}</p>
        <p class="soft small">{texts.of(visit.person?.email ?? '', new URL(visit.origin).host)}</p>
        <LinkButton kind="primary" href={href(visit, FACTORS)}>
          {texts.done}
        </LinkButton>
      </div>
    </CabinetPage>
  );
}
