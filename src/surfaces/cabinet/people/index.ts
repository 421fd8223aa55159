/** People of the cabinet: who works with the data, by which appointment, who stands in, and what each may do. */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { appointmentRoutes } from './appointment-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { replaceRoutes } from './replace-routes.tsx';
import { rightsRoutes } from './rights-routes.tsx';

/** Pages of people, their appointments, replacement and rights. */
export function staffRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const part of [peopleRoutes(), appointmentRoutes(), replaceRoutes(), rightsRoutes()]) routes.route('/', part);
  return routes;
}
