import { Hono, type Context as HonoContext } from 'hono';
import { may, permit } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { carryFileForward } from '../../../capabilities/drafts/index.ts';
import {
  chooseRiskColumns,
  confirmProposed,
  type Decision,
  type DecisionWish,
  decide,
  previewHiding,
  scanAgain,
  securityOf,
  stateFile,
  undoDecision,
  undoSecurity,
  undoStatement,
} from '../../../capabilities/privacy/index.ts';
import { decideOnSecurity } from '../../../capabilities/publishing/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { anew, type Context } from '../../../platform/context.ts';
import { stepKey } from '../../../tabular/index.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { askToSignIn, signedIn } from '../walk/signed-in.ts';
import { documentsOf, rememberedTables, tablesOf } from './dataset-tables.ts';
import { PreviewPage } from './preview-page.tsx';
import { type Refused, statementOf, wishOf } from './privacy-form.ts';
import { PrivacyPage } from './privacy-page.tsx';
import { acceptable, type ColumnView } from './privacy-view.ts';
import { securityWishOf } from './security-form.tsx';

const PATH = '/cabinet/datasets/:id/privacy';

/** The screen of personal data: what was found, proposals, decisions, the way back. */
export function privacyRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/*', askToSignIn)
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      return show(c, visit, await loadDataset(visit.ctx, c.req.param('id')));
    })
    .get(`${PATH}/preview`, preview)
    .post(`${PATH}/accept`, (c) => act(c, accept))
    .post(`${PATH}/decide`, (c) =>
      act(c, async (ctx, _, form) => {
        await decide(ctx, form.text('resource'), [wishOf(form)]);
      }),
    )
    .post(`${PATH}/next`, next)
    .post(`${PATH}/security`, (c) =>
      act(c, async (ctx, dataset, form) => {
        await decideOnSecurity(ctx, dataset.id, securityWishOf(form));
      }),
    )
    .post(`${PATH}/security/:decision/undo`, (c) =>
      act(c, async (ctx) => {
        await undoSecurity(ctx, c.req.param('decision'));
      }),
    )
    .post(`${PATH}/statements`, (c) =>
      act(c, async (ctx, _, form) => {
        await stateFile(ctx, form.text('resource'), statementOf(form));
      }),
    )
    .post(`${PATH}/statements/:statement/undo`, (c) => act(c, (ctx) => undoStatement(ctx, c.req.param('statement'))))
    .post(`${PATH}/risk`, (c) =>
      act(c, (ctx, _, form) => chooseRiskColumns(ctx, form.text('resource'), form.raws('column'))),
    )
    .post(`${PATH}/scan`, (c) => act(c, (ctx, _, form) => scanAgain(ctx, form.text('resource'))))
    .post(`${PATH}/decisions/:decision/undo`, (c) =>
      act(c, async (ctx) => {
        await undoDecision(ctx, c.req.param('decision'));
      }),
    )
    .post(`${PATH}/decisions/:decision/confirm`, (c) => act(c, (ctx) => confirmProposed(ctx, c.req.param('decision'))));
}

/** A step on the first cells of a column; what is not asked rightly leads back. */
async function preview(c: HonoContext<SurfaceEnv, '/cabinet/datasets/:id/privacy/preview'>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  const { resource = '', column = '', step: key = '' } = Object.fromEntries(visit.query);
  const table = (await tablesOf(visit.ctx, dataset)).find((one) => one.resource.id === resource);
  const hidings = table?.columns?.find(({ title }) => title === column)?.hidings ?? [];
  const hiding = hidings.find(({ step }) => stepKey(step) === key);
  if (!hiding) return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/privacy`), 303);
  const of = { resourceId: resource, columnTitle: column, step: hiding.step };
  const shown = await previewHiding(visit.ctx, dataset.id, of);
  c.header('cache-control', 'no-store');
  const props = { visit, dataset, resourceId: resource, column, hiding, preview: shown };
  return renderPage(c, <PreviewPage {...props} />);
}

/** On to the passport: structures are suggested from the tables as they will be published. */
async function next(c: HonoContext<SurfaceEnv, '/cabinet/datasets/:id/privacy/next'>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  await permit(visit.ctx, 'dataset.edit', dataset);
  const files = [...(await tablesOf(visit.ctx, dataset)), ...(await documentsOf(visit.ctx, dataset))];
  for (const { reading } of files) {
    // of a file with several tables the first brings the others along
    if (reading.partOf === null && reading.state !== 'mending') await carryFileForward(visit.ctx, reading);
  }
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/passport`), 303);
}

