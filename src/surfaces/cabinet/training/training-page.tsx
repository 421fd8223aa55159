import type { Unit } from '../../../capabilities/accounts/index.ts';
import {
  countsUntil,
  quarterOf,
  type ScheduledSession,
  type TrainingState,
  type TrainingView,
} from '../../../capabilities/people/index.ts';
import { addDays } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { trainingTexts } from '../../../locales/training.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { CityTrail } from '../city/city-trail.tsx';

export const HOME = '/cabinet/city/training';

/** Lines of people on the page; the whole list is the CSV. */
const MOST_PEOPLE = 100;

export interface TrainingPageView {
  readonly training: TrainingView;
  readonly sessions: readonly ScheduledSession[];
  readonly units: readonly Unit[];
  /** A day of the quarter shown. */
  readonly quarterDay: string;
  readonly done: string | null;
}

/** The way back to the city's places, and here. */
export function TrainingTrail({ visit, here }: { visit: Visit; here?: string }) {
  return <CityTrail visit={visit} place={trainingTexts[visit.language].title} path={HOME} here={here} />;
}

/** The share on a day, the schedule of a quarter, the people, one's own courses. */
export function TrainingPage({ visit, view }: { visit: Visit; view: TrainingPageView }) {
  const texts = trainingTexts[visit.language];
  const { training, done } = view;
  const told =
    done === null ? undefined : { ...texts.done, recorded: texts.record.saved, removed: texts.record.removed };
  const words = told?.[done as keyof typeof told];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <TrainingTrail visit={visit} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {words && <Notice kind="good" title={words} language={visit.language} live />}
        <Share visit={visit} view={view} />
        {training.mayKeep && (
          <p class="row">
            <LinkButton href={href(visit, `${HOME}/sessions/new`)}>{texts.plan}</LinkButton>
            <LinkButton href={href(visit, `${HOME}/record`)}>{texts.record.title}</LinkButton>
            <a href={href(visit, `${HOME}/courses`)}>{texts.courses.title}</a>
          </p>
        )}
        <Schedule visit={visit} view={view} />
        <People visit={visit} view={view} />
        <OwnCourses visit={visit} training={training} />
      </div>
    </CabinetPage>
  );
}

function Share({ visit, view }: { visit: Visit; view: TrainingPageView }) {
  const texts = trainingTexts[visit.language];
  const { share } = view.training;
  return (
    <section class="stack" aria-labelledby="share">
      <h2 id="share">{share.owed === 0 ? texts.nobodyOwed : texts.share(share.trained, share.owed)}</h2>
      {share.fresh > 0 && <p>{texts.fresh(share.freshTrained, share.fresh)}</p>}
      {share.vacancies > 0 && <p>{texts.vacancies(share.vacancies)}</p>}
      <form class="row row-end" method="get" action={href(visit, HOME)}>
        <Field label={texts.onDay} name="on" type="date" value={share.day} />
        <Button kind="secondary">{texts.count}</Button>
      </form>
    </section>
  );
}

function Schedule({ visit, view }: { visit: Visit; view: TrainingPageView }) {
  const texts = trainingTexts[visit.language];
  const { first, last, year, number } = quarterOf(view.quarterDay);
  const to = (day: string) => href(visit, `${HOME}?quarter=${day}#schedule`);
  return (
    <div class="stack">
      <h2 id="schedule">
        {texts.schedule}: {texts.quarter(number, year)}
      </h2>
      {view.sessions.length === 0 ? (
        <p class="soft">{texts.noSessions}</p>
      ) : (
        <DataTable
          caption={texts.schedule}
          captionUnseen
          columns={[
            { title: texts.when, tight: true },
            { title: texts.topic },
            { title: texts.where },
            { title: texts.list },
            { title: <span class="unseen">{texts.deeds}</span> },
          ]}
          rows={view.sessions.map((session) => sessionLine(visit, session, view.training.mayKeep))}
        />
      )}
      <p class="row">
        <a href={to(addDays(first, -1))}>{texts.previous}</a>
        <a href={to(addDays(last, 1))}>{texts.next}</a>
      </p>
    </div>
  );
}

function sessionLine(visit: Visit, session: ScheduledSession, mayKeep: boolean) {
  const texts = trainingTexts[visit.language];
  const path = href(visit, `${HOME}/sessions/${session.id}`);
  const title = mayKeep ? <a href={path}>{session.topic}</a> : session.topic;
  return [
    <>
      {dayInWords(session.on, visit.language)}
      {session.at !== '' && <div>{session.at}</div>}
    </>,
    <>
      {title}
      <div class="soft small">{[session.audience, session.trainer].filter(Boolean).join(' · ')}</div>
    </>,
    session.place,
    session.state === 'held' ? texts.came(session.came) : texts.seats(session.signed, session.seats),
    <Mine visit={visit} session={session} />,
  ];
}

