import { z } from '@hono/zod-openapi';
import type { Card } from '../../capabilities/catalog/index.ts';
import { structureBreaks, type Version } from '../../capabilities/publishing/index.ts';

/** A version as the API tells it. */
const VersionAnswer = z
  .object({
    number: z.number().int(),
    current: z.boolean().describe('The version everybody sees now'),
    publishedAt: z.iso.datetime({ offset: true }),
    publisher: z.string(),
    rows: z.number().int().describe('Rows of all its tables'),
    changes: z
      .object({
        rowsAdded: z.number().int().nullable(),
        rowsRemoved: z.number().int().nullable(),
        rowsChanged: z.number().int().nullable().describe('Null where rows cannot be told apart by an identifier'),
        columnsAdded: z.array(z.string()),
        columnsRemoved: z.array(z.string()),
      })
      .nullable()
      .describe('Against the version before it; null for the first'),
    breaking: z.boolean().describe('Programs that worked with the version before may stop working'),
    note: z.string().describe('What users are told of a breaking change; empty where nothing'),
    repeats: z.number().int().nullable().describe('The earlier version published again as this one'),
    withdrawn: z
      .object({ reason: z.string(), order: z.string(), at: z.string() })
      .nullable()
      .describe('Why its data are given no more'),
    checksums: z.record(z.string(), z.string().nullable()).describe('SHA-256 of the CSV of each table, by resource id'),
    links: z.object({
      page: z.string(),
      passport: z.string(),
      comparison: z.string().nullable().describe('What changed since the version before, as JSON'),
    }),
  })
  .openapi('Version');

/** All versions of a dataset, the newest first. */
export const VersionList = z.object({ results: z.array(VersionAnswer) }).openapi('VersionList');

/** @param versions newest first */
export function versionsAnswer(card: Card, versions: readonly Version[], origin: string): z.infer<typeof VersionList> {
  const base = `${origin}/datasets/${card.slug}/versions`;
  return {
    results: versions.map((version, at) => {
      const { number, changes, note, repeats, closure, checksums } = version;
      const before = versions[at + 1] ?? null;
      const compared = before !== null && !before.closure && !closure && card.state === 'published';
      return {
        ...{ number, note, repeats, checksums: { ...checksums } },
        current: number === card.versionNumber,
        publishedAt: version.publishedAt.toISOString(),
        publisher: version.unitName || card.unit.name,
        rows: version.resources.reduce((sum, resource) => sum + (resource.rows ?? 0), 0),
        changes: changes && {
          ...changes,
          columnsAdded: [...changes.columnsAdded],
          columnsRemoved: [...changes.columnsRemoved],
        },
        breaking: before !== null && structureBreaks(before, version),
        withdrawn: closure && { ...closure },
        links: {
          page: `${base}/${number}`,
          passport: `${base}/${number}/passport.json`,
          comparison: compared ? `${base}/${before.number}...${number}.json` : null,
        },
      };
    }),
  };
}
