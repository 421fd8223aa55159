import type { ComponentChildren } from 'preact';
import {
  type ListedAppointment,
  mayAnywhere,
  type Person,
  type Staff,
  type StaffPerson,
  signInName,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  Pager,
  Snippet,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';

export interface PeopleView {
  readonly staff: Staff;
  /** The people of this page. */
  readonly list: {
    readonly shown: readonly StaffPerson[];
    readonly total: number;
    readonly q: string;
    readonly page: number;
    readonly pages: number;
  };
  readonly units: readonly Unit[];
  readonly graceDays: number;
  readonly form: FormState;
  readonly done: string | null;
}

/** Everybody who works with the data, what each was appointed to, and what needs attention. */
export function PeoplePage({ visit, view }: { visit: Visit; view: PeopleView }) {
  const { people: texts } = accountsTexts[visit.language];
  const more = appointmentsTexts[visit.language];
  const { staff, list, done } = view;
  const happened = Object.entries(more.list.done).find(([code]) => code === done)?.[1] ?? null;
  const { vacancies } = staff;
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {happened !== null && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={view.form.error} />
        <Attention visit={visit} staff={staff} />
        <div class="row">
          <LinkButton kind="primary" href={href(visit, '/cabinet/people/new')}>
            {texts.add}
          </LinkButton>
          <LinkButton kind="quiet" href={href(visit, '/cabinet/rights')}>
            {more.list.rights}
          </LinkButton>
          <span class="soft">{texts.count(list.total)}</span>
        </div>
        {(list.pages > 1 || list.q !== '') && <FindForm visit={visit} q={list.q} />}
        <DataTable
          caption={texts.caption}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.name },
            { title: more.list.roles },
            { title: texts.state },
            { title: more.list.deed },
          ]}
          rows={[
            ...list.shown.map((one) => personRow(visit, view, one)),
            ...(list.page === list.pages && list.q === '' ? vacancies : []).map((one) => vacancyRow(visit, view, one)),
          ]}
        />
        <Pager
          visit={visit}
          page={list.page}
          pages={list.pages}
          hrefFor={(page) => href(visit, `/cabinet/people?${new URLSearchParams({ q: list.q, page: String(page) })}`)}
        />
        {mayAnywhere(visit.person?.appointments ?? [], 'settings.change') && <GraceForm visit={visit} view={view} />}
      </div>
    </CabinetPage>
  );
}

function FindForm({ visit, q }: { visit: Visit; q: string }) {
  const texts = appointmentsTexts[visit.language].list;
  return (
    <form class="filters" method="get" action={href(visit, '/cabinet/people')}>
      <Field label={texts.find} name="q" value={q} type="search" autocomplete="off" maxLength={100} />
      <Button kind="secondary">{texts.findAction}</Button>
    </form>
  );
}

function Attention({ visit, staff }: { visit: Visit; staff: Staff }) {
  const texts = appointmentsTexts[visit.language].list;
  const all = [...staff.people.flatMap(({ appointments }) => appointments), ...staff.vacancies];
  const overdue = all.filter(({ orderState }) => orderState.kind === 'overdue').length;
  const vacancies = staff.vacancies.length;
  if (overdue + vacancies === 0) return null;
  return (
    <Notice kind="attention" title={texts.attention} language={visit.language}>
      {overdue > 0 && <p>{texts.overdueCount(overdue)}</p>}
      {vacancies > 0 && <p>{texts.vacancyCount(vacancies)}</p>}
    </Notice>
  );
}

function personRow(visit: Visit, view: PeopleView, { person, appointments }: StaffPerson): ComponentChildren[] {
  const texts = appointmentsTexts[visit.language].list;
  return [
    <>
      <a href={href(visit, `/cabinet/people/${person.id}`)}>{person.name}</a>
      <div class="soft small">{signInName(person)}</div>
    </>,
    appointments.length === 0 ? (
      <span class="soft">{texts.none}</span>
    ) : (
      <AppointmentList visit={visit} units={view.units} appointments={appointments} />
    ),
    <AccessBadge visit={visit} person={person} appointments={appointments} />,
    appointments.length === 0 ? null : (
      <a class="button button-quiet" href={href(visit, `/cabinet/people/${person.id}/replace`)}>
        {texts.replace}
        <span class="unseen">: {person.name}</span>
      </a>
    ),
  ];
}

function vacancyRow(visit: Visit, view: PeopleView, vacancy: ListedAppointment): ComponentChildren[] {
  const texts = appointmentsTexts[visit.language].list;
  return [
    <>
      {texts.vacancy}
      {vacancy.post !== '' && <div class="soft small">{vacancy.post}</div>}
    </>,
    <AppointmentList visit={visit} units={view.units} appointments={[vacancy]} />,
    <Badge kind="attention">{texts.vacancy}</Badge>,
    null,
  ];
}

