import type { AppointmentView, Person, Unit } from '../../../capabilities/accounts/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { Breadcrumbs, Button, CabinetPage, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { type AppointmentChoices, AppointmentFields, peopleTrail, personOptions } from './appointment-fields.tsx';
import type { AppointmentForm } from './typed-appointment.ts';

interface PageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly appointment: AppointmentForm;
  readonly choices: AppointmentChoices;
}

/** One more appointment of a person. */
export function NewAppointmentPage(props: PageProps & { person: Person }) {
  const { visit, form, person } = props;
  const texts = appointmentsTexts[visit.language].form;
  const title = texts.of(person.name);
  return (
    <CabinetPage visit={visit} title={title}>
      <Trail visit={visit} person={person} here={texts.add} />
      <div class="stack-l">
        <h1>{title}</h1>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/cabinet/appointments')} novalidate>
          <input type="hidden" name="personId" value={person.id} />
          <AppointmentFields {...props} form={props.appointment} faults={form.error?.fields ?? []} />
          <Button>{texts.appoint}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

/** An appointment there is: its terms, its order, its end. */
export function AppointmentPage(props: PageProps & { kept: AppointmentView; unit: Unit | null }) {
  const { visit, form, kept, unit } = props;
  const all = appointmentsTexts[visit.language];
  const texts = all.form;
  const who = kept.personName || all.list.vacancy;
  const action = href(visit, `/cabinet/appointments/${kept.id}`);
  return (
    <CabinetPage visit={visit} title={texts.of(who)}>
      <Trail
        visit={visit}
        person={kept.personId ? { id: kept.personId, name: kept.personName } : null}
        here={texts.title}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.of(who)}</h1>
          {unit && <p class="lead">{unit.name}</p>}
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={action} novalidate>
          <AppointmentFields {...props} form={props.appointment} faults={form.error?.fields ?? []} unitStays />
          <Button>{texts.save}</Button>
        </form>
        {kept.personId === null && <FillForm {...props} />}
        <section class="stack" aria-labelledby="end-title">
          <h2 id="end-title">{texts.end}</h2>
          <p class="soft">{texts.endLead}</p>
          <form class="form" method="post" action={`${action}/end`} novalidate>
            <Field
              label={texts.lastDay}
              name="lastDay"
              type="date"
              value={kept.to ?? dayOf(visit.ctx.clock.now())}
              error={faultOf(form.error?.fields ?? [], 'lastDay', visit.language)}
            />
            <div class="row">
              <Button kind="danger">{texts.endAction}</Button>
              <Button kind="quiet" name="now" value="yes">
                {texts.endNow}
              </Button>
            </div>
          </form>
        </section>
      </div>
    </CabinetPage>
  );
}

function FillForm({ visit, form, kept, choices }: PageProps & { kept: AppointmentView }) {
  const texts = appointmentsTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="fill-title">
      <h2 id="fill-title">{texts.form.fill}</h2>
      <form class="form" method="post" action={href(visit, `/cabinet/appointments/${kept.id}/fill`)} novalidate>
        <Field
          label={texts.replace.coming}
          name="comingId"
          value={form.values.comingId}
          error={faultOf(form.error?.fields ?? [], 'comingId', visit.language)}
          options={personOptions(choices.people, { value: '', label: texts.replace.choose })}
        />
        <Button kind="secondary">{texts.form.fillAction}</Button>
      </form>
    </section>
  );
}

function Trail(props: { visit: Visit; person: Pick<Person, 'id' | 'name'> | null; here: string }) {
  const { visit, person, here } = props;
  const items = [
    { label: peopleTrail(visit), href: href(visit, '/cabinet/people') },
    ...(person ? [{ label: person.name, href: href(visit, `/cabinet/people/${person.id}`) }] : []),
    { label: here },
  ];
  return <Breadcrumbs items={items} language={visit.language} />;
}
