import type { SourcePage } from '../../../capabilities/sources/index.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import { Button, Choice, ChoiceGroup, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { choiceOf, hourOptions, scheduleOptions } from './schedule-choices.ts';

const KINDS = ['web', 'sheet', 'sftp'] as const;
/** One question for web and SFTP: «ім’я і пароль» is `basic` for the one and `password` for the other. */
const AUTHS = ['none', 'login', 'header', 'key'] as const;

/** What stands in the form: what was typed, else what is in force, else the usual. Secrets are never shown again. */
function valuesOf({ source }: SourcePage, { values }: FormState) {
  const auth = source?.auth ?? 'none';
  const schedule = source?.schedule ?? null;
  return {
    kind: values.kind ?? source?.kind ?? 'web',
    address: values.address ?? source?.address ?? '',
    auth: values.auth ?? (auth === 'basic' || auth === 'password' ? 'login' : auth),
    authName: values.authName ?? source?.authName ?? '',
    every: values.every ?? (schedule ? choiceOf(schedule) : 'd'),
    hour: values.hour ?? String(schedule && schedule.every !== 'hours' ? schedule.hour : 6),
    moveDate: values.kind === undefined ? (source?.moveDate ?? false) : values.moveDate === 'on',
  };
}

/** The form of a source. */
export function SourceFormView({ visit, page, form }: { visit: Visit; page: SourcePage; form: FormState }) {
  const texts = sourcesTexts[visit.language];
  const values = valuesOf(page, form);
  const error = (name: string) => faultOf(form.error?.fields ?? [], name, visit.language);
  const path = `/cabinet/datasets/${page.dataset.id}/source/${page.resource.id}`;
  return (
    <form class="form" method="post" action={href(visit, path)} novalidate autocomplete="off">
      <ChoiceGroup legend={texts.what} name="kind">
        {KINDS.map((kind) => (
          <Choice
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            label={texts.kinds[kind]}
            hint={texts.kindHints[kind]}
            checked={values.kind === kind}
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.address}
        hint={texts.addressHint}
        name="address"
        value={values.address}
        error={error('address')}
        autocomplete="off"
        maxLength={2000}
        required
      />
      <ChoiceGroup legend={texts.auth} name="auth" error={error('auth')}>
        {AUTHS.map((auth) => (
          <Choice
            key={auth}
            type="radio"
            name="auth"
            value={auth}
            label={texts.auths[auth]}
            checked={values.auth === auth}
          />
        ))}
      </ChoiceGroup>
      <Secrets visit={visit} page={page} form={form} authName={values.authName} />
      <ScheduleFields visit={visit} page={page} values={values} error={error('schedule')} />
      <Choice name="moveDate" value="on" label={texts.moveDate} checked={values.moveDate} />
      <Button>{texts.save}</Button>
    </form>
  );
}

/** How often, and at which hour where it is not every few hours. */
function ScheduleFields(props: {
  visit: Visit;
  page: SourcePage;
  values: { readonly every: string; readonly hour: string };
  error: string | undefined;
}) {
  const { visit, page, values, error } = props;
  const texts = sourcesTexts[visit.language];
  return (
    <>
      <Field
        label={texts.when}
        name="every"
        value={values.every}
        options={scheduleOptions(page.source?.schedule ?? null, visit.language)}
        error={error}
      />
      <Field
        label={texts.hour}
        hint={texts.hourHint}
        name="hour"
        value={values.hour}
        options={hourOptions(visit.language)}
      />
    </>
  );
}

/** Needed by some sources only: folded until one of them is there, or wrong. */
function Secrets(props: { visit: Visit; page: SourcePage; form: FormState; authName: string }) {
  const { visit, page, form, authName } = props;
  const texts = sourcesTexts[visit.language];
  const error = (name: string) => faultOf(form.error?.fields ?? [], name, visit.language);
  const kept = page.source?.hasSecret ?? false;
  const forKey = (form.values.auth ?? page.source?.auth) === 'key';
  return (
    <>
      <Field
        label={texts.authName}
        name="authName"
        value={authName}
        error={error('authName')}
        autocomplete="off"
        maxLength={200}
      />
      <Field
        label={texts.secret}
        hint={kept ? texts.secretKept : texts.secretHint}
        name="secret"
        type="password"
        error={forKey ? null : error('secret')}
        autocomplete="new-password"
        maxLength={2000}
      />
      <details open={forKey}>
        <summary>{texts.auths.key}</summary>
        <Field
          label={texts.sshKey}
          hint={kept && forKey ? texts.secretKept : texts.sshKeyHint}
          name="sshKey"
          error={forKey ? error('secret') : null}
          multiline
          rows={6}
          autocomplete="off"
        />
      </details>
    </>
  );
}
