import { Hono } from 'hono';
import { type AppointmentFunction, listPeople, may } from '../../../capabilities/accounts/index.ts';
import {
  CERTIFICATE_LIMIT,
  type CourseWish,
  listCourses,
  notedTrainings,
  offerCourse,
  recordTraining,
  removeTraining,
  saveCourse,
} from '../../../capabilities/people/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { trainingTexts } from '../../../locales/training.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  type PostedLists,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { personOptions } from '../people/appointment-fields.tsx';
import { type CourseForm, CoursePage, CoursesPage, RecordPage } from './course-pages.tsx';
import { HOME } from './training-page.tsx';

/** Courses noted lately that the page shows. */
const NOTED = 50;

/** Courses, and what people took of them. */
export function courseRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(`${HOME}/courses`, signedInOnly, (c) => showCourses(c, { ...EMPTY_FORM, lists: {} }));
  routes.post(`${HOME}/courses`, signedInOnly, smallForms, (c) => save(c, null));
  routes.get(`${HOME}/courses/:id`, signedInOnly, (c) => showCourse(c, c.req.param('id'), null));
  routes.post(`${HOME}/courses/:id`, signedInOnly, smallForms, (c) => save(c, c.req.param('id')));
  routes.post(`${HOME}/courses/:id/offer`, signedInOnly, smallForms, async (c) => {
    const { values } = await readLists(c);
    await offerCourse(c.get('visit').ctx, c.req.param('id'), values.offered === 'yes');
    return goTo(c, `${HOME}/courses?done=saved`);
  });
  routes.get(`${HOME}/record`, signedInOnly, (c) => showRecord(c, EMPTY_FORM));
  routes.post(`${HOME}/record`, signedInOnly, noteTraining);
  routes.post(`${HOME}/records/:id/remove`, signedInOnly, smallForms, async (c) => {
    await removeTraining(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=removed`);
  });
  return routes;
}

/** A number as typed; an empty field is none, words are no number and are told so. */
export const numberOf = (typed = ''): number | null => (typed.trim() === '' ? null : Number(typed.trim()));

function courseOf(values: Posted, lists: PostedLists): CourseWish {
  return {
    title: values.title ?? '',
    provider: values.provider ?? '',
    address: values.address ?? '',
    hours: numberOf(values.hours),
    functions: (lists.functions ?? []) as readonly AppointmentFunction[],
    validMonths: numberOf(values.validMonths),
  };
}

async function save(c: PageContext, id: string | null): Promise<Response> {
  const { values, lists } = await readLists(c);
  const saved = await attempt(saveCourse(c.get('visit').ctx, id, courseOf(values, lists)));
  if (saved.done) return goTo(c, `${HOME}/courses?done=saved`);
  const form = { values, lists, error: saved.error };
  return id === null ? showCourses(c, form) : showCourse(c, id, form);
}

async function showCourses(c: PageContext, form: CourseForm): Promise<Response> {
  const visit = c.get('visit');
  const courses = await listCourses(visit.ctx);
  const mayKeep = await may(visit.ctx, 'city.manage', null);
  return show(c, <CoursesPage visit={visit} courses={courses} mayKeep={mayKeep} form={form} />, form.error);
}

async function showCourse(c: PageContext, id: string, form: CourseForm | null): Promise<Response> {
  const visit = c.get('visit');
  const course = (await listCourses(visit.ctx)).find((one) => one.id === id);
  if (!course) return goTo(c, `${HOME}/courses`);
  const values = Object.fromEntries(
    (['title', 'provider', 'address', 'hours', 'validMonths'] as const).map((name) => [name, `${course[name] ?? ''}`]),
  );
  const filled = form ?? { values, lists: { functions: course.functions }, error: null };
  return show(c, <CoursePage visit={visit} course={course} form={filled} />, filled.error);
}

async function showRecord(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx, query } = visit;
  const courses = await listCourses(ctx);
  const others = query.get('own') !== 'yes' && (await may(ctx, 'city.manage', null));
  const first = { value: '', label: trainingTexts[visit.language].record.choose };
  const people = others ? personOptions(await listPeople(ctx), first) : null;
  const noted = others ? await notedTrainings(ctx, NOTED) : [];
  return show(c, <RecordPage visit={visit} view={{ people, courses, noted, form }} />, form.error);
}

/** The form with its file; nothing larger than a certificate is read. */
async function noteTraining(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  c.req.raw = await limitBody(c.req.raw, CERTIFICATE_LIMIT + 64 * 1024, tooLarge);
  const body = await c.req.parseBody();
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const values = { personId: text('personId'), courseId: text('courseId'), on: text('on'), result: text('result') };
  const file = body.certificate instanceof File && body.certificate.size > 0 ? body.certificate : null;
  const personId = visit.query.get('own') === 'yes' ? (visit.person?.id ?? '') : values.personId;
  const noted = await attempt(
    (async () =>
      recordTraining(visit.ctx, {
        ...values,
        personId,
        certificate: file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      }))(),
  );
  return noted.done ? goTo(c, `${HOME}?done=recorded`) : showRecord(c, { values, error: noted.error });
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'certificate-too-large', {
    uk: 'Файл завеликий: сертифікат приймаємо до 10 МБ. Збережіть його меншим.',
    en: 'The file is too large: a certificate is taken up to 10 MB. Save it smaller.',
  });
}
