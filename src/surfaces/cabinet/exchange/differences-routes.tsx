import { Hono } from 'hono';
import { decideDifference, listDifferences, undoChoice } from '../../../capabilities/exchange/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { DifferencesPage } from './differences-page.tsx';
import { BASE } from './frame.tsx';

const LIST = `${BASE}/:id/differences`;

/** What differs between us and the portal, decided field by field. */
export function differencesRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(LIST, signedInOnly, (c) => showDifferences(c, EMPTY_FORM));
  routes.post(LIST, signedInOnly, smallForms, async (c) => {
    const { dataset = '', field = '', take } = await readForm(c);
    const form = { datasetId: dataset, field, take: take === 'theirs' ? ('theirs' as const) : ('ours' as const) };
    const decided = await attempt(decideDifference(c.get('visit').ctx, form));
    if (!decided.done) return showDifferences(c, { values: {}, error: decided.error });
    return goTo(c, `${BASE}/${c.req.param('id')}/differences?done=${field === 'files' ? 'fetching' : 'done'}`);
  });
  routes.post(`${BASE}/:id/undo`, signedInOnly, smallForms, async (c) => {
    const undone = await attempt(undoChoice(c.get('visit').ctx, (await readForm(c)).choice ?? ''));
    if (!undone.done) return showDifferences(c, { values: {}, error: undone.error });
    return goTo(c, `${BASE}/${c.req.param('id')}/differences?done=undone`);
  });
  return routes;
}

async function showDifferences(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  const found = await listDifferences(visit.ctx, id);
  return show(c, <DifferencesPage visit={visit} view={{ ...found, form }} />, form.error);
}
