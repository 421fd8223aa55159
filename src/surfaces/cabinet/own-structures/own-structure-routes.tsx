import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import {
  changeOwnStandard,
  createOwnStandard,
  datasetTitles,
  listOwnStandards,
  loadDataset,
  loadOwnStandard,
  retireOwnStandard,
  standardFieldsOfText,
} from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
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
import { OWN_STRUCTURES as HOME, type StartOfForm } from './own-structure-form.tsx';
import { OwnStructurePage } from './own-structure-page.tsx';
import { OwnStructuresPage } from './own-structures-page.tsx';

/** Bytes: 500 fields with long descriptions. */
const FORM_LIMIT = 1024 * 1024;
const MOST_DATASETS = 500;

/** The structures a community keeps: a list with a form, and a page of each with its versions. */
export function ownStructureRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, async (c) => {
    const values = await readGiven(c);
    const made = await attempt(create(c, values));
    if (!made.done) return showAll(c, { values, error: made.error });
    return goTo(c, `${HOME}/${made.value.id}?done=saved`);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showOne(c, c.req.param('id'), EMPTY_FORM));
  routes.post(`${HOME}/:id`, signedInOnly, async (c) => {
    const id = c.req.param('id');
    const values = await readGiven(c);
    const saved = await attempt(change(c, id, values));
    if (!saved.done) return showOne(c, id, { values, error: saved.error });
    return goTo(c, `${HOME}/${id}?done=saved`);
  });
  routes.post(`${HOME}/:id/use`, signedInOnly, smallForms, async (c) => {
    const id = c.req.param('id');
    const { use } = await readForm(c);
    await retireOwnStandard(c.get('visit').ctx, id, use === 'retire');
    return goTo(c, `${HOME}/${id}?done=saved`);
  });
  return routes;
}

/** The typed form; a file given beside it stands for the lines of fields. */
async function readGiven(c: PageContext): Promise<Posted> {
  c.req.raw = await limitBody(c.req.raw, FORM_LIMIT, tooLong);
  const body = await c.req.parseBody();
  const typed = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const { file } = body;
  const values = Object.fromEntries(typed);
  return file instanceof File && file.size > 0 ? { ...values, fields: await file.text() } : values;
}

function tooLong(): RequestError {
  return new RequestError('too-large', 'structure-too-large', {
    uk: 'Опис структури завеликий: вміщується 1 МБ. Скоротіть описи полів.',
    en: 'The description of the structure is too large: 1 MB fits. Shorten the descriptions of fields.',
  });
}

function givenOf({ title = '', source = '', complete, fields = '' }: Posted): unknown {
  const read = standardFieldsOfText(fields);
  if (read.faults.length === 0) return { title, source, complete: complete === '1', fields: read.fields };
  const text = {
    uk: 'Структуру не збережено: у рядках полів є що виправити.',
    en: 'The structure was not saved: some lines of fields need mending.',
  };
  throw new RequestError('invalid', 'structure-lines', text, read.faults.slice(0, 20));
}

async function create(c: PageContext, values: Posted) {
  return createOwnStandard(c.get('visit').ctx, givenOf(values));
}

async function change(c: PageContext, id: string, values: Posted) {
  return changeOwnStandard(c.get('visit').ctx, id, givenOf(values));
}

/** The fields of a dataset's first table to begin with, where one was chosen. */
async function startOf(c: PageContext): Promise<StartOfForm> {
  const { ctx, query } = c.get('visit');
  const id = query.get('dataset') ?? '';
  if (!isId(id)) return {};
  const { passport, resources } = await loadDataset(ctx, id);
  const structure = resources.find(({ kind }) => kind === 'table')?.structure;
  return structure ? { title: passport.title, fields: structure.fields } : {};
}

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const standards = await listOwnStandards(ctx);
  const mayChange = await may(ctx, 'dataset.coordinate', null);
  const titles = mayChange ? await datasetTitles(ctx) : [];
  const datasets = titles.filter(({ state }) => state === 'published').slice(0, MOST_DATASETS);
  const start = await startOf(c);
  return show(
    c,
    <OwnStructuresPage visit={visit} view={{ standards, mayChange, datasets, start, form }} />,
    form.error,
  );
}

async function showOne(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const found = await loadOwnStandard(visit.ctx, id);
  const mayChange = await may(visit.ctx, 'dataset.coordinate', null);
  return show(c, <OwnStructurePage visit={visit} view={{ ...found, mayChange, form }} />, form.error);
}
