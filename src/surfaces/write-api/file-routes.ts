import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import { answerOnce, requireScope } from '../../capabilities/accounts/index.ts';
import { loadDataset } from '../../capabilities/catalog/index.ts';
import { startFile } from '../../capabilities/drafts/index.ts';
import { receiveFile, type UploadPlace } from '../../capabilities/ingest/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { readMultipart } from '../../platform/http/multipart.ts';
import { saveBody } from '../../platform/http/save-body.ts';
import { diskFull, isDiskFull } from '../../platform/objects/disk-full.ts';
import type { SurfaceEnv, Visit } from '../components/visit.ts';
import { keyOf } from './asked-by-token.ts';
import { readingAnswer } from './reading-answer.ts';

type Asked = HonoContext<SurfaceEnv>;

/** What is said of a file in the address. */
export const FileQuery = z.object({
  name: z.string().trim().optional().describe('Name of the file with its extension; a form brings its own'),
  kind: z
    .enum(['table', 'document'])
    .catch('table')
    .describe('`document` leaves the file as it is')
    .meta({ default: 'table' }),
});

/** A file that lies on our disk, not yet anybody's. */
interface Gathered {
  readonly path: string;
  readonly fileName: string;
  readonly size: number;
  /** Digest of its bytes, or what stands for it. */
  readonly mark: string;
}

/**
 * `PUT …/file?name=` with the bytes as the body, or `POST …/file` with a form (multipart/form-data, field `file`): gives a resource its next file.
 * The bytes go to the disk as they come. Answers 202 with the reading, which is then worked on.
 */
export function fileRoutes(place: UploadPlace): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const path of ['/api/1/datasets/:dataset/file', '/api/1/datasets/:dataset/resources/:resource/file']) {
    routes.put(path, (c) => take(c, place, (to) => gatherBody(c, place, to)));
    routes.post(path, (c) => take(c, place, (to) => gatherForm(c, place, to)));
  }
  return routes;
}

async function take(c: Asked, place: UploadPlace, gather: (path: string) => Promise<Gathered>): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  await requireScope(ctx, 'file.upload');
  // who may not is told before the bytes travel
  await loadDataset(ctx, c.req.param('dataset') ?? '');
  await place.refuseWithoutRoom(ctx, Number(c.req.header('content-length') ?? 0));
  const path = join(await place.folder(ctx), `${newId()}.part`);
  try {
    const file = await gather(path);
    const request = ['file', c.req.path, file.fileName, file.size, file.mark];
    const answer = await answerOnce(ctx, keyOf(c.req.raw.headers), request, (tx) => keep(c, tx, visit, place, file));
    return c.json(answer.body as object, 202, answer.repeated ? { 'idempotency-replayed': 'true' } : {});
  } catch (error) {
    throw isDiskFull(error) ? diskFull() : error;
  } finally {
    await rm(path, { force: true });
  }
}

async function keep(c: Asked, ctx: Context, visit: Visit, place: UploadPlace, file: Gathered) {
  const { fileName, size } = file;
  const { kind } = FileQuery.parse(c.req.query());
  const wish = {
    fileName,
    size,
    kind,
    unitId: null,
    datasetId: c.req.param('dataset') ?? '',
    limit: place.limit,
  } as const;
  const reading = await startFile(ctx, { ...wish, resourceId: c.req.param('resource'), asBefore: true });
  const received = await receiveFile(ctx, reading.id, file.path, place.limit);
  return { status: 202, body: readingAnswer(received, visit.origin) };
}

async function gatherBody(c: Asked, place: UploadPlace, path: string): Promise<Gathered> {
  const { name: fileName } = FileQuery.parse(c.req.query());
  if (!fileName) throw nameMissing();
  const tooLarge = () => fileTooLarge(place.limit);
  if (Number(c.req.header('content-length') ?? 0) > place.limit) throw tooLarge();
  const { size, sha256 } = await saveBody(c.req.raw.body, path, place.limit, tooLarge);
  return { path, fileName, size, mark: sha256 };
}

async function gatherForm(c: Asked, place: UploadPlace, path: string): Promise<Gathered> {
  const { file } = await readMultipart(c.req.raw, path, place.limit);
  if (!file) throw fileMissing();
  return { path, fileName: file.name, size: file.size, mark: 'form' };
}

function nameMissing(): RequestError {
  const text = {
    uk: 'Вкажіть назву файлу з розширенням у параметрі name, наприклад ?name=dohovory.csv: за нею ми знаємо, як його читати.',
    en: 'Give the name of the file with its extension in the parameter name, for example ?name=contracts.csv: by it we know how to read the file.',
  };
  return new RequestError('invalid', 'name-missing', text, [{ field: 'name', text }]);
}

function fileMissing(): RequestError {
  const text = {
    uk: 'У формі немає файлу. Додайте його полем file: curl -F file=@dohovory.csv …',
    en: 'The form has no file. Add it as the field file: curl -F file=@contracts.csv …',
  };
  return new RequestError('invalid', 'file-missing', text, [{ field: 'file', text }]);
}

function fileTooLarge(limit: number): RequestError {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return new RequestError('too-large', 'file-too-large', {
    uk: `Файл більший за ${megabytes} МБ. Поділіть його, наприклад за роками, або попросіть адміністратора збільшити межу.`,
    en: `The file is larger than ${megabytes} MB. Split it, by year for example, or ask the administrator to raise the limit.`,
  });
}
