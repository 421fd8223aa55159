import type { Unit } from '../../../capabilities/accounts/index.ts';
import { type AppointedPerson, waitsForNotice, waitsForOrder } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { personsTexts } from '../../../locales/persons.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { CityTrail } from '../city/city-trail.tsx';

export const HOME = '/cabinet/city/persons';

/** Lines on the page. */
const MOST = 100;

export interface PersonsView {
  readonly persons: readonly AppointedPerson[];
  readonly units: readonly Unit[];
  readonly q: string;
  readonly error: FormState['error'];
}

/** Responsible persons with the ground of each, and the deeds that make them lawful and told. */
export function PersonsPage({ visit, view }: { visit: Visit; view: PersonsView }) {
  const texts = personsTexts[visit.language];
  const { persons, units, q } = view;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const order = new Map(units.map(({ id }, at) => [id, at]));
  const place = ({ appointment }: AppointedPerson) => order.get(appointment.unitId ?? '') ?? 0;
  const words = ({ appointment }: AppointedPerson) =>
    `${appointment.personName} ${names.get(appointment.unitId ?? '') ?? ''}`.toLocaleLowerCase('uk');
  const found = persons
    .filter((one) => words(one).includes(q.toLocaleLowerCase('uk')))
    .toSorted((one, other) => place(one) - place(other));
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <CityTrail visit={visit} place={texts.title} path={HOME} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Refusal visit={visit} error={view.error} />
        <Deeds visit={visit} persons={persons} />
        {persons.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneText}</p>
          </Empty>
        ) : (
          <>
            <form class="row row-end" method="get" action={href(visit, HOME)}>
              <Field label={texts.search} name="q" value={q} type="search" />
              <Button kind="secondary">{texts.find}</Button>
            </form>
            <DataTable
              caption={texts.title}
              captionUnseen
              columns={[
                { title: texts.unit },
                { title: texts.person },
                { title: texts.duties },
                { title: texts.ground },
                { title: texts.acknowledged },
              ]}
              rows={found.slice(0, MOST).map((one) => lineOf(visit, one, names))}
            />
            {found.length > MOST && <p>{texts.more(found.length - MOST)}</p>}
          </>
        )}
      </div>
    </CabinetPage>
  );
}

function Deeds({ visit, persons }: { visit: Visit; persons: readonly AppointedPerson[] }) {
  const texts = personsTexts[visit.language];
  const waiting = persons.filter(waitsForOrder).length;
  const untold = persons.filter(waitsForNotice).length;
  const grounded = persons.filter(({ appointment }) => appointment.order !== null).length;
  const read = persons.filter(({ notice }) => notice?.readAt).length;
  return (
    <div class="stack">
      {persons.length > 0 && <p>{texts.summary(persons.length, grounded, read)}</p>}
      <div class="row">
        {waiting > 0 && (
          <form method="post" action={href(visit, `${HOME}/order`)}>
            <Button>{texts.prepare(waiting)}</Button>
          </form>
        )}
        {untold > 0 && (
          <form method="post" action={href(visit, `${HOME}/notices`)}>
            <Button kind="secondary">{texts.tell(untold)}</Button>
          </form>
        )}
        <LinkButton href={href(visit, '/cabinet/people/new')}>{texts.appoint}</LinkButton>
      </div>
      <p class="row">
        <a href={href(visit, `${HOME}/job-clause.docx`)} download>
          {texts.clause}
        </a>
        <a href={href(visit, '/cabinet/city/letters')}>{texts.letters}</a>
        <a href={href(visit, '/responsible')}>{texts.publicList}</a>
      </p>
    </div>
  );
}

function lineOf(visit: Visit, one: AppointedPerson, names: ReadonlyMap<string, string>) {
  const texts = personsTexts[visit.language];
  const functions = appointmentsTexts[visit.language].functions;
  const { appointment } = one;
  const { personId } = appointment;
  return [
    names.get(appointment.unitId ?? '') ?? '',
    <>
      {personId === null ? (
        <span class="soft">{texts.vacancy}</span>
      ) : (
        <a href={href(visit, `/cabinet/people/${personId}`)}>{appointment.personName}</a>
      )}
      {appointment.post !== '' && <div class="soft small">{appointment.post}</div>}
      {personId !== null && (
        <div class="small">
          <a href={href(visit, `/cabinet/people/${personId}/replace`)}>
            {texts.replace}
            <span class="unseen">: {appointment.personName}</span>
          </a>
        </div>
      )}
    </>,
    appointment.functions.map((each) => functions[each]).join(', '),
    <Ground visit={visit} one={one} />,
    personId === null ? null : <Told visit={visit} one={one} />,
  ];
}

function Ground({ visit, one: { appointment, order } }: { visit: Visit; one: AppointedPerson }) {
  const texts = personsTexts[visit.language];
  const day = (at: string) => dayInWords(at, visit.language);
  if (appointment.order) {
    const words = `${appointment.order.issuer} № ${appointment.order.number}, ${day(appointment.order.date)}`;
    return order ? <a href={href(visit, `/cabinet/city/orders/${order.id}`)}>{words}</a> : <span>{words}</span>;
  }
  if (appointment.orderState.kind === 'final') return null;
  const { kind, due } = appointment.orderState;
  return (
    <>
      <Badge kind={kind === 'overdue' ? 'attention' : 'info'}>
        {kind === 'overdue' ? texts.overdue(day(due)) : texts.preparing(day(due))}
      </Badge>
      {order && (
        <div>
          <a href={href(visit, `/cabinet/city/orders/${order.id}`)}>
            {texts.drafted}
            <span class="unseen">: {appointment.personName}</span>
          </a>
        </div>
      )}
    </>
  );
}

function Told({ visit, one: { appointment, notice } }: { visit: Visit; one: AppointedPerson }) {
  const texts = personsTexts[visit.language];
  return (
    <>
      {notice?.readAt ? (
        <Badge kind="good">{texts.readOn(dayInWords(notice.readAt, visit.language))}</Badge>
      ) : (
        <span class="soft">{notice ? texts.sent : texts.notTold}</span>
      )}
      <div class="small">
        <a href={href(visit, `${HOME}/${appointment.id}/notice.docx`)} download>
          {texts.notice}
          <span class="unseen">: {appointment.personName}</span>
        </a>
      </div>
    </>
  );
}
