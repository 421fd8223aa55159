import { Hono } from 'hono';
import { listDatasets } from '../../../capabilities/catalog/index.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { signedIn } from '../walk/signed-in.ts';
import { DatasetListPage } from './dataset-list-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { loadDesk } from './load-desk.ts';
import { showDataset } from './show-dataset.tsx';

const PAGE_SIZE = 50;

/** The desk, the list of datasets, and a dataset's own page. */
export function deskPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet', async (c) => {
      const visit = signedIn(c.get('visit'));
      return renderPage(c, <DeskPage visit={visit} data={await loadDesk(visit)} />);
    })
    .get('/cabinet/datasets', async (c) => {
      const visit = signedIn(c.get('visit'));
      const q = visit.query.get('q')?.trim() ?? '';
      const page = pageAsked(visit.query);
      const found = await listDatasets(visit.ctx, { unitIds: null, q: q || undefined }, { page, size: PAGE_SIZE });
      return renderPage(c, <DatasetListPage visit={visit} found={found} q={q} />);
    })
    .get('/cabinet/datasets/:id', (c) => showDataset(c, signedIn(c.get('visit')), c.req.param('id')));
}
