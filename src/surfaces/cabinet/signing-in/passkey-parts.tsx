import { type PasskeyView, passkeysWork } from '../../../capabilities/accounts/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, Field, faultOf, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { FACTORS } from './paths.ts';

/** The script these parts need. */
export const PASSKEY_ISLANDS = ['passkey'];

/** A person's passkeys: those there are, and a form for one more. */
export function Passkeys(props: { visit: Visit; passkeys: readonly PasskeyView[]; form: FormState }) {
  const { visit, passkeys } = props;
  const { passkeys: texts } = signingInTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{texts.title}</h2>
      <p>{texts.lead}</p>
      {passkeys.length === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <ul class="stack passkeys">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} {...props} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeysWork(visit.origin) ? <NewPasskey {...props} /> : <p class="soft">{texts.impossible}</p>}
    </section>
  );
}

function Passkey({ visit, passkey, form }: { visit: Visit; passkey: PasskeyView; form: FormState }) {
  const { passkeys: texts, factors } = signingInTexts[visit.language];
  const { id, name, createdAt, backedUp } = passkey;
  const field = `password-${id}`;
  const error = faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <li class="stack">
      <div>
        <strong>{name}</strong>
        <span class="soft small">
          {createdAt !== null && ` · ${texts.added(dayInWords(createdAt, visit.language))}`}
          {backedUp && ` · ${texts.backedUp}`}
        </span>
      </div>
      <details open={error !== undefined}>
        <summary>
          {texts.change}
          <span class="unseen">: {name}</span>
        </summary>
        <form class="form" method="post" action={href(visit, `${FACTORS}/passkeys/${id}/name`)} novalidate>
          <Field label={texts.name} name={`name-${id}`} value={name} maxLength={60} autocomplete="off" required />
          <Button kind="secondary">{texts.rename}</Button>
        </form>
        <form class="form" method="post" action={href(visit, `${FACTORS}/passkeys/${id}/remove`)} novalidate>
          <input type="email" name="email" value={visit.person?.email} autocomplete="username" hidden readonly />
          <Field label={factors.password} name={field} type="password" error={error} autocomplete="current-password" />
          <Button kind="danger">{texts.remove}</Button>
        </form>
      </details>
    </li>
  );
}

function NewPasskey({ visit, form }: { visit: Visit; form: FormState }) {
  const { passkeys: texts, factors } = signingInTexts[visit.language];
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <>
      <p class="soft" data-passkey-without>
        {texts.noScript}
      </p>
      <form
        class="form"
        method="post"
        action={href(visit, `${FACTORS}/passkeys`)}
        data-passkey="create"
        data-question={href(visit, `${FACTORS}/passkeys/question`)}
        hidden
        novalidate
      >
        <input type="hidden" name="response" />
        <input type="email" name="email" value={visit.person?.email} autocomplete="username" hidden readonly />
        <Field
          label={texts.name}
          hint={texts.nameHint}
          name="name"
          value={form.values.name}
          maxLength={60}
          autocomplete="off"
        />
        <Field
          label={factors.password}
          hint={factors.passwordHint}
          name="password-passkey"
          type="password"
          error={error('password-passkey')}
          autocomplete="current-password"
        />
        <PasskeyWords visit={visit} />
        <Button kind="secondary">{texts.add}</Button>
      </form>
    </>
  );
}

/** Said by the script when the authenticator gave nothing. */
function PasskeyWords({ visit }: { visit: Visit }) {
  return (
    <div data-passkey-words hidden>
      <Notice
        kind="attention"
        title={signingInTexts[visit.language].passkeys.cancelled}
        language={visit.language}
        live
      />
    </div>
  );
}

/** A button that signs in by a passkey; not there without scripts or where browsers keep none. */
export function PasskeySignIn({ visit, next }: { visit: Visit; next: string }) {
  if (!passkeysWork(visit.origin)) return null;
  return (
    <form
      method="post"
      class="stack"
      action={href(visit, '/sign-in/passkey')}
      data-passkey="get"
      data-question={href(visit, '/sign-in/passkey/question')}
      hidden
    >
      <input type="hidden" name="response" />
      <input type="hidden" name="next" value={next} />
      <PasskeyWords visit={visit} />
      <Button kind="secondary">{signingInTexts[visit.language].passkeys.signIn}</Button>
    </form>
  );
}
