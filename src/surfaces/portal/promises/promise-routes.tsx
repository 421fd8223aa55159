import { Hono, type Context as HonoContext } from 'hono';
import { type DatasetPromise, findPromise, keptPromises, openPromises } from '../../../capabilities/catalog/index.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { type FeedFacts, promisesFeed } from '../machine/atom.ts';
import { atomAnswer } from '../machine/atom-answer.ts';
import { PromisedPage, PromisePage } from './promise-pages.tsx';

/** A page lists so many; a community promises some tens. */
const MOST = 200;
const KEPT_SHOWN = 20;
const ENTRIES = 30;

/** What is promised to the public: the list and its feed. A promised dataset's own page stands at the address of the dataset. */
export function promiseRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/promised', async (c) => {
      const visit = c.get('visit');
      const [open, kept] = await Promise.all([
        openPromises(visit.ctx, { most: MOST }),
        keptPromises(visit.ctx, KEPT_SHOWN),
      ]);
      return renderPage(c, <PromisedPage visit={visit} open={open.items} kept={kept} />);
    })
    .get('/promised/feed.atom', async (c) => {
      const { ctx, origin, language } = c.get('visit');
      const [open, kept] = await Promise.all([openPromises(ctx, { most: ENTRIES }), keptPromises(ctx, ENTRIES)]);
      const title = promisesTexts[language].pageTitle;
      const facts: FeedFacts = { origin, language, title, path: '/promised/feed.atom', page: '/promised' };
      return atomAnswer(c, promisesFeed(facts, [...open.items, ...kept]));
    });
}

/** The page of a promised dataset, or null where nothing was promised at the address. One that was kept is a dataset by then. */
export async function promisePage(c: HonoContext<SurfaceEnv>, slug: string): Promise<Response | null> {
  const visit = c.get('visit');
  const promise = await findPromise(visit.ctx, slug);
  if (promise === null) return null;
  return renderPage(c, <PromisePage visit={visit} promise={promise} />, promise.state === 'dropped' ? 410 : 200);
}

/** The feed of a promised dataset: who follows it is told when the promise changes, and by the same address when the data are there. */
export async function promiseFeed(c: HonoContext<SurfaceEnv>, slug: string): Promise<Response | null> {
  const { ctx, origin, language } = c.get('visit');
  const promise: DatasetPromise | null = await findPromise(ctx, slug);
  if (promise?.state !== 'open') return null;
  const page = `/datasets/${promise.slug}`;
  return atomAnswer(
    c,
    promisesFeed({ origin, language, title: promise.title, path: `${page}/feed.atom`, page }, [promise]),
  );
}
