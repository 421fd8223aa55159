/*
 * Messages in the cabinet: what people ask and propose, answered with a term, shown to all or not, passed on; and the settings of both.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { heldMessageRoutes } from './held-routes.tsx';
import { staffMessagePages } from './message-routes.tsx';
import { messageSettingsRoutes } from './settings-routes.tsx';

/** All addresses of messages in the cabinet. */
export function staffMessageRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/messages/*', askToSignIn)
    .use('/cabinet/settings/messages', askToSignIn)
    .route('/', heldMessageRoutes())
    .route('/', staffMessagePages())
    .route('/', messageSettingsRoutes());
}
