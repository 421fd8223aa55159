import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import {
  beginImport,
  changeExchangeSettings,
  chooseOrganization,
  exchangeSettings,
  findDifferences,
  findImport,
  goOnWithImport,
  importLines,
  listImports,
  lookAgain,
  matchHolders,
  openImport,
  pauseImport,
  publishReady,
  startImport,
} from '../../../capabilities/exchange/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { differencesRoutes } from './differences-routes.tsx';
import { BASE } from './frame.tsx';
import { ImportPage } from './import-page.tsx';
import { ListPage } from './list-page.tsx';

const ONE = `${BASE}/:id`;
/** Bytes of the form that names every dataset to be taken: five thousand of them. */
const START_LIMIT = 512 * 1024;

/** Carrying over of datasets from other portals. */
export function exchangeRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(BASE, signedInOnly, (c) => showList(c, EMPTY_FORM));
  routes.post(BASE, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const wish = { question: values.question ?? '', portal: values.portal ?? '' };
    const begun = await attempt(beginImport(c.get('visit').ctx, wish));
    return begun.done ? goTo(c, `${BASE}/${begun.value.id}`) : showList(c, { values, error: begun.error });
  });
  routes.post(`${BASE}/settings`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const wanted = { waitMs: Number(values.waitMs), patienceSeconds: Number(values.patienceSeconds) };
    const saved = await attempt(changeExchangeSettings(c.get('visit').ctx, wanted));
    return saved.done ? goTo(c, `${BASE}?done=settings`) : showList(c, EMPTY_FORM, { values, error: saved.error });
  });
  routes.get(ONE, signedInOnly, (c) => showImport(c, EMPTY_FORM, null));
  routes.post(`${ONE}/start`, signedInOnly, startForms, start);
  deed(routes, 'which', async (c, id) =>
    chooseOrganization(c.get('visit').ctx, id, (await readForm(c)).organization ?? ''),
  );
  deed(routes, 'look', (c, id) => lookAgain(c.get('visit').ctx, id));
  deed(routes, 'pause', (c, id) => pauseImport(c.get('visit').ctx, id));
  deed(routes, 'go-on', (c, id) => goOnWithImport(c.get('visit').ctx, id));
  deed(routes, 'publish', (c, id) => publishReady(c.get('visit').ctx, id), '?done=publishing');
  routes.route('/', differencesRoutes());
  return routes;
}

/** A button of the page of an import: does it, and shows how the import stands. */
function deed(
  routes: Hono<SurfaceEnv>,
  name: string,
  does: (c: PageContext, id: string) => Promise<unknown>,
  after = '',
): void {
  routes.post(`${ONE}/${name}`, signedInOnly, smallForms, async (c) => {
    const id = c.req.param('id');
    const done = await attempt(does(c, id));
    return done.done ? goTo(c, `${BASE}/${id}${after}`) : showImport(c, { values: {}, error: done.error }, null);
  });
}

const startForms: typeof smallForms = async (c, next) => {
  c.req.raw = await limitBody(c.req.raw, START_LIMIT, () => {
    const text = { uk: 'Забагато наборів за один раз.', en: 'Too many datasets at once.' };
    return new RequestError('too-large', 'form-too-large', text);
  });
  return await next();
};

/** `holder-0`, `unit-0`, … as the table of holders sends them. */
function holdersOf(values: Posted) {
  return Object.entries(values).flatMap(([name, holder]) => {
    const at = /^holder-(\d+)$/.exec(name)?.[1];
    return at === undefined ? [] : [{ holder, unitId: values[`unit-${at}`] ?? '' }];
  });
}

async function start(c: PageContext): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { values, lists } = await readLists(c);
  const itemIds = lists.item ?? [];
  const wish = { itemIds, holders: holdersOf(values), mend: values.mend === 'on' };
  const begun = await attempt(startImport(c.get('visit').ctx, id, wish));
  return begun.done ? goTo(c, `${BASE}/${id}`) : showImport(c, { values, error: begun.error }, itemIds);
}

async function showList(c: PageContext, form: FormState, settingsForm = EMPTY_FORM): Promise<Response> {
  const visit = c.get('visit');
  const [imports, settings] = await Promise.all([listImports(visit.ctx), exchangeSettings(visit.ctx)]);
  const page = <ListPage visit={visit} view={{ imports, settings, form, settingsForm }} />;
  return show(c, page, form.error ?? settingsForm.error);
}

async function showImport(c: PageContext, form: FormState, ticked: readonly string[] | null): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const id = c.req.param('id') ?? '';
  const found = await findImport(ctx, id);
  const settled = found.state === 'found' || found.state === 'done';
  const progress = settled ? { one: found, items: new Map(), files: new Map() } : await openImport(ctx, id);
  const { one } = progress;
  const all = settled ? await importLines(ctx, one) : [];
  const lines = all.filter(({ state }) => state === 'found');
  const holders = await matchHolders(
    ctx,
    lines.map(({ holder }) => holder),
  );
  const units = lines.length > 0 ? await listUnits(ctx) : [];
  const differences = one.state === 'done' && one.look > 1 ? (await findDifferences(ctx, id)).length : 0;
  const view = {
    progress,
    carried: all.filter(({ state }) => state !== 'found'),
    start: { one, lines, holders, units, form, ticked },
    differences,
    form,
  };
  return show(c, <ImportPage visit={visit} view={view} />, form.error);
}
