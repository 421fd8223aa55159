import { Hono } from 'hono';
import {
  eraseHistoryContent,
  listAllUnits,
  listPeople,
  may,
  viewDatasetHistory,
  viewHistory,
  viewHistoryEntry,
} from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { historyTexts } from '../../../locales/history.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
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
import { DatasetHistoryPage } from './dataset-history-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { exportHistory } from './export-history.ts';
import { filterOf } from './history-filter.ts';
import { HistoryPage } from './history-page.tsx';

const SIZE = 50;

/** `/cabinet/history` (also as `.csv` and `.jsonl`), an entry of it, and the history of a dataset. */
export function historyPages(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/history', signedInOnly, async (c) => {
    const visit = c.get('visit');
    const filter = filterOf(visit.query);
    const found = await viewHistory(visit.ctx, filter, { after: visit.query.get('after'), size: SIZE });
    const [people, units] = await Promise.all([peopleFor(visit), listAllUnits(visit.ctx)]);
    return show(c, <HistoryPage visit={visit} filter={filter} found={found} people={people} units={units} />);
  });
  for (const format of ['csv', 'jsonl'] as const) {
    routes.get(`/cabinet/history.${format}`, signedInOnly, (c) => {
      const { ctx, query, language } = c.get('visit');
      const after = Number(query.get('position') ?? 0);
      const known = Number.isSafeInteger(after) && after > 0 ? after : 0;
      return exportHistory(ctx, filterOf(query), { format, language, after: known });
    });
  }
  routes.get('/cabinet/history/:id', signedInOnly, (c) => showEntry(c, EMPTY_FORM));
  routes.post('/cabinet/history/:id/erase', signedInOnly, smallForms, (c) => erase(c));
  routes.get('/cabinet/datasets/:id/history', signedInOnly, (c) => showDataset(c));
  return routes;
}

/** Whom to choose from; those who may not see people choose by words. */
async function peopleFor({ ctx }: Visit) {
  return (await may(ctx, 'people.manage', null)) ? await listPeople(ctx) : [];
}

async function showEntry(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const entry = await viewHistoryEntry(visit.ctx, c.req.param('id') ?? '');
  const [units, mayErase] = await Promise.all([listAllUnits(visit.ctx), may(visit.ctx, 'settings.change', null)]);
  const page = <EntryPage visit={visit} entry={entry} units={units} mayErase={mayErase} form={form} />;
  return show(c, page, form.error);
}

function unconfirmed(): RequestError {
  const text = { uk: historyTexts.uk.erase.notSure, en: historyTexts.en.erase.notSure };
  return new RequestError('invalid', 'faulty-fields', text, [{ field: 'sure', text }]);
}

async function eraseIfSure(visit: Visit, id: string, values: Posted): Promise<void> {
  if (values.sure !== 'on') throw unconfirmed();
  const { reason = '', order = '' } = values;
  await eraseHistoryContent(visit.ctx, id, { reason, order });
}

async function erase(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  const values = await readForm(c);
  const erased = await attempt(eraseIfSure(visit, id, values));
  if (!erased.done) return await showEntry(c, { values, error: erased.error });
  return goTo(c, `/cabinet/history/${id}?done=erased`);
}

async function showDataset(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const { ctx, query } = visit;
  const { id, unitId, passport } = await loadDataset(ctx, c.req.param('id') ?? '');
  const found = await viewDatasetHistory(ctx, { id, unitId }, { after: query.get('after'), size: SIZE });
  const [units, open] = await Promise.all([listAllUnits(ctx), may(ctx, 'history.view', { id, unitId })]);
  const dataset = { id, title: passport.title };
  return show(c, <DatasetHistoryPage visit={visit} dataset={dataset} found={found} units={units} open={open} />);
}
