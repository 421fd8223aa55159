import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { diskFull, isDiskFull } from '../../platform/objects/disk-full.ts';
import { inspectTable, NAMED_COLUMNS, type ReadOutcome, type ReadRequest, readTable } from '../../tabular/index.ts';
import type { Inspection } from '../../tabular/inspection.ts';
import type { TextTable } from '../../tabular/text-table.ts';
import { type ExpectedOf, NOTHING_EXPECTED } from './expected-values.ts';
import { inspectDocument } from './inspect-document.ts';
import { type MendTools, mendReading } from './mend-reading.ts';
import { matchParts } from './parts/part-rules.ts';
import { renewParts } from './parts/renew-parts.ts';
import type { Reading } from './reading.ts';
import type { StoredReading } from './reading-row.ts';
import { PARKED, repairableCount } from './reading-rules.ts';
import { moveReading, selectAccepted, selectReading } from './reading-store.ts';
import { watchReading } from './reading-watch.ts';
import { settleReading } from './settle-reading.ts';

const Data = z.object({ readingId: z.uuid(), revision: z.number().int() });

/** Reads a received file and checks it; goes on to the typed table at once where no person has to be asked. Safe to repeat. */
export function readFileJob(expected: ExpectedOf = NOTHING_EXPECTED) {
  return defineJob({
    name: 'ingest.read-file',
    data: Data,
    handle: (ctx, data) => readFile(ctx, data, expected),
    park: parkReading,
  });
}

/**
 * Leaves a reason the clerk can read; the technical one is for the log. Nothing happens when a person has changed the reading since that job
 * was asked for: another job does what is wanted now.
 */
export async function parkReading(ctx: Context, data: z.infer<typeof Data>, reason: string): Promise<void> {
  const { readingId, revision } = data;
  const refusal = isDiskFull(reason) ? { ...PARKED, code: 'disk-full', message: diskFull().text } : PARKED;
  const failed = { state: 'failed', progress: null, refusal } as const;
  const stored = await selectReading(ctx, readingId);
  if (!stored || !['received', 'reading', 'mending'].includes(stored.reading.state)) return;
  if (await settleReading(ctx, readingId, revision, failed)) {
    ctx.log.error({ readingId, reason }, 'a reading was parked');
  }
}

async function readFile(ctx: Context, { readingId }: z.infer<typeof Data>, expected: ExpectedOf): Promise<void> {
  const stored = await selectReading(ctx, readingId);
  if (stored?.reading.state === 'mending') return; // killed after it was checked: the mending has its own job or was begun below
  if (!stored || !['received', 'reading'].includes(stored.reading.state)) return;
  if (!(await moveReading(ctx, readingId, stored.revision, { state: 'reading', progress: null }))) return;
  const watch = watchReading(ctx, readingId, stored.revision, 'reading');
  const folder = await ctx.objects.workFolder();
  try {
    if (stored.reading.kind === 'table') await readAsTable(ctx, stored, { folder, watch, expected });
    else await lookAtDocument(ctx, stored);
  } catch (error) {
    if (await watch.isOutdated()) return; // cancelled, or read again with other choices by another job
    throw error;
  } finally {
    await watch.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function lookAtDocument(ctx: Context, { reading, revision }: StoredReading): Promise<void> {
  if (reading.original === null) throw new Error(`reading ${reading.id} has no file`);
  const findings = await inspectDocument(await ctx.objects.localPath(reading.original), reading.fileName);
  const refusal = findings.find(({ severity }) => severity === 'error') ?? null;
  const inspection: Inspection = { rows: 0, columns: [], findings, identifier: [] };
  await settleReading(ctx, reading.id, revision, {
    state: refusal ? 'refused' : 'ready',
    refusal,
    inspection,
    progress: null,
  });
}

async function readAsTable(ctx: Context, stored: StoredReading, tools: MendTools): Promise<void> {
  const { folder, watch } = tools;
  const { reading, revision } = stored;
  if (reading.original === null) throw new Error(`reading ${reading.id} has no file`);
  const { signal, progress } = watch;
  const request = {
    path: await ctx.objects.localPath(reading.original),
    fileName: reading.fileName,
    workFolder: folder,
    choices: reading.choices,
    known: await knownTables(ctx, reading),
    signal,
    progress,
  };
  const outcome = await readPart(ctx, reading, request);
  if (outcome.kind === 'refused') {
    await settleReading(ctx, reading.id, revision, { state: 'refused', refusal: outcome.reason, progress: null });
    return;
  }
  const expected = await tools.expected(ctx, reading.resourceId);
  const inspected = await inspectTable(ctx.duckdb, outcome.table, { signal, progress, ...expected });
  const told = await renewParts(ctx, reading, outcome.table);
  const inspection = { ...inspected, findings: [...told, ...inspected.findings] };
  const asks = !reading.recipeAccepted && repairableCount(inspection) > 0;
  const next = await keepTextTable(ctx, stored, outcome.table, inspection, asks);
  if (next && !asks) await mendReading(ctx, next, tools);
}

/** The tables of the file as the reading it was given for found them: one more of them is then read alone. Undefined where other bytes were read. */
async function knownTables(ctx: Context, { partOf, originalSha256 }: Reading): Promise<ReadRequest['known']> {
  const main = partOf === null ? null : await selectReading(ctx, partOf);
  return main?.reading.originalSha256 === originalSha256 ? main.reading.source?.sheets : undefined;
}

/** A table that has another name in this month's file («Січень» → «Лютий») is found by what else is known of it. */
async function readPart(ctx: Context, reading: Reading, request: ReadRequest): Promise<ReadOutcome> {
  const outcome = await readTable(ctx.duckdb, request);
  const name = reading.choices.sheet;
  if (outcome.kind === 'table' || outcome.reason.code !== 'no-such-sheet' || name === undefined) return outcome;
  const headers = (await selectAccepted(ctx, reading.resourceId))?.source?.headers.slice(0, NAMED_COLUMNS) ?? [];
  const { sheet: _, ...rest } = reading.choices;
  const any = await readTable(ctx.duckdb, { ...request, choices: rest, known: undefined });
  if (any.kind === 'refused') return outcome;
  const [found] = matchParts([{ name, headers }], any.table.sheets);
  if (!found) return outcome;
  return any.table.sheet === found.name
    ? any
    : readTable(ctx.duckdb, { ...request, choices: { ...rest, sheet: found.name } });
}

/** The text table goes to the store and the row says it is checked (or goes on to mending by itself). Null when outdated. */
async function keepTextTable(
  ctx: Context,
  { reading, revision }: StoredReading,
  table: TextTable,
  inspection: Inspection,
  asks: boolean,
): Promise<StoredReading | null> {
  const { parquetPath, ...facts } = table;
  const kept = await ctx.objects.takeFile('staging', reading.id, parquetPath);
  const move = asks ? settleReading : moveReading;
  const current = await move(ctx, reading.id, revision, {
    // `reading` until the typed table is made too: a job killed here is simply repeated from the file
    state: asks ? 'checked' : 'reading',
    progress: null,
    source: facts,
    inspection,
    textTable: kept.key,
    refusal: null,
  });
  return current ? await selectReading(ctx, reading.id) : null;
}
