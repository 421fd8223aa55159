import { Hono, type Context as HonoContext } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import {
  type Dataset,
  fieldMark,
  listDatasets,
  listTemplates,
  loadDataset,
  mergePassport,
  OWN_ELEMENTS,
  type Passport,
  removeTemplate,
  saveTemplate,
} from '../../../capabilities/catalog/index.ts';
import { isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { CopyPage, type CopySource } from './copy-page.tsx';
import { formOf } from './form-values.ts';
import { PASSPORT_FIELDS, type PassportField } from './passport-fields.ts';
import { signedIn } from './signed-in.ts';

const PATH = '/cabinet/datasets/:id/passport/copy';
const RECENT = 5;

/** Elements that can be copied. */
const COPIED: readonly PassportField[] = PASSPORT_FIELDS.filter((field) => !OWN_ELEMENTS.includes(field));

/** A passport copied from a template or from a late dataset of the unit: choose, see what will change, take. */
export function copyRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, (c) => showCopy(c, null))
    .post(PATH, copy)
    .post(`${PATH}/template`, keepTemplate)
    .post(`${PATH}/remove`, async (c) => {
      const visit = signedIn(c.get('visit'));
      await removeTemplate(visit.ctx, (await formOf(c)).text('template'));
      return c.redirect(`${address(visit, c.req.param('id'))}?done=removed`, 303);
    });
}

const address = (visit: Visit, id: string) => href(visit, `/cabinet/datasets/${id}/passport/copy`);

async function sourcesOf(visit: Visit, dataset: Dataset): Promise<{ templates: CopySource[]; recent: CopySource[] }> {
  const templates = (await listTemplates(visit.ctx)).map(({ id, name, passport }) => ({
    value: `template:${id}`,
    name,
    passport,
  }));
  const looks = await may(visit.ctx, 'dataset.view-drafts', dataset.unitId);
  const found = looks
    ? await listDatasets(visit.ctx, { unitIds: [dataset.unitId] }, { page: 1, size: RECENT + 1 })
    : null;
  const recent = (found?.items ?? [])
    .filter(({ id }) => id !== dataset.id)
    .slice(0, RECENT)
    .map(({ id, passport, number }) => ({ value: `dataset:${id}`, name: passport.title || number, passport }));
  return { templates, recent };
}

/** Elements of the source that say something else than the passport does. */
function differing(now: Passport, source: Passport): PassportField[] {
  const empty = (field: PassportField) =>
    fieldMark({ ...source, [field]: undefined }, field) === fieldMark(source, field);
  return COPIED.filter((field) => fieldMark(now, field) !== fieldMark(source, field) && !empty(field));
}

async function showCopy(c: HonoContext<SurfaceEnv, typeof PATH>, error: RequestError | null): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  const sources = await sourcesOf(visit, dataset);
  const source =
    [...sources.templates, ...sources.recent].find(({ value }) => value === visit.query.get('from')) ?? null;
  const fields = source ? differing(dataset.passport, source.passport) : [];
  const mayRemove = await may(visit.ctx, 'dataset.coordinate', null);
  const data = { dataset, ...sources, source, fields, error, mayRemove };
  return renderPage(c, <CopyPage visit={visit} data={data} />, error ? 400 : 200);
}

async function copy(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  const form = await formOf(c);
  const { templates, recent } = await sourcesOf(visit, dataset);
  const source = [...templates, ...recent].find(({ value }) => value === form.text('from'));
  if (!source) return c.redirect(address(visit, dataset.id), 303);
  const taken = differing(dataset.passport, source.passport).filter((field) => form.all('field').includes(field));
  const typed: Partial<Passport> = Object.fromEntries(taken.map((field) => [field, source.passport[field]]));
  // what somebody changed while the page was open is not overwritten: it stands on the passport to be compared
  const seen = Object.fromEntries(taken.map((field) => [field, form.text(`was.${field}`)]));
  await mergePassport(visit.ctx, dataset.id, typed, seen);
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/passport?copied=1`), 303);
}

async function keepTemplate(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  try {
    await saveTemplate(visit.ctx, id, (await formOf(c)).text('name'));
  } catch (error) {
    if (isRequestError(error) && error.code === 'form-invalid')
      return showCopy(c as HonoContext<SurfaceEnv, typeof PATH>, error);
    throw error;
  }
  return c.redirect(`${address(visit, id)}?done=saved`, 303);
}
