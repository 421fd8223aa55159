import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { listUnits, may } from '../../../capabilities/accounts/index.ts';
import {
  acceptProposal,
  changeCodeList,
  codeListAsCsv,
  codeListVersions,
  codePage,
  codesOfFile,
  codesOfText,
  createCodeList,
  dropProposal,
  listCodeLists,
  loadCodeList,
  loadCodeListVersion,
  loadProposal,
  offeredLists,
  proposeCodes,
  takeStartingLists,
} from '../../../capabilities/catalog/index.ts';
import { publishedList, publishList } from '../../../capabilities/dictionary/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { CODE_LISTS as HOME } from './code-list-forms.tsx';
import { CODES_SHOWN, CodeListPage } from './code-list-page.tsx';
import { CodeListsPage } from './code-lists-page.tsx';
import { ProposalPage } from './proposal-page.tsx';

/** Bytes: a workbook of 100,000 codes with their names. */
const LIST_LIMIT = 20 * 1024 * 1024;

/** `/cabinet/code-lists`: all lists, starting ones and a form for one more; a list has a page of its own, and a file of codes one before it is accepted. */
export function codeListRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, async (c) => {
    const given = await readList(c);
    const outcome = await attempt(create(c, given));
    if (!outcome.done) return await showAll(c, { values: given.values, error: outcome.error });
    return goTo(c, `${HOME}/${outcome.value.id}?done=saved`);
  });
  routes.post(`${HOME}/starting`, signedInOnly, smallForms, async (c) => {
    const { lists } = await readLists(c);
    await takeStartingLists(c.get('visit').ctx, lists.list ?? []);
    return goTo(c, HOME);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showOne(c, EMPTY_FORM));
  routes.get(`${HOME}/:id/codes.csv`, signedInOnly, sendCsv);
  routes.post(`${HOME}/:id`, signedInOnly, async (c) => {
    const id = c.req.param('id');
    const { values, retire } = await readList(c);
    const outcome = await attempt(change(c, id, values, retire));
    if (!outcome.done) return await showOne(c, { values, error: outcome.error });
    return goTo(c, `${HOME}/${id}?done=saved`);
  });
  routes.post(`${HOME}/:id/file`, signedInOnly, async (c) => {
    const id = c.req.param('id');
    const { file } = await readList(c);
    const outcome = await attempt(propose(c, id, file));
    if (!outcome.done) return await showOne(c, { values: {}, error: outcome.error });
    return goTo(c, `${HOME}/${id}/file/${outcome.value}`);
  });
  routes.post(`${HOME}/:id/publish`, signedInOnly, smallForms, async (c) => {
    const id = c.req.param('id');
    const outcome = await attempt(publishList(c.get('visit').ctx, id));
    if (!outcome.done) return await showOne(c, { values: {}, error: outcome.error });
    return goTo(c, `${HOME}/${id}`);
  });
  routes.get(`${HOME}/:id/file/:proposal`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const proposal = await loadProposal(visit.ctx, c.req.param('proposal'));
    return show(c, <ProposalPage visit={visit} proposal={proposal} />);
  });
  routes.post(`${HOME}/:id/file/:proposal`, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const { what } = await readForm(c);
    const { id, proposal } = c.req.param();
    if (what === 'drop') await dropProposal(ctx, proposal);
    else await acceptProposal(ctx, proposal, what === 'only');
    return goTo(c, `${HOME}/${id}${what === 'drop' ? '' : '?done=saved'}`);
  });
  return routes;
}

interface Given {
  readonly values: Posted;
  readonly retire: readonly string[];
  readonly file: File | null;
}

function linesOf({ codes = '' }: Posted) {
  const lines = codesOfText(codes);
  if (lines.faults.length === 0) return lines.codes;
  const text = {
    uk: 'Довідник не збережено: у рядках є що виправити.',
    en: 'The code list was not saved: some lines need mending.',
  };
  throw new RequestError('invalid', 'code-list-lines', text, lines.faults);
}

