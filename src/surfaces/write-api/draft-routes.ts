import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import { answerOnce, requireScope, unitOfToken } from '../../capabilities/accounts/index.ts';
import { type Dataset, listDatasets, loadDataset, Passport, StructureField } from '../../capabilities/catalog/index.ts';
import { changeFields, changePassportPart, makeDraft } from '../../capabilities/drafts/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import type { DraftListAnswer, MadeAnswer } from './answer-schemas.ts';
import { keyOf } from './asked-by-token.ts';
import { draftAnswer, etagOf, linksOf, stateAsked } from './draft-answer.ts';
import { jsonOf } from './json-body.ts';

type Asked = HonoContext<SurfaceEnv>;

/** Elements of a passport; those left out stay as they are. */
export const PassportBody = Passport.partial().strict();

export const NewDatasetBody = PassportBody.extend({
  title: z.string().min(1).max(254),
  unitId: z.uuid().optional().describe('Whose data these are; the token’s own unit when left out'),
});

export const FieldsBody = z.strictObject({
  fields: z
    .array(
      StructureField.omit({ sourceColumn: true, name: true })
        .partial()
        .extend({ name: z.string().min(1).max(254) })
        .strict(),
    )
    .min(1)
    .max(5000),
});

/** Datasets: make one, see and change its working copy, list those the token may see. */
export function draftRoutes(): Hono<SurfaceEnv> {
  const draft = '/api/1/datasets/:dataset/draft';
  return new Hono<SurfaceEnv>()
    .post('/api/1/datasets', create)
    .get('/api/1/drafts', list)
    .get(draft, async (c) => answer(c, await loadDataset(c.get('visit').ctx, c.req.param('dataset'))))
    .patch(draft, change)
    .patch('/api/1/datasets/:dataset/resources/:resource/fields', describe);
}

async function create(c: Asked): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  await requireScope(ctx, 'dataset.create');
  const { unitId, ...passport } = await jsonOf(c, NewDatasetBody);
  const unit = unitId ?? (await unitOfToken(ctx));
  if (!unit) throw unitMissing();
  const request = ['dataset', unit, passport];
  const made = await answerOnce(ctx, keyOf(c.req.raw.headers), request, async (tx) => {
    const dataset = await makeDraft(tx, { unitId: unit, passport });
    const { id, number, slug } = dataset;
    const body: z.infer<typeof MadeAnswer> = {
      id,
      number,
      slug,
      unitId: unit,
      links: linksOf(id, slug, false, origin),
    };
    return { status: 201, body };
  });
  const body = made.body as { links: Record<string, string> };
  c.header('location', body.links.self);
  if (made.repeated) c.header('idempotency-replayed', 'true');
  return c.json(body, 201);
}

/** Which of the datasets a token may see. */
export const DraftsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  state: z.enum(['draft', 'published', 'suspended', 'withdrawn']).optional(),
  q: z.string().max(300).optional(),
});

async function list(c: Asked): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  const asked = DraftsQuery.safeParse(c.req.query());
  if (!asked.success) throw badPage();
  const { page, size, state, q } = asked.data;
  const found = await listDatasets(ctx, { unitIds: null, state, q }, { page, size });
  const results = found.items.map((dataset) => ({
    id: dataset.id,
    number: dataset.number,
    slug: dataset.slug,
    title: dataset.passport.title,
    unitId: dataset.unitId,
    state: dataset.state,
    changedAt: dataset.changedAt.toISOString(),
    links: linksOf(dataset.id, dataset.slug, dataset.state !== 'draft', origin),
  }));
  const body: z.infer<typeof DraftListAnswer> = { count: found.total, page, size, results };
  return c.json(body, 200, { 'cache-control': 'no-store' });
}

async function change(c: Asked): Promise<Response> {
  const { ctx } = c.get('visit');
  await requireScope(ctx, 'dataset.edit');
  const part = await jsonOf(c, PassportBody);
  const expected = stateAsked(c.req.header('if-match')) ?? undefined;
  return answer(c, await changePassportPart(ctx, c.req.param('dataset') ?? '', part, expected));
}

async function describe(c: Asked): Promise<Response> {
  const { ctx } = c.get('visit');
  await requireScope(ctx, 'dataset.edit');
  const { fields } = await jsonOf(c, FieldsBody);
  return c.json(await changeFields(ctx, c.req.param('resource') ?? '', fields));
}

async function answer(c: Asked, dataset: Dataset): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  const headers = { etag: etagOf(dataset), 'cache-control': 'no-store' };
  return c.json(await draftAnswer(ctx, dataset, origin), 200, headers);
}

function unitMissing(): RequestError {
  const text = {
    uk: 'Вкажіть unitId: чиї це дані. Токен підрозділу має свій, вашому його треба назвати.',
    en: 'Give unitId: whose data these are. A token of a unit has its own, yours must be told.',
  };
  return new RequestError('invalid', 'unit-missing', text, [{ field: 'unitId', text }]);
}

function badPage(): RequestError {
  return new RequestError('invalid', 'bad-page', {
    uk: 'page — від 1, size — від 1 до 100, state — draft, published, suspended або withdrawn.',
    en: 'page is from 1, size from 1 to 100, state draft, published, suspended or withdrawn.',
  });
}
