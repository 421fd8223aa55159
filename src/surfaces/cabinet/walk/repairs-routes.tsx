import { Hono } from 'hono';
import {
  acceptAllRepairs,
  acceptRepairs,
  isRead,
  isSettled,
  loadReading,
  previewRows,
  undoRepairs,
} from '../../../capabilities/ingest/index.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { asksAboutPeople } from '../privacy/dataset-tables.ts';
import { formOf } from './form-values.ts';
import { RepairsPage } from './repairs-page.tsx';
import { recipeOf, recipeWithAsked } from './repairs-view.ts';
import { RowsPage } from './rows-page.tsx';
import { signedIn } from './signed-in.ts';
import { likenessOf } from './standard-routes.tsx';

const NEIGHBOURS = 8;

/** Screen 3: findings, one button, undo, and the rows around a cell. */
export function repairsRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/readings/:id/repairs', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      if (!isRead(reading)) return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
      const leads = isSettled(reading.state) && (await asksAboutPeople(visit.ctx, reading.datasetId));
      return renderPage(
        c,
        <RepairsPage
          visit={visit}
          reading={reading}
          from={wholeNumber(visit.query.get('from')) ?? 0}
          like={await likenessOf(visit, reading)}
          leadsTo={leads ? 'privacy' : 'passport'}
        />,
      );
    })
    .post('/cabinet/readings/:id/repairs', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const form = await formOf(c);
      const deed = form.text('deed');
      const asked = form.text('ask');
      if (deed === 'all') await acceptAllRepairs(visit.ctx, reading.id);
      else {
        const ticked = deed === 'some' ? form.all('step') : [];
        const recipe = asked ? recipeWithAsked(reading, asked) : recipeOf(reading, ticked);
        await acceptRepairs(visit.ctx, reading.id, recipe);
      }
      return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
    })
    .post('/cabinet/readings/:id/repairs/undo', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await undoRepairs(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/readings/${id}/repairs`), 303);
    })
    .get('/cabinet/readings/:id/rows', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      if (reading.state === 'mending') return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
      const row = Math.max(1, wholeNumber(visit.query.get('row')) ?? 1);
      const from = wholeNumber(visit.query.get('from')) ?? Math.max(1, row - NEIGHBOURS);
      const mended = visit.query.has('mended');
      const page = await previewRows(visit.ctx, reading.id, { from, count: NEIGHBOURS * 2 + 1, mended });
      const column = wholeNumber(visit.query.get('column'));
      return renderPage(
        c,
        <RowsPage visit={visit} reading={reading} page={page} row={row} column={column} mended={mended} />,
      );
    });
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
