import { Hono, type Context as HonoContext } from 'hono';
import { type Card, loadCard } from '../../../capabilities/catalog/index.ts';
import {
  compareVersions,
  streamVersionChanges,
  type VersionComparison,
  versionRowChanges,
} from '../../../capabilities/publishing/index.ts';
import {
  COMPARISON_FORMATS,
  type ComparisonResult,
  ROW_CHANGES,
  type RowChange,
} from '../../../capabilities/tables/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { ComparePage, type CompareView, comparePath } from './compare-page.tsx';
import { comparisonAsData } from './comparison-as-data.ts';

const ROWS_ON_PAGE = 50;
/** A page waits so long for small tables to be compared, ms; of large ones it shows the progress. */
const PATIENCE = 1_200;
/** Streams of differences at once in one process: each holds a DuckDB of its own while the asker takes it. */
const MOST_STREAMS = 4;

const PAIR = '/datasets/:slug/versions/:pair{[0-9]{1,9}\\.\\.\\.[0-9]{1,9}}';

/** Two versions of a dataset compared: a page, the same as JSON, and all the rows that differ as files. */
export function compareRoutes(): Hono<SurfaceEnv> {
  const streams = { open: 0 };
  return new Hono<SurfaceEnv>()
    .get('/datasets/:slug/compare', (c) => {
      const visit = c.get('visit');
      const [from, to] = [visit.query.get('from') ?? '', visit.query.get('to') ?? ''];
      if (!/^\d{1,9}$/.test(from) || !/^\d{1,9}$/.test(to)) throw notVersions();
      return c.redirect(href(visit, comparePath({ slug: c.req.param('slug') }, Number(from), Number(to))), 302);
    })
    .get(PAIR, async (c) => {
      const visit = c.get('visit');
      const asked = pairOf(c.req.param('pair'));
      const card = await loadCard(visit.ctx, c.req.param('slug'));
      if (asked.older > asked.newer) return c.redirect(href(visit, comparePath(card, asked.newer, asked.older)), 302);
      const pair = { ...asked, datasetId: card.datasetId };
      const comparison = await compareVersions(visit.ctx, pair, PATIENCE);
      return renderPage(c, <ComparePage visit={visit} view={await viewOf(visit, card, comparison, pair)} />);
    })
    .get('/datasets/:slug/versions/:pair{[0-9]{1,9}\\.\\.\\.[0-9]{1,9}\\.json}', async (c) => {
      const visit = c.get('visit');
      const card = await loadCard(visit.ctx, c.req.param('slug'));
      const pair = { ...pairOf(c.req.param('pair').replace('.json', '')), datasetId: card.datasetId };
      const comparison = await compareVersions(visit.ctx, pair, PATIENCE);
      return c.json(comparisonAsData(comparison, card, visit.origin), 200, OPEN);
    })
    .get(`${PAIR}/:file{rows\\.(csv|json)}`, (c) => sendRows(c, streams));
}

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

async function viewOf(
  visit: Visit,
  card: Card,
  comparison: VersionComparison,
  pair: { datasetId: string; older: number; newer: number },
): Promise<CompareView> {
  const asked = visit.query.get('r');
  const resources = comparison.resources;
  const resource =
    resources.find(({ resourceId }) => resourceId === asked) ??
    resources.find(({ rows }) => rows.kind === 'compared') ??
    resources[0];
  const done = resource?.rows.kind === 'compared' ? resource.rows.comparison.result : null;
  const kind = done ? kindOf(visit.query.get('kind'), done) : null;
  const page =
    resource && done
      ? await versionRowChanges(visit.ctx, pair, resource.resourceId, {
          ...{ kind, page: pageNumber(visit.query.get('page')), size: ROWS_ON_PAGE },
        })
      : null;
  return { card, comparison, resourceId: resource?.resourceId ?? null, kind, page };
}

/** Without a wish the rows that changed come first: they are looked for most. */
function kindOf(asked: string | null, result: ComparisonResult): RowChange | null {
  const known = ROW_CHANGES.find((kind) => kind === asked);
  if (known || asked === 'all') return known ?? null;
  return result.rowsChanged ? 'changed' : null;
}

function pageNumber(written: string | null): number {
  return /^[1-9]\d{0,6}$/.test(written ?? '') ? Number(written) : 1;
}

async function sendRows(c: HonoContext<SurfaceEnv, string>, streams: { open: number }): Promise<Response> {
  const { ctx, query } = c.get('visit');
  const card = await loadCard(ctx, c.req.param('slug') ?? '');
  const asked = pairOf(c.req.param('pair') ?? '');
  const pair = { ...asked, datasetId: card.datasetId };
  const format = COMPARISON_FORMATS.find((one) => c.req.param('file') === `rows.${one}`) ?? 'csv';
  const kind = ROW_CHANGES.find((one) => one === query.get('kind')) ?? null;
  if (streams.open >= MOST_STREAMS) throw busy();
  const gone = new AbortController();
  const streaming: Context = { ...ctx, signal: AbortSignal.any([ctx.signal, gone.signal]) };
  const resourceId = query.get('r') ?? card.resources[0]?.id ?? '';
  const bytes = await streamVersionChanges(streaming, pair, resourceId, { kind, format });
  if (!bytes) throw notReady();
  c.set('use', { datasetId: card.datasetId, kind: 'download' });
  const name = `${card.slug}-${asked.older}-${asked.newer}${kind ? `-${kind}` : ''}.${format}`;
  return new Response(c.req.method === 'HEAD' ? null : streamOf(bytes, streams, () => gone.abort()), {
    headers: {
      ...OPEN,
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

/** Bytes are made only as they are taken; when the asker goes away, their making stops. */
function streamOf(
  bytes: AsyncGenerator<Uint8Array>,
  streams: { open: number },
  stop: () => void,
): ReadableStream<Uint8Array> {
  let left = false;
  const leave = () => {
    if (!left) streams.open -= 1;
    left = true;
  };
  streams.open += 1;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await bytes.next();
          if (!done) return controller.enqueue(value);
          leave();
          controller.close();
        } catch (error) {
          const quiet = left;
          leave();
          if (!quiet) controller.error(error);
        }
      },
      async cancel() {
        leave();
        stop();
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function pairOf(written: string): { older: number; newer: number } {
  const [older = 0, newer = 0] = written.split('...').map(Number);
  return { older, newer };
}

function notVersions(): RequestError {
  return new RequestError('invalid', 'not-two-versions', {
    uk: 'Виберіть дві версії за номерами: ?from=1&to=2.',
    en: 'Choose two versions by their numbers: ?from=1&to=2.',
  });
}

function notReady(): RequestError {
  return new RequestError('busy', 'comparison-not-ready', {
    uk: 'Рядки ще порівнюємо. Відкрийте сторінку порівняння й завантажте файл, коли вона буде готова.',
    en: 'The rows are still being compared. Open the page of the comparison and download the file when it is ready.',
  });
}

function busy(): RequestError {
  return new RequestError('busy', 'download-busy', {
    uk: 'Зараз забагато завантажень різниць. Спробуйте за хвилину.',
    en: 'Too many differences are being downloaded now. Try again in a minute.',
  });
}
