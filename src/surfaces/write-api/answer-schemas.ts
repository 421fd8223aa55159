import { z } from '@hono/zod-openapi';

const Links = z.record(z.string(), z.string()).describe('What can be done next');

/** A dataset that was made. */
export const MadeAnswer = z.object({
  id: z.string(),
  number: z.string(),
  slug: z.string(),
  unitId: z.string(),
  links: Links,
});

/** Datasets the token may see, a page of them. */
export const DraftListAnswer = z.object({
  count: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  results: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      slug: z.string(),
      title: z.string(),
      unitId: z.string(),
      state: z.string(),
      changedAt: z.iso.datetime(),
      links: Links,
    }),
  ),
});

/** How far a publication is. */
export const PublicationAnswer = z.object({
  state: z.string().describe('`done`; while it is under way: `waiting`, `working`'),
  stage: z.string().nullable(),
  done: z.number().nullable(),
  total: z.number().nullable(),
  version: z.number().int().nullable().describe('The version it became'),
  links: Links,
});

/** The data were said to be still true. */
export const UnchangedAnswer = z.object({ dataAsOf: z.iso.datetime(), version: z.number().int() });

/** What a write of rows did. */
export const RowsWrittenAnswer = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  deleted: z.number().int(),
  unchanged: z.number().int().describe('Rows that are what they were, and keys to delete that are not there'),
  version: z.number().int().describe('The version of the day the rows stand in'),
  rows: z.number().int().describe('Rows of the table now'),
  links: Links,
});

/** A row: values by machine name or title of the column. */
export const SentRowBody = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Values by machine name or title of the column');
