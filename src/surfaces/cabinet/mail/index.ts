/*
 * Mail: the server letters go by, tried by a button, and the outbox with what was not taken.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { mailSettingsRoutes } from './mail-settings-routes.tsx';
import { outboxRoutes } from './outbox-routes.tsx';

/** All addresses of mail. */
export function mailRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/settings/mail', askToSignIn)
    .use('/cabinet/settings/mail/*', askToSignIn)
    .route('/', mailSettingsRoutes())
    .route('/', outboxRoutes());
}
