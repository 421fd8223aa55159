import { Hono, type Context as HonoContext } from 'hono';
import { listStaff, listUnits, permit, unitWithDescendants } from '../../../capabilities/accounts/index.ts';
import { type BoardRow, lookOverDatasets } from '../../../capabilities/catalog/index.ts';
import {
  approveMany,
  assign,
  changeFrequencies,
  findDeed,
  type ManyDeed,
  MOST_DATASETS,
  nothingChosen,
  remind,
  tooManyChosen,
  undoDeed,
} from '../../../capabilities/coordination/index.ts';
import { newestSubmissions } from '../../../capabilities/review/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { boardTexts } from '../../../locales/board.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { TextPage } from '../memo/text-page.tsx';
import type { ToldList } from '../memo/told-list.ts';
import { sendMemo } from '../memo/write-memo.ts';
import { type FormValues, formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { AssignPage } from './assign-page.tsx';
import { BoardPage, type BoardView } from './board-page.tsx';
import { type BoardQuery, boardHref, readBoardQuery } from './board-query.ts';
import { toldBoard } from './told-board.ts';

const PAGE_SIZE = 50;

type PageContext = HonoContext<SurfaceEnv>;

/** The board: look, do one thing to many, undo it, take the list away. */
export function boardPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/board', (c) => showBoard(c, {}))
    .post('/cabinet/board', async (c) => {
      const visit = signedIn(c.get('visit'));
      const query = readBoardQuery(visit.query);
      const form = await formOf(c);
      try {
        return await doDeed(c, visit, query, form);
      } catch (error) {
        if (!isRequestError(error) || error.kind !== 'invalid') throw error;
        return showBoard(c, { refusal: inLanguage(error.text, visit.language), ticked: form.all('dataset') });
      }
    })
    .post('/cabinet/board/undo/:id', async (c) => {
      const visit = signedIn(c.get('visit'));
      const deed = await undoDeed(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, `/cabinet/board?done=${deed.id}`), 303);
    });
}

async function showBoard(c: PageContext, more: Partial<Pick<BoardView, 'refusal' | 'ticked'>>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  await permit(ctx, 'dataset.coordinate');
  const query = readBoardQuery(visit.query);
  const done = visit.query.get('done');
  const [units, found, deed] = await Promise.all([
    listUnits(ctx),
    lookOver(visit, query, { page: query.page, size: PAGE_SIZE }),
    done ? findDeed(ctx, done) : null,
  ]);
  const newest = await newestSubmissions(
    ctx,
    found.items.map(({ id }) => id),
  );
  const reviews = new Map([...newest].filter(([, { kind, state }]) => kind === 'before' && state === 'waiting'));
  const view: BoardView = {
    query,
    found,
    units,
    reviews,
    deed,
    refusal: more.refusal ?? null,
    ticked: more.ticked ?? [],
  };
  return renderPage(c, <BoardPage visit={visit} view={view} />, more.refusal ? 400 : 200);
}

async function lookOver({ ctx }: Visit, { filter, unitId }: BoardQuery, page: { page: number; size: number }) {
  const unitIds = unitId ? await unitWithDescendants(ctx, unitId) : undefined;
  return lookOverDatasets(ctx, 'dataset.coordinate', { ...filter, ...(unitIds ? { unitIds } : {}) }, page);
}

/** The ticked lines, or all that meet the conditions. */
async function picked(visit: Visit, query: BoardQuery, form: FormValues): Promise<readonly BoardRow[]> {
  const one = { page: 1, size: MOST_DATASETS };
  const ids = form.all('dataset');
  const found = form.has('all')
    ? await lookOver(visit, query, one)
    : await lookOverDatasets(visit.ctx, 'dataset.coordinate', { ids }, one);
  if (found.total === 0) throw nothingChosen();
  if (found.total > MOST_DATASETS) throw tooManyChosen(found.total);
  return found.items;
}

async function doDeed(c: PageContext, visit: Visit, query: BoardQuery, form: FormValues): Promise<Response> {
  const rows = await picked(visit, query, form);
  const ids = rows.map(({ id }) => id);
  switch (form.text('deed')) {
    case 'frequency':
      return shown(c, visit, query, await changeFrequencies(visit.ctx, ids, form.text('new-frequency')));
    case 'assign':
      return askWhom(c, visit, query, rows, null);
    case 'assignment': {
      if (form.text('person') === '') return askWhom(c, visit, query, rows, boardTexts[visit.language].assign.choose);
      const links = { origin: visit.origin, language: visit.language };
      return shown(c, visit, query, await assign(visit.ctx, ids, form.text('person'), links));
    }
    case 'approval':
      return shown(c, visit, query, await approveMany(visit.ctx, ids));
    case 'reminder':
      return shown(c, visit, query, await remind(visit.ctx, ids));
    case 'memo':
      return sendMemo(visit, await told(visit, query, rows));
    case 'text': {
      const list = await told(visit, query, rows);
      return renderPage(c, <TextPage visit={visit} list={list} back={boardHref(visit, query)} />);
    }
    default:
      return c.redirect(boardHref(visit, query), 303);
  }
}

async function askWhom(
  c: PageContext,
  visit: Visit,
  query: BoardQuery,
  rows: readonly BoardRow[],
  error: string | null,
): Promise<Response> {
  const { people } = await listStaff(visit.ctx);
  const view = { rows, people: people.filter(({ person }) => person.active), board: boardHref(visit, query), error };
  return renderPage(c, <AssignPage visit={visit} view={view} />, error ? 400 : 200);
}

async function told(visit: Visit, query: BoardQuery, rows: readonly BoardRow[]): Promise<ToldList> {
  return toldBoard(visit, rows, await listUnits(visit.ctx), query.unitId);
}

function shown(c: PageContext, visit: Visit, query: BoardQuery, deed: ManyDeed): Response {
  return c.redirect(boardHref(visit, query, { done: deed.id }), 303);
}
