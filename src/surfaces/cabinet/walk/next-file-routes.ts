import { setTimeout as sleep } from 'node:timers/promises';
import { Hono, type Context as HonoContext } from 'hono';
import { carryAllForward } from '../../../capabilities/drafts/index.ts';
import { isSettled, keepTitles, loadReading, type Reading } from '../../../capabilities/ingest/index.ts';
import { askForPublication, awaitPublication } from '../../../capabilities/publishing/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { anew } from '../../../platform/context.ts';
import { href, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { nextFileView } from './next-file-view.ts';
import { signedIn } from './signed-in.ts';

/** The click waits so long for the table to be written with the types of the structure, ms; a large one goes on by the usual screens. */
const PATIENCE = 8_000;
/** And so long for the version to be out. */
const PUBLISHING = 150;

/** What a person answers to the next file of a dataset: renamed columns are the same ones; publish it as the one before. */
export function nextFileRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .post('/cabinet/readings/:id/titles', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await keepTitles(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/readings/${id}`), 303);
    })
    .post('/cabinet/readings/:id/publish', publishAsBefore);
}

/** The structure is kept and the version asked for; whatever stands in the way is shown by the screen of publication. */
async function publishAsBefore(c: HonoContext<SurfaceEnv, '/cabinet/readings/:id/publish'>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const reading = await loadReading(visit.ctx, c.req.param('id'));
  const screen = `/cabinet/datasets/${reading.datasetId}/publish`;
  const view = await nextFileView(visit.ctx, reading);
  // somebody else has changed it meanwhile: looked at anew
  if (view?.publish == null) return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
  try {
    await carryAllForward(visit.ctx, reading.datasetId);
    if ((await written(visit, reading.id)).state !== 'ready') return c.redirect(href(visit, screen), 303);
    const asked = await askForPublication(visit.ctx, reading.datasetId);
    const { state, id } = await awaitPublication(visit.ctx, asked, PUBLISHING);
    const next = state === 'done' ? `/cabinet/datasets/${reading.datasetId}/published` : `${screen}?asked=${id}`;
    return c.redirect(href(visit, next), 303);
  } catch (error) {
    if (!isRequestError(error) || error.kind === 'forbidden') throw error;
    return c.redirect(href(visit, screen), 303);
  }
}

async function written(visit: Visit, id: string): Promise<Reading> {
  for (const end = Date.now() + PATIENCE; ; ) {
    const reading = await loadReading(anew(visit.ctx), id);
    if (isSettled(reading.state) || Date.now() > end) return reading;
    await sleep(100);
  }
}
