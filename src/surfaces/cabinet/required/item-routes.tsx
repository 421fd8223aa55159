import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { may, reachOf } from '../../../capabilities/accounts/index.ts';
import { type DatasetTitle, datasetTitles } from '../../../capabilities/catalog/index.ts';
import {
  assignItems,
  type DecisionForm,
  decide,
  dropDecision,
  findItem,
  loadRequiredForStaff,
  type MandateDeed,
  noItem,
  planItem,
  sayAnswers,
  templateCsv,
  templateSheets,
  unassignItem,
} from '../../../capabilities/mandates/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { queryTokens, searchTokens } from '../../../language/search-tokens.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { goBack, HOME, toldOf } from './frame.tsx';
import { ItemPage } from './item-page.tsx';

const PATH = `${HOME}/items/:line`;

type Deed = (c: PageContext, line: string, form: Posted) => Promise<MandateDeed | null>;

const DEEDS: Readonly<Record<string, Deed>> = {
  assign: (c, line, { unit = '' }) => assignItems(c.get('visit').ctx, unit ? [{ line, unitId: unit }] : []),
  unassign: (c, line, { unit = '' }) => unassignItem(c.get('visit').ctx, { line, unitId: unit }),
  decide: (c, line, form) => decide(c.get('visit').ctx, { line, unitId: form.unit ?? '' }, decisionOf(form)),
  'ask-again': (c, line, { unit = '' }) => dropDecision(c.get('visit').ctx, { line, unitId: unit }),
  datasets: (c, line, { dataset = '', answers }) =>
    sayAnswers(c.get('visit').ctx, dataset ? [{ line, datasetId: dataset, answers: answers !== 'no' }] : []),
};

/** What stands in a field of the unit's form. */
const ofUnit = (form: Posted, name: string) => form[`${name}.${form.unit ?? ''}`] ?? '';

function decisionOf(form: Posted): DecisionForm {
  return {
    kind: ofUnit(form, 'kind') as DecisionForm['kind'],
    reason: ofUnit(form, 'reason'),
    confirmedBy: ofUnit(form, 'confirmedBy'),
    confirmedOn: ofUnit(form, 'confirmedOn'),
    nextReview: ofUnit(form, 'nextReview'),
    orderLine: ofUnit(form, 'orderLine'),
  };
}

/** One item: who answers for it, what is done, and the deeds over it. */
export function itemRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, (c) => showItem(c, c.req.param('line'), {}, null));
  routes.get(`${PATH}/template.xlsx`, signedInOnly, async (c) => {
    const { ctx, query } = c.get('visit');
    const item = await findItem(ctx, c.req.param('line'));
    const sheets = item && templateSheets(item, query.get('table'));
    if (!item || !sheets) throw noItem();
    const body = Readable.toWeb(Readable.from(writeWorkbook(sheets))) as ReadableStream<Uint8Array>;
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return ownFile(body, type, `${query.get('table') ?? item.line}.xlsx`);
  });
  routes.get(`${PATH}/template.csv`, signedInOnly, async (c) => {
    const { ctx, query } = c.get('visit');
    const item = await findItem(ctx, c.req.param('line'));
    const text = item && templateCsv(item, query.get('table'));
    if (!item || !text) throw noItem();
    return ownFile(text, 'text/csv; charset=utf-8', `${query.get('table') ?? item.line}.csv`);
  });
  routes.post(`${PATH}/plan`, signedInOnly, smallForms, async (c) => {
    const form = await readForm(c);
    const line = c.req.param('line');
    const done = await attempt(planItem(c.get('visit').ctx, { line, unitId: form.unit ?? '' }, ofUnit(form, 'dueOn')));
    if (!done.done) return showItem(c, line, { ...form, deed: 'plan' }, done.error);
    return goTo(c, `/cabinet/datasets/${done.value.id}/life?saved=1`);
  });
  routes.post(`${PATH}/:deed`, signedInOnly, smallForms, async (c) => {
    const line = c.req.param('line');
    const deed = DEEDS[c.req.param('deed')];
    if (!deed) throw noItem();
    const form = await readForm(c);
    const done = await attempt(deed(c, line, form));
    if (!done.done) return showItem(c, line, { ...form, deed: c.req.param('deed') }, done.error);
    return goBack(c, `${HOME}/items/${line}`, done.value);
  });
  return routes;
}

/** Datasets offered at most. */
const MOST_FOUND = 12;

/** Those whose titles have all the words, in any form, or whose number is asked. */
function foundTitles(titles: readonly DatasetTitle[], q: string): readonly DatasetTitle[] {
  const words = queryTokens(q);
  const has = (title: string) => {
    const stems = searchTokens(title).map(({ stem }) => stem);
    return words.every(({ stem }) => stems.some((one) => one.startsWith(stem)));
  };
  return titles.filter(({ title, number }) => number.includes(q) || has(title)).slice(0, MOST_FOUND);
}

async function showItem(c: PageContext, line: string, typed: Posted, error: RequestError | null): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const view = await loadRequiredForStaff(ctx);
  const one = view.items.find(({ item }) => item.line === line);
  if (!one) throw noItem();
  const q = visit.query.get('q')?.trim() ?? '';
  const [told, reach, publish, manages, titles] = await Promise.all([
    toldOf(visit, error),
    reachOf(ctx, 'mandate.answer'),
    reachOf(ctx, 'dataset.publish'),
    may(ctx, 'city.manage', null),
    q === '' ? [] : datasetTitles(ctx),
  ]);
  const rights = { answers: reach, publishes: publish, manages };
  return show(
    c,
    <ItemPage visit={visit} told={told} data={{ one, view, rights, found: foundTitles(titles, q), q, typed }} />,
    error,
  );
}
