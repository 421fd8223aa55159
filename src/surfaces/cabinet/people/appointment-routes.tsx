import { Hono } from 'hono';
import {
  appoint,
  changeAppointment,
  endAppointment,
  fillVacancy,
  findPerson,
  findUnit,
  openAppointmentPage,
  openStaffPerson,
} from '../../../capabilities/accounts/index.ts';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  readForm,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { appointmentChoices } from './appointment-choices.ts';
import { AppointmentPage, NewAppointmentPage } from './appointment-page.tsx';
import {
  type AppointmentForm,
  emptyAppointment,
  formOfAppointment,
  termsOf,
  typedAppointment,
} from './typed-appointment.ts';

/** `/cabinet/appointments`: making, changing and ending them. */
export function appointmentRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/appointments/new', signedInOnly, (c) => {
    const visit = c.get('visit');
    const form = emptyAppointment(visit, visit.query.get('unit'));
    return showNew(c, visit.query.get('person') ?? '', EMPTY_FORM, form);
  });
  routes.post('/cabinet/appointments', signedInOnly, smallForms, make);
  routes.get('/cabinet/appointments/:id', signedInOnly, (c) => showOne(c, c.req.param('id'), EMPTY_FORM, null));
  routes.post('/cabinet/appointments/:id', signedInOnly, smallForms, change);
  routes.post('/cabinet/appointments/:id/fill', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const filled = await attempt(fillVacancy(c.get('visit').ctx, c.req.param('id'), values.comingId ?? ''));
    if (!filled.done) return showOne(c, c.req.param('id'), { values, error: filled.error }, null);
    return goTo(c, `/cabinet/people/${filled.value.personId}?done=saved`);
  });
  routes.post('/cabinet/appointments/:id/end', signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const values = await readForm(c);
    const today = dayOf(ctx.clock.now());
    const lastDay = values.now === 'yes' ? addDays(today, -1) : (values.lastDay ?? '');
    const ended = await attempt(endAppointment(ctx, c.req.param('id'), lastDay));
    if (!ended.done) return showOne(c, c.req.param('id'), { values, error: ended.error }, null);
    return goTo(c, '/cabinet/people?done=ended');
  });
  return routes;
}

async function make(c: PageContext): Promise<Response> {
  const { ctx, origin, language } = c.get('visit');
  const { values, lists } = await readLists(c);
  const form = typedAppointment(values, lists);
  const id = values.personId ?? '';
  const made = await attempt(
    (async () =>
      appoint(
        ctx,
        { who: { kind: 'known', id }, unitIds: form.unitIds, terms: termsOf(form) },
        { origin, language },
      ))(),
  );
  if (!made.done) return showNew(c, id, { values, error: made.error }, form);
  return goTo(c, `/cabinet/people/${id}?done=saved`);
}

async function change(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const { values, lists } = await readLists(c);
  const form = typedAppointment(values, lists);
  const id = c.req.param('id') ?? '';
  const changed = await attempt((async () => changeAppointment(ctx, id, termsOf(form)))());
  if (!changed.done) return showOne(c, id, { values, error: changed.error }, form);
  const { personId } = changed.value;
  return goTo(c, personId ? `/cabinet/people/${personId}?done=saved` : '/cabinet/people?done=saved');
}

async function showNew(
  c: PageContext,
  personId: string,
  form: FormState,
  appointment: AppointmentForm,
): Promise<Response> {
  const visit = c.get('visit');
  const choices = await appointmentChoices(visit, appointment);
  const person = (await findPerson(visit.ctx, personId)) ?? (await openStaffPerson(visit.ctx, personId)).person;
  const props = { visit, person, form, appointment, choices };
  return show(c, <NewAppointmentPage {...props} />, form.error);
}

async function showOne(c: PageContext, id: string, form: FormState, typed: AppointmentForm | null): Promise<Response> {
  const visit = c.get('visit');
  const kept = await openAppointmentPage(visit.ctx, id);
  const unitIds = kept.unitId === null ? [] : [kept.unitId];
  const appointment = typed ? { ...typed, unitIds } : formOfAppointment(kept);
  const [choices, unit] = [
    await appointmentChoices(visit, appointment),
    kept.unitId === null ? null : await findUnit(visit.ctx, kept.unitId),
  ];
  const props = { visit, form, appointment, choices, kept, unit };
  return show(c, <AppointmentPage {...props} />, form.error);
}
