import { Hono } from 'hono';
import {
  acceptRepairs,
  isRead,
  loadReading,
  previewStep,
  remainingFindings,
} from '../../../capabilities/ingest/index.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { askedStep, blankStep, changedRecipe, filledStep } from './recipe-form.ts';
import { RecipePage } from './recipe-page.tsx';
import { signedIn } from './signed-in.ts';
import { StepPreviewPage } from './step-preview-page.tsx';

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
    .get('/cabinet/readings/:id/preview', async (c) => {
      const visit = signedIn(c.get('visit'));
      const reading = await loadReading(visit.ctx, c.req.param('id'));
      const finding = remainingFindings(reading).find(
        ({ code, column }) =>
          code === visit.query.get('code') && String(column ?? '') === (visit.query.get('column') ?? ''),
      );
      if (!finding?.step) return c.redirect(href(visit, `/cabinet/readings/${reading.id}/repairs`), 303);
      const preview = await previewStep(visit.ctx, reading.id, finding.step, finding.places[0]?.row);
      return renderPage(c, <StepPreviewPage visit={visit} reading={reading} step={finding.step} preview={preview} />);
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
