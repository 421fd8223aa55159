/**
 * Signing in beyond the password: the second step, passkeys, other sign-in services, and what is required of whom.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { passkeyRoutes } from './passkey-routes.tsx';
import { secondStepRoutes } from './second-step-routes.tsx';

/** Every page of it. */
export function signingInRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const part of [secondStepRoutes(), passkeyRoutes()]) routes.route('/', part);
  return routes;
}
