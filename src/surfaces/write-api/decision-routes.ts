import { z } from '@hono/zod-openapi';
import { Hono, type Context as HonoContext } from 'hono';
import { may, permit, requireScope } from '../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset, type Resource } from '../../capabilities/catalog/index.ts';
import { latestReadings, type Reading } from '../../capabilities/ingest/index.ts';
import {
  type Decision,
  DecisionWish,
  decide,
  decisionsOf,
  needsDecision,
  personalFaults,
  signsOfFile,
  undoDecision,
} from '../../capabilities/privacy/index.ts';
import { publicationFaults } from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import { anew, type Context } from '../../platform/context.ts';
import { DETECTORS } from '../../tabular/index.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { jsonOf } from './json-body.ts';

type Asked = HonoContext<SurfaceEnv>;

const Text = z.object({ uk: z.string(), en: z.string() });

/** What becomes of one column; several at once are decided all or none. */
export const DecisionBody = z
  .strictObject(DecisionWish.shape)
  .openapi('PersonalDataDecisionBody')
  .describe('What becomes of one column: the same as the form of the cabinet asks');

const DecisionAnswer = z.object({
  id: z.string(),
  column: z.string().describe('Title in the file; empty: the whole table'),
  codes: z.array(z.string()).describe('Signs it answers'),
  way: z.string(),
  state: z.string().describe('`made`; `waiting`: somebody who may publish has to confirm it'),
  groundCode: z.string().nullable(),
  reviewOn: z.iso.date().nullable(),
  decidedBy: z.string(),
  decidedAt: z.iso.datetime(),
});

/** What was found in the newest files of a dataset and decided on; no value of any cell. */
export const PersonalDataAnswer = z
  .object({
    datasetId: z.string(),
    resources: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        scanned: z.boolean().describe('False: the file was not looked at yet'),
        columns: z.array(
          z.object({
            column: z.string(),
            faults: z.array(z.string()).describe('What stops publication, e.g. `personal-data-undecided`'),
            signs: z.array(
              z.object({
                code: z.string(),
                title: Text,
                whose: z.string(),
                cells: z.number().int(),
                confidence: z.number(),
                needsDecision: z.boolean(),
                rows: z.array(z.number().int()).describe('The first rows, from 1'),
                why: Text,
              }),
            ),
          }),
        ),
        decisions: z.array(DecisionAnswer),
      }),
    ),
    faults: z
      .array(z.object({ code: z.string(), resourceId: z.string().nullable(), message: Text }))
      .nullable()
      .describe(
        'All that stops publication for reasons of personal data and security; null where the token may not edit',
      ),
  })
  .openapi('PersonalData');

/**
 * Decisions on personal data by a person's own token with the scope `privacy.decide`: `GET …/personal-data` says what waits,
 * `POST …/resources/<id>/decisions` decides, `DELETE /api/1/decisions/<id>` takes back.
 */
export function decisionRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/api/1/datasets/:dataset/personal-data', async (c) => {
      const { ctx } = c.get('visit');
      return answer(c, ctx, await loadDataset(ctx, c.req.param('dataset')));
    })
    .post('/api/1/datasets/:dataset/resources/:resource/decisions', async (c) => {
      const { ctx } = c.get('visit');
      await requireScope(ctx, 'privacy.decide');
      const dataset = await loadDataset(ctx, c.req.param('dataset'));
      const resource = dataset.resources.find(({ id }) => id === c.req.param('resource'));
      if (!resource) throw noSuchResource();
      const wishes = await jsonOf(c, z.union([DecisionBody, z.array(DecisionBody).min(1).max(5_000)]));
      await decide(ctx, resource.id, [wishes].flat());
      return answer(c, anew(ctx), dataset);
    })
    .delete('/api/1/decisions/:decision', async (c) => {
      const { ctx } = c.get('visit');
      await requireScope(ctx, 'privacy.decide');
      const { datasetId } = await undoDecision(ctx, c.req.param('decision'));
      const now = anew(ctx);
      return answer(c, now, await loadDataset(now, datasetId));
    });
}

async function answer(c: Asked, ctx: Context, dataset: Dataset): Promise<Response> {
  await permit(ctx, 'dataset.view-drafts', dataset);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const decisions = await decisionsOf(ctx, dataset.id);
  const faults = (await may(ctx, 'dataset.edit', dataset)) ? await publicationFaults(ctx, dataset.id) : null;
  const body: z.infer<typeof PersonalDataAnswer> = {
    datasetId: dataset.id,
    resources: dataset.resources.flatMap((resource) => {
      const reading = readings.find(({ resourceId }) => resourceId === resource.id);
      const own = decisions.filter(({ resourceId }) => resourceId === resource.id);
      return reading?.kind === 'table' ? [resourceAnswer(resource, reading, own)] : [];
    }),
    faults:
      faults?.flatMap(({ step, field, resourceId, text }) =>
        step === 'privacy' ? [{ code: field, resourceId, message: text }] : [],
      ) ?? null,
  };
  return c.json(body, 200, { 'cache-control': 'no-store' });
}

function resourceAnswer({ id, title, structure }: Resource, reading: Reading, decisions: readonly Decision[]) {
  const closed = structure.fields.flatMap((field) => (field.sensitivity === 'restricted' ? [field.title] : []));
  const signs = (signsOfFile(reading) ?? []).filter(({ columnTitle }) => !closed.includes(columnTitle));
  const faults = personalFaults(reading, decisions, closed);
  const columns = [
    ...new Set([...signs.map(({ columnTitle }) => columnTitle), ...faults.flatMap((one) => one.columns)]),
  ];
  return {
    id,
    title,
    scanned: signsOfFile(reading) !== null,
    columns: columns.map((column) => ({
      column,
      faults: faults.flatMap((one) => (one.columns.includes(column) ? [one.code] : [])),
      signs: signs.flatMap((sign) => {
        if (sign.columnTitle !== column) return [];
        const { code, whose, count, confidence, rows, why } = sign;
        const words = DETECTORS.find((one) => one.code === code)?.title ?? { uk: code, en: code };
        const needs = needsDecision(sign);
        return [{ code, title: words, whose, cells: count, confidence, needsDecision: needs, rows: [...rows], why }];
      }),
    })),
    decisions: decisions.map((one) => ({
      id: one.id,
      column: one.columnTitle,
      codes: [...one.codes],
      way: one.way,
      state: one.state,
      groundCode: one.groundCode,
      reviewOn: one.reviewOn,
      decidedBy: one.decidedBy,
      decidedAt: one.decidedAt.toISOString(),
    })),
  };
}

function noSuchResource(): RequestError {
  return new RequestError('not-found', 'no-such-resource', {
    uk: 'У цьому наборі такого ресурсу немає. Перевірте адресу: ресурси є в …/draft.',
    en: 'This dataset has no such resource. Check the address: resources stand in …/draft.',
  });
}
