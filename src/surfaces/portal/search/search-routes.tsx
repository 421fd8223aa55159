import { Hono } from 'hono';
import { openPromises, recordMissed, searchCards, suggest } from '../../../capabilities/catalog/index.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { isRobot } from '../../../platform/http/robots.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { narrowing, readSearchState, searchHref, searchOf } from './search-address.ts';
import { SearchPage } from './search-page.tsx';
import { suggestionAnswer } from './suggestion-answer.ts';

/** Suggestions may be kept for a minute by anybody: they are the same for everybody. */
const PROMISED = 5;
const NONE_PROMISED = { items: [], total: 0 };
const FRESH = { 'cache-control': 'public, max-age=60' };

/** `/datasets`: the search; `/suggest?q=`: what may be meant by the beginning of a question, as JSON. */
export function searchRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/datasets', async (c) => {
    const visit = c.get('visit');
    const state = readSearchState(visit.query);
    const found = await searchCards(visit.ctx, searchOf(state));
    const page = Math.min(state.page, pageCount(found));
    const asked = visit.query.get('page');
    if (asked && asked !== String(page)) return c.redirect(searchHref(visit, { ...state, page }));
    const missed = found.total === 0 && state.q !== '' && narrowing(state).length === 0 && state.page === 1;
    if (missed && c.req.method === 'GET' && !isRobot(c.req.header('user-agent')))
      await recordMissed(visit.ctx, state.q);
    // what is promised answers a question in words on its first page
    const asks = state.q !== '' && state.page === 1 && narrowing(state).length === 0;
    const promised = asks ? await openPromises(visit.ctx, { q: state.q, most: PROMISED }) : NONE_PROMISED;
    return renderPage(c, <SearchPage visit={visit} view={{ state, found, promised }} />);
  });
  routes.get('/suggest', async (c) => {
    const visit = c.get('visit');
    const suggestions = await suggest(visit.ctx, visit.query.get('q') ?? '');
    return c.json(suggestionAnswer(visit, suggestions), 200, FRESH);
  });
  return routes;
}
