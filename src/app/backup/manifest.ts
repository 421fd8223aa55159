import { z } from 'zod';

/** Name of the list inside the archive; it stands last, when all sums are known. */
export const MANIFEST_NAME = 'manifest.json';

const TableCopy = z.object({
  /** Table of the records, or `pgboss.job` for accepted work. */
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  file: z.string(),
  sha256: z.string(),
});
export type TableCopy = z.infer<typeof TableCopy>;

/** What a backup says of itself. */
export const BackupManifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** Steps the database had done: the restored one is first brought to the same form. */
  migrations: z.array(z.string()),
  tables: z.array(TableCopy),
  /** Next numbers of the sequences. */
  sequences: z.array(z.object({ name: z.string(), value: z.number().nullable() })),
  /** Every file of the objects by its key; the key ends with its sum. */
  objects: z.array(z.object({ key: z.string(), size: z.number() })),
  /** Files removed for good, with the reason. */
  purged: z.array(z.object({ key: z.string(), reason: z.string() })),
  /** What of it the public never sees: the whole file is to be kept as these are. Backups of earlier releases do not say. */
  restricted: z
    .object({
      tables: z.array(z.object({ table: z.string(), rows: z.number(), why: z.string() })),
      objects: z.object({ files: z.number(), bytes: z.number() }),
    })
    .optional(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** Waiting and unfinished jobs of pg-boss's table: accepted work belongs to the records. */
export const JOBS_TABLE = 'pgboss.job';
