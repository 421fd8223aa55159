import { z } from '@hono/zod-openapi';
import { Hono, type Context as HonoContext } from 'hono';
import { requireScope } from '../../capabilities/accounts/index.ts';
import { allowUnreviewedRows, rowWriting } from '../../capabilities/publishing/index.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { jsonOf } from './json-body.ts';

type Asked = HonoContext<SurfaceEnv>;

/** The decision about rows without review. */
export const RowRuleBody = z
  .strictObject({ unreviewed: z.boolean().describe('True: rows are taken without review') })
  .openapi('RowRuleBody');

/** Whether rows of a dataset are taken, and what was decided about review of them. */
export const RowRuleAnswer = z
  .object({
    datasetId: z.string(),
    reviewed: z.boolean().describe('Somebody else has to approve changes of the dataset'),
    unreviewed: z.boolean().describe('Rows are taken without review'),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    refusal: z
      .object({ code: z.string(), message: z.object({ uk: z.string(), en: z.string() }) })
      .nullable()
      .describe('Why no rows are taken now; null: they are'),
  })
  .openapi('RowRule');

/** `/api/1/datasets/<id>/rows-rule`: «рядки без перевірки». `PUT` needs the scope `rows.allow` and the right to approve. */
export function ruleRoutes(): Hono<SurfaceEnv> {
  const path = '/api/1/datasets/:dataset/rows-rule';
  return new Hono<SurfaceEnv>().get(path, answer).put(path, async (c) => {
    const { ctx } = c.get('visit');
    await requireScope(ctx, 'rows.allow');
    const { unreviewed } = await jsonOf(c, RowRuleBody);
    await allowUnreviewedRows(ctx, c.req.param('dataset'), unreviewed);
    return answer(c);
  });
}

async function answer(c: Asked): Promise<Response> {
  const { dataset, reviewed, rule, refusal } = await rowWriting(c.get('visit').ctx, c.req.param('dataset') ?? '');
  const body: z.infer<typeof RowRuleAnswer> = {
    datasetId: dataset.id,
    reviewed,
    unreviewed: rule?.unreviewed ?? false,
    decidedBy: rule?.by ?? null,
    decidedAt: rule?.at.toISOString() ?? null,
    refusal: refusal && { code: refusal.code, message: refusal.text },
  };
  return c.json(body, 200, { 'cache-control': 'no-store' });
}
