import type { MiddlewareHandler } from 'hono';
import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import { guidance } from '../../../capabilities/people/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';

/** Gives the pages of work the guidance to show at their step: one statement a page, none for those who may not read it. */
export const withGuidance: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  const visit = c.get('visit');
  const page = c.req.method === 'GET' && !/\.\w+$/.test(visit.path);
  if (page && mayAnywhere(visit.person?.appointments ?? [], 'dataset.view-internal')) {
    c.set('visit', { ...visit, guidance: await guidance(visit.ctx) });
  }
  return await next();
};