function AccessBadge(props: { visit: Visit; person: Person; appointments: readonly ListedAppointment[] }) {
  const { visit, person, appointments } = props;
  const { people } = accountsTexts[visit.language];
  const away = appointments.find(({ absence }) => absence !== null);
  if (!person.active) return <Badge kind="attention">{people.inactive}</Badge>;
  if (away) return <Badge kind="info">{appointmentsTexts[visit.language].list.away(away.substituteName)}</Badge>;
  return person.appointments.length === 0 ? (
    <Badge kind="attention">{people.inactive}</Badge>
  ) : (
    <Badge kind="good">{people.active}</Badge>
  );
}

const MOST_SHOWN = 3;

/** Appointments one below another, each with what is said of it; many are folded. */
export function AppointmentList(props: {
  visit: Visit;
  units: readonly Unit[];
  appointments: readonly ListedAppointment[];
}) {
  const { visit, units, appointments } = props;
  const lines = appointments.map((one) => (
    <li key={one.id}>
      <AppointmentLine visit={visit} units={units} appointment={one} />
    </li>
  ));
  if (lines.length <= MOST_SHOWN + 1) return <ul class="plain appointment-list">{lines}</ul>;
  return (
    <>
      <ul class="plain appointment-list">{lines.slice(0, MOST_SHOWN)}</ul>
      <details>
        <summary>{appointmentsTexts[visit.language].list.more(lines.length - MOST_SHOWN)}</summary>
        <ul class="plain appointment-list">{lines.slice(MOST_SHOWN)}</ul>
      </details>
    </>
  );
}

function AppointmentLine(props: { visit: Visit; units: readonly Unit[]; appointment: ListedAppointment }) {
  const { visit, units, appointment } = props;
  const texts = appointmentsTexts[visit.language];
  const unit = units.find(({ id }) => id === appointment.unitId)?.name ?? accountsTexts[visit.language].people.noUnit;
  const { orderState, datasetIds, from, to } = appointment;
  const words = (day: string) => dayInWords(day, visit.language);
  const facts = [
    datasetIds === null ? '' : texts.list.named(datasetIds.length),
    from > dayOf(visit.ctx.clock.now()) ? texts.list.begins(words(from)) : '',
    to === null ? '' : texts.list.ends(words(to)),
    appointment.substituteName === '' ? '' : texts.list.standsIn(appointment.substituteName),
    orderState.kind === 'preparing' ? texts.list.preparing(words(orderState.due)) : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      <a href={href(visit, `/cabinet/appointments/${appointment.id}`)}>{texts.roles[appointment.role]}</a>: {unit}
      {facts.length > 0 && <div class="soft small">{facts.join(' · ')}</div>}
      {orderState.kind === 'overdue' && (
        <div class="small">
          <Badge kind="attention">{texts.list.overdue(words(orderState.due))}</Badge>
        </div>
      )}
    </>
  );
}

function GraceForm({ visit, view }: { visit: Visit; view: PeopleView }) {
  const texts = appointmentsTexts[visit.language].settings;
  return (
    <details open={view.form.error !== null}>
      <summary>{texts.title}</summary>
      <form class="form narrow" method="post" action={href(visit, '/cabinet/people/settings')} novalidate>
        <Field
          label={texts.label}
          hint={texts.hint}
          name="graceDays"
          value={view.form.values.graceDays ?? view.graceDays}
          error={faultOf(view.form.error?.fields ?? [], 'graceDays', visit.language)}
          inputMode="numeric"
          maxLength={3}
        />
        <Button kind="secondary">{texts.save}</Button>
      </form>
    </details>
  );
}

/** The one time a link for setting a password is shown: it is part of no address and of no list. Without e-mail: a sheet to print. */
export function LinkPage({ visit, person, link }: { visit: Visit; person: Person; link: string }) {
  const texts = accountsTexts[visit.language].people;
  return (
    <CabinetPage visit={visit} title={texts.linkTitle(person.name)}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.linkTitle(person.name)}</h1>
          <p class="lead">{visit.ctx.mail.leaves ? texts.linkLead : texts.linkLeadNoMail}</p>
        </div>
        <Snippet code={link} label={texts.linkLabel} language={visit.language} />
        <LinkButton href={href(visit, '/cabinet/people')}>{texts.toList}</LinkButton>
      </div>
    </CabinetPage>
  );
}
