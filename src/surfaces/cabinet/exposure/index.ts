/*
 * What is already public: reports, signs, hidden columns, and taking data away at once.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { purgeRoutes } from './purge-routes.tsx';
import { seenRoutes } from './seen-routes.tsx';

/** All addresses of it. */
export function exposureRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().use('/cabinet/*', askToSignIn).route('/', purgeRoutes()).route('/', seenRoutes());
}
