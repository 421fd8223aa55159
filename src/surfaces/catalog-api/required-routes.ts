import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { unitWithDescendants } from '../../capabilities/accounts/index.ts';
import { loadRequired, ofUnits } from '../../capabilities/mandates/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { json, Refusal } from './dataset-answer.ts';
import { RequiredAnswer, requiredAnswer } from './required-answer.ts';

const requiredRoute = createRoute({
  method: 'get',
  path: '/api/1/required',
  operationId: 'getRequired',
  summary: 'Datasets the community must publish, and how each stands',
  description:
    'Items of the list of resolution 835 and of the local list with the units that answer for them. States are computed from what is published, never typed.',
  tags: ['required'],
  request: {
    query: z.object({ unit: z.string().max(200).optional().describe('Slug of a unit; those below it come along') }),
  },
  responses: {
    200: json('All items', RequiredAnswer),
    404: json('No such unit', Refusal),
  },
});

/** Adds the required datasets to the API and its description. */
export function addRequired(routes: OpenAPIHono<SurfaceEnv>, headers: Readonly<Record<string, string>>): void {
  routes.openapi(requiredRoute, async (c) => {
    const { ctx, origin } = c.get('visit');
    const { unit: slug } = c.req.valid('query');
    const view = await loadRequired(ctx);
    if (!slug) return c.json(requiredAnswer(view, origin), 200, { ...headers });
    const unit = view.units.find((one) => one.slug === slug);
    if (!unit) throw noUnit();
    const part = ofUnits(view, await unitWithDescendants(ctx, unit.id));
    return c.json(requiredAnswer(part, origin), 200, { ...headers });
  });
}

function noUnit(): RequestError {
  return new RequestError('not-found', 'no-such-unit', {
    uk: 'Підрозділу з такою адресою немає.',
    en: 'There is no unit at this address.',
  });
}
