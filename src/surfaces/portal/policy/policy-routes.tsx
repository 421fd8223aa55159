import { Hono } from 'hono';
import { publicPolicies } from '../../../capabilities/orders/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { PublicPolicyPage } from './policy-page.tsx';

/** `/open-data/policy`: the policy in force, and each earlier edition at its own address. Two statements. */
export function publicPolicyRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/open-data/policy', async (c) => {
    const visit = c.get('visit');
    const policies = (await publicPolicies(visit.ctx)).flatMap(({ policy, versions }) => {
      const shown = versions.find(({ state }) => state === 'approved') ?? versions[0];
      return shown ? [{ policy, versions, shown }] : [];
    });
    return renderPage(c, <PublicPolicyPage visit={visit} policies={policies} />);
  });
  routes.get('/open-data/policy/:version', async (c) => {
    const visit = c.get('visit');
    const policies = (await publicPolicies(visit.ctx)).flatMap(({ policy, versions }) => {
      const shown = versions.find(({ id }) => id === c.req.param('version'));
      return shown ? [{ policy, versions, shown }] : [];
    });
    if (policies.length === 0) {
      throw new RequestError('not-found', 'no-such-policy', {
        uk: 'Такої редакції немає.',
        en: 'There is no such edition.',
      });
    }
    return renderPage(c, <PublicPolicyPage visit={visit} policies={policies} />);
  });
  return routes;
}
