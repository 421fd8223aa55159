import { Hono } from 'hono';
import {
  changeUnit,
  createUnit,
  deleteUnit,
  findUnit,
  isUnitKind,
  listUnits,
  permit,
  type UnitInUse,
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
} from './posted-form.ts';
import { UnitPage, UnitsPage } from './units-page.tsx';

/** `/cabinet/units`. @param unitInUse says whether datasets belong to a unit */
export function unitRoutes(unitInUse?: UnitInUse): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/units', signedInOnly, (c) => showUnits(c, EMPTY_FORM));
  routes.post('/cabinet/units', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { name = '', parentId = '', edrpou = '' } = values;
    const made = await attempt(createUnit(c.get('visit').ctx, { name, parentId, edrpou, ...kindOf(values) }));
    if (!made.done) return await showUnits(c, { values, error: made.error });
    return goTo(c, `/cabinet/units?done=created&parent=${made.value.parentId ?? ''}`);
  });
  routes.get('/cabinet/units/:id', signedInOnly, (c) => showUnit(c, c.req.param('id'), EMPTY_FORM));
  routes.post('/cabinet/units/:id', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { kind: _kind, ...facts } = values;
    const changed = await attempt(changeUnit(c.get('visit').ctx, c.req.param('id'), { ...facts, ...kindOf(values) }));
    if (!changed.done) return await showUnit(c, c.req.param('id'), { values, error: changed.error });
    return goTo(c, '/cabinet/units?done=saved');
  });
  routes.post('/cabinet/units/:id/remove', signedInOnly, smallForms, async (c) => {
    const removed = await attempt(deleteUnit(c.get('visit').ctx, c.req.param('id'), unitInUse));
    if (!removed.done) return await showUnit(c, c.req.param('id'), { values: {}, error: removed.error });
    return goTo(c, '/cabinet/units?done=removed');
  });
  return routes;
}

/** A kind that is none is left as it was. */
const kindOf = ({ kind = '' }: Posted) => (isUnitKind(kind) ? { kind } : {});

async function showUnits(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'units.manage');
  const units = await listUnits(visit.ctx);
  return show(c, <UnitsPage visit={visit} units={units} form={form} done={visit.query.get('done')} />, form.error);
}

async function showUnit(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'units.manage', id);
  const unit = await findUnit(visit.ctx, id);
  if (unit === null) {
    throw new RequestError('not-found', 'no-such-unit', {
      uk: 'Такого підрозділу немає. Можливо, його вилучили.',
      en: 'There is no such unit. It may have been removed.',
    });
  }
  return show(c, <UnitPage visit={visit} unit={unit} units={await listUnits(visit.ctx)} form={form} />, form.error);
}
