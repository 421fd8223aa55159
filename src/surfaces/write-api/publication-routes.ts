import { setTimeout as sleep } from 'node:timers/promises';
import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import { may, requireScope } from '../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../capabilities/catalog/index.ts';
import { carryAllForward } from '../../capabilities/drafts/index.ts';
import { isSettled, latestReadings, type Reading } from '../../capabilities/ingest/index.ts';
import {
  askForPublication,
  awaitPublication,
  changeNote,
  confirmUnchanged,
  findPublicationRequest,
  isUnderWay,
  type PublicationRequest,
} from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import { anew, type Context } from '../../platform/context.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import type { PublicationAnswer, UnchangedAnswer } from './answer-schemas.ts';
import { linksOf } from './draft-answer.ts';

type Asked = HonoContext<SurfaceEnv>;

/** Seconds a request may wait for reading and publication; when nothing is said. */
const MOST_WAIT = 60;
const WAIT = 10;

/** How a publication is asked for. */
export const PublicationQuery = z.object({
  wait: z.coerce
    .number()
    .catch(WAIT)
    .describe('Seconds to wait for reading and publication')
    .meta({ type: 'number', minimum: 0, maximum: MOST_WAIT, default: WAIT }),
  note: z.string().optional().describe('Words to users, needed where a change breaks programs'),
});

/** `POST …/publication` publishes the working copy, `GET` says how far it is, `POST …/unchanged` says that the data are still true. */
export function publicationRoutes(): Hono<SurfaceEnv> {
  const path = '/api/1/datasets/:dataset/publication';
  return new Hono<SurfaceEnv>()
    .post(path, publish)
    .get(path, async (c) => {
      const { ctx } = c.get('visit');
      const dataset = await loadDataset(ctx, c.req.param('dataset'));
      const request = await findPublicationRequest(ctx, dataset.id);
      if (!request) throw neverAsked();
      return answer(c, dataset, request);
    })
    .post('/api/1/datasets/:dataset/unchanged', async (c) => {
      const { ctx } = c.get('visit');
      await requireScope(ctx, 'publish');
      const { dataAsOf, versionNumber } = await confirmUnchanged(ctx, c.req.param('dataset'));
      const body: z.infer<typeof UnchangedAnswer> = { dataAsOf, version: versionNumber };
      return c.json(body);
    });
}

async function publish(c: Asked): Promise<Response> {
  const { ctx } = c.get('visit');
  await requireScope(ctx, 'publish');
  const dataset = await loadDataset(ctx, c.req.param('dataset') ?? '');
  const end = Date.now() + waitOf(c) * 1000;
  const readings = await readyFiles(ctx, dataset, end);
  const undecided = readings.find(({ state }) => state === 'checked');
  if (undecided) throw repairsUndecided(undecided);
  if (readings.some(({ state }) => !isSettled(state))) throw stillRead();
  const { note } = PublicationQuery.parse(c.req.query());
  if (note !== undefined) await changeNote(ctx, dataset.id, note);
  // what the files brought into the structure by now is not what this request read at first
  const asked = await askForPublication(anew(ctx), dataset.id);
  return answer(c, dataset, await awaitPublication(ctx, asked, Math.max(0, end - Date.now())));
}

/** Waits until every file is read, and brings the new ones into the structure; a change of types writes a table again. */
async function readyFiles(asking: Context, dataset: Dataset, end: number): Promise<Reading[]> {
  const ctx = anew(asking);
  const ids = dataset.resources.map(({ id }) => id);
  const mayEdit = await may(ctx, 'dataset.edit', dataset);
  for (;;) {
    let readings = await latestReadings(ctx, ids);
    const settled = readings.every(({ state }) => isSettled(state));
    if (settled && mayEdit) readings = await carryAllForward(ctx, dataset.id);
    if (readings.every(({ state }) => isSettled(state)) || Date.now() >= end) return readings;
    await sleep(100);
  }
}

function waitOf(c: Asked): number {
  const { wait } = PublicationQuery.parse(c.req.query());
  return Math.min(MOST_WAIT, Math.max(0, wait));
}

function answer(c: Asked, dataset: Dataset, request: PublicationRequest): Response {
  const { state, stage, done, total, refusal, versionNumber } = request;
  if (state === 'failed' && refusal) throw new RequestError('conflict', refusal.code, refusal.text, refusal.fields);
  const underWay = isUnderWay(request);
  const links = linksOf(dataset.id, dataset.slug, !underWay, c.get('visit').origin);
  c.header('cache-control', 'no-store');
  if (underWay) c.header('retry-after', '1');
  const body: z.infer<typeof PublicationAnswer> = { state, stage, done, total, version: versionNumber, links };
  return c.json(body, underWay ? 202 : 200);
}

function repairsUndecided(reading: Reading): RequestError {
  return new RequestError('conflict', 'repairs-undecided', {
    uk: `Файл «${reading.fileName}» перевірено, і про виправлення ще не вирішено: надішліть рішення на /api/1/readings/${reading.id}/repairs, а потім публікуйте.`,
    en: `The file "${reading.fileName}" was checked and its repairs are not decided: send a decision to /api/1/readings/${reading.id}/repairs, then publish.`,
  });
}

function stillRead(): RequestError {
  return new RequestError('busy', 'file-being-read', {
    uk: 'Файл ще читається. Повторіть за кілька секунд або дайте довше чекати: ?wait=60.',
    en: 'The file is still being read. Try again in a few seconds, or wait longer: ?wait=60.',
  });
}

function neverAsked(): RequestError {
  return new RequestError('not-found', 'publication-not-asked', {
    uk: 'Публікацію цього набору ще не замовляли.',
    en: 'Nobody has asked to publish this dataset yet.',
  });
}
