/**
 * Set-up, sign-in, the person's own page, and the administrator's pages: units, people, settings.
 * Everything works without scripts: forms are posted and lead on by a redirect.
 */
import { Hono } from 'hono';
import type { UnitInUse } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { staffRoutes } from '../people/index.ts';
import { signingInRoutes } from '../signing-in/index.ts';
import { ownAccountRoutes } from './account-routes.tsx';
import { reorganiseRoutes } from './reorganise-routes.tsx';
import { setUpRoutes } from './set-up-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { unitRoutes } from './unit-routes.tsx';

/**
 * Every page of accounts.
 * @param ports `unitInUse` says whether anything still belongs to a unit that is to be removed; `signInHosts` names sign-in services inside the
 * network that may be asked
 */
export function accountRoutes(
  ports: { readonly unitInUse?: UnitInUse; readonly signInHosts?: readonly string[] } = {},
): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const part of [setUpRoutes(), signInRoutes(), ownAccountRoutes(), unitRoutes(ports.unitInUse)])
    routes.route('/', part);
  for (const part of [staffRoutes(), settingsRoutes(), reorganiseRoutes(), signingInRoutes(ports.signInHosts ?? [])])
    routes.route('/', part);
  return routes;
}
