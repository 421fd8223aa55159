import { Hono } from 'hono';
import { acceptRepairs, isRead, loadReading } from '../../../capabilities/ingest/index.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { askedStep, blankStep, changedRecipe, filledStep } from './recipe-form.ts';
import { RecipePage } from './recipe-page.tsx';
import { signedIn } from './signed-in.ts';

const PATH = '/cabinet/readings/:id/recipe';

/** The recipe of a file, to be read and changed. */
export function recipeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      if (!isRead(reading)) return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
      const asked = askedStep(reading.recipe, visit.query);
      return renderPage(c, <RecipePage visit={visit} reading={reading} asked={asked} wrong={false} />);
    })
    .post(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const form = await formOf(c);
      const recipe = changedRecipe(reading.recipe, form);
      if (recipe === null) {
        const key = form.text('step') || null;
        const step = filledStep(
          askedStep(reading.recipe, new URLSearchParams({ step: key ?? '' }))?.step ?? blankStep(form.text('code')),
          form,
        );
        return renderPage(c, <RecipePage visit={visit} reading={reading} asked={{ key, step }} wrong />, 400);
      }
      await acceptRepairs(visit.ctx, reading.id, recipe);
      return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
    });
}
