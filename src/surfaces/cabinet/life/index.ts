/*
 * The life of a dataset in the cabinet: promising one that is not there yet, its states and the steps between them, and internal datasets for
 * those who may read them.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { internalPages } from './internal-pages.tsx';
import { lifePages } from './life-routes.tsx';
import { planPages } from './plan-routes.tsx';

/** All addresses of this part. Visitors are asked to sign in by the walk's middleware, which covers the whole cabinet. */
export function lifeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', planPages()).route('/', internalPages()).route('/', lifePages());
}
