import { Hono, type Context as HonoContext } from 'hono';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import {
  LINK_PURPOSES,
  type Link,
  type LinkPurpose,
  linkDays,
  linksOfDataset,
  type MadeLink,
  makeLink,
  revokeLink,
  stateOfLink,
} from '../../../capabilities/links/index.ts';
import { newestSubmission, type Submission } from '../../../capabilities/review/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { dayInWords } from '../../../language/dates.ts';
import { linksTexts } from '../../../locales/links.ts';
import {
  Button,
  CabinetPage,
  DataTable,
  ErrorSummary,
  Field,
  faultOf,
  href,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { DatasetTrail } from '../desk/dataset-trail.tsx';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { Made, PersonFields, personOf } from './made-link.tsx';

const PATH = '/cabinet/datasets/:id/links';

interface GiveView {
  readonly dataset: Dataset;
  readonly submission: Submission | null;
  readonly links: readonly Link[];
  /** Days a link lives where nothing else is said. */
  readonly days: number;
  readonly made: MadeLink | null;
  readonly error: RequestError | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Giving a link for one deed about a dataset, and those that were given. */
export function givePages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, (c) => showGive(c, c.req.param('id'), { made: null, error: null, typed: {} }))
    .post(PATH, give)
    .post('/cabinet/links/:id/revoke', async (c) => {
      const visit = signedIn(c.get('visit'));
      const { datasetId } = await revokeLink(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, `/cabinet/datasets/${datasetId}/links`), 303);
    });
}

async function give(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const form = await formOf(c);
  const id = c.req.param('id');
  const dataset = await loadDataset(visit.ctx, id);
  const purpose = LINK_PURPOSES.find((one) => one === form.text('purpose')) ?? 'acknowledge';
  const submission = await waitingSubmission(visit, id);
  const typed = Object.fromEntries(['purpose', 'name', 'post', 'email', 'days'].map((name) => [name, form.text(name)]));
  const ofSubmission = purpose === 'approve' && submission !== null;
  try {
    const made = await makeLink(visit.ctx, {
      purpose: purpose === 'approve' && !ofSubmission ? 'acknowledge' : purpose,
      subject: {
        kind: ofSubmission ? 'submission' : 'dataset',
        id: ofSubmission ? submission.id : id,
        name: dataset.passport.title,
      },
      datasetId: id,
      unitId: dataset.unitId,
      ...personOf(form.text),
      origin: visit.origin,
    });
    return showGive(c, id, { made, error: null, typed: {} });
  } catch (error) {
    if (!isRequestError(error) || error.kind !== 'invalid') throw error;
    return showGive(c, id, { made: null, error, typed });
  }
}

async function waitingSubmission(visit: Visit, datasetId: string): Promise<Submission | null> {
  const submission = await newestSubmission(visit.ctx, datasetId);
  return submission?.state === 'waiting' ? submission : null;
}

async function showGive(
  c: HonoContext<SurfaceEnv>,
  id: string,
  shown: Pick<GiveView, 'made' | 'error' | 'typed'>,
): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, id);
  const [submission, links, days] = await Promise.all([
    waitingSubmission(visit, id),
    linksOfDataset(visit.ctx, id),
    linkDays(visit.ctx),
  ]);
  const page = <GivePage visit={visit} view={{ dataset, submission, links, days, ...shown }} />;
  if (shown.made) c.header('cache-control', 'no-store');
  return renderPage(c, page, shown.error ? HTTP_STATUS[shown.error.kind] : 200);
}

function GivePage({ visit, view }: { visit: Visit; view: GiveView }) {
  const texts = linksTexts[visit.language].give;
  const { dataset, made, error, links } = view;
  const title = texts.title(dataset.passport.title);
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={dataset.passport.title} />
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        <h1>{title}</h1>
        <p class="lead">{texts.lead}</p>
        {made && <Made visit={visit} made={made} />}
        <GiveForm visit={visit} view={view} />
        <section class="stack" aria-labelledby="given">
          <h2 id="given">{texts.list}</h2>
          {links.length === 0 ? (
            <p class="soft">{texts.none}</p>
          ) : (
            <DataTable
              caption={texts.listCaption}
              captionUnseen
              rowHeaders
              columns={[
                { title: texts.columns.who },
                { title: texts.columns.what },
                { title: texts.columns.state },
                { title: texts.columns.deed },
              ]}
              rows={links.map((link) => lineOf(visit, link))}
            />
          )}
        </section>
      </div>
    </CabinetPage>
  );
}

function GiveForm({ visit, view }: { visit: Visit; view: GiveView }) {
  const texts = linksTexts[visit.language].give;
  const { dataset, submission, typed, error } = view;
  const offered: readonly LinkPurpose[] = LINK_PURPOSES.filter((purpose) => {
    if (purpose === 'approve') return submission !== null;
    return purpose === 'acknowledge' || dataset.state === 'published';
  });
  const field = (name: string, value = '') => ({
    name,
    value: typed[name] ?? value,
    error: faultOf(error?.fields ?? [], name, visit.language),
  });
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/links`)}>
      <Field
        label={texts.purpose}
        {...field('purpose')}
        options={offered.map((purpose) => ({ value: purpose, label: texts.purposes[purpose] }))}
      />
      <PersonFields visit={visit} typed={typed} days={view.days} error={error} />
      <Button>{texts.button}</Button>
    </form>
  );
}

function lineOf(visit: Visit, link: Link) {
  const texts = linksTexts[visit.language];
  const state = stateOfLink(link, visit.ctx.clock.now());
  const outcome = link.outcome ? (texts.guest.done[link.outcome] ?? '') : '';
  return [
    link.person.post ? `${link.person.name}, ${link.person.post}` : link.person.name,
    texts.give.purposes[link.purpose],
    <div key="state">
      {texts.give.states[state]}
      {link.usedAt && <div class="soft small">{dayInWords(link.usedAt, visit.language)}</div>}
    </div>,
    state === 'open' ? (
      <form key="revoke" method="post" action={href(visit, `/cabinet/links/${link.id}/revoke`)}>
        <Button kind="quiet">
          {texts.give.revoke}
          <span class="unseen">: {link.person.name}</span>
        </Button>
      </form>
    ) : (
      outcome
    ),
  ];
}
