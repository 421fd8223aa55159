import { z } from '@hono/zod-openapi';
import { may } from '../../capabilities/accounts/index.ts';
import { type Dataset, Passport, StructureField } from '../../capabilities/catalog/index.ts';
import { latestReadings, type Reading } from '../../capabilities/ingest/index.ts';
import { findPublication, publicationFaults } from '../../capabilities/publishing/index.ts';
import type { Context } from '../../platform/context.ts';

const Text = z.object({ uk: z.string(), en: z.string() });

/** A working copy: what would be published, and what is in the way. */
export const DraftAnswer = z
  .object({
    id: z.string(),
    number: z.string().describe('Identification number'),
    slug: z.string(),
    unitId: z.string(),
    state: z.string(),
    passport: Passport,
    resources: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        url: z.string().nullable(),
        fields: z.array(StructureField),
        reading: z.object({ id: z.string(), state: z.string(), url: z.string() }).nullable(),
      }),
    ),
    faults: z
      .array(z.object({ step: z.string(), resourceId: z.string().nullable(), field: z.string(), message: Text }))
      .nullable()
      .describe('All that stands in the way of publication; null where the token may not edit'),
    published: z
      .object({ version: z.number().int(), state: z.string(), dataAsOf: z.iso.datetime(), changedAt: z.iso.datetime() })
      .nullable()
      .describe('What the public has; null: nothing yet'),
    changedAt: z.iso.datetime().describe('Also the ETag, for If-Match'),
    links: z.record(z.string(), z.string()),
  })
  .openapi('Draft');

/** The working copy as the API tells it. */
export async function draftAnswer(
  ctx: Context,
  dataset: Dataset,
  origin: string,
): Promise<z.infer<typeof DraftAnswer>> {
  const ids = dataset.resources.map(({ id }) => id);
  const [readings, publication, mayEdit] = await Promise.all([
    latestReadings(ctx, ids),
    findPublication(ctx, dataset.id),
    may(ctx, 'dataset.edit', dataset),
  ]);
  const faults = mayEdit ? await publicationFaults(ctx, dataset.id) : null;
  const { id, number, slug, unitId, state, passport, resources, changedAt } = dataset;
  return {
    id,
    number,
    slug,
    unitId,
    state,
    passport,
    resources: resources.map((resource) => ({
      id: resource.id,
      kind: resource.kind,
      title: resource.title,
      url: resource.url,
      fields: [...resource.structure.fields],
      reading: readingOf(readings, resource.id, origin),
    })),
    faults: faults?.map(({ step, resourceId, field, text }) => ({ step, resourceId, field, message: text })) ?? null,
    published: publication && {
      version: publication.versionNumber,
      state: publication.state,
      dataAsOf: publication.dataAsOf,
      changedAt: publication.changedAt,
    },
    changedAt: changedAt.toISOString(),
    links: linksOf(id, slug, publication !== null, origin),
  };
}

function readingOf(readings: readonly Reading[], resourceId: string, origin: string) {
  const reading = readings.find((one) => one.resourceId === resourceId);
  return reading ? { id: reading.id, state: reading.state, url: `${origin}/api/1/readings/${reading.id}` } : null;
}

/** What can be done next with a dataset. */
export function linksOf(id: string, slug: string, published: boolean, origin: string): Record<string, string> {
  const own = `${origin}/api/1/datasets/${id}`;
  return {
    self: `${own}/draft`,
    file: `${own}/file`,
    publish: `${own}/publication`,
    page: `${origin}/cabinet/datasets/${id}`,
    ...(published ? { unchanged: `${own}/unchanged`, dataset: own, public: `${origin}/datasets/${slug}` } : {}),
  };
}

/** The ETag of a working copy. */
export function etagOf({ changedAt }: Pick<Dataset, 'changedAt'>): string {
  return `"${changedAt.getTime()}"`;
}

/** The state of a working copy an If-Match names; null without one. NaN for what is no ETag of ours: then nothing matches. */
export function stateAsked(header: string | undefined): Date | null {
  if (header === undefined || header.trim() === '*') return null;
  return new Date(Number(/^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header)?.[1] ?? Number.NaN));
}
