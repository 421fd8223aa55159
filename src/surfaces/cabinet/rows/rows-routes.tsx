import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import { allowUnreviewedRows, rowWriting } from '../../../capabilities/publishing/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { goTo, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { RowsPage } from './rows-page.tsx';

const PATH = '/cabinet/datasets/:id/rows';

/** `/cabinet/datasets/<id>/rows`: rows by key of a dataset, and the decision about review of them. */
export function rowsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const writing = await rowWriting(visit.ctx, c.req.param('id') ?? '');
    const [approve, edit] = [
      await may(visit.ctx, 'dataset.approve', writing.dataset),
      await may(visit.ctx, 'dataset.edit', writing.dataset),
    ];
    return show(
      c,
      <RowsPage visit={visit} view={{ writing, may: { approve, edit }, done: visit.query.get('done') }} />,
    );
  });
  routes.post(PATH, signedInOnly, smallForms, async (c) => {
    const { unreviewed, undo } = await readForm(c);
    const id = c.req.param('id') ?? '';
    await allowUnreviewedRows(c.get('visit').ctx, id, unreviewed === 'yes');
    const done = undo === 'yes' ? 'undone' : unreviewed === 'yes' ? 'allowed' : 'asked';
    return goTo(c, `/cabinet/datasets/${id}/rows?done=${done}`);
  });
  return routes;
}