async function create(c: PageContext, { values, file }: Given) {
  const { ctx } = c.get('visit');
  const { name = '', unit = '' } = values;
  const codes = file === null ? linesOf(values) : await withFile(c, file, (path) => codesOfFile(ctx, path, file.name));
  return createCodeList(ctx, { name, unitId: unit === '' ? null : unit, codes });
}

/** Ticked codes go out of use by their own button; the form below adds and renames. */
async function change(c: PageContext, id: string, values: Posted, retire: readonly string[]) {
  const { ctx } = c.get('visit');
  if (values.what === 'retire') return changeCodeList(ctx, id, { retire });
  return changeCodeList(ctx, id, {
    codes: linesOf(values),
    ...(values.name === undefined ? {} : { name: values.name }),
  });
}

async function propose(c: PageContext, id: string, file: File | null): Promise<string> {
  if (file === null) {
    const text = { uk: codeListTexts.uk.noFile, en: codeListTexts.en.noFile };
    throw new RequestError('invalid', 'code-list-file', text, [{ field: 'file', text }]);
  }
  return withFile(c, file, (path) => proposeCodes(c.get('visit').ctx, id, { path, fileName: file.name }));
}

async function withFile<T>(c: PageContext, file: File, deed: (path: string) => Promise<T>): Promise<T> {
  const folder = await c.get('visit').ctx.objects.workFolder();
  try {
    const path = join(folder, 'codes');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return await deed(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readList(c: PageContext): Promise<Given> {
  c.req.raw = await limitBody(c.req.raw, LIST_LIMIT, tooLong);
  const body = await c.req.parseBody({ all: true });
  const texts = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const { file } = body;
  return {
    values: Object.fromEntries(texts),
    retire: [body.retire ?? []].flat().filter((code): code is string => typeof code === 'string'),
    file: file instanceof File && file.size > 0 ? file : null,
  };
}

function tooLong(): RequestError {
  return new RequestError('too-large', 'code-list-too-large', {
    uk: 'Файл довідника завеликий: вміщується 20 МБ. Поділіть його на кілька довідників.',
    en: 'The file of the code list is too large: 20 MB fit. Part it into several lists.',
  });
}

async function sendCsv(c: PageContext): Promise<Response> {
  const { ctx, query } = c.get('visit');
  const id = c.req.param('id') ?? '';
  const version = Number(query.get('version') ?? 0);
  const list = version > 0 ? await loadCodeListVersion(ctx, id, version) : await loadCodeList(ctx, id);
  return ownFile(codeListAsCsv(list), 'text/csv; charset=utf-8', `${list.slug}${version > 0 ? `-${version}` : ''}.csv`);
}

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const [lists, units] = await Promise.all([listCodeLists(ctx), listUnits(ctx)]);
  const rights = await Promise.all(units.map(({ id }) => may(ctx, 'dataset.edit', id)));
  const owners = units.filter((_, at) => rights[at]);
  const whole = await may(ctx, 'dataset.coordinate', null);
  const offered = whole ? await offeredLists(ctx) : [];
  return show(c, <CodeListsPage visit={visit} view={{ lists, units, owners, whole, offered, form }} />, form.error);
}

async function showOne(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const { ctx, query } = visit;
  const id = c.req.param('id') ?? '';
  const words = (query.get('q') ?? '').slice(0, 100);
  const asked = query.get('page') ?? '1';
  const page = /^\d{1,4}$/.test(asked) ? Math.max(1, Number(asked)) : 1;
  const found = await codePage(ctx, id, { words, page, size: CODES_SHOWN });
  const { unitId } = found.list;
  const mayChange = await (unitId === null ? may(ctx, 'dataset.coordinate', null) : may(ctx, 'dataset.edit', unitId));
  const versions = await codeListVersions(ctx, id);
  const published = await publishedList(ctx, id);
  return show(
    c,
    <CodeListPage visit={visit} view={{ ...found, page, words, versions, mayChange, published, form }} />,
    form.error,
  );
}
