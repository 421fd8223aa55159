import { Hono } from 'hono';
import { listUnits, permit } from '../../../capabilities/accounts/index.ts';
import { listDatasets } from '../../../capabilities/catalog/index.ts';
import { reorganiseUnit } from '../../../capabilities/coordination/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { unitsTexts } from '../../../locales/units.ts';
import { CabinetPage, href, LinkButton, Notice, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
} from './posted-form.ts';
import { ReorganisePage } from './reorganise-page.tsx';

const MOST = 500;

/** `/cabinet/units/<id>/reorganise`. */
export function reorganiseRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/units/:id/reorganise', signedInOnly, (c) => showForm(c, c.req.param('id'), EMPTY_FORM));
  routes.post('/cabinet/units/:id/reorganise', signedInOnly, async (c) => {
    const visit = c.get('visit');
    const values = await readForm(c);
    const id = c.req.param('id');
    const done = await attempt(reorganiseUnit(visit.ctx, { unitId: id, ...typed(values) }));
    if (!done.done) return showForm(c, id, { values, error: done.error });
    const texts = unitsTexts[visit.language];
    const { datasets, left, successorId } = done.value;
    const roles = appointmentsTexts[visit.language].roles;
    const names = left.map(({ personName, role }) => `${personName} (${roles[role].toLowerCase()})`).join(', ');
    return show(
      c,
      <CabinetPage visit={visit} title={texts.reorganise}>
        <div class="stack-l">
          <h1>{texts.reorganise}</h1>
          <Notice kind="good" title={texts.done(datasets)} language={visit.language} live />
          {names !== '' && (
            <Notice kind="attention" language={visit.language}>
              {texts.left(names)}
            </Notice>
          )}
          <p class="row">
            <LinkButton href={href(visit, `/cabinet/units/${successorId}`)}>{texts.successors}</LinkButton>
            <LinkButton kind="quiet" href={href(visit, '/cabinet/people')}>
              {texts.people}
            </LinkButton>
          </p>
        </div>
      </CabinetPage>,
    );
  });
  return routes;
}

function typed(values: Posted) {
  const { who, successorId = '', name = '', edrpou = '', on = '', order = '' } = values;
  const elsewhere = Object.fromEntries(
    Object.entries(values).flatMap(([key, to]) => (key.startsWith('to-') && to !== '' ? [[key.slice(3), to]] : [])),
  );
  const successor = who === 'fresh' ? { name, edrpou: edrpou === '' ? null : edrpou } : { unitId: successorId };
  return { successor, elsewhere, on, order };
}

async function showForm(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'units.manage');
  const units = await listUnits(visit.ctx);
  const unit = units.find((one) => one.id === id);
  if (!unit || unit.parentId === null) {
    throw new RequestError('not-found', 'no-such-unit', {
      uk: 'Такого підрозділу немає, або його вже реорганізовано.',
      en: 'There is no such unit, or it was reorganised already.',
    });
  }
  const { items } = await listDatasets(visit.ctx, { unitIds: [id] }, { page: 1, size: MOST });
  const props = { visit, unit, units, datasets: items, form };
  return show(c, <ReorganisePage {...props} />, form.error);
}
