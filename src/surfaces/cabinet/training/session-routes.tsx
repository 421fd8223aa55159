import { Hono } from 'hono';
import { listPeople, permit } from '../../../capabilities/accounts/index.ts';
import {
  cancelSession,
  listCourses,
  markSelf,
  openSession,
  type Session,
  type SessionWish,
  saveSession,
  sessionOfCode,
  signOff,
  signUp,
  tickList,
} from '../../../capabilities/people/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { trainingTexts } from '../../../locales/training.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { numberOf } from './course-routes.tsx';
import { CodeSheet, MarkPage, NewSessionPage, SessionPage } from './session-pages.tsx';
import { HOME } from './training-page.tsx';

const SESSIONS = `${HOME}/sessions`;

/** Trainings of the schedule, and `/training/<code>`, where a person in the room marks themself. */
export function sessionRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(`${SESSIONS}/new`, signedInOnly, (c) => showNew(c, EMPTY_FORM));
  routes.post(SESSIONS, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const saved = await attempt(saveSession(c.get('visit').ctx, null, sessionOf(values)));
    return saved.done
      ? goTo(c, `${HOME}?quarter=${saved.value.on}&done=planned`)
      : showNew(c, { values, error: saved.error });
  });
  routes.get(`${SESSIONS}/:id`, signedInOnly, (c) => showSession(c, EMPTY_FORM));
  routes.post(`${SESSIONS}/:id`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const saved = await attempt(saveSession(c.get('visit').ctx, c.req.param('id'), sessionOf(values)));
    return saved.done ? goTo(c, `${SESSIONS}/${saved.value.id}`) : showSession(c, { values, error: saved.error });
  });
  routes.post(`${SESSIONS}/:id/list`, signedInOnly, smallForms, async (c) => {
    const { lists } = await readLists(c);
    const id = c.req.param('id');
    const ticked = await attempt(tickList(c.get('visit').ctx, id, lists.people ?? []));
    if (!ticked.done) return showSession(c, { values: {}, error: ticked.error });
    return goTo(c, `${SESSIONS}/${id}?came=${ticked.value}`);
  });
  routes.post(`${SESSIONS}/:id/cancel`, signedInOnly, smallForms, async (c) => {
    await cancelSession(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=cancelled`);
  });
  routes.post(`${SESSIONS}/:id/sign`, signedInOnly, smallForms, async (c) => {
    await signUp(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=signed`);
  });
  routes.post(`${SESSIONS}/:id/off`, signedInOnly, smallForms, async (c) => {
    await signOff(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=off`);
  });
  routes.get(`${SESSIONS}/:id/code`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    await permit(visit.ctx, 'city.manage', null);
    const { session } = await openSession(visit.ctx, c.req.param('id'));
    return show(c, <CodeSheet visit={visit} session={session} />);
  });
  routes.get('/training', signedInOnly, (c) => showMark(c, c.get('visit').query.get('code') ?? ''));
  routes.get('/training/:code', signedInOnly, (c) => showMark(c, c.req.param('code')));
  routes.post('/training', signedInOnly, smallForms, async (c) => {
    const { code = '' } = await readForm(c);
    const visit = c.get('visit');
    const marked = await attempt(markSelf(visit.ctx, code));
    if (!marked.done) return showMark(c, code, marked.error);
    return show(c, <MarkPage visit={visit} session={marked.value} code={code} marked error={null} />);
  });
  return routes;
}

function sessionOf(values: Posted): SessionWish {
  const text = (name: string) => values[name] ?? '';
  return {
    topic: text('topic'),
    courseId: values.courseId ? values.courseId : null,
    audience: text('audience'),
    trainer: text('trainer'),
    place: text('place'),
    on: text('on'),
    at: text('at'),
    seats: numberOf(values.seats),
  };
}

const valuesOf = ({ topic, courseId, audience, trainer, place, on, at, seats }: Session): Posted => ({
  topic,
  courseId: courseId ?? '',
  audience,
  trainer,
  place,
  on,
  at,
  seats: seats === null ? '' : String(seats),
});

async function showNew(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'city.manage', null);
  const courses = await listCourses(visit.ctx);
  return show(c, <NewSessionPage visit={visit} courses={courses} form={form} action={SESSIONS} />, form.error);
}

async function showSession(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx, query } = visit;
  await permit(ctx, 'city.manage', null);
  const { session, attendance } = await openSession(ctx, c.req.param('id') ?? '');
  const courses = await listCourses(ctx);
  const people = await listPeople(ctx);
  const came = query.get('came');
  const filled = Object.keys(form.values).length > 0 ? form : { ...form, values: valuesOf(session) };
  const open = session.on <= dayOf(ctx.clock.now());
  const saved = came === null || form.error ? null : Number(came) || 0;
  const view = { session, attendance, courses, people, open, form: filled, saved };
  return show(c, <SessionPage visit={visit} view={view} />, form.error);
}

async function showMark(c: PageContext, code: string, error: FormState['error'] = null): Promise<Response> {
  const visit = c.get('visit');
  const found = code === '' ? null : await sessionOfCode(visit.ctx, code).catch(() => null);
  const told = error ?? (code !== '' && found === null ? unknownCode() : null);
  return show(
    c,
    <MarkPage visit={visit} session={error ? null : found} code={code} marked={false} error={told} />,
    told,
  );
}

function unknownCode(): RequestError {
  const text = { uk: trainingTexts.uk.mark.unknown, en: trainingTexts.en.mark.unknown };
  return new RequestError('not-found', 'no-such-code', text);
}
