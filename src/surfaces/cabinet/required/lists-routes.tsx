import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { may, permit } from '../../../capabilities/accounts/index.ts';
import type { Frequency } from '../../../capabilities/catalog/index.ts';
import {
  addLocalItem,
  adoptEdition,
  dropEdition,
  editionSheet,
  loadLists,
  moveLocalItem,
  receiveEdition,
  receiveLocalList,
  separateItem,
  takeEditionBack,
  tellTouchedUnits,
  viewEdition,
} from '../../../capabilities/mandates/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import type { Context } from '../../../platform/context.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { EditionPage } from './edition-page.tsx';
import { HOME, toldOf } from './frame.tsx';
import { ListsPage } from './lists-page.tsx';

const PATH = `${HOME}/lists`;

/** Bytes: thousands of items. */
const FILE_LIMIT = 5 * 1024 * 1024;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lists and their editions: what is in force, a new one by a file, the community's own. */
export function listsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, (c) => showLists(c, {}, null));
  routes.get(`${PATH}/sample.xlsx`, signedInOnly, async (c) => {
    const { items } = await loadLists(c.get('visit').ctx);
    const body = Readable.toWeb(Readable.from(writeWorkbook([editionSheet(items)]))) as ReadableStream<Uint8Array>;
    const disposition = 'attachment; filename="perelik.xlsx"';
    return new Response(body, { headers: { 'content-type': XLSX, 'content-disposition': disposition } });
  });
  routes.post(PATH, signedInOnly, async (c) => {
    const typed: Record<string, string> = { deed: 'edition' };
    const done = await attempt(
      withFile(c, typed, (ctx, path, name) => {
        const { code = '', called = '', source = '' } = typed;
        return receiveEdition(ctx, { code, called, source }, path, name);
      }),
    );
    return done.done ? goTo(c, `${PATH}/${done.value.id}`) : await showLists(c, typed, done.error);
  });
  routes.post(`${PATH}/local`, signedInOnly, smallForms, async (c) => {
    const form = await readForm(c);
    const { title = '', name = '', frequency = '', theme = '', aim = '' } = form;
    const wanted = { title, name, frequency: frequency as Frequency, theme, aim };
    const done = await attempt(addLocalItem(c.get('visit').ctx, wanted));
    return done.done
      ? goTo(c, `${HOME}/items/${done.value}`)
      : await showLists(c, { ...form, deed: 'local' }, done.error);
  });
  routes.post(`${PATH}/local-file`, signedInOnly, async (c) => {
    const done = await attempt(withFile(c, {}, receiveLocalList));
    if (!done.done) return await showLists(c, { deed: 'local-file' }, done.error);
    return goTo(c, `${PATH}?given=${done.value.added}.${done.value.changed}`);
  });
  routes.post(`${PATH}/local/:line/:to{out|back}`, signedInOnly, smallForms, async (c) => {
    await moveLocalItem(c.get('visit').ctx, c.req.param('line'), c.req.param('to') === 'out' ? 'out' : 'back');
    return goTo(c, PATH);
  });
  routes.route('/', editionRoutes());
  return routes;
}

type EditionDeed = (ctx: Context, id: string, form: Posted) => Promise<string>;

/** What is done to an edition, and where one goes on. */
const DEEDS: Readonly<Record<string, EditionDeed>> = {
  adopt: async (ctx, id) => {
    await adoptEdition(ctx, id);
    return `${PATH}/${id}`;
  },
  back: async (ctx, id) => {
    await takeEditionBack(ctx, id);
    return `${PATH}/${id}`;
  },
  drop: async (ctx, id) => {
    await dropEdition(ctx, id);
    return PATH;
  },
  tell: async (ctx, id) => `${PATH}/${id}?told=${await tellTouchedUnits(ctx, id)}`,
  separate: async (ctx, id, { line = '' }) => {
    await separateItem(ctx, id, line);
    return `${PATH}/${id}`;
  },
};

function editionRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(`${PATH}/:edition`, signedInOnly, (c) => showEdition(c, null));
  routes.post(`${PATH}/:edition/:deed`, signedInOnly, smallForms, async (c) => {
    const deed = DEEDS[c.req.param('deed')];
    if (!deed) return showEdition(c, null);
    const done = await attempt(deed(c.get('visit').ctx, c.req.param('edition'), await readForm(c)));
    return done.done ? goTo(c, done.value) : await showEdition(c, done.error);
  });
  return routes;
}

async function showEdition(c: PageContext, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  const difference = await viewEdition(visit.ctx, c.req.param('edition') ?? '');
  const manages = await may(visit.ctx, 'city.manage', null);
  const told = await toldOf(visit, error);
  return show(c, <EditionPage visit={visit} told={told} difference={difference} manages={manages} />, error);
}

/** Keeps the file only while it is read; what was typed beside it goes into `typed`. */
async function withFile<T>(
  c: PageContext,
  typed: Record<string, string>,
  deed: (ctx: Context, path: string, fileName: string) => Promise<T>,
): Promise<T> {
  const { ctx } = c.get('visit');
  await permit(ctx, 'city.manage', null);
  c.req.raw = await limitBody(c.req.raw, FILE_LIMIT, tooLarge);
  const body = await c.req.parseBody();
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') typed[name] = value;
  const { file } = body;
  if (!(file instanceof File) || file.size === 0) {
    const text = { uk: requiredStaffTexts.uk.lists.noFile, en: requiredStaffTexts.en.lists.noFile };
    throw new RequestError('invalid', 'list-file-missing', text, [{ field: 'file', text }]);
  }
  const folder = await ctx.objects.workFolder();
  try {
    const path = join(folder, 'given');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return await deed(ctx, path, file.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'list-too-large', {
    uk: 'Файл переліку завеликий: приймаємо до 5 МБ.',
    en: 'The file of the list is too large: up to 5 MB are taken.',
  });
}

async function showLists(c: PageContext, typed: Posted, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'dataset.view-internal');
  const lists = await loadLists(visit.ctx);
  const manages = await may(visit.ctx, 'city.manage', null);
  const told = await toldOf(visit, error);
  return show(c, <ListsPage visit={visit} told={told} data={{ lists, manages, typed }} />, error);
}
