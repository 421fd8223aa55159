import { Hono } from 'hono';
import { listPeople, listUnits, viewHistory } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { exportHistory } from './history-export.ts';
import { filterOf } from './history-filter.ts';
import { HistoryPage } from './history-page.tsx';
import { show, signedInOnly } from './posted-form.ts';

const SIZE = 50;

/** `/cabinet/history`, also as `.csv` and `.json`. */
export function historyRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/history', signedInOnly, async (c) => {
    const visit = c.get('visit');
    const filter = filterOf(visit.query);
    const page = Math.min(Math.max(1, Number.parseInt(visit.query.get('page') ?? '1', 10) || 1), 1_000_000);
    const entries = await viewHistory(visit.ctx, filter, { page, size: SIZE });
    const [people, units] = await Promise.all([listPeople(visit.ctx), listUnits(visit.ctx)]);
    return show(c, <HistoryPage visit={visit} filter={filter} entries={entries} people={people} units={units} />);
  });
  for (const format of ['csv', 'json'] as const) {
    routes.get(`/cabinet/history.${format}`, signedInOnly, (c) => {
      const { ctx, query, language } = c.get('visit');
      return exportHistory(ctx, filterOf(query), format, language);
    });
  }
  return routes;
}
