import type { SurfaceEnv } from '../surfaces/components/visit.ts';

/** What the outer handlers leave for the inner ones. */
export interface WebEnv extends SurfaceEnv {
  Variables: SurfaceEnv['Variables'] & { requestId: string; origin: string; address: string };
}
