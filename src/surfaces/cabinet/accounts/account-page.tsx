import {
  deviceInWords,
  LEAST_PASSWORD,
  mayAnywhere,
  type SessionView,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, relativeTime } from '../../../language/dates.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { tokenTexts } from '../../../locales/tokens.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { FACTORS } from '../signing-in/paths.ts';
import type { FormState } from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** A person's own page: who they are here, their password, where they are signed in. */
export function AccountPage(props: {
  visit: Visit;
  units: readonly Unit[];
  sessions: readonly SessionView[];
  form: FormState;
  hasFactor: boolean;
  done: string | null;
}) {
  const { visit, units, sessions, form, hasFactor, done } = props;
  const { account, people } = accountsTexts[visit.language];
  const { person } = visit;
  if (person === null) return null;
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? people.noUnit;
  const happened = done === 'password' ? account.passwordChanged : done === 'ended' ? account.ended : null;
  return (
    <CabinetPage visit={visit} title={account.title}>
      <div class="stack-l">
        <h1>{account.title}</h1>
        {happened !== null && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <KeyValues
          items={[
            [people.name, person.name],
            [account.email, person.email],
            ...person.appointments.map(
              (held) => [appointmentsTexts[visit.language].roles[held.role], unitName(held.unitId)] as const,
            ),
          ]}
        />
        <form method="post" action={href(visit, '/sign-out')}>
          <Button kind="secondary">{account.signOut}</Button>
        </form>
        <SecondStep visit={visit} hasFactor={hasFactor} />
        <Tokens visit={visit} />
        <PasswordForm visit={visit} form={form} />
        <Sessions visit={visit} sessions={sessions} />
      </div>
    </CabinetPage>
  );
}

function SecondStep({ visit, hasFactor }: { visit: Visit; hasFactor: boolean }) {
  const { factors: texts } = signingInTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="second-step-title">
      <h2 id="second-step-title">{texts.link}</h2>
      <p>{hasFactor ? texts.linkOn : texts.linkOff}</p>
      <p>
        <a href={href(visit, FACTORS)}>{hasFactor ? texts.change : texts.turnOn}</a>
      </p>
    </section>
  );
}

function Tokens({ visit }: { visit: Visit }) {
  const { own, units } = tokenTexts[visit.language];
  const manages = mayAnywhere(visit.person?.appointments ?? [], 'token.manage');
  return (
    <section class="stack" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{own.title}</h2>
      <p>{own.lead}</p>
      <p>
        <a href={href(visit, '/cabinet/account/tokens')}>{own.title}</a>
        {manages && (
          <>
            {' · '}
            <a href={href(visit, '/cabinet/tokens')}>{units.title}</a>
          </>
        )}
      </p>
    </section>
  );
}

function PasswordForm({ visit, form }: { visit: Visit; form: FormState }) {
  const { account, password } = accountsTexts[visit.language];
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <section class="stack" aria-labelledby="password-title">
      <h2 id="password-title">{account.passwordTitle}</h2>
      <p class="soft">{account.passwordLead}</p>
      <form class="form" method="post" action={href(visit, '/cabinet/account/password')} novalidate>
        <input type="email" name="email" value={visit.person?.email} autocomplete="username" hidden readonly />
        <Field
          label={password.current}
          name="currentPassword"
          type="password"
          error={error('currentPassword')}
          autocomplete="current-password"
          required
        />
        <Field
          label={password.fresh}
          hint={password.hint(LEAST_PASSWORD)}
          name="newPassword"
          type="password"
          error={error('newPassword')}
          autocomplete="new-password"
          required
        />
        <Button kind="secondary">{account.changePassword}</Button>
      </form>
    </section>
  );
}

function Sessions({ visit, sessions }: { visit: Visit; sessions: readonly SessionView[] }) {
  const texts = accountsTexts[visit.language].account;
  const action = href(visit, '/cabinet/account/sessions');
  const now = visit.ctx.clock.now();
  return (
    <section class="stack">
      <h2>{texts.sessionsTitle}</h2>
      <p class="soft">{texts.sessionsLead}</p>
      <DataTable
        caption={texts.sessionsTitle}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.device },
          { title: texts.address },
          { title: texts.started },
          { title: texts.seen },
          { title: texts.action },
        ]}
        rows={sessions.map((session) => {
          const device = inLanguage(deviceInWords(session.userAgent), visit.language);
          return [
            device,
            session.address,
            dateTimeInWords(session.startedAt, visit.language),
            relativeTime(session.seenAt, now, visit.language),
            session.current ? (
              <Badge kind="info">{texts.thisDevice}</Badge>
            ) : (
              <form method="post" action={action}>
                <Button kind="quiet" name="end" value={session.id}>
                  {texts.endOne}
                  <span class="unseen">: {device}</span>
                </Button>
              </form>
            ),
          ];
        })}
      />
      {sessions.length > 1 && (
        <form method="post" action={action}>
          <Button kind="secondary" name="end" value="others">
            {texts.endOthers}
          </Button>
        </form>
      )}
    </section>
  );
}
