import { Hono, type Context as HonoContext } from 'hono';
import { allStandards, findStandard, loadDataset, ownStandards } from '../../../capabilities/catalog/index.ts';
import {
  bringToStandard,
  isRead,
  isSettled,
  leaveStandard,
  loadReading,
  previewShape,
  type Reading,
  type StandardWish,
  structuresOf,
  wayToStandard,
} from '../../../capabilities/ingest/index.ts';
import { type Recognised, structureOfRecipe } from '../../../tabular/standards/index.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type FormValues, formOf } from './form-values.ts';
import { signedIn } from './signed-in.ts';
import { StandardPage } from './standard-page.tsx';

const PATH = '/cabinet/readings/:id/standard';
const SHOWN_ROWS = 5;

/** What a file looks like, its columns beside the fields, and the one deed that brings it there. */
export function standardRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const key = visit.query.get('structure');
      return showPage(c, visit, reading, { key, answers: new Map(), addMissing: true });
    })
    .post(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const form = await formOf(c);
      const answered = {
        key: form.text('structure'),
        answers: answersOf(form, reading),
        addMissing: form.has('addMissing'),
      };
      const standard = await findStandard(visit.ctx, answered.key);
      if (form.text('deed') === 'show' || !standard) return showPage(c, visit, reading, answered);
      await bringToStandard(visit.ctx, reading.id, { ...answered, standard });
      return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
    })
    .post(`${PATH}/undo`, async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await leaveStandard(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/readings/${id}/repairs`), 303);
    });
}

/** The likeliest structure of a file that can still be brought to one; looked for by its name and the dataset's title too. */
export async function likenessOf(visit: Visit, reading: Reading): Promise<Recognised | undefined> {
  if (reading.kind !== 'table' || reading.publishedAt || !isRead(reading) || !isSettled(reading.state))
    return undefined;
  return (await likenesses(visit, reading))[0];
}

async function likenesses({ ctx }: Visit, reading: Reading): Promise<Recognised[]> {
  const own = await ownStandards(ctx);
  const dataset = await loadDataset(ctx, reading.datasetId);
  return structuresOf(reading, { own, about: `${dataset.passport.title} ${reading.fileName}` });
}

type Answered = Omit<StandardWish, 'standard'> & { readonly key: string | null };

async function showPage(
  c: HonoContext<SurfaceEnv, typeof PATH>,
  visit: Visit,
  reading: Reading,
  { key, answers, addMissing }: Answered,
): Promise<Response> {
  if (!isRead(reading) || !isSettled(reading.state) || reading.kind !== 'table')
    return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
  const done = structureOfRecipe(reading.recipe)?.title ?? null;
  const like = done === null ? (await likenesses(visit, reading)).map(({ standard }) => standard) : [];
  const all = await allStandards(visit.ctx);
  const keys = new Set(like.map((one) => one.key));
  const offered = [...like, ...all.filter((one) => !one.block && !keys.has(one.key))];
  const chosen = key ? offered.find((one) => one.key === key) : like[0];
  const way = chosen && done === null ? wayToStandard(reading, { standard: chosen, answers, addMissing }) : null;
  const preview = way ? await previewShape(visit.ctx, reading.id, way.recipe, SHOWN_ROWS) : null;
  return renderPage(c, <StandardPage visit={visit} data={{ reading, offered, way, preview, addMissing, done }} />);
}

/** Inputs are named `column.<index of the column>`. */
function answersOf(form: FormValues, reading: Reading): ReadonlyMap<number, string> {
  const columns = (reading.mended?.inspection ?? reading.inspection)?.columns ?? [];
  const asked = columns.filter(({ index }) => form.has(`column.${index}`));
  return new Map(asked.map(({ index }) => [index, form.text(`column.${index}`)]));
}
