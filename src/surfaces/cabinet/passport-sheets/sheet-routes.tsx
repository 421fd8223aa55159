import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import {
  applySheet,
  exportPassports,
  loadSheet,
  receiveSheet,
  undoSheet,
} from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { sheetTexts } from '../../../locales/passport-sheets.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { ownFile, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { attempt, goTo, type PageContext, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { csvOfSheet } from './sheet-csv.ts';
import { SheetPage, SheetsPage } from './sheet-pages.tsx';

const HOME = '/cabinet/passport-sheets';

/** Bytes: 10,000 passports. */
const SHEET_LIMIT = 20 * 1024 * 1024;

/** Passports as one table: taken out, filled in a spreadsheet, given back, looked at and applied, or undone. */
export function passportSheetRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showHome(c, null));
  routes.get(`${HOME}/export.xlsx`, signedInOnly, async (c) => {
    const sheets = await sheetsOf(c.get('visit'));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return ownFile(
      Readable.toWeb(Readable.from(writeWorkbook(sheets))) as ReadableStream<Uint8Array>,
      type,
      'pasporty.xlsx',
    );
  });
  routes.get(`${HOME}/export.csv`, signedInOnly, async (c) => {
    const [passports] = await sheetsOf(c.get('visit'));
    return ownFile(passports ? csvOfSheet(passports) : '', 'text/csv; charset=utf-8', 'pasporty.csv');
  });
  routes.post(HOME, signedInOnly, async (c) => {
    const given = await attempt(receive(c));
    if (!given.done) return await showHome(c, given.error);
    return goTo(c, `${HOME}/${given.value}`);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showSheet(c));
  routes.post(`${HOME}/:id`, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const sheet = await loadSheet(ctx, c.req.param('id'));
    const form = new URLSearchParams(await c.req.text());
    const all = sheet.rows.filter(({ kind, meanwhile }) => kind !== 'faulty' && !meanwhile).map(({ row }) => row);
    const rows = form.get('what') === 'chosen' ? form.getAll('row').map(Number) : all;
    const applied = await attempt(applySheet(ctx, sheet.id, rows));
    return applied.done ? goTo(c, `${HOME}/${sheet.id}`) : await showSheet(c, applied.error);
  });
  routes.post(`${HOME}/:id/undo`, signedInOnly, smallForms, async (c) => {
    const undone = await undoSheet(c.get('visit').ctx, c.req.param('id'));
    const query = new URLSearchParams({ undone: `${undone.changed} ${undone.removed}` });
    for (const title of undone.left.slice(0, 10)) query.append('left', title);
    return goTo(c, `${HOME}/${c.req.param('id')}?${query}`);
  });
  return routes;
}

function sheetsOf(visit: Visit) {
  return exportPassports(visit.ctx, visit.language, deskTexts[visit.language].states);
}

/** Keeps the file only while it is read; gives the id of the table. */
async function receive(c: PageContext): Promise<string> {
  const { ctx } = c.get('visit');
  c.req.raw = await limitBody(c.req.raw, SHEET_LIMIT, tooLarge);
  const { file } = await c.req.parseBody();
  if (!(file instanceof File) || file.size === 0) {
    const text = { uk: sheetTexts.uk.noFile, en: sheetTexts.en.noFile };
    throw new RequestError('invalid', 'sheet-missing', text, [{ field: 'file', text }]);
  }
  const folder = await ctx.objects.workFolder();
  try {
    const path = join(folder, 'given');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return (await receiveSheet(ctx, path, file.name)).id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'sheet-too-large', {
    uk: 'Таблиця паспортів завелика: приймаємо до 20 МБ. Поділіть її на частини.',
    en: 'The table of passports is too large: up to 20 MB are taken. Part it.',
  });
}

async function showHome(c: PageContext, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  if (!(await may(visit.ctx, 'dataset.edit'))) await exportPassports(visit.ctx, visit.language, {});
  return show(c, <SheetsPage visit={visit} error={error} />, error);
}

async function showSheet(c: PageContext, error: RequestError | null = null): Promise<Response> {
  const visit = c.get('visit');
  const sheet = await loadSheet(visit.ctx, c.req.param('id') ?? '');
  return show(c, <SheetPage visit={visit} sheet={sheet} error={error} />, error);
}
