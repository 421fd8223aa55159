import { Hono } from 'hono';
import {
  type Appointee,
  listStaff,
  listUnits,
  openStaffPerson,
  orderFaults,
  parseOrder,
  replacePerson,
} from '../../../capabilities/accounts/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
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
} from '../accounts/posted-form.ts';
import { showInvitation } from './invitation.tsx';
import { ReplacePage } from './replace-page.tsx';

/** `/cabinet/people/<id>/replace`: the change of a person. */
export function replaceRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/people/:id/replace', signedInOnly, (c) => showReplace(c, c.req.param('id'), EMPTY_FORM));
  routes.post('/cabinet/people/:id/replace', signedInOnly, smallForms, async (c) => {
    const { ctx, origin, language } = c.get('visit');
    const values = await readForm(c);
    const id = c.req.param('id');
    const done = await attempt(
      (async () => replacePerson(ctx, { leavingId: id, ...typed(values) }, { origin, language }))(),
    );
    if (!done.done) return showReplace(c, id, { values, error: done.error });
    const { person, link } = done.value;
    return person && link ? showInvitation(c, person, link) : goTo(c, '/cabinet/people?done=replaced');
  });
  return routes;
}

function typed(values: Posted) {
  const { coming = 'known', comingId = '', name = '', email = '', from = '', order = '' } = values;
  const faults = orderFaults(order);
  if (faults[0]) throw new RequestError('invalid', 'faulty-fields', faults[0].text, faults);
  const who: Appointee =
    coming === 'vacancy'
      ? { kind: 'vacancy' }
      : coming === 'new'
        ? { kind: 'new', name, email: values.noMail === 'yes' ? null : email, password: null }
        : { kind: 'known', id: comingId };
  return { coming: who, from, order: parseOrder(order) };
}

async function showReplace(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { person, appointments } = await openStaffPerson(visit.ctx, id);
  const [units, staff] = [await listUnits(visit.ctx), await listStaff(visit.ctx)];
  const people = staff.people.map((one) => one.person).filter(({ active }) => active);
  const data = { person, appointments, units, people, form };
  return show(c, <ReplacePage visit={visit} {...data} />, form.error);
}