type Form = Awaited<ReturnType<typeof formOf>>;

/** Does a deed of the page and shows it again, with the refusal in its place. */
async function act(
  c: HonoContext<SurfaceEnv>,
  deed: (ctx: Context, dataset: Dataset, form: Form) => Promise<void>,
): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const form = await formOf(c);
  const dataset = await loadDataset(visit.ctx, c.req.param('id') ?? '');
  try {
    await deed(visit.ctx, dataset, form);
    return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/privacy`), 303);
  } catch (error) {
    if (!isRequestError(error) || error.kind === 'forbidden') throw error;
    return show(c, { ...visit, ctx: anew(visit.ctx) }, dataset, { error, form });
  }
}

async function show(c: HonoContext<SurfaceEnv>, visit: Visit, dataset: Dataset, refused: Refused | null = null) {
  await permit(visit.ctx, 'dataset.view-drafts', dataset);
  const tables = await rememberedTables(visit.ctx, dataset);
  const documents = await documentsOf(visit.ctx, dataset);
  const mayEdit = await may(visit.ctx, 'dataset.edit', dataset);
  const mayKeep = await may(visit.ctx, 'privacy.keep', dataset);
  const security = await securityOf(visit.ctx, dataset);
  const today = dayOf(visit.ctx.clock.now());
  const page = (
    <PrivacyPage
      visit={visit}
      dataset={dataset}
      tables={tables}
      documents={documents}
      mayEdit={mayEdit}
      mayKeep={mayKeep}
      security={security}
      today={today}
      refused={refused}
    />
  );
  return renderPage(c, page, refused ? HTTP_STATUS[refused.error.kind] : 200);
}

/** The proposals of one column, or of all that may be accepted together. */
async function accept(ctx: Context, dataset: Dataset, form: Form): Promise<void> {
  await permit(ctx, 'dataset.view-drafts', dataset);
  const only = form.has('column') ? { resource: form.text('resource'), column: form.raw('column') } : null;
  for (const table of await rememberedTables(ctx, dataset)) {
    const columns = only
      ? (table.columns ?? []).filter(({ title }) => table.resource.id === only.resource && title === only.column)
      : acceptable(table);
    const wishes = columns.flatMap(wishOfProposal);
    if (wishes.length > 0) await decide(ctx, table.resource.id, wishes);
  }
}

/** As the last time, where the unit has decided on such a column; as proposed otherwise. */
function wishOfProposal({ title, proposal, remembered }: ColumnView): DecisionWish[] {
  if (remembered) return [asLastTime(title, remembered)];
  if (!proposal) return [];
  const { way, step, groundCode } = proposal;
  return [{ columnTitle: title, way, step: step && { ...step, parameters: { ...step.parameters } }, groundCode }];
}

function asLastTime(title: string, { step, columnTitle, ...before }: Decision): DecisionWish {
  const { way, groundCode, act, reason, restriction, threePart } = before;
  // a step of that column is now one of this; others name columns beside it, which may have other titles here
  const own = step?.columnTitle === columnTitle;
  return {
    ...{ columnTitle: title, way, groundCode, act, reason, restriction, threePart },
    step: step && own ? { code: step.code, parameters: { ...step.parameters } } : null,
  };
}
