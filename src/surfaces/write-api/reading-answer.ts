import { z } from '@hono/zod-openapi';
import { COLUMN_TYPES } from '../../capabilities/catalog/index.ts';
import { isSettled, offeredRepairs, type Reading } from '../../capabilities/ingest/index.ts';
import { checkEntry } from '../../tabular/index.ts';

const Text = z.object({ uk: z.string(), en: z.string() });
const Step = z.object({
  code: z.string(),
  columnTitle: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()).optional().describe('Only of steps that change the shape of the table'),
});

const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'advice']).describe('`error` stands in the way of publication'),
    columnName: z.string().nullable(),
    count: z.number().int().describe('How many cells or rows, over the whole file'),
    places: z
      .array(z.object({ row: z.number().int(), value: z.string().nullable(), repaired: z.string().nullish() }))
      .describe('The first of them; rows are counted from 1 without the heading'),
    message: Text,
    repairable: z.boolean(),
    guide: z.string().nullable().describe('The page that says why it matters, with an example before and after'),
  })
  .openapi('Finding');

const STATES = [
  'receiving',
  'received',
  'reading',
  'checked',
  'mending',
  'ready',
  'refused',
  'failed',
  'cancelled',
] as const;

/** A file on its way to a version. */
export const ReadingAnswer = z
  .object({
    id: z.string(),
    datasetId: z.string(),
    resourceId: z.string(),
    fileName: z.string(),
    size: z.number().int(),
    sha256: z.string().nullable(),
    state: z
      .enum(STATES)
      .describe(
        '`checked`: waits for a decision about repairs; `ready`: can be published; `refused`, `failed`: see refusal',
      ),
    settled: z.boolean().describe('False while it is worked on: ask again in a second'),
    rows: z.number().int().nullable(),
    columns: z.array(z.object({ title: z.string(), type: z.enum(COLUMN_TYPES) })),
    part: z.string().nullable().describe('The table of the file that was read, where it holds several'),
    parts: z
      .array(
        z.object({
          name: z.string(),
          rows: z.number().int(),
          columns: z.number().int(),
          hidden: z.boolean(),
          headers: z.array(z.string()),
        }),
      )
      .describe('Every table of the file; others are taken by POST …/parts with their names'),
    findings: z.array(Finding).describe('Of the file as it would be published'),
    repairs: z.object({
      decided: z.boolean().describe('Accepted now, or for the file before this one'),
      offered: z.array(Step).describe('What can be mended without asking'),
      done: z.array(Step.extend({ count: z.number().int() })),
    }),
    refusal: Text.nullable(),
    refusalGuide: z.string().nullable().openapi({ description: 'Page about the refusal: why, and what to do' }),
    publishedAt: z.iso.datetime().nullable(),
    links: z.record(z.string(), z.string()).describe('What can be done next'),
  })
  .openapi('Reading');

/** A reading as the API tells it, with what is next. */
export function readingAnswer(reading: Reading, origin: string): z.infer<typeof ReadingAnswer> {
  const inspection = reading.mended?.inspection ?? reading.inspection;
  const findings = (inspection?.findings ?? []).map(
    ({ code, severity, columnName, count, places, message, repairable }) => ({
      code,
      severity,
      columnName,
      count,
      places: [...places],
      message,
      repairable,
      guide: guideOf(code, origin),
    }),
  );
  return {
    id: reading.id,
    datasetId: reading.datasetId,
    resourceId: reading.resourceId,
    fileName: reading.fileName,
    size: reading.size,
    sha256: reading.originalSha256,
    state: reading.state,
    settled: isSettled(reading.state),
    rows: reading.typed?.rows ?? inspection?.rows ?? null,
    columns: (inspection?.columns ?? []).map(({ title, type }) => ({ title, type })),
    part: reading.source?.sheet ?? null,
    parts: (reading.source?.sheets ?? []).map(({ name, rows, columns, hidden = false, headers = [] }) => ({
      name,
      rows,
      columns,
      hidden,
      headers: [...headers],
    })),
    findings,
    repairs: {
      decided: reading.recipeAccepted,
      offered: reading.inspection === null ? [] : [...offeredRepairs(reading.inspection)],
      done: [...(reading.mended?.counts ?? [])],
    },
    refusal: reading.refusal?.message ?? null,
    refusalGuide: reading.refusal === null ? null : guideOf(reading.refusal.code, origin),
    publishedAt: reading.publishedAt?.toISOString() ?? null,
    links: linksOf(reading, origin),
  };
}

function guideOf(code: string, origin: string): string | null {
  const check = checkEntry(code);
  return check ? `${origin}${check.guide}` : null;
}

function linksOf(reading: Reading, origin: string): Record<string, string> {
  const self = `${origin}/api/1/readings/${reading.id}`;
  const dataset = `${origin}/api/1/datasets/${reading.datasetId}`;
  return {
    self,
    draft: `${dataset}/draft`,
    ...(reading.state === 'checked' ? { repairs: `${self}/repairs` } : {}),
    ...(reading.state === 'ready' && reading.publishedAt === null ? { publish: `${dataset}/publication` } : {}),
    page: `${origin}/cabinet/readings/${reading.id}`,
  };
}
