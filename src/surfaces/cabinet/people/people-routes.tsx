import { Hono } from 'hono';
import {
  type AbsenceKind,
  appoint,
  changeOrderGraceDays,
  changePerson,
  endAbsence,
  listStaff,
  listUnits,
  openStaffPerson,
  orderGraceDays,
  type Person,
  renewInvitation,
  signInName,
  startAbsence,
} from '../../../capabilities/accounts/index.ts';
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
import { appointmentChoices } from './appointment-choices.ts';
import { showInvitation } from './invitation.tsx';
import { NewPersonPage } from './new-person-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { type AppointmentForm, emptyAppointment, termsOf, typedAppointment } from './typed-appointment.ts';

/** `/cabinet/people`: who works here, by which appointment, and whether they are here. */
export function peopleRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/people', signedInOnly, (c) => showPeople(c, EMPTY_FORM));
  routes.post('/cabinet/people/settings', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const changed = await attempt(changeOrderGraceDays(c.get('visit').ctx, Number(values.graceDays)));
    return changed.done ? goTo(c, '/cabinet/people?done=saved') : showPeople(c, { values, error: changed.error });
  });
  routes.get('/cabinet/people/new', signedInOnly, (c) => {
    const visit = c.get('visit');
    // whoever leads here may know already whom to invite
    const values = { name: visit.query.get('name') ?? '', email: visit.query.get('email') ?? '' };
    return showNew(c, { values, error: null }, emptyAppointment(visit, visit.query.get('unit')));
  });
  routes.post('/cabinet/people', signedInOnly, smallForms, addPerson);
  routes.get('/cabinet/people/:id', signedInOnly, (c) => showPerson(c, c.req.param('id'), EMPTY_FORM));
  routes.post('/cabinet/people/:id', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    return await change(c, values, { name: values.name ?? '' });
  });
  routes.post('/cabinet/people/:id/access', signedInOnly, smallForms, async (c) => {
    const { active } = await readForm(c);
    return await change(c, {}, { active: active === 'yes' });
  });
  routes.post('/cabinet/people/:id/absence', signedInOnly, smallForms, startAway);
  routes.post('/cabinet/people/:id/back', signedInOnly, smallForms, async (c) => {
    const { absence = '' } = await readForm(c);
    await endAbsence(c.get('visit').ctx, absence);
    return goTo(c, `/cabinet/people/${c.req.param('id')}?done=back`);
  });
  routes.post('/cabinet/people/:id/link', signedInOnly, smallForms, async (c) => {
    const { ctx, origin, language } = c.get('visit');
    const { person, link } = await renewInvitation(ctx, c.req.param('id'), { origin, language });
    return showInvitation(c, person, link);
  });
  return routes;
}

/** Rows of one page. */
const PAGE_SIZE = 50;

function matches(person: Person, q: string): boolean {
  const text = `${person.name} ${signInName(person)}`.toLocaleLowerCase('uk');
  return q
    .toLocaleLowerCase('uk')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

async function showPeople(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const [staff, units, graceDays] = [await listStaff(ctx), await listUnits(ctx), await orderGraceDays(ctx)];
  const q = visit.query.get('q')?.trim() ?? '';
  const found = staff.people.filter(({ person }) => matches(person, q));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(visit.query.get('page') ?? '1', 10) || 1));
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const list = { shown, total: found.length, q, page, pages };
  const view = { staff, list, units, graceDays, form, done: visit.query.get('done') };
  return show(c, <PeoplePage visit={visit} view={view} />, form.error);
}

async function showNew(c: PageContext, form: FormState, appointment: AppointmentForm): Promise<Response> {
  const visit = c.get('visit');
  const choices = await appointmentChoices(visit, appointment);
  return show(c, <NewPersonPage visit={visit} form={form} appointment={appointment} choices={choices} />, form.error);
}

async function addPerson(c: PageContext): Promise<Response> {
  const { ctx, origin, language } = c.get('visit');
  const { values, lists } = await readLists(c);
  const form = typedAppointment(values, lists);
  const { name = '', email = '', password = '' } = values;
  const fresh = {
    kind: 'new' as const,
    name,
    email: values.noMail === 'yes' ? null : email,
    password: values.how === 'password' ? password : null,
  };
  const who = values.vacancy === 'yes' ? ({ kind: 'vacancy' } as const) : fresh;
  const made = await attempt(
    (async () => appoint(ctx, { who, unitIds: form.unitIds, terms: termsOf(form) }, { origin, language }))(),
  );
  if (!made.done) return await showNew(c, { values, error: made.error }, form);
  const { person, link } = made.value;
  return person && link ? showInvitation(c, person, link) : goTo(c, '/cabinet/people?done=created');
}

async function startAway(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const values = await readForm(c);
  const { absenceKind = '', absenceFrom = '', absenceTo = '', absenceSubstituteId = '' } = values;
  const id = c.req.param('id') ?? '';
  const started = await attempt(
    startAbsence(ctx, id, {
      kind: absenceKind as AbsenceKind,
      from: absenceFrom,
      to: absenceTo === '' ? null : absenceTo,
      substituteId: absenceSubstituteId === '' ? null : absenceSubstituteId,
    }),
  );
  if (!started.done) return await showPerson(c, id, { values, error: started.error });
  // somebody who noted their own absence has just been signed out
  return goTo(c, id === c.get('visit').person?.id ? '/' : `/cabinet/people/${id}?done=away`);
}

async function change(c: PageContext, values: Posted, wanted: Parameters<typeof changePerson>[2]): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const changed = await attempt(changePerson(c.get('visit').ctx, id, wanted));
  if (!changed.done) return await showPerson(c, id, { values, error: changed.error });
  return goTo(c, `/cabinet/people/${id}?done=saved`);
}

async function showPerson(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const opened = await openStaffPerson(visit.ctx, id);
  const [units, staff] = [await listUnits(visit.ctx), await listStaff(visit.ctx)];
  const people = staff.people.map(({ person }) => person).filter(({ active }) => active);
  return show(c, <PersonPage visit={visit} view={{ ...opened, units, people, form }} />, form.error);
}
