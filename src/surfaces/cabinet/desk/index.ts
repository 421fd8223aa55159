/*
 * The desk: one list of what to do, all datasets of the person's units, and each dataset's page with its versions, «Дані не змінились»,
 * suspending and withdrawing.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { closeRoutes } from './close-routes.tsx';
import { deskPages } from './desk-routes.tsx';
import { versionRoutes } from './version-routes.tsx';

/** All addresses of the desk. */
export function deskRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/*', askToSignIn)
    .route('/', deskPages())
    .route('/', closeRoutes())
    .route('/', versionRoutes());
}
