import { Hono, type Context as HonoContext } from 'hono';
import { findUnit, may } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { isRead, isSettled, latestReadings, previewRows, type Reading } from '../../../capabilities/ingest/index.ts';
import {
  askForPublication,
  awaitPublication,
  changeNote,
  compareDraftStructure,
  findPublication,
  findPublicationRequest,
  isOfThisDraft,
  isUnderWay,
  openOriginal,
  type PublicationRequest,
  planPublication,
  publicationFaults,
  reviewOfDraft,
  submitDataset,
  takeBackSubmission,
} from '../../../capabilities/publishing/index.ts';
import { listComments, PERSONAL_DATA } from '../../../capabilities/review/index.ts';
import { HTTP_STATUS, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { kyivInstant } from '../../../language/kyiv-instant.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { readingOf } from './passport-routes.tsx';
import { PublishPage } from './publish-page.tsx';
import { PublishedPage } from './published-page.tsx';
import { PublishingPage, progressOfPublication } from './publishing-page.tsx';
import { signedIn } from './signed-in.ts';

const SHOWN_ROWS = 8;
const PATH = '/cabinet/datasets/:id/publish';
/** The click waits so long for a small dataset to be out, ms; for a large one the page shows the stages. */
const PATIENCE = 150;

/** Screen 5 and what comes after it. */
export function publishRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      return show(c, visit, await loadDataset(visit.ctx, c.req.param('id')));
    })
    .post(PATH, publish)
    .post('/cabinet/datasets/:id/submit', submit)
    .post('/cabinet/datasets/:id/take-back', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await takeBackSubmission(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/datasets/${id}/publish`), 303);
    })
    .get('/cabinet/datasets/:id/publish/state.json', async (c) => {
      const visit = signedIn(c.get('visit'));
      const request = await findPublicationRequest(visit.ctx, c.req.param('id'));
      return c.json(request ? progressOfPublication(request) : null, request ? 200 : 404);
    })
    .get('/cabinet/datasets/:id/published', async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      const publication = await findPublication(visit.ctx, dataset.id);
      if (!publication) return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/publish`), 303);
      const unit = await findUnit(visit.ctx, dataset.unitId);
      const dataAsOf = new Date(publication.dataAsOf);
      return renderPage(
        c,
        <PublishedPage
          visit={visit}
          dataset={dataset}
          unitName={unit?.name ?? ''}
          version={publication.versionNumber}
          dataAsOf={dataAsOf}
        />,
      );
    });
}

/** The screen as things stand: the stages while it is being published, what came of it to who waited, else the form. */
async function show(c: HonoContext<SurfaceEnv>, visit: Visit, dataset: Dataset): Promise<Response> {
  const request = await findPublicationRequest(visit.ctx, dataset.id);
  if (request === null) return publishPage(c, visit, dataset, null);
  const waited = visit.query.get('asked') === request.id;
  if (isUnderWay(request)) {
    if (waited) return renderPage(c, <PublishingPage visit={visit} dataset={dataset} request={request} />);
    return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/publish?asked=${request.id}`), 303);
  }
  if (request.state === 'done' && waited) {
    return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/published`), 303);
  }
  const told = request.state === 'failed' && (await isOfThisDraft(visit.ctx, request));
  return publishPage(c, visit, dataset, null, { earlier: told ? refusalOf(request) : null });
}

/** Why a publication that was asked for did not come about, as an error of the form. */
function refusalOf({ refusal }: PublicationRequest): RequestError | null {
  return refusal && new RequestError('conflict', refusal.code, refusal.text, refusal.fields);
}

async function publishPage(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  dataset: Dataset,
  error: RequestError | null,
  { earlier = null, typed = '' }: { readonly earlier?: RequestError | null; readonly typed?: string } = {},
): Promise<Response> {
  const { ctx } = visit;
  const reading = await readingOf(ctx, dataset);
  const all = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const [unit, publication, mayPublish, faults, structure, review, comments, maySubmit] = await Promise.all([
    findUnit(ctx, dataset.unitId),
    findPublication(ctx, dataset.id),
    may(ctx, 'dataset.publish', dataset),
    publicationFaults(ctx, dataset.id),
    compareDraftStructure(ctx, dataset.id),
    reviewOfDraft(ctx, dataset.id),
    listComments(ctx, dataset.id, { open: true }),
    may(ctx, 'dataset.submit', dataset),
  ]);
  const preview =
    reading && hasRows(reading)
      ? await previewRows(ctx, reading.id, { from: 1, count: SHOWN_ROWS, mended: true })
      : null;
  const next = (publication?.versionNumber ?? 0) + 1;
  const data = {
    dataset,
    unitName: unit?.name ?? '',
    reading,
    readings: new Map(all.map((one) => [one.resourceId, one])),
    preview,
    faults,
    structure,
    // nobody is offered a publication that the gate would refuse
    mayPublish: mayPublish && (review.road !== 'approval' || review.approved),
    next,
    error: error ?? earlier,
    typedInstant: typed,
    submit: {
      datasetId: dataset.id,
      review,
      comments,
      maySubmit,
      ready: faults.every(({ step }) => step === 'note'),
      faults: error?.fields ?? [],
    },
  };
  return renderPage(c, <PublishPage visit={visit} data={data} />, error ? HTTP_STATUS[error.kind] : 200);
}

function hasRows(reading: Reading): boolean {
  return reading.kind === 'table' && isRead(reading) && isSettled(reading.state) && reading.textTable !== null;
}

async function publish(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id'));
  const form = await formOf(c);
  try {
    const reading = await readingOf(ctx, dataset);
    if (reading) await openOriginal(ctx, dataset.id, reading.id, form.has('originalPublic'));
    if (form.has('note')) await changeNote(ctx, dataset.id, form.text('note'));
    const later = form.text('publishAt');
    if (later !== '') {
      await planPublication(ctx, dataset.id, kyivInstant(later));
      return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/publish?planned=1`), 303);
    }
    const request = await awaitPublication(ctx, await askForPublication(ctx, dataset.id), PATIENCE);
    if (request.state === 'failed') return await publishPage(c, visit, dataset, refusalOf(request));
    const next = request.state === 'done' ? 'published' : `publish?asked=${request.id}`;
    return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/${next}`), 303);
  } catch (error) {
    if (!isRequestError(error) || error.kind === 'forbidden') throw error;
    return publishPage(c, visit, dataset, error, { typed: form.text('publishAt') });
  }
}

/** «Надіслати на перевірку». */
async function submit(c: HonoContext<SurfaceEnv, '/cabinet/datasets/:id/submit'>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  const form = await formOf(c);
  const answer = PERSONAL_DATA.find((one) => one === form.text('personalData')) ?? 'not-asked';
  try {
    if (form.has('note')) await changeNote(visit.ctx, dataset.id, form.text('note'));
    const wanted = form.text('wantedAt');
    const wantedAt = wanted === '' ? null : kyivInstant(wanted);
    await submitDataset(visit.ctx, dataset.id, { personalData: answer, note: form.text('reviewNote'), wantedAt });
  } catch (error) {
    if (!isRequestError(error) || error.kind === 'forbidden') throw error;
    return publishPage(c, visit, dataset, error);
  }
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/publish?submitted=1`), 303);
}
