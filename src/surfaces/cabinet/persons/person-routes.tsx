import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import {
  appointedPersons,
  appointmentNotice,
  jobClauseDocument,
  prepareAppointmentsOrder,
  tellAppointed,
} from '../../../capabilities/people/index.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  type FormState,
  goTo,
  type PageContext,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { CodesPage } from '../letters/letter-pages.tsx';
import { HOME, PersonsPage } from './persons-page.tsx';

/** `/cabinet/city/persons`. */
export function personRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showPersons(c, null));
  routes.post(`${HOME}/order`, signedInOnly, smallForms, async (c) => {
    const prepared = await attempt(prepareAppointmentsOrder(c.get('visit').ctx));
    return prepared.done
      ? goTo(c, `/cabinet/city/orders/${prepared.value}?done=saved`)
      : showPersons(c, prepared.error);
  });
  routes.post(`${HOME}/notices`, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const sent = await attempt(tellAppointed(visit.ctx, visit.origin));
    if (!sent.done) return await showPersons(c, sent.error);
    if (sent.value.codes.length > 0) return show(c, <CodesPage visit={visit} sent={sent.value} back={HOME} />);
    return goTo(c, `/cabinet/city/letters/${sent.value.letter.id}`);
  });
  routes.get(`${HOME}/job-clause.docx`, signedInOnly, async (c) =>
    sendDocx(await jobClauseDocument(c.get('visit').ctx), 'posadova-instruktsiia.docx'),
  );
  routes.get(`${HOME}/:id/notice.docx`, signedInOnly, async (c) =>
    sendDocx(await appointmentNotice(c.get('visit').ctx, c.req.param('id')), 'povidomlennia.docx'),
  );
  return routes;
}

function sendDocx(bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  return ownFile(bytes, DOCX_TYPE, name);
}

async function showPersons(c: PageContext, error: FormState['error']): Promise<Response> {
  const visit = c.get('visit');
  const persons = await appointedPersons(visit.ctx);
  const units = await listUnits(visit.ctx);
  const q = (visit.query.get('q') ?? '').trim().slice(0, 100);
  return show(c, <PersonsPage visit={visit} view={{ persons, units, q, error }} />, error);
}
