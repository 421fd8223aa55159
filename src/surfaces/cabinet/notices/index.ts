/*
 * Notices of the cabinet: the list with what is unread, how each person wants to be told, and the page a letter's link opens to stop letters.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { noticePages } from './notice-routes.tsx';
import { unsubscribeRoutes } from './unsubscribe-routes.tsx';

/** All addresses of notices. */
export function noticeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/notices/*', askToSignIn)
    .route('/', noticePages())
    .route('/', unsubscribeRoutes());
}
