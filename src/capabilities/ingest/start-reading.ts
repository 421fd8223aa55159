import { z } from 'zod';
import { personId } from '../../kernel/actor.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { Finding } from '../../kernel/finding.ts';
import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { transaction } from '../../platform/context.ts';
import type { ReadingChoices } from '../../tabular/text-table.ts';
import { formatProfile, permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { cleanFileName, kindOfName, NOT_OPEN_DATA, refusalOfName } from './file-kind-rules.ts';
import { selectParts } from './parts/part-store.ts';
import type { FileKind, Reading } from './reading.ts';
import { insertReading, selectAccepted } from './reading-store.ts';

/** Largest file by default, bytes; an installation sets its own with VIDKRYTO_UPLOAD_LIMIT. */
export const UPLOAD_LIMIT = 500 * 1024 * 1024;

const Input = z.object({
  datasetId: z.uuid(),
  resourceId: z.uuid(),
  /** Unit of the dataset. Without it only those who may edit every unit's datasets go on. */
  unitId: z.uuid().nullish(),
  fileName: z.string().min(1).max(1000),
  /** Bytes, as the browser tells them before they travel. */
  size: z.number().int().nonnegative(),
  originalPublic: z.boolean().default(false),
  /** What it should become; by the name's extension when absent. */
  kind: z.enum(['table', 'document', 'archive', 'geo']).optional(),
  /** Read it as a person chose for the file before it (sheet, header row …): for files of programs, at which nobody looks. */
  asBefore: z.boolean().default(false),
  /** Bytes; UPLOAD_LIMIT when absent. */
  limit: z.number().int().positive().optional(),
});
export type StartReading = z.input<typeof Input>;

/**
 * Makes room for a file before its bytes travel: kind and size are checked now, so nobody uploads in vain.
 * The next file of a resource takes over the recipe of the one before it.
 * Throws `forbidden`, `too-large`, `invalid` (code `file-kind` or `file-place`: the text says the way out).
 */
export async function startReading(ctx: Context, input: StartReading): Promise<Reading> {
  const given = Input.parse(input);
  await permit(ctx, 'dataset.edit', { id: given.datasetId, unitId: given.unitId ?? null });
  const fileName = cleanFileName(given.fileName);
  const kind: FileKind = given.kind ?? kindOfName(fileName) ?? 'table';
  const refusal = refusalOfName(fileName, kind, await formatProfile(ctx));
  if (refusal) throw refusedKind(refusal);
  refuseSize(given.size, given.limit ?? UPLOAD_LIMIT);
  const previous = await selectAccepted(ctx, given.resourceId);
  const now = ctx.clock.now();
  const reading: Reading = {
    ...EMPTY_READING,
    id: newId(now.getTime()),
    datasetId: given.datasetId,
    resourceId: given.resourceId,
    unitId: given.unitId ?? null,
    partOf: null,
    kind,
    fileName,
    size: given.size,
    originalPublic: given.originalPublic,
    choices: given.asBefore ? (previous?.choices ?? {}) : await samePart(ctx, given.resourceId, previous),
    recipe: previous?.recipe ?? [],
    recipeAccepted: previous !== null,
    createdAt: now,
    changedAt: now,
  };
  await transaction(ctx, async (tx) => {
    await insertReading(tx, reading, personId(tx.actor));
    const { datasetId, unitId } = reading;
    await record(tx, { deed: 'file.started', subject: { kind: 'dataset', id: datasetId, name: fileName, unitId } });
  });
  return reading;
}

/** `file-place` where the file belongs elsewhere whatever is chosen, `file-kind` otherwise. */
export function refusedKind({ code, message }: Finding): RequestError {
  return new RequestError('invalid', code === NOT_OPEN_DATA ? 'file-place' : 'file-kind', message);
}

/** Where other resources live by the same file, this one takes the same table of it as before. */
async function samePart(ctx: Context, resourceId: string, previous: Reading | null): Promise<ReadingChoices> {
  const sheet = previous?.source?.sheet;
  return sheet && (await selectParts(ctx, resourceId)).length > 0 ? { sheet } : {};
}

/** Throws `too-large` or, for an empty file, `invalid`. */
export function refuseSize(size: number, limit: number): void {
  const megabytes = Math.floor(limit / 1024 / 1024);
  if (size > limit) {
    throw new RequestError('too-large', 'file-too-large', {
      uk: `Файл більший за ${megabytes} МБ. Поділіть його, наприклад за роками, і завантажте частинами як окремі набори, або попросіть адміністратора збільшити межу.`,
      en: `The file is larger than ${megabytes} MB. Split it, by year for example, and upload the parts as separate datasets, or ask the administrator to raise the limit.`,
    });
  }
  if (size === 0) {
    throw new RequestError('invalid', 'file-empty', {
      uk: 'Файл порожній: у ньому 0 байтів. Відкрийте його, перевірте, чи є дані, збережіть і завантажте ще раз.',
      en: 'The file is empty: it has 0 bytes. Open it, check that it has data, save it and upload it again.',
    });
  }
}

/** A reading of which nothing is known yet. */
export const EMPTY_READING = {
  state: 'receiving',
  progress: null,
  original: null,
  originalSha256: null,
  choices: {},
  source: null,
  inspection: null,
  textTable: null,
  mendedTable: null,
  mended: null,
  facts: null,
  mendRest: false,
  types: {},
  typed: null,
  numbers: null,
  refusal: null,
  publishedAt: null,
} as const;
