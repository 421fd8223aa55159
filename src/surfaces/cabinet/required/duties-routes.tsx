import { Hono } from 'hono';
import { listUnits, permit } from '../../../capabilities/accounts/index.ts';
import { assignItems, loadRequiredForStaff, noUnit, suggestDuties } from '../../../capabilities/mandates/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { attempt, type PageContext, readLists, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { DutiesPage } from './duties-page.tsx';
import { goBack, HOME, toldOf } from './frame.tsx';

const PATH = `${HOME}/duties`;

/** Which unit must publish what nobody must yet. */
export function dutiesRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, (c) => showDuties(c, null));
  routes.post(PATH, signedInOnly, smallForms, async (c) => {
    const { values, lists } = await readLists(c);
    const named = new Map((await listUnits(c.get('visit').ctx)).map(({ id, name }) => [name, id]));
    // one unit for all ticked items, or for each the unit named beside it; a name nobody bears is refused as a unit that is not there
    const duties = (lists.pick ?? []).flatMap((line) => {
      const name = values[`unit.${line}`]?.trim() ?? '';
      const unitId = values.unit || (named.get(name) ?? name);
      return unitId ? [{ line, unitId }] : [];
    });
    if (!values.unit && duties.some(({ unitId }) => !isId(unitId))) return showDuties(c, noUnit());
    const done = await attempt(assignItems(c.get('visit').ctx, duties));
    return done.done ? goBack(c, PATH, done.value) : await showDuties(c, done.error);
  });
  return routes;
}

async function showDuties(c: PageContext, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'mandate.answer');
  const view = await loadRequiredForStaff(visit.ctx);
  const suggested = suggestDuties(view.items, view.units);
  return show(
    c,
    <DutiesPage visit={visit} told={await toldOf(visit, error)} suggested={suggested} view={view} />,
    error,
  );
}
