import { Hono } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import { assignItems, loadRequiredForStaff, suggestDuties } from '../../../capabilities/mandates/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
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
    // one unit for all ticked items, or for each the unit chosen beside it
    const duties = (lists.pick ?? []).flatMap((line) => {
      const unitId = values.unit || values[`unit.${line}`];
      return unitId ? [{ line, unitId }] : [];
    });
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
