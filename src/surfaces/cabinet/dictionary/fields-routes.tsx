import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import { COLUMN_TYPES, listCodeLists } from '../../../capabilities/catalog/index.ts';
import {
  changeSharedField,
  createSharedField,
  listSharedFields,
  loadSharedField,
  removeSharedField,
  type SharedFieldInput,
} from '../../../capabilities/dictionary/index.ts';
import { COLUMN_KINDS } from '../../../tabular/column.ts';
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
} from '../accounts/posted-form.ts';
import { FieldPage, FieldsPage, DICTIONARY as HOME, valuesOf } from './fields-pages.tsx';

/** `/cabinet/dictionary`: shared fields; a field has a page that shows what a change touches before it is made. */
export function fieldsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const outcome = await attempt(createSharedField(c.get('visit').ctx, inputOf(values)));
    if (!outcome.done) return showAll(c, { values, error: outcome.error });
    return goTo(c, `${HOME}/${outcome.value.id}?done=saved`);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showOne(c, null, false));
  routes.post(`${HOME}/:id`, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const id = c.req.param('id');
    const values = await readForm(c);
    const { uses } = await loadSharedField(ctx, id);
    if (values.what !== 'confirmed' && uses.length > 0) return showOne(c, { values, error: null }, true);
    const outcome = await attempt(changeSharedField(ctx, id, inputOf(values)));
    if (!outcome.done) return showOne(c, { values, error: outcome.error }, false);
    return goTo(c, `${HOME}/${id}?done=saved`);
  });
  routes.post(`${HOME}/:id/remove`, signedInOnly, smallForms, async (c) => {
    await removeSharedField(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, HOME);
  });
  return routes;
}

function inputOf({
  name = '',
  title = '',
  type,
  kind,
  format = '',
  unit = '',
  purpose = '',
  codeList,
}: Posted): SharedFieldInput {
  return {
    name: name.trim(),
    title: title.trim(),
    type: COLUMN_TYPES.find((one) => one === type) ?? 'text',
    kind: COLUMN_KINDS.find((one) => one === kind) ?? null,
    format: format.trim(),
    unit: unit.trim(),
    purpose: purpose.trim(),
    codeList: codeList || null,
  };
}

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const fields = await listSharedFields(visit.ctx);
  const lists = await listCodeLists(visit.ctx);
  const mayChange = await may(visit.ctx, 'dataset.coordinate', null);
  return show(c, <FieldsPage visit={visit} view={{ fields, lists, mayChange, form }} />, form.error);
}

async function showOne(c: PageContext, typed: FormState | null, asked: boolean): Promise<Response> {
  const visit = c.get('visit');
  const { field, uses } = await loadSharedField(visit.ctx, c.req.param('id') ?? '');
  const lists = await listCodeLists(visit.ctx);
  const mayChange = await may(visit.ctx, 'dataset.coordinate', null);
  const form = typed ?? { values: valuesOf(field), error: null };
  return show(c, <FieldPage visit={visit} view={{ field, uses, lists, mayChange, form, asked }} />, form.error);
}
