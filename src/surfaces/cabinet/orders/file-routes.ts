import { Readable } from 'node:stream';
import { Hono } from 'hono';
import {
  addOrderFile,
  FILE_ROLES,
  ORDER_FILE_LIMIT,
  openOrderFile,
  removeOrderFile,
  showOrderFile,
} from '../../../capabilities/orders/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { transliterate } from '../../../language/transliterate.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { attempt, goTo, type PageContext, signedInOnly } from '../accounts/posted-form.ts';
import { HOME } from './order-words.ts';

/** What a form needs beside its file, bytes. */
const FORM_ROOM = 64 * 1024;

/** Files of documents: given by staff, taken by those who may; `/order-files/<id>` is open for what is public. */
export function orderFileRoutes(refused: (c: PageContext, error: RequestError) => Promise<Response>): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  const base = `${HOME}/:id/files`;
  routes.post(base, signedInOnly, async (c) => {
    c.req.raw = await limitBody(c.req.raw, ORDER_FILE_LIMIT + FORM_ROOM, tooLarge);
    const body = await c.req.parseBody();
    const file = body.file instanceof File ? body.file : new File([], '');
    const given = {
      role: FILE_ROLES.find((role) => role === body.role) ?? 'signed',
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      public: body.public === '1',
    };
    const outcome = await attempt(addOrderFile(c.get('visit').ctx, c.req.param('id'), given));
    return outcome.done ? goTo(c, `${HOME}/${c.req.param('id')}?done=saved`) : await refused(c, outcome.error);
  });
  const back = (c: PageContext) => goTo(c, `${HOME}/${c.req.param('id')}?done=saved`);
  routes.post(`${base}/:file/open`, signedInOnly, async (c) => {
    await showOrderFile(c.get('visit').ctx, c.req.param('file'), true);
    return back(c);
  });
  routes.post(`${base}/:file/close`, signedInOnly, async (c) => {
    await showOrderFile(c.get('visit').ctx, c.req.param('file'), false);
    return back(c);
  });
  routes.post(`${base}/:file/remove`, signedInOnly, async (c) => {
    await removeOrderFile(c.get('visit').ctx, c.req.param('file'));
    return back(c);
  });
  routes.get('/order-files/:file', async (c) => {
    const { file, bytes } = await openOrderFile(c.get('visit').ctx, c.req.param('file'));
    const plain = transliterate(file.name).replace(/[^\w.-]+/g, '-');
    return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, 200, {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      // never opened as a page of ours
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
  return routes;
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'order-file-too-large', {
    uk: 'Файл більший за 30 МБ. Збережіть скан із меншою роздільністю або розділіть його.',
    en: 'The file is over 30 MB. Save the scan with a smaller resolution, or part it.',
  });
}
