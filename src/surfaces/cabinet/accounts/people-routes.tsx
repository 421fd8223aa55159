import { Hono } from 'hono';
import {
  changePerson,
  createPerson,
  findPerson,
  invitePerson,
  isRole,
  listPeople,
  listUnits,
  permit,
  type Role,
  renewInvitation,
} from '../../../capabilities/accounts/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { LinkPage, PeoplePage } from './people-page.tsx';
import { NewPersonPage, PersonPage } from './person-page.tsx';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from './posted-form.ts';

/** `/cabinet/people`: who works here and what each may do. */
export function peopleRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/people', signedInOnly, async (c) => {
    const visit = c.get('visit');
    const [people, units] = await Promise.all([listPeople(visit.ctx), listUnits(visit.ctx)]);
    return show(c, <PeoplePage visit={visit} people={people} units={units} done={visit.query.get('done')} />);
  });
  routes.get('/cabinet/people/new', signedInOnly, (c) => showNew(c, EMPTY_FORM));
  routes.post('/cabinet/people', signedInOnly, smallForms, addPerson);
  routes.get('/cabinet/people/:id', signedInOnly, (c) => showPerson(c, c.req.param('id'), EMPTY_FORM));
  routes.post('/cabinet/people/:id', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    return await change(c, c.req.param('id'), values, { name: values.name, ...rightsOf(values) });
  });
  routes.post('/cabinet/people/:id/access', signedInOnly, smallForms, async (c) => {
    const { active } = await readForm(c);
    return await change(c, c.req.param('id'), {}, { active: active === 'yes' });
  });
  routes.post('/cabinet/people/:id/link', signedInOnly, smallForms, async (c) => {
    const { ctx, origin, language } = c.get('visit');
    const { person, link } = await renewInvitation(ctx, c.req.param('id'), { origin, language });
    return show(c, <LinkPage visit={c.get('visit')} person={person} link={link} />);
  });
  return routes;
}

/** A role that is none is left to the use case to refuse, as no role chosen. */
function rightsOf(values: Posted): { role: Role; unitId: string | null } {
  const { role = '', unitId = '' } = values;
  if (!isRole(role)) {
    const text = { uk: 'Оберіть роль.', en: 'Choose a role.' };
    throw new RequestError('invalid', 'faulty-fields', text, [{ field: 'role', text }]);
  }
  return { role, unitId: unitId === '' ? null : unitId };
}

async function showNew(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'people.manage');
  return show(c, <NewPersonPage visit={visit} units={await listUnits(visit.ctx)} form={form} />, form.error);
}

async function addPerson(c: PageContext): Promise<Response> {
  const { ctx, origin, language } = c.get('visit');
  const values = await readForm(c);
  const { name = '', email = '', password = '' } = values;
  const facts = { name, email, ...rightsOf(values) };
  if (values.how === 'password') {
    const made = await attempt(createPerson(ctx, { ...facts, password }));
    return made.done ? goTo(c, '/cabinet/people?done=created') : await showNew(c, { values, error: made.error });
  }
  const invited = await attempt(invitePerson(ctx, { ...facts, origin, language }));
  if (!invited.done) return await showNew(c, { values, error: invited.error });
  return show(c, <LinkPage visit={c.get('visit')} {...invited.value} />);
}

async function change(
  c: PageContext,
  id: string,
  values: Posted,
  wanted: Parameters<typeof changePerson>[2],
): Promise<Response> {
  const changed = await attempt(changePerson(c.get('visit').ctx, id, wanted));
  if (!changed.done) return await showPerson(c, id, { values, error: changed.error });
  return goTo(c, '/cabinet/people?done=saved');
}

async function showPerson(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'people.manage');
  const [person, units] = await Promise.all([findPerson(visit.ctx, id), listUnits(visit.ctx)]);
  if (person === null) {
    throw new RequestError('not-found', 'no-such-person', {
      uk: 'Такої людини в системі немає.',
      en: 'There is no such person in the system.',
    });
  }
  return show(c, <PersonPage visit={visit} units={units} form={form} person={person} />, form.error);
}
