import { Hono } from 'hono';
import { listUnits, may } from '../../../capabilities/accounts/index.ts';
import {
  changeCodeList,
  codeListAsCsv,
  codesOfText,
  createCodeList,
  listCodeLists,
  loadCodeList,
} from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  show,
  signedInOnly,
} from '../accounts/posted-form.ts';
import { CodeListPage, CodeListsPage } from './code-list-pages.tsx';

const HOME = '/cabinet/code-lists';

/** Bytes: 20,000 codes with their names. */
const LIST_LIMIT = 4 * 1024 * 1024;

/** `/cabinet/code-lists`: all lists and a form for one more; a list has a page of its own. */
export function codeListRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, async (c) => {
    const { values, text } = await readList(c);
    const { codes, faults } = codesOfText(text);
    const made = faults.length > 0 ? refused(faults) : attempt(create(c, values, codes));
    const outcome = await made;
    if (!outcome.done) return await showAll(c, { values, error: outcome.error });
    return goTo(c, `${HOME}/${outcome.value.id}?done=saved`);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showOne(c, EMPTY_FORM));
  routes.get(`${HOME}/:id/codes.csv`, signedInOnly, async (c) => {
    const list = await loadCodeList(c.get('visit').ctx, c.req.param('id'));
    return c.body(codeListAsCsv(list), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${list.slug}.csv"`,
      'cache-control': 'no-store',
    });
  });
  routes.post(`${HOME}/:id`, signedInOnly, async (c) => {
    const id = c.req.param('id');
    const { values, text, retire } = await readList(c);
    const { codes, faults } = codesOfText(text);
    const change = { name: values.name, codes, only: values.only === 'on' && codes.length > 0, retire };
    const outcome = await (faults.length > 0
      ? refused(faults)
      : attempt(changeCodeList(c.get('visit').ctx, id, change)));
    if (!outcome.done) return await showOne(c, { values, error: outcome.error });
    return goTo(c, `${HOME}/${id}?done=saved`);
  });
  return routes;
}

function create(c: PageContext, { name = '', unit = '' }: Posted, codes: ReturnType<typeof codesOfText>['codes']) {
  return createCodeList(c.get('visit').ctx, { name, unitId: unit === '' ? null : unit, codes });
}

function refused(faults: RequestError['fields']): Promise<{ done: false; error: RequestError }> {
  const text = {
    uk: 'Довідник не збережено: у рядках є що виправити.',
    en: 'The code list was not saved: some lines need mending.',
  };
  return Promise.resolve({ done: false, error: new RequestError('invalid', 'code-list-lines', text, faults) });
}

/** What was typed, and the lines: those of a file where one was given. */
async function readList(c: PageContext): Promise<{ values: Posted; text: string; retire: string[] }> {
  c.req.raw = await limitBody(c.req.raw, LIST_LIMIT, tooLong);
  const body = await c.req.parseBody({ all: true });
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const file = body.file;
  const given = file instanceof File && file.size > 0 ? decoded(await file.arrayBuffer()) : text('codes');
  const retire = [body.retire ?? []].flat().filter((code): code is string => typeof code === 'string');
  const values = { name: text('name'), unit: text('unit'), codes: given, only: text('only') };
  return { values, text: given, retire };
}

/** Excel in Ukrainian offices still saves CSV in Windows-1251. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function tooLong(): RequestError {
  return new RequestError('too-large', 'code-list-too-large', {
    uk: 'Файл довідника завеликий: вміщується 4 МБ. Поділіть його на кілька довідників.',
    en: 'The file of the code list is too large: 4 MB fit. Part it into several lists.',
  });
}

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const [lists, units] = await Promise.all([listCodeLists(ctx), listUnits(ctx)]);
  const rights = await Promise.all(units.map(({ id }) => may(ctx, 'dataset.edit', id)));
  const owners = units.filter((_, at) => rights[at]);
  const whole = await may(ctx, 'dataset.coordinate', null);
  return show(c, <CodeListsPage visit={visit} view={{ lists, units, owners, whole, form }} />, form.error);
}

async function showOne(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const list = await loadCodeList(visit.ctx, c.req.param('id') ?? '');
  const mayChange = await (list.unitId === null
    ? may(visit.ctx, 'dataset.coordinate', null)
    : may(visit.ctx, 'dataset.edit', list.unitId));
  return show(c, <CodeListPage visit={visit} view={{ list, mayChange, form }} />, form.error);
}
