import type { ListedAppointment, Person, Unit } from '../../../capabilities/accounts/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  href,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { peopleTrail, personOptions } from './appointment-fields.tsx';
import { AppointmentList } from './people-page.tsx';

/** The change of a person by one form: who leaves, who comes, from when. */
export function ReplacePage(props: {
  visit: Visit;
  person: Person;
  appointments: readonly ListedAppointment[];
  units: readonly Unit[];
  people: readonly Person[];
  form: FormState;
}) {
  const { visit, person, appointments, units, people, form } = props;
  const all = appointmentsTexts[visit.language];
  const texts = all.replace;
  const title = texts.title(person.name);
  const field = fieldsOf(visit, form);
  return (
    <CabinetPage visit={visit} title={title}>
      <Breadcrumbs
        items={[
          { label: peopleTrail(visit), href: href(visit, '/cabinet/people') },
          { label: person.name, href: href(visit, `/cabinet/people/${person.id}`) },
          { label: all.list.replace },
        ]}
        language={visit.language}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{texts.lead(appointments.length)}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, `/cabinet/people/${person.id}/replace`)} novalidate>
          <WhoComes visit={visit} people={people.filter(({ id }) => id !== person.id)} form={form} />
          <Field label={texts.from} {...field('from', dayOf(visit.ctx.clock.now()))} type="date" />
          <Field label={all.form.order} hint={all.form.orderHint} {...field('order')} maxLength={300} />
          <Button>{texts.submit}</Button>
        </form>
        <section class="stack" aria-labelledby="what-title">
          <h2 id="what-title">{texts.what}</h2>
          <AppointmentList visit={visit} units={units} appointments={appointments} />
        </section>
      </div>
    </CabinetPage>
  );
}

/** A person known here, a new one with or without an e-mail, or nobody yet. */
function WhoComes({ visit, people, form }: { visit: Visit; people: readonly Person[]; form: FormState }) {
  const { replace: texts, form: words } = appointmentsTexts[visit.language];
  const field = fieldsOf(visit, form);
  const who = form.values.coming ?? 'known';
  return (
    <ChoiceGroup legend={texts.coming} name="coming">
      <Choice type="radio" name="coming" value="known" label={texts.known} checked={who === 'known'} />
      <Field label={texts.choose} {...field('comingId')} options={personOptions(people, { value: '', label: '—' })} />
      <Choice type="radio" name="coming" value="new" label={texts.fresh} checked={who === 'new'} />
      <Field label={texts.newName} {...field('name')} maxLength={200} />
      <Field label={texts.newEmail} {...field('email')} type="email" maxLength={254} />
      <Choice
        name="noMail"
        value="yes"
        label={words.noMail}
        hint={words.noMailHint}
        checked={form.values.noMail === 'yes'}
      />
      <Choice type="radio" name="coming" value="vacancy" label={texts.vacancy} checked={who === 'vacancy'} />
    </ChoiceGroup>
  );
}
