import { Hono, type Context as HonoContext } from 'hono';
import { listResponsible, listUnits } from '../../../capabilities/accounts/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { ResponsiblePage } from './responsible-page.tsx';

const COLUMNS = [
  'unit',
  'unitSlug',
  'edrpou',
  'name',
  'post',
  'functions',
  'email',
  'phone',
  'allDatasets',
  'datasets',
] as const;

/** `/responsible`: who answers for the data, as a page, CSV and JSON. Office contacts only. */
export function responsibleRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/responsible', async (c) => {
    const visit = c.get('visit');
    const [people, units] = await Promise.all([listResponsible(visit.ctx), listUnits(visit.ctx)]);
    return renderPage(c, <ResponsiblePage visit={visit} people={people} units={units} />);
  });
  routes.get('/responsible.json', async (c) => c.json(await recordsOf(c)));
  routes.get('/responsible.csv', async (c) => {
    const records = await recordsOf(c);
    const lines = records.map((record) =>
      csvLine(COLUMNS.map((column) => [record[column]].flat().map(String).join('; '))),
    );
    return c.body(`\uFEFF${csvLine(COLUMNS)}${lines.join('')}`, 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
  return routes;
}

async function recordsOf(c: HonoContext<SurfaceEnv>) {
  const { ctx } = c.get('visit');
  const [people, units] = await Promise.all([listResponsible(ctx), listUnits(ctx)]);
  return units.flatMap((unit) =>
    people
      .filter(({ unitId }) => unitId === unit.id)
      .map((one) => ({
        unit: unit.name,
        unitSlug: unit.slug,
        edrpou: unit.shownEdrpou ?? '',
        name: one.name,
        post: one.post,
        functions: one.functions,
        email: one.email,
        phone: one.phone,
        allDatasets: one.datasetIds === null,
        datasets: one.datasetIds?.length ?? 0,
      })),
  );
}
