import { Hono } from 'hono';
import { findUnit, may } from '../../../capabilities/accounts/index.ts';
import {
  addEditedFile,
  changesSince,
  closeDocument,
  type DocumentForm,
  filesOf,
  findDocument,
  formOf,
  listDocuments,
  type MadeDocument,
  openFile,
  type Recipe,
  refreshDocument,
} from '../../../capabilities/documents/index.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import { readDocument } from '../../../platform/documents/index.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  goTo,
  type Outcome,
  type PageContext,
  type Posted,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { ChangesPage } from './changes-page.tsx';
import { DocumentListPage } from './document-list-page.tsx';
import { DocumentPage, type DocumentView } from './document-page.tsx';
import { DocumentViewPage } from './document-view.tsx';
import { documentPath, HOME } from './paths.ts';
import { noFile, readUpload } from './read-upload.ts';
import { sendFile } from './send-file.ts';
import { addTemplateRoutes } from './template-routes.tsx';
import { addWordingRoutes } from './wording-routes.tsx';

/** What the pages are given: kinds of documents that are kept, and everything that has a template. */
export interface DocumentRoutesOptions {
  readonly recipes: readonly Recipe[];
  readonly forms: readonly DocumentForm[];
  /** Where the paper a document is a draft of is signed; null: the document is signed by itself. */
  signedAt(document: MadeDocument): string | null;
}

/** `/cabinet/city/documents`: documents made, each with its files, view and changes; templates and cases below it. */
export function documentRoutes(options: DocumentRoutesOptions): Hono<SurfaceEnv> {
  const { recipes, forms } = options;
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showList(c, recipes));
  addTemplateRoutes(routes, forms);
  addWordingRoutes(routes);
  const one = `${HOME}/:id`;
  routes.get(one, signedInOnly, (c) => showOne(c, options));
  routes.get(`${one}/view`, signedInOnly, (c) => showSheet(c));
  routes.get(`${one}/document.docx`, signedInOnly, (c) => send(c));
  routes.get(`${one}/files/:file`, signedInOnly, (c) => send(c, c.req.param('file')));
  routes.get(`${one}/changes`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const document = await findDocument(visit.ctx, c.req.param('id'));
    const changes = await changesSince(visit.ctx, formOf(recipes, document.form), document);
    return show(c, <ChangesPage visit={visit} document={document} changes={changes} />);
  });
  routes.post(`${one}/refresh`, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const { id, form } = await findDocument(ctx, c.req.param('id'));
    const outcome = await attempt(refreshDocument(ctx, formOf(recipes, form), id));
    return answer(c, options, outcome, 'refreshed', null, {});
  });
  routes.post(`${one}/edited`, signedInOnly, async (c) => {
    const { file } = await readUpload(c);
    const added = file ? addEditedFile(c.get('visit').ctx, c.req.param('id'), file) : Promise.reject(noFile());
    return answer(c, options, await attempt(added), 'edited', 'edited', {});
  });
  routes.post(`${one}/sign`, signedInOnly, async (c) => {
    const { values, file } = await readUpload(c, 'signed');
    const line = { number: values.number ?? '', date: values.date ?? '' };
    const closed = await attempt(closeDocument(c.get('visit').ctx, c.req.param('id'), line, file));
    return answer(c, options, closed, 'signed', 'sign', values);
  });
  return routes;
}

async function showList(c: PageContext, recipes: readonly Recipe[]): Promise<Response> {
  const visit = c.get('visit');
  const form = visit.query.get('form') ?? '';
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(visit.query.get('page') ?? 1)) || 1));
  const [{ documents, more }, manages] = await Promise.all([
    listDocuments(visit.ctx, { page, ...(form === '' ? {} : { form }) }),
    may(visit.ctx, 'city.manage', null),
  ]);
  return show(c, <DocumentListPage visit={visit} view={{ documents, more, page, forms: recipes, form, manages }} />);
}

async function showOne(
  c: PageContext,
  { recipes, signedAt }: DocumentRoutesOptions,
  posted: DocumentView['posted'] = { ...EMPTY_FORM, part: null },
): Promise<Response> {
  const visit = c.get('visit');
  const document = await findDocument(visit.ctx, c.req.param('id') ?? '');
  const [files, unit, mayChange] = await Promise.all([
    filesOf(visit.ctx, document),
    document.unitId === null ? null : findUnit(visit.ctx, document.unitId),
    may(visit.ctx, document.deed, document.unitId),
  ]);
  const form = recipes.find(({ code }) => code === document.form) ?? null;
  const view = { document, files, form, unitName: unit?.name ?? null, mayChange, posted, signedAt: signedAt(document) };
  return show(c, <DocumentPage visit={visit} view={view} />, posted.error);
}

/** On to the document after a deed, or the same page with what was refused. */
async function answer(
  c: PageContext,
  options: DocumentRoutesOptions,
  outcome: Outcome<unknown>,
  done: string,
  part: DocumentView['posted']['part'],
  values: Posted,
): Promise<Response> {
  if (!outcome.done) return await showOne(c, options, { values, error: outcome.error, part });
  return goTo(c, `${documentPath(c.req.param('id') ?? '')}?done=${done}`);
}

async function showSheet(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const document = await findDocument(visit.ctx, c.req.param('id') ?? '');
  const { bytes } = await openFile(visit.ctx, document);
  const trail = [
    { label: documentsTexts[visit.language].list.title, href: href(visit, HOME) },
    { label: document.title, href: href(visit, documentPath(document.id)) },
  ];
  return show(c, <DocumentViewPage visit={visit} title={document.title} trail={trail} blocks={readDocument(bytes)} />);
}

async function send(c: PageContext, fileId?: string): Promise<Response> {
  const { ctx } = c.get('visit');
  const document = await findDocument(ctx, c.req.param('id') ?? '');
  const { file, bytes } = await openFile(ctx, document, fileId);
  return sendFile(c, { name: file.fileName, mediaType: file.mediaType, bytes });
}
