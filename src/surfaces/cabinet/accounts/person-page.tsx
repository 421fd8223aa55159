import { LEAST_PASSWORD, type Person, ROLES, type Unit, widestRole } from '../../../capabilities/accounts/index.ts';
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
import type { FormState } from './posted-form.ts';
import { Refusal } from './refusal.tsx';
import { unitOptions } from './units-page.tsx';

interface FormProps {
  readonly visit: Visit;
  readonly units: readonly Unit[];
  readonly form: FormState;
}

/** Adding a person. */
export function NewPersonPage({ visit, units, form }: FormProps) {
  const texts = accountsTexts[visit.language].people;
  return (
    <CabinetPage visit={visit} title={texts.add}>
      <Path visit={visit} here={texts.add} />
      <div class="stack-l">
        <h1>{texts.add}</h1>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/cabinet/people')} novalidate>
          <Field
            label={texts.name}
            name="name"
            value={form.values.name}
            error={faultOf(form.error?.fields ?? [], 'name', visit.language)}
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
            error={faultOf(form.error?.fields ?? [], 'email', visit.language)}
            autocomplete="off"
            required
            maxLength={254}
          />
          <RightsFields visit={visit} units={units} form={form} person={null} />
          <PasswordChoice visit={visit} units={units} form={form} />
          <Button>{texts.submit}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function PasswordChoice({ visit, form }: FormProps) {
  const { people: texts, password } = accountsTexts[visit.language];
  const how = form.values.how || 'link';
  return (
    <>
      <ChoiceGroup legend={texts.how} name="how">
        <Choice
          type="radio"
          name="how"
          value="link"
          label={texts.byLink}
          hint={visit.ctx.mail.leaves ? texts.byLinkHint : texts.byLinkNoMail}
          checked={how === 'link'}
          card
        />
        <Choice type="radio" name="how" value="password" label={texts.byPassword} checked={how === 'password'} card />
      </ChoiceGroup>
      <Field
        label={texts.passwordNow}
        hint={password.hint(LEAST_PASSWORD)}
        name="password"
        type="password"
        error={faultOf(form.error?.fields ?? [], 'password', visit.language)}
        autocomplete="new-password"
      />
    </>
  );
}

function RightsFields({ visit, units, form, person }: FormProps & { person: Person | null }) {
  const texts = accountsTexts[visit.language].people;
  const role = form.values.role ?? widestRole(person?.appointments ?? []) ?? 'contributor';
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <>
      <ChoiceGroup legend={texts.role} name="role" error={error('role')}>
        {ROLES.toReversed().map((each) => (
          <Choice
            key={each}
            type="radio"
            name="role"
            value={each}
            label={appointmentsTexts[visit.language].roles[each]}
            hint={appointmentsTexts[visit.language].roleHints[each]}
            checked={each === role}
            card
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.unit}
        hint={texts.unitHint}
        name="unitId"
        value={form.values.unitId ?? person?.appointments[0]?.unitId ?? ''}
        error={error('unitId')}
        options={[{ value: '', label: '—' }, ...unitOptions(units)]}
      />
    </>
  );
}

/** One person: name, rights, access. The address is who they are and does not change. */
export function PersonPage({ visit, units, form, person }: FormProps & { person: Person }) {
  const { people: texts, save } = accountsTexts[visit.language];
  const action = href(visit, `/cabinet/people/${person.id}`);
  return (
    <CabinetPage visit={visit} title={person.name}>
      <Path visit={visit} here={person.name} />
      <div class="stack-l">
        <div class="stack">
          <h1>{person.name}</h1>
          <p class="soft">{person.email}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={action} novalidate>
          <Field
            label={texts.name}
            name="name"
            value={form.values.name ?? person.name}
            error={faultOf(form.error?.fields ?? [], 'name', visit.language)}
            autocomplete="off"
            required
            maxLength={200}
          />
          <RightsFields visit={visit} units={units} form={form} person={person} />
          <Button>{save}</Button>
        </form>
        <Access visit={visit} person={person} action={action} />
        <p>
          <a href={href(visit, `/cabinet/history?person=${person.id}`)}>{texts.history}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function Access({ visit, person, action }: { visit: Visit; person: Person; action: string }) {
  const texts = accountsTexts[visit.language].people;
  return (
    <section class="stack" aria-labelledby="access-title">
      <h2 id="access-title">{texts.accessTitle}</h2>
      {person.active && (
        <form class="stack" method="post" action={`${action}/link`}>
          <p class="soft">{texts.linkHint}</p>
          <Button kind="secondary">{texts.linkAction}</Button>
        </form>
      )}
      <form class="stack" method="post" action={`${action}/access`}>
        {person.active && <p class="soft">{texts.switchOffHint}</p>}
        <Button kind={person.active ? 'danger' : 'secondary'} name="active" value={person.active ? 'no' : 'yes'}>
          {person.active ? texts.switchOff(person.name) : texts.switchOn(person.name)}
        </Button>
      </form>
    </section>
  );
}

function Path({ visit, here }: { visit: Visit; here: string }) {
  const { title } = accountsTexts[visit.language].people;
  return (
    <Breadcrumbs
      items={[{ label: title, href: href(visit, '/cabinet/people') }, { label: here }]}
      language={visit.language}
    />
  );
}