function Mine({ visit, session }: { visit: Visit; session: ScheduledSession }) {
  const texts = trainingTexts[visit.language];
  const path = href(visit, `${HOME}/sessions/${session.id}`);
  if (session.state === 'cancelled') return <Badge kind="attention">{texts.cancelled}</Badge>;
  if (session.mine === 'came') return <Badge kind="good">{texts.mineCame}</Badge>;
  if (session.state === 'held') return null;
  const full = session.seats !== null && session.signed >= session.seats;
  if (session.mine === null && full) return null;
  return (
    <form method="post" action={`${path}/${session.mine === null ? 'sign' : 'off'}`}>
      {session.mine === 'signed' && <div class="small">{texts.mineSigned}</div>}
      <Button kind="quiet">
        {session.mine === null ? texts.signUp : texts.signOff}
        <span class="unseen">: {session.topic}</span>
      </Button>
    </form>
  );
}

/** Those who owe a course first, then those whose course ends soonest. */
function inOrder(people: readonly TrainingState[]): TrainingState[] {
  const rank = (one: TrainingState) => (one.valid ? `2 ${one.valid.until ?? '9999'}` : one.fresh ? '1' : '0');
  return people.toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

function People({ visit, view }: { visit: Visit; view: TrainingPageView }) {
  const texts = trainingTexts[visit.language];
  const { training, units } = view;
  const { people } = training;
  if (training.share.people.length === 0) {
    return (
      <Empty title={texts.nobody}>
        <p>{texts.nobodyText}</p>
        {training.mayKeep && <LinkButton href={href(visit, '/cabinet/people')}>{texts.toPeople}</LinkButton>}
      </Empty>
    );
  }
  if (people.length === 0) return null;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <div class="stack">
      <h2 id="people">{texts.peopleTitle}</h2>
      <DataTable
        caption={texts.peopleTitle}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.person },
          { title: texts.unit },
          { title: texts.since, tight: true },
          { title: texts.course },
        ]}
        rows={inOrder(people)
          .slice(0, MOST_PEOPLE)
          .map((one) => [
            <>
              {one.name}
              {one.post !== '' && <div class="soft small">{one.post}</div>}
            </>,
            unitsInWords(visit, one, names),
            dayInWords(one.since, visit.language),
            <CourseState visit={visit} state={one} />,
          ])}
      />
      {people.length > MOST_PEOPLE && <p>{texts.more(people.length - MOST_PEOPLE)}</p>}
      <p>
        <a href={href(visit, `${HOME}/people.csv?on=${training.share.day}`)} download>
          {texts.csv}
        </a>
      </p>
    </div>
  );
}

function unitsInWords(visit: Visit, { unitIds }: TrainingState, names: ReadonlyMap<string, string>): string {
  const known = unitIds.map((id) => names.get(id) ?? '').filter(Boolean);
  if (known.length <= 2) return known.join(', ');
  return `${known[0]} ${trainingTexts[visit.language].more(known.length - 1)}`;
}

/** How somebody stands with the course, in words. */
export function courseStateInWords(visit: Visit, { valid, lapsedOn, fresh, owedBy }: TrainingState): string {
  const { states } = trainingTexts[visit.language];
  const day = (one: string) => dayInWords(one, visit.language);
  if (valid) {
    const { title } = valid.course;
    return valid.until ? states.until(title, day(valid.until)) : states.forGood(title, day(valid.training.on));
  }
  if (lapsedOn) return states.lapsed(day(lapsedOn));
  return fresh ? states.fresh(day(owedBy)) : states.owed;
}

function CourseState({ visit, state }: { visit: Visit; state: TrainingState }) {
  const kind = state.valid ? 'good' : state.fresh ? 'info' : 'attention';
  return <Badge kind={kind}>{courseStateInWords(visit, state)}</Badge>;
}

function OwnCourses({ visit, training }: { visit: Visit; training: TrainingView }) {
  const texts = trainingTexts[visit.language].record;
  const { own, courses } = training;
  if (visit.person === null || courses.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="own">
      <h2 id="own">{texts.own}</h2>
      {own.length === 0 && <p class="soft">{texts.ownNone}</p>}
      <ul class="plain stack">
        {own.map((one) => {
          const course = courses.find(({ id }) => id === one.courseId);
          const until = course ? countsUntil(one, course) : null;
          const { states } = trainingTexts[visit.language];
          const title = course?.title ?? '';
          return (
            <li key={one.id}>
              {until
                ? states.until(title, dayInWords(until, visit.language))
                : states.forGood(title, dayInWords(one.on, visit.language))}
              {one.certificate && (
                <>
                  {' · '}
                  <a href={href(visit, `${HOME}/records/${one.id}/certificate`)}>{texts.download}</a>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        <LinkButton href={href(visit, `${HOME}/record?own=yes`)}>{texts.ownAdd}</LinkButton>
      </p>
    </section>
  );
}
