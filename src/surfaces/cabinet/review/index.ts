/*
 * The review in the cabinet: the list «На перевірці», the page of a submission with what changed, comments and the decision, and the settings.
 * Submitting stands on the last screen of the walk (submit-part.tsx).
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { reviewPages } from './review-routes.tsx';
import { reviewSettingsPages } from './settings-routes.tsx';

/** All addresses of this part. */
export function reviewRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', reviewSettingsPages()).route('/', reviewPages());
}
