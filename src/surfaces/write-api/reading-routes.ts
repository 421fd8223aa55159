import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import { requireScope } from '../../capabilities/accounts/index.ts';
import { takeParts } from '../../capabilities/drafts/index.ts';
import {
  acceptAllRepairs,
  acceptRepairs,
  cancelReading,
  changeChoices,
  isSettled,
  loadReading,
  type Reading,
  RecipeSteps,
  readingsOfFile,
} from '../../capabilities/ingest/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { jsonOf } from './json-body.ts';
import { readingAnswer } from './reading-answer.ts';

type Asked = HonoContext<SurfaceEnv>;

/** What may be decided about repairs: all that is safe, none, or these. */
export const RepairsBody = z.object({
  accept: z.union([z.enum(['all', 'none']), RecipeSteps]),
});

/** Names of further tables of the file, as `parts` of the reading tells them. */
export const PartsBody = z.object({ names: z.array(z.string().min(1).max(500)).min(1).max(200) });

/** How the file is to be read where our own reading is not right; what is left out stays as it was. */
export const ChoicesBody = z.strictObject({
  sheet: z.string().min(1).max(200).optional(),
  headerRow: z.number().int().min(0).max(10_000).nullable().optional(),
  hidden: z.literal('left-out').optional(),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-u', 'cp866']).optional(),
  delimiter: z.string().length(1).optional(),
});

/** `/api/1/readings/<id>`: how far a file is, what was found in it, and the decisions it waits for. */
export function readingRoutes(): Hono<SurfaceEnv> {
  const path = '/api/1/readings/:id';
  return new Hono<SurfaceEnv>()
    .get(path, async (c) => answer(c, await loadReading(c.get('visit').ctx, c.req.param('id'))))
    .patch(path, async (c) => {
      const reading = await loadForUpload(c);
      await changeChoices(c.get('visit').ctx, reading.id, { ...reading.choices, ...(await jsonOf(c, ChoicesBody)) });
      return answer(c, await loadForUpload(c), 202);
    })
    .delete(path, async (c) => {
      await cancelReading(c.get('visit').ctx, (await loadForUpload(c)).id);
      return c.body(null, 204);
    })
    .post(`${path}/parts`, async (c) => {
      const { ctx, origin } = c.get('visit');
      const reading = await loadForUpload(c);
      await takeParts(ctx, reading.id, (await jsonOf(c, PartsBody)).names);
      const all = await readingsOfFile(ctx, reading);
      return c.json({ readings: all.map((one) => readingAnswer(one, origin)) }, 202);
    })
    .post(`${path}/repairs`, async (c) => {
      const reading = await loadForUpload(c);
      const { accept } = await jsonOf(c, RepairsBody);
      if (reading.inspection === null) throw notRead();
      const { ctx } = c.get('visit');
      if (accept === 'all') await acceptAllRepairs(ctx, reading.id);
      else await acceptRepairs(ctx, reading.id, accept === 'none' ? [] : accept);
      return answer(c, await loadForUpload(c), 202);
    });
}

async function loadForUpload(c: Asked): Promise<Reading> {
  const { ctx } = c.get('visit');
  await requireScope(ctx, 'file.upload');
  return loadReading(ctx, c.req.param('id') ?? '');
}

function answer(c: Asked, reading: Reading, status: 200 | 202 = 200): Response {
  c.header('cache-control', 'no-store');
  if (!isSettled(reading.state)) c.header('retry-after', '1');
  return c.json(readingAnswer(reading, c.get('visit').origin), status);
}

function notRead(): RequestError {
  return new RequestError('conflict', 'reading-state', {
    uk: 'Файл ще читається. Зачекайте, поки state стане checked або ready, і повторіть.',
    en: 'The file is still being read. Wait until state is checked or ready, and try again.',
  });
}
