import { Hono } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import {
  loadRequiredForStaff,
  type SaidAnswer,
  type SuggestedAnswer,
  sayAnswers,
  suggestAnswers,
} from '../../../capabilities/mandates/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { attempt, type PageContext, readLists, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { AnswersPage } from './answers-page.tsx';
import { goBack, HOME, toldOf } from './frame.tsx';

const PATH = `${HOME}/answers`;

/** Which datasets answer which items: looked over and confirmed at once. */
export function answersRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, (c) => showAnswers(c, null));
  routes.post(PATH, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const { values, lists } = await readLists(c);
    const said =
      values.what === 'all'
        ? sure(await suggestions(c)).flatMap(({ dataset, offered }) =>
            offered ? [{ line: offered.item.line, datasetId: dataset.id, answers: true }] : [],
          )
        : typed(lists.pick ?? [], values, values.what !== 'refuse');
    const done = await attempt(sayAnswers(ctx, said));
    return done.done ? goBack(c, PATH, done.value) : await showAnswers(c, done.error);
  });
  return routes;
}

/** The ticked datasets with the item chosen for each. */
function typed(picked: readonly string[], values: Readonly<Record<string, string>>, answers: boolean): SaidAnswer[] {
  return picked.flatMap((datasetId) => {
    const line = values[`item.${datasetId}`];
    return line ? [{ line, datasetId, answers }] : [];
  });
}

const sure = (all: readonly SuggestedAnswer[]) => all.filter(({ offered }) => offered !== null);

async function suggestions(c: PageContext): Promise<readonly SuggestedAnswer[]> {
  const { ctx } = c.get('visit');
  return suggestAnswers(ctx, await loadRequiredForStaff(ctx));
}

async function showAnswers(c: PageContext, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'mandate.answer');
  const view = await loadRequiredForStaff(visit.ctx);
  const all = await suggestAnswers(visit.ctx, view);
  const told = await toldOf(visit, error);
  return show(
    c,
    <AnswersPage visit={visit} told={told} suggestions={all} units={view.units} sure={sure(all).length} />,
    error,
  );
}
