import { Hono } from 'hono';
import { loadRequiredForStaff, undoMandateDeed } from '../../../capabilities/mandates/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { narrowRequired, readRequiredQuery, requiredCsv } from '../../components/required/index.ts';
import { goTo, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { answersRoutes } from './answers-routes.tsx';
import { dutiesRoutes } from './duties-routes.tsx';
import { HOME, toldOf } from './frame.tsx';
import { itemRoutes } from './item-routes.tsx';
import { ListPage } from './list-page.tsx';
import { listsRoutes } from './lists-routes.tsx';
import { MatrixPage } from './matrix-page.tsx';

/** `/cabinet/city/required`: items, the table of units and items, suggestions, lists. */
export function requiredStaffRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const view = await loadRequiredForStaff(visit.ctx);
    const shown = await narrowRequired(visit.ctx, view, readRequiredQuery(visit.query));
    return show(c, <ListPage visit={visit} shown={shown} told={await toldOf(visit)} />);
  });
  routes.get(`${HOME}/list.csv`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const view = await loadRequiredForStaff(visit.ctx);
    const shown = await narrowRequired(visit.ctx, view, readRequiredQuery(visit.query));
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' };
    return c.body(requiredCsv(visit, shown.items, view), 200, headers);
  });
  routes.get(`${HOME}/matrix`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const view = await loadRequiredForStaff(visit.ctx);
    const shown = await narrowRequired(visit.ctx, view, readRequiredQuery(visit.query));
    return show(c, <MatrixPage visit={visit} shown={shown} told={await toldOf(visit)} />);
  });
  routes.post(`${HOME}/undo/:id`, signedInOnly, smallForms, async (c) => {
    const { back = '' } = await readForm(c);
    const left = await undoMandateDeed(c.get('visit').ctx, c.req.param('id'));
    const path = back.startsWith(HOME) ? back : HOME;
    return goTo(c, `${path}?undone=${left}`);
  });
  routes.route('/', answersRoutes());
  routes.route('/', dutiesRoutes());
  routes.route('/', listsRoutes());
  routes.route('/', itemRoutes());
  return routes;
}
