/**
 * Signing in beyond the password: the second step, passkeys, other sign-in services, and what is required of whom.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { secondStepRoutes } from './second-step-routes.tsx';

export function signingInRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.route('/', secondStepRoutes());
  return routes;
}
