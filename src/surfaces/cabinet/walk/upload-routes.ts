import { stat } from 'node:fs/promises';
import { MemoryLocker, Server } from '@tus/server';
import { Hono } from 'hono';
import { receiveFile, type UploadPlace } from '../../../capabilities/ingest/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import { gatheringPath, ReadingUploads } from './upload-store.ts';

const PATH = '/cabinet/uploads';

/**
 * Resumable uploads by the tus protocol: `POST /cabinet/uploads` with metadata `readingId`, then `PATCH /cabinet/uploads/<readingId>`.
 * Only the signed-in person's own datasets: the store asks the right on every request.
 */
export function uploadRoutes(place: UploadPlace): Hono<SurfaceEnv> {
  const locker = new MemoryLocker();
  const serve = async (visit: Visit, request: Request): Promise<Response> => {
    const folder = await place.folder(visit.ctx);
    const id = request.url.split('/').at(-1) ?? '';
    if (request.method === 'HEAD' && isId(id)) await takeWhole(visit, id, folder, place.limit);
    return tusServer(visit, folder, place, locker).handleWeb(request);
  };
  return (
    new Hono<SurfaceEnv>()
      .on(['POST', 'OPTIONS'], PATH, (c) => serve(c.get('visit'), c.req.raw))
      // HEAD comes to Hono's GET route; tus sees the method that was really asked
      .on(['GET', 'PATCH', 'DELETE', 'OPTIONS'], `${PATH}/:id`, (c) => serve(c.get('visit'), c.req.raw))
  );
}

function tusServer(visit: Visit, folder: string, place: UploadPlace, locker: MemoryLocker): Server {
  const { ctx } = visit;
  const datastore = new ReadingUploads(ctx, folder);
  return new Server({
    path: PATH,
    datastore,
    locker,
    maxSize: place.limit,
    allowedOrigins: [visit.origin],
    namingFunction: (_request, metadata) => metadata?.readingId ?? '',
    generateUrl: (_request, { id }) => `${PATH}/${id}`,
    onUploadFinish: async (_request, upload) => {
      await receiveFile(ctx, upload.id, gatheringPath(folder, upload.id), place.limit);
      return {};
    },
    onResponseError: (_request, thrown) => {
      const error = datastore.refusal ?? thrown;
      if (!isRequestError(error)) return undefined;
      return {
        status_code: HTTP_STATUS[error.kind],
        body: JSON.stringify({ error: { code: error.code, message: error.text } }),
      };
    },
  });
}

/** The process may have been killed after the last byte and before the file was taken: asking for the offset finishes it. */
async function takeWhole(visit: Visit, id: string, folder: string, limit: number): Promise<void> {
  const upload = await new ReadingUploads(visit.ctx, folder).getUpload(id).catch(() => null);
  const gathered = await stat(gatheringPath(folder, id)).catch(() => null);
  if (upload && gathered && upload.size === gathered.size && gathered.size > 0) {
    await receiveFile(visit.ctx, id, gatheringPath(folder, id), limit);
  }
}
