import { Hono, type Context as HonoContext } from 'hono';
import { deleteDataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { carryFileForward, leaveOutPart, takeParts } from '../../../capabilities/drafts/index.ts';
import {
  cancelFile,
  changeChoices,
  isRead,
  isSettled,
  latestReading,
  loadReading,
  partsOfFile,
  previewRows,
  type Reading,
  textSamples,
} from '../../../capabilities/ingest/index.ts';
import type { Encoding, ReadingChoices } from '../../../tabular/text-table.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { asksAboutPeople } from '../privacy/dataset-tables.ts';
import type { ChoicesData } from './choices-form.tsx';
import { offeredChoices } from './choices-offered.ts';
import { type FormValues, formOf } from './form-values.ts';
import { LookPage } from './look-page.tsx';
import { nextFileView } from './next-file-view.ts';
import { progressOf } from './reading-progress.ts';
import { signedIn } from './signed-in.ts';
import { likenessOf } from './standard-routes.tsx';

const SHOWN_ROWS = 20;

/** Screen 2: the reading's stages, the table as read, other choices, cancel, and the step forward to the passport. */
export function lookRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/readings/:id', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const ready = isRead(reading) && isSettled(reading.state);
      const table = reading.kind === 'table';
      const preview =
        ready && table ? await previewRows(visit.ctx, reading.id, { from: 1, count: SHOWN_ROWS, mended: false }) : null;
      const choices = await choicesOf(visit, reading);
      const parts = await partsOfFile(visit.ctx, reading);
      const like = await likenessOf(visit, reading);
      const next = ready ? await nextFileView(visit.ctx, reading) : null;
      return renderPage(c, <LookPage visit={visit} data={{ reading, preview, choices, parts, like, next }} />);
    })
    .get('/cabinet/readings/:id/state.json', async (c) => {
      const reading = await loadReading(signedIn(c.get('visit')).ctx, c.req.param('id'));
      c.header('cache-control', 'no-store');
      return c.json(progressOf(reading));
    })
    .post('/cabinet/readings/:id/choices', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      await changeChoices(visit.ctx, reading.id, chosen(await formOf(c), reading));
      return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
    })
    .post('/cabinet/readings/:id/parts', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await takeParts(visit.ctx, id, (await formOf(c)).all('part'));
      return c.redirect(href(visit, `/cabinet/readings/${id}#parts`), 303);
    })
    .post('/cabinet/readings/:id/cancel', cancel)
    .post('/cabinet/readings/:id/forward', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      if (reading.state === 'mending') return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
      // the structure is suggested from the table as it will be published, so people come first
      if (await asksAboutPeople(visit.ctx, reading.datasetId))
        return c.redirect(href(visit, `/cabinet/datasets/${reading.datasetId}/privacy`), 303);
      const { next } = await carryFileForward(visit.ctx, reading);
      const path = next ? `/cabinet/readings/${next.id}` : `/cabinet/datasets/${reading.datasetId}/passport`;
      return c.redirect(href(visit, path), 303);
    });
}

async function choicesOf(visit: Visit, reading: Reading): Promise<ChoicesData | null> {
  const offered = offeredChoices(reading);
  if (!offered) return null;
  const samples = offered.encoding || offered.delimiter ? await textSamples(visit.ctx, reading.id) : [];
  return { reading, offered, samples, headerDoubt: headerDoubt(reading) };
}

/** Asked only where reading itself was not sure, and never again after an answer. */
function headerDoubt({ source, inspection, choices }: Reading): ChoicesData['headerDoubt'] {
  if (choices.headerRow !== undefined || !source || !inspection) return null;
  const codes = new Set(inspection.findings.map(({ code }) => code));
  if (codes.has('no-header')) return 'none';
  return codes.has('rows-above-header') && source.headerRow !== null ? 'found' : null;
}

/** The form's answers as choices; what it did not ask stays as it was chosen before. */
function chosen(form: FormValues, reading: Reading): ReadingChoices {
  const choices: { -readonly [K in keyof ReadingChoices]: ReadingChoices[K] } = { ...reading.choices };
  const header = form.text('headerRow');
  if (header === 'confirm') choices.headerRow = reading.source?.headerRow ?? null;
  else if (/^\d{1,5}$/.test(header)) choices.headerRow = header === '0' ? null : Number(header) - 1;
  else if (form.has('headerRow')) delete choices.headerRow;
  if (form.has('sheet')) choices.sheet = form.text('sheet') || undefined;
  if (form.has('hidden')) choices.hidden = form.text('hidden') === 'left-out' ? 'left-out' : undefined;
  // a delimiter may be a tab, so it is taken as it was sent
  if (form.has('delimiter')) choices.delimiter = form.raw('delimiter') || undefined;
  if (form.has('encoding')) choices.encoding = (form.text('encoding') || undefined) as Encoding | undefined;
  return choices;
}

/** Cancelled: the bytes are gone; a draft that was made only for this file goes too. One table of a file is left out by itself. */
async function cancel(c: HonoContext<SurfaceEnv, '/cabinet/readings/:id/cancel'>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const reading = await loadReading(ctx, c.req.param('id'));
  if (reading.partOf !== null) {
    await leaveOutPart(ctx, reading);
    return c.redirect(href(visit, `/cabinet/readings/${reading.partOf}#parts`), 303);
  }
  await cancelFile(ctx, reading.id);
  const dataset = await loadDataset(ctx, reading.datasetId);
  const others = await Promise.all(dataset.resources.map(({ id }) => latestReading(ctx, id)));
  const untouched = dataset.passport.description === '' && dataset.passport.purpose === '';
  if (dataset.state === 'draft' && untouched && others.every((one) => one === null))
    await deleteDataset(ctx, dataset.id);
  return c.redirect(href(visit, dataset.state === 'draft' ? '/cabinet/new' : `/cabinet/datasets/${dataset.id}`), 303);
}
