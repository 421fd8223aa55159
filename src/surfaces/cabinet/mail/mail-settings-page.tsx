import type { MailState, MailTest } from '../../../capabilities/notices/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { mailTexts } from '../../../locales/mail.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Field,
  faultOf,
  href,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';

interface MailView {
  readonly visit: Visit;
  readonly state: MailState;
  readonly form: FormState;
  readonly test: MailTest | null;
}

/** The mail server: what is in force, the form, and the button that tries it. */
export function MailSettingsPage(view: MailView) {
  const { visit, state, form } = view;
  const texts = mailTexts[visit.language];
  const done = form.error === null && view.test === null ? visit.query.get('done') : null;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.back, href: href(visit, '/cabinet/settings') }, { label: texts.title }]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>
            <a href={href(visit, '/cabinet/settings/mail/outbox')}>{texts.outbox.link}</a>
          </p>
        </div>
        {done === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live>
            {texts.savedHint}
          </Notice>
        )}
        {done === 'removed' && <Notice kind="good" title={texts.removed} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <Tested {...view} />
        <InForce {...view} />
        {state.source === 'environment' ? <Fixed {...view} /> : state.addressSet && <SettingsForm {...view} />}
        {state.source !== 'none' && <TestForm {...view} />}
        {state.source === 'settings' && (
          <form class="stack" method="post" action={href(visit, '/cabinet/settings/mail/remove')}>
            <p class="soft">{texts.removeHint}</p>
            <Button kind="secondary">{texts.remove}</Button>
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function Tested({ visit, test }: MailView) {
  const texts = mailTexts[visit.language];
  if (test === null) return null;
  if (test.sent) {
    return (
      <Notice kind="good" title={texts.tested} language={visit.language} live>
        {texts.answered} {test.answer}
      </Notice>
    );
  }
  return (
    <Notice kind="error" title={texts.failed} language={visit.language} live>
      {inLanguage(test.failure, visit.language)}
    </Notice>
  );
}

function InForce({ visit, state }: MailView) {
  const texts = mailTexts[visit.language];
  if (state.source === 'environment') {
    return (
      <Notice kind="info" title={texts.environment} language={visit.language}>
        {texts.environmentHint}
      </Notice>
    );
  }
  if (!state.addressSet) {
    return (
      <Notice kind="attention" title={texts.noAddress} language={visit.language}>
        {texts.noAddressHint}
      </Notice>
    );
  }
  if (state.source === 'settings') return null;
  return (
    <Notice kind="attention" title={texts.none} language={visit.language}>
      {texts.noneHint}
    </Notice>
  );
}

function Fixed({ visit, state }: MailView) {
  const { fields } = mailTexts[visit.language];
  const { host, port, userName, senderAddress } = state.settings;
  return (
    <KeyValues
      items={[
        [fields.host, host],
        [fields.port, String(port)],
        [fields.userName, userName],
        [fields.senderAddress, senderAddress],
      ]}
    />
  );
}

function SettingsForm({ visit, state, form }: MailView) {
  const texts = mailTexts[visit.language];
  const { fields } = texts;
  const { settings } = state;
  const field = (name: Exclude<keyof typeof settings, 'hasPassword'>) => ({
    label: fields[name],
    name,
    value: form.values[name] ?? settings[name],
    error: faultOf(form.error?.fields ?? [], name, visit.language),
    autocomplete: 'off',
  });
  return (
    <form class="form" method="post" action={href(visit, '/cabinet/settings/mail')} novalidate>
      <Field {...field('host')} hint={fields.hostHint} maxLength={253} required />
      <Field
        {...field('security')}
        options={(['starttls', 'tls', 'none'] as const).map((value) => ({ value, label: texts.security[value] }))}
      />
      <Field {...field('port')} inputMode="numeric" maxLength={5} required />
      <Field {...field('userName')} hint={fields.userHint} maxLength={250} />
      <Field
        label={fields.password}
        name="password"
        type="password"
        hint={settings.hasPassword ? fields.passwordKept : fields.passwordHint}
        autocomplete="new-password"
      />
      <Field {...field('senderName')} hint={fields.senderNameHint} maxLength={100} />
      <Field {...field('senderAddress')} type="email" hint={fields.senderAddressHint} maxLength={254} required />
      <Field {...field('keepDays')} hint={fields.keepDaysHint} inputMode="numeric" maxLength={3} required />
      <Button>{texts.save}</Button>
    </form>
  );
}

function TestForm({ visit }: MailView) {
  const texts = mailTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="mail-test">
      <h2 id="mail-test">{texts.testTitle}</h2>
      <form class="stack" method="post" action={href(visit, '/cabinet/settings/mail/test')}>
        <p>
          {texts.testLead} {visit.person?.email}.
        </p>
        <Button kind="secondary">{texts.test}</Button>
      </form>
    </section>
  );
}
