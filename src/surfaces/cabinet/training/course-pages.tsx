import { functionsOf } from '../../../capabilities/accounts/index.ts';
import type { Course, Training } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { trainingTexts } from '../../../locales/training.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  DataTable,
  Empty,
  Field,
  type FieldOption,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf, type PostedLists } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { HOME, TrainingTrail } from './training-page.tsx';

export interface CourseForm extends FormState {
  readonly lists: PostedLists;
}

/** All courses, and a form for one more. */
export function CoursesPage(props: { visit: Visit; courses: readonly Course[]; mayKeep: boolean; form: CourseForm }) {
  const { visit, courses, mayKeep, form } = props;
  const texts = trainingTexts[visit.language].courses;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <TrainingTrail visit={visit} here={texts.title} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        {courses.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneText}</p>
          </Empty>
        ) : (
          <DataTable
            caption={texts.title}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.name },
              { title: texts.functions },
              { title: texts.validMonths },
              { title: <span class="unseen">{texts.deeds}</span> },
            ]}
            rows={courses.map((course) => courseLine(visit, course, mayKeep))}
          />
        )}
        {mayKeep && (
          <section class="stack" aria-labelledby="new-course">
            <h2 id="new-course">{texts.add}</h2>
            <CourseFields visit={visit} form={form} action={`${HOME}/courses`} />
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

function courseLine(visit: Visit, course: Course, mayKeep: boolean) {
  const texts = trainingTexts[visit.language].courses;
  const { functions } = appointmentsTexts[visit.language];
  const words = course.functions.map((one) => functions[one]).join(', ') || texts.everybody;
  return [
    <>
      {course.address === '' ? (
        course.title
      ) : (
        <a href={course.address} rel="noopener">
          {course.title}
        </a>
      )}
      {course.provider !== '' && <div class="soft small">{course.provider}</div>}
      {course.closedOn !== null && <div class="soft small">{texts.closed}</div>}
    </>,
    words,
    course.validMonths === null ? texts.forGood : texts.months(course.validMonths),
    mayKeep ? (
      <a href={href(visit, `${HOME}/courses/${course.id}`)}>
        {texts.change}
        <span class="unseen">: {course.title}</span>
      </a>
    ) : null,
  ];
}

/** One course to be changed. */
export function CoursePage({ visit, course, form }: { visit: Visit; course: Course; form: CourseForm }) {
  const texts = trainingTexts[visit.language].courses;
  const path = `${HOME}/courses/${course.id}`;
  return (
    <CabinetPage visit={visit} title={texts.changeTitle(course.title)}>
      <div class="stack-l">
        <TrainingTrail visit={visit} here={course.title} />
        <h1>{texts.changeTitle(course.title)}</h1>
        <Refusal visit={visit} error={form.error} />
        <CourseFields visit={visit} form={form} action={path} />
        <form method="post" action={href(visit, `${path}/offer`)}>
          <input type="hidden" name="offered" value={course.closedOn === null ? 'no' : 'yes'} />
          <Button kind="secondary">{course.closedOn === null ? texts.close : texts.open}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function CourseFields({ visit, form, action }: { visit: Visit; form: CourseForm; action: string }) {
  const texts = trainingTexts[visit.language].courses;
  const field = fieldsOf(visit, form);
  return (
    <form class="form" method="post" action={href(visit, action)} novalidate>
      <Field label={texts.name} {...field('title')} maxLength={300} />
      <Field label={texts.provider} {...field('provider')} maxLength={300} />
      <Field label={texts.address} {...field('address')} type="url" maxLength={500} />
      <Field label={texts.hours} {...field('hours')} inputMode="numeric" maxLength={3} />
      <Field
        label={texts.validMonths}
        hint={texts.validHint}
        {...field('validMonths')}
        inputMode="numeric"
        maxLength={3}
      />
      <ChoiceGroup legend={texts.functions} hint={texts.functionsHint} name="functions">
        {functionsOf('responsible').map((one) => (
          <Choice
            key={one}
            name="functions"
            value={one}
            label={appointmentsTexts[visit.language].functions[one]}
            checked={form.lists.functions?.includes(one)}
          />
        ))}
      </ChoiceGroup>
      <Button>{texts.save}</Button>
    </form>
  );
}

export interface RecordView {
  /** Null: one's own course. */
  readonly people: readonly FieldOption[] | null;
  readonly courses: readonly Course[];
  /** Noted lately; nothing where one notes one's own. */
  readonly noted: readonly Training[];
  readonly form: FormState;
}

/** A course somebody took, with its certificate. */
export function RecordPage({ visit, view }: { visit: Visit; view: RecordView }) {
  const { people, courses, form } = view;
  const texts = trainingTexts[visit.language].record;
  const title = people === null ? texts.ownAdd : texts.title;
  const field = fieldsOf(visit, form);
  const offered = courses
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, title: label }) => ({ value: id, label }));
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <TrainingTrail visit={visit} here={title} />
        <h1>{title}</h1>
        <Refusal visit={visit} error={form.error} />
        <form
          class="form"
          method="post"
          action={href(visit, `${HOME}/record${people === null ? '?own=yes' : ''}`)}
          enctype="multipart/form-data"
          novalidate
        >
          {people !== null && <Field label={texts.person} {...field('personId')} options={people} />}
          <Field
            label={texts.course}
            {...field('courseId')}
            options={offered.length === 1 ? offered : [{ value: '', label: texts.choose }, ...offered]}
          />
          <Field label={texts.on} {...field('on')} type="date" />
          <Field label={texts.result} hint={texts.resultHint} {...field('result')} maxLength={200} />
          <Field
            label={texts.certificate}
            hint={texts.certificateHint}
            name="certificate"
            type="file"
            accept=".pdf,.png,.jpg,.jpeg"
            error={faultOf(form.error?.fields ?? [], 'certificate', visit.language)}
          />
          <Button>{texts.save}</Button>
        </form>
        {view.noted.length > 0 && <Noted visit={visit} view={view} />}
      </div>
    </CabinetPage>
  );
}

function Noted({ visit, view }: { visit: Visit; view: RecordView }) {
  const texts = trainingTexts[visit.language].record;
  const { deeds } = trainingTexts[visit.language];
  const titles = new Map(view.courses.map(({ id, title }) => [id, title]));
  return (
    <div class="stack">
      <h2 id="noted">{texts.all}</h2>
      <DataTable
        caption={texts.all}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.who },
          { title: texts.course },
          { title: texts.on, tight: true },
          { title: <span class="unseen">{deeds}</span> },
        ]}
        rows={view.noted.map((one) => [
          one.personName,
          <>
            {titles.get(one.courseId)}
            {one.result !== '' && <div class="soft small">{one.result}</div>}
            {one.certificate && (
              <div class="small">
                <a href={href(visit, `${HOME}/records/${one.id}/certificate`)}>{texts.download}</a>
              </div>
            )}
          </>,
          dayInWords(one.on, visit.language),
          <form method="post" action={href(visit, `${HOME}/records/${one.id}/remove`)}>
            <Button kind="quiet">
              {texts.remove}
              <span class="unseen">: {one.personName}</span>
            </Button>
          </form>,
        ])}
      />
    </div>
  );
}
