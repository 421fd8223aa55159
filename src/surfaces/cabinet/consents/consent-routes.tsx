import { Hono, type Context as HonoContext } from 'hono';
import { may, permit } from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { latestReadings } from '../../../capabilities/ingest/index.ts';
import { decisionsOf, undoWithdrawal, withdrawalsOf, withdrawConsent } from '../../../capabilities/privacy/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { goTo, readForm, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { ConsentPage, type ConsentView } from './consent-page.tsx';

const PATH = '/cabinet/datasets/:id/privacy/consents';
const SIGN = '\u001f';

/** The page, and taking back. */
export function consentRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, signedInOnly, (c) => showAll(c, null, {}))
    .post(PATH, signedInOnly, smallForms, async (c) => {
      const form = await readForm(c);
      const [resourceId = '', columnTitle = ''] = (form.column ?? '').split(SIGN);
      const values = (form.values ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
      try {
        const wish = { columnTitle, values, document: form.document ?? '' };
        await withdrawConsent(c.get('visit').ctx, resourceId, wish);
      } catch (error) {
        if (!isRequestError(error) || error.kind === 'forbidden') throw error;
        return showAll(c, error, form);
      }
      return goTo(c, `/cabinet/datasets/${c.req.param('id')}/privacy/consents?done=1`);
    })
    .post(`${PATH}/:withdrawal/undo`, signedInOnly, smallForms, async (c) => {
      try {
        await undoWithdrawal(c.get('visit').ctx, c.req.param('withdrawal'));
      } catch (error) {
        if (!isRequestError(error) || error.kind === 'forbidden') throw error;
        return showAll(c, error, {});
      }
      return goTo(c, `/cabinet/datasets/${c.req.param('id')}/privacy/consents?undone=1`);
    });
}

async function showAll(
  c: HonoContext<SurfaceEnv, typeof PATH | `${typeof PATH}/:withdrawal/undo`>,
  error: RequestError | null,
  typed: Readonly<Record<string, string>>,
): Promise<Response> {
  const visit = c.get('visit');
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  await permit(visit.ctx, 'dataset.view-drafts', dataset);
  const decisions = await decisionsOf(visit.ctx, dataset.id);
  const readings = await latestReadings(
    visit.ctx,
    dataset.resources.map(({ id }) => id),
  );
  const withdrawals = await withdrawalsOf(visit.ctx, dataset.id);
  const columns = decisions.flatMap((decision): ConsentView['columns'][number][] => {
    const { way, condition, state, columnTitle, resourceId } = decision;
    if (way !== 'keep' || condition !== 'consent' || state !== 'made') return [];
    const resource = dataset.resources.find(({ id }) => id === resourceId);
    const reading = readings.find((one) => one.resourceId === resourceId);
    const done = reading?.mended?.protection?.steps.find(
      (step) => step.code === 'protect-omit-rows' && step.columnTitle === columnTitle,
    );
    const value = `${resourceId}${SIGN}${columnTitle}`;
    const own = withdrawals.filter((one) => one.resourceId === resourceId && one.undone === null);
    const people = new Set(own.flatMap(({ digests }) => digests)).size;
    return [{ value, title: columnTitle, table: resource?.title ?? '', left: done?.count ?? null, people }];
  });
  const mayUndo = await may(visit.ctx, 'privacy.protect', dataset);
  const view = { dataset, columns, mayUndo, withdrawals, error, typed };
  c.header('cache-control', 'no-store');
  return renderPage(c, <ConsentPage visit={visit} view={view} />, error ? HTTP_STATUS[error.kind] : 200);
}
