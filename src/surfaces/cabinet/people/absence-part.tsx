import {
  ABSENCE_KINDS,
  type Absence,
  type ListedAppointment,
  type Person,
} from '../../../capabilities/accounts/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { Button, Field, href, Notice, type Visit } from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { personOptions } from './appointment-fields.tsx';

/** Whether somebody is away, and noting it by one click. */
export function AbsencePart(props: {
  visit: Visit;
  person: Person;
  appointments: readonly ListedAppointment[];
  absences: readonly Absence[];
  people: readonly Person[];
  form: FormState;
}) {
  const { visit, absences } = props;
  const texts = appointmentsTexts[visit.language].absence;
  const today = dayOf(visit.ctx.clock.now());
  const away = absences.some(({ from }) => from <= today);
  return (
    <section class="stack" aria-labelledby="absence-title">
      <h2 id="absence-title">{texts.title}</h2>
      {absences.map((absence) => (
        <AbsenceNotice key={absence.id} {...props} absence={absence} today={today} />
      ))}
      {!away && <AbsenceForm {...props} today={today} />}
    </section>
  );
}

function AbsenceNotice(props: {
  visit: Visit;
  appointments: readonly ListedAppointment[];
  absence: Absence;
  people: readonly Person[];
  today: string;
}) {
  const { visit, absence, appointments, people, today } = props;
  const texts = appointmentsTexts[visit.language].absence;
  const kind = texts.kinds[absence.kind];
  const words = (day: string) => dayInWords(day, visit.language);
  const now = absence.from <= today;
  const title = now
    ? texts.now(kind, absence.to && words(absence.to))
    : texts.planned(texts.now(kind, absence.to && words(absence.to)), words(absence.from));
  const chosen = absence.substituteId && people.find(({ id }) => id === absence.substituteId)?.name;
  const names = chosen ? [chosen] : [...new Set(appointments.map(({ substituteName }) => substituteName))];
  const standing = names.filter(Boolean).join(', ');
  return (
    <Notice kind="info" title={title} language={visit.language}>
      <p>{standing ? texts.standsIn(standing) : texts.nobody}</p>
      <form method="post" action={href(visit, `/cabinet/people/${absence.personId}/back`)}>
        <Button kind="secondary" name="absence" value={absence.id}>
          {now ? texts.end : texts.cancel}
        </Button>
      </form>
    </Notice>
  );
}

function AbsenceForm(props: {
  visit: Visit;
  person: Person;
  people: readonly Person[];
  form: FormState;
  today: string;
}) {
  const { visit, person, people, form, today } = props;
  const texts = appointmentsTexts[visit.language].absence;
  const field = fieldsOf(visit, form);
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <form class="stack" method="post" action={href(visit, `/cabinet/people/${person.id}/absence`)} novalidate>
      <p class="soft">{texts.lead}</p>
      <div class="filters">
        <Field label={texts.from} {...field('absenceFrom', today)} type="date" />
        <Field label={texts.to} hint={texts.toHint} {...field('absenceTo', '')} type="date" />
        <Field
          label={texts.substitute}
          {...field('absenceSubstituteId', '')}
          options={personOptions(others, { value: '', label: texts.asAppointed })}
        />
      </div>
      <div class="row">
        {ABSENCE_KINDS.map((kind) => (
          <Button key={kind} kind="secondary" name="absenceKind" value={kind}>
            {texts.kinds[kind]}
          </Button>
        ))}
      </div>
    </form>
  );
}
