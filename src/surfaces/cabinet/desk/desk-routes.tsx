import { Hono } from 'hono';
import { listDatasets, searchCards } from '../../../capabilities/catalog/index.ts';
import { messagesToAnswer } from '../../../capabilities/community/index.ts';
import { latestReadings } from '../../../capabilities/ingest/index.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { signedIn } from '../walk/signed-in.ts';
import { DatasetListPage } from './dataset-list-page.tsx';
import { deskLines, withMessages } from './desk-lines.ts';
import { type DeskData, DeskPage } from './desk-page.tsx';
import { showDataset } from './show-dataset.tsx';

/** Datasets the desk looks over; a larger office works from the list. */
const LOOKED_OVER = 500;
const PAGE_SIZE = 50;
/** Messages among the desk's lines; the rest is one line more. */
const MESSAGES_SHOWN = 10;

/** The desk, the list of datasets, and a dataset's own page. */
export function deskPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet', async (c) => {
      const visit = signedIn(c.get('visit'));
      return renderPage(c, <DeskPage visit={visit} data={await deskData(visit)} />);
    })
    .get('/cabinet/datasets', async (c) => {
      const visit = signedIn(c.get('visit'));
      const q = visit.query.get('q')?.trim() ?? '';
      const page = Math.max(1, Number.parseInt(visit.query.get('page') ?? '1', 10) || 1);
      const found = await listDatasets(visit.ctx, { unitIds: null, q: q || undefined }, { page, size: PAGE_SIZE });
      return renderPage(c, <DatasetListPage visit={visit} found={found} q={q} />);
    })
    .get('/cabinet/datasets/:id', (c) => showDataset(c, signedIn(c.get('visit')), c.req.param('id')));
}

async function deskData(visit: Visit): Promise<DeskData> {
  const { ctx } = visit;
  const { items } = await listDatasets(ctx, { unitIds: null }, { page: 1, size: LOOKED_OVER });
  const open = items.filter(({ state }) => state !== 'withdrawn');
  const readings = await latestReadings(
    ctx,
    open.flatMap(({ resources }) => resources.map(({ id }) => id)),
  );
  const cards = await searchCards(ctx, { page: 1, size: LOOKED_OVER });
  const lines = deskLines(open, readings, new Map(cards.items.map((card) => [card.datasetId, card])), ctx.clock.now());
  const messages = await messagesToAnswer(ctx, MESSAGES_SHOWN);
  return {
    lines: withMessages(lines, messages.items),
    moreMessages: messages.total - messages.items.length,
    published: items.filter(({ state }) => state === 'published').length,
    drafts: items.filter(({ state }) => state === 'draft').length,
  };
}
