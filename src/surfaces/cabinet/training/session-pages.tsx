import type { Person } from '../../../capabilities/accounts/index.ts';
import type { Attendance, Course, Session } from '../../../capabilities/people/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { trainingTexts } from '../../../locales/training.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  href,
  KeyValues,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { QrPicture } from '../signing-in/qr-picture.tsx';
import { HOME, TrainingTrail } from './training-page.tsx';

interface SessionFormProps {
  readonly visit: Visit;
  readonly courses: readonly Course[];
  readonly form: FormState;
  readonly action: string;
}

/** A new training. */
export function NewSessionPage(props: SessionFormProps) {
  const { visit, form } = props;
  const texts = trainingTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.plan}>
      <div class="stack-l">
        <TrainingTrail visit={visit} here={texts.plan} />
        <h1>{texts.plan}</h1>
        <Refusal visit={visit} error={form.error} />
        <SessionFields {...props} />
      </div>
    </CabinetPage>
  );
}

function SessionFields({ visit, courses, form, action }: SessionFormProps) {
  const texts = trainingTexts[visit.language];
  const field = fieldsOf(visit, form);
  const choices = [
    { value: '', label: texts.form.noCourse },
    ...courses.filter(({ closedOn }) => closedOn === null).map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <form class="form" method="post" action={href(visit, action)} novalidate>
      <Field label={texts.form.topic} {...field('topic')} maxLength={300} />
      <Field label={texts.form.on} {...field('on')} type="date" />
      <Field label={texts.form.at} hint={texts.form.atHint} {...field('at')} maxLength={5} />
      <Field label={texts.form.place} {...field('place')} maxLength={300} />
      <Field label={texts.form.course} hint={texts.form.courseHint} {...field('courseId')} options={choices} />
      <Field label={texts.form.trainer} {...field('trainer')} maxLength={300} />
      <Field label={texts.form.audience} hint={texts.form.audienceHint} {...field('audience')} maxLength={300} />
      <Field
        label={texts.form.seats}
        hint={texts.form.seatsHint}
        {...field('seats')}
        inputMode="numeric"
        maxLength={5}
      />
      <Button>{texts.form.save}</Button>
    </form>
  );
}

export interface SessionView {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly courses: readonly Course[];
  /** Everybody who may be ticked. */
  readonly people: readonly Person[];
  /** The day has come. */
  readonly open: boolean;
  readonly form: FormState;
  readonly saved: number | null;
}

/** One training: its list to tick, its code, its facts to change. */
export function SessionPage({ visit, view }: { visit: Visit; view: SessionView }) {
  const texts = trainingTexts[visit.language];
  const { session, courses, form, saved } = view;
  const path = `${HOME}/sessions/${session.id}`;
  return (
    <CabinetPage visit={visit} title={session.topic}>
      <div class="stack-l">
        <TrainingTrail visit={visit} here={session.topic} />
        <div class="stack">
          <h1>{session.topic}</h1>
          <p class="lead">
            {[dayInWords(session.on, visit.language), session.at, session.place].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Refusal visit={visit} error={form.error} />
        {saved !== null && <Notice kind="good" title={texts.session.saved(saved)} language={visit.language} live />}
        {session.state === 'cancelled' && <Notice kind="attention" title={texts.cancelled} language={visit.language} />}
        {session.state !== 'cancelled' && (
          <p>
            <LinkButton href={href(visit, `${path}/code`)}>{texts.session.showCode}</LinkButton>
          </p>
        )}
        {session.state !== 'cancelled' && <AttendanceForm visit={visit} view={view} />}
        <details>
          <summary>{texts.change}</summary>
          <div class="stack-l">
            <SessionFields visit={visit} courses={courses} form={form} action={path} />
            {session.state === 'planned' && (
              <form method="post" action={href(visit, `${path}/cancel`)}>
                <Button kind="danger">{texts.form.cancel}</Button>
              </form>
            )}
          </div>
        </details>
      </div>
    </CabinetPage>
  );
}

function AttendanceForm({ visit, view }: { visit: Visit; view: SessionView }) {
  const texts = trainingTexts[visit.language].session;
  const { session, attendance, people, open } = view;
  const listed = new Map(attendance.map((one) => [one.personId, one]));
  const rest = people.filter(({ id, active }) => active && !listed.has(id));
  const hint = (one: Attendance) => (one.how === 'code' ? texts.byCode : one.how === 'self' ? texts.signed : undefined);
  return (
    <section class="stack" aria-labelledby="attendance">
      <h2 id="attendance">{texts.attendance}</h2>
      <p>{open ? texts.attendanceLead : texts.notYet}</p>
      <form class="stack-l" method="post" action={href(visit, `${HOME}/sessions/${session.id}/list`)}>
        <ChoiceGroup legend={texts.attendance} name="people">
          {attendance.map((one) => (
            <Choice
              key={one.personId}
              name="people"
              value={one.personId}
              label={one.personName}
              hint={hint(one)}
              checked={one.state === 'came'}
            />
          ))}
          {rest.map(({ id, name, email }) => (
            <Choice key={id} name="people" value={id} label={name} hint={namesake(people, name) ? email : undefined} />
          ))}
        </ChoiceGroup>
        {open && <Button>{texts.save}</Button>}
      </form>
    </section>
  );
}

/** Two people of one name are told apart by their address. */
const namesake = (people: readonly Person[], name: string): boolean =>
  people.filter((one) => one.name === name).length > 1;

/** The code to show on a wall or to print. */
export function CodeSheet({ visit, session }: { visit: Visit; session: Session }) {
  const texts = trainingTexts[visit.language].session;
  const address = `${visit.origin}${href(visit, `/training/${session.code}`)}`;
  return (
    <CabinetPage visit={visit} title={session.topic}>
      <div class="stack-l">
        <div class="stack">
          <h1>{session.topic}</h1>
          <p class="lead">{texts.codeLead}</p>
        </div>
        <QrPicture text={address} label={texts.qr} />
        <KeyValues
          items={[
            [trainingTexts[visit.language].mark.code, <strong class="code-to-type">{session.code}</strong>],
            [texts.codeTitle, `${visit.origin}${href(visit, '/training')}`],
          ]}
        />
        <p class="no-print soft">{texts.print}</p>
        <p class="no-print">
          <a href={href(visit, `${HOME}/sessions/${session.id}`)}>{texts.attendance}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

/** Where a person marks themself: a code to type, one button, or what came of it. */
export function MarkPage(props: {
  visit: Visit;
  session: Session | null;
  code: string;
  marked: boolean;
  error: FormState['error'];
}) {
  const { visit, session, code, marked, error } = props;
  const texts = trainingTexts[visit.language].mark;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        <h1>{texts.title}</h1>
        {error && (
          <div role="alert">
            <Notice kind="attention" title={inLanguage(error.text, visit.language)} language={visit.language} />
          </div>
        )}
        {marked && session && <Notice kind="good" title={texts.done(session.topic)} language={visit.language} live />}
        {!marked && session && (
          <form class="stack" method="post" action={href(visit, '/training')}>
            <p>{texts.lead(session.topic)}</p>
            <input type="hidden" name="code" value={code} />
            <Button>{texts.button}</Button>
          </form>
        )}
        {!session && (
          <form class="form" method="get" action={href(visit, '/training')}>
            <Field label={texts.code} name="code" value={code} maxLength={20} autocomplete="off" />
            <Button>{texts.find}</Button>
          </form>
        )}
      </div>
    </CabinetPage>
  );
}
