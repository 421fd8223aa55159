import { LEAST_PASSWORD } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  faultOf,
  href,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { GuidanceHere } from '../materials/guidance-here.tsx';
import { type AppointmentChoices, AppointmentFields } from './appointment-fields.tsx';
import type { AppointmentForm } from './typed-appointment.ts';

interface NewPersonProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly appointment: AppointmentForm;
  readonly choices: AppointmentChoices;
}

/** Adding a person with their first appointment. */
export function NewPersonPage(props: NewPersonProps) {
  const { visit, form } = props;
  const texts = accountsTexts[visit.language].people;
  const more = appointmentsTexts[visit.language].form;
  const faults = form.error?.fields ?? [];
  return (
    <CabinetPage visit={visit} title={texts.add}>
      <Breadcrumbs
        items={[{ label: texts.title, href: href(visit, '/cabinet/people') }, { label: texts.add }]}
        language={visit.language}
      />
      <div class="stack-l">
        <h1>{texts.add}</h1>
        <GuidanceHere visit={visit} lines={visit.guidance} step="people" />
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/cabinet/people')} novalidate>
          <Field
            label={texts.name}
            name="name"
            value={form.values.name}
            error={faultOf(faults, 'name', visit.language)}
            autocomplete="off"
            required
            maxLength={200}
          />
          <Field
            label={texts.email}
            hint={texts.emailHint}
            name="email"
            type="email"
            value={form.values.email}
            error={faultOf(faults, 'email', visit.language)}
            autocomplete="off"
            maxLength={254}
          />
          <Choice
            name="noMail"
            value="yes"
            label={more.noMail}
            hint={more.noMailHint}
            checked={form.values.noMail === 'yes'}
          />
          <AppointmentFields {...props} form={props.appointment} faults={faults} />
          <PasswordChoice visit={visit} form={form} />
          <div class="row">
            <Button>{texts.submit}</Button>
            <Button kind="quiet" name="vacancy" value="yes">
              {more.vacancyToo}
            </Button>
          </div>
        </form>
      </div>
    </CabinetPage>
  );
}

function PasswordChoice({ visit, form }: Pick<NewPersonProps, 'visit' | 'form'>) {
  const { people: texts, password } = accountsTexts[visit.language];
  const how = form.values.how || 'link';
  const faults = form.error?.fields ?? [];
  return (
    <details open={how === 'password'}>
      <summary>{texts.how}</summary>
      <ChoiceGroup legend={texts.how} name="how">
        <Choice
          type="radio"
          name="how"
          value="link"
          label={texts.byLink}
          hint={visit.ctx.mail.leaves ? texts.byLinkHint : texts.byLinkNoMail}
          checked={how === 'link'}
        />
        <Choice type="radio" name="how" value="password" label={texts.byPassword} checked={how === 'password'} />
      </ChoiceGroup>
      <Field
        label={texts.passwordNow}
        hint={password.hint(LEAST_PASSWORD)}
        name="password"
        type="password"
        error={faultOf(faults, 'password', visit.language)}
        autocomplete="new-password"
      />
    </details>
  );
}
