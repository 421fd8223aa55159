/**
 * Signing in beyond the password: the second step, passkeys, other sign-in services, and what is required of whom.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { passkeyRoutes } from './passkey-routes.tsx';
import { personSignInRoutes } from './person-sign-in.tsx';
import { secondStepRoutes } from './second-step-routes.tsx';
import { serviceRoutes } from './service-routes.tsx';
import { signInSettingsRoutes } from './settings-routes.tsx';

/** Every page of it. @param signInHosts sign-in services inside the network that may be asked */
export function signingInRoutes(signInHosts: readonly string[]): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const part of [
    secondStepRoutes(),
    passkeyRoutes(),
    serviceRoutes(signInHosts),
    signInSettingsRoutes(),
    personSignInRoutes(),
  ])
    routes.route('/', part);
  return routes;
}
