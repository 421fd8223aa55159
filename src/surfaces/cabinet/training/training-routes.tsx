import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { lookAtTraining, quarterOf, readCertificate, trainingSchedule } from '../../../capabilities/people/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { type Day, dayOf, isDay } from '../../../kernel/dates.ts';
import { trainingTexts } from '../../../locales/training.ts';
import { ownFile, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type PageContext, show, signedInOnly } from '../accounts/posted-form.ts';
import { courseRoutes } from './course-routes.tsx';
import { sessionRoutes } from './session-routes.tsx';
import { courseStateInWords, HOME, TrainingPage } from './training-page.tsx';

/** `/cabinet/city/training`: the share of trained persons on a day, courses, the schedule; `/training`: where one marks oneself. */
export function trainingRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, showTraining);
  routes.get(`${HOME}/people.csv`, signedInOnly, peopleAsCsv);
  routes.get(`${HOME}/records/:id/certificate`, signedInOnly, async (c) => {
    const { name, bytes } = await readCertificate(c.get('visit').ctx, c.req.param('id'));
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      },
    });
  });
  routes.route('/', courseRoutes());
  routes.route('/', sessionRoutes());
  return routes;
}

/** A day of the address, or today. */
function dayAsked({ ctx, query }: Visit, name: string): Day {
  const typed = query.get(name) ?? '';
  return isDay(typed) ? typed : dayOf(ctx.clock.now());
}

async function showTraining(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const quarterDay = dayAsked(visit, 'quarter');
  const { first, last } = quarterOf(quarterDay);
  const training = await lookAtTraining(visit.ctx, dayAsked(visit, 'on'));
  const sessions = await trainingSchedule(visit.ctx, first, last);
  const units = await listUnits(visit.ctx);
  const view = { training, sessions, units, quarterDay, done: visit.query.get('done') };
  return show(c, <TrainingPage visit={visit} view={view} />);
}

async function peopleAsCsv(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const { people, share } = await lookAtTraining(visit.ctx, dayAsked(visit, 'on'));
  const names = new Map((await listUnits(visit.ctx)).map(({ id, name }) => [id, name]));
  const texts = trainingTexts[visit.language];
  const head = [texts.person, texts.unit, texts.since, texts.course];
  const lines = people.map((one) => [
    one.name,
    one.unitIds.map((id) => names.get(id) ?? '').join('; '),
    one.since,
    courseStateInWords(visit, one),
  ]);
  return ownFile(
    `\uFEFF${[head, ...lines].map(csvLine).join('')}`,
    'text/csv; charset=utf-8',
    `navchannia-${share.day}.csv`,
  );
}
