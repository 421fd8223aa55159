import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob, type JobRun } from '../../platform/jobs/job.ts';
import { diskFull, isDiskFull } from '../../platform/objects/disk-full.ts';
import type { Dataset, Resource } from '../catalog/index.ts';
import {
  cancelReading,
  type FileKind,
  latestReading,
  loadReading,
  publishedReading,
  type Reading,
  receiveFile,
  startReading,
} from '../ingest/index.ts';
import { confirmUnchanged, hasUnpublishedChanges } from '../publishing/index.ts';
import { actingForSource } from './acting-person.ts';
import { endLoad } from './end-load.ts';
import { type Fetched, fetchSource } from './fetch-source.ts';
import { findSubject } from './find-subject.ts';
import { followLoad } from './follow-load.ts';
import { claimLoad, moveLoad, selectLoad, selectLoadOfReading } from './load-store.ts';
import { isUnderWay, type Load, type Source, type Trouble } from './source.ts';
import { deleteSource, putSource, selectSource, selectTrustedHosts } from './source-store.ts';
import { trouble } from './troubles.ts';

/** An upload begun so long ago and not finished is nobody's any more, ms. */
const UPLOAD_PATIENCE = 60 * 60_000;

const Data = z.object({ loadId: z.uuid() });

/**
 * Fetches the file of a source and hands it to the reading, as if the person the source acts for had uploaded it. Safe to repeat: each try has a claim
 * of its own, and one thought dead writes nothing more.
 * @param limit bytes of the largest file
 */
export function fetchFileJob(limit: number) {
  return defineJob({
    name: 'sources.fetch-file',
    data: Data,
    handle: (ctx, { loadId }, run) => fetchFile(ctx, loadId, run, limit),
    async park(ctx, { loadId }, reason) {
      const load = await selectLoad(ctx, loadId);
      if (!load || !isUnderWay(load)) return;
      const words = isDiskFull(reason) ? { code: 'disk-full', text: diskFull().text } : trouble('interrupted');
      await endLoad(ctx, load, { state: 'failed', reason: words, again: true });
    },
  });
}

interface Work {
  readonly load: Load;
  readonly claim: string;
  readonly source: Source;
  readonly dataset: Dataset;
  readonly resource: Resource;
  readonly limit: number;
}

async function fetchFile(ctx: Context, loadId: string, run: JobRun, limit: number): Promise<void> {
  const claim = `${run.id} ${run.attempt}`;
  const load = await claimLoad(ctx, loadId, claim);
  if (!load) return;
  if (await wasTaken(ctx, load)) return void (await goOn(ctx, load, claim));
  const source = await selectSource(ctx, load.resourceId);
  const subject = source && (await findSubject(ctx, source));
  if (!source || !subject) {
    await moveLoad(ctx, load.id, { state: 'failed', reason: trouble('not-found') }, claim);
    return void (await deleteSource(ctx, load.resourceId)); // the dataset or its file was removed
  }
  const { dataset, resource } = subject;
  if (['suspended', 'withdrawn', 'archived'].includes(dataset.state)) {
    return void (await endLoad(ctx, load, { state: 'failed', reason: trouble('closed'), again: false }, claim));
  }
  const own = await actingForSource(ctx, source, dataset);
  if (!own) {
    return void (await endLoad(ctx, load, { state: 'failed', reason: trouble('no-person'), stop: true }, claim));
  }
  const folder = await ctx.objects.workFolder();
  try {
    await askAndTake(own, { load, claim, source, dataset, resource, limit }, join(folder, 'fetched'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An earlier try was killed after the file was handed over. */
async function wasTaken(ctx: Context, load: Load): Promise<boolean> {
  if (load.readingId === null) return false;
  const reading = await loadReading(ctx, load.readingId).catch(() => null);
  if (reading?.state === 'receiving') await cancelReading(ctx, reading.id);
  return reading !== null && reading.state !== 'receiving' && reading.state !== 'cancelled';
}

async function goOn(ctx: Context, load: Load, claim: string): Promise<void> {
  await moveLoad(ctx, load.id, { state: 'reading' }, claim);
  await followLoad(ctx, load.id);
}

async function askAndTake(own: Context, work: Work, path: string): Promise<void> {
  const { load, claim, source, limit } = work;
  const anyway = load.cause === 'hand' && source.trouble !== null;
  const trustedHosts = await selectTrustedHosts(own.db);
  const fetched = await fetchSource(own, source, path, { limit, anyway, trustedHosts, signal: own.signal });
  own.signal.throwIfAborted(); // stopped on our side: another try begins anew
  if (fetched.kind === 'trouble') {
    const { trouble: reason, again } = fetched;
    return void (await endLoad(own, load, { state: 'failed', reason, again }, claim));
  }
  if (fetched.kind === 'unchanged') {
    if (source.moveDate && work.dataset.state === 'published') await moveDate(own, work.dataset.id);
    return void (await endLoad(own, load, { state: 'unchanged' }, claim));
  }
  const blocked = await whyNotTaken(own, work);
  if (blocked) return void (await endLoad(own, load, { state: 'waiting', reason: blocked }, claim));
  await take(own, work, path, fetched);
}

/** The same bytes: the data are true as of today. What forbids it (closed meanwhile) is no failure of the load. */
async function moveDate(own: Context, datasetId: string): Promise<void> {
  try {
    await confirmUnchanged(own, datasetId);
  } catch (error) {
    if (!isRequestError(error)) throw error;
  }
}

/** A person works on the dataset: nothing of theirs is replaced, nor published without them. */
async function whyNotTaken(own: Context, { dataset, resource }: Work): Promise<Trouble | null> {
  const latest = await latestReading(own, resource.id);
  if (latest && isInHand(latest, own.clock.now()) && !(await selectLoadOfReading(own, latest.id))) {
    return trouble('draft-in-hand');
  }
  const published = await publishedReading(own, resource.id);
  const changes = published && (await hasUnpublishedChanges(own, dataset.id, resource.id));
  return changes ? trouble('unpublished-changes') : null;
}

function isInHand({ state, publishedAt, changedAt }: Reading, now: Date): boolean {
  if (publishedAt || ['refused', 'failed', 'cancelled'].includes(state)) return false;
  return state !== 'receiving' || now.getTime() - changedAt.getTime() < UPLOAD_PATIENCE;
}

/** Another try has the load: this one leaves nothing behind. */
class TakenOver extends Error {}

async function take(
  own: Context,
  { load, claim, dataset, resource, limit }: Work,
  path: string,
  file: Extract<Fetched, { kind: 'file' }>,
): Promise<void> {
  try {
    const before = await publishedReading(own, resource.id);
    const id = await transaction(own, async (tx) => {
      const reading = await startReading(tx, {
        datasetId: dataset.id,
        resourceId: resource.id,
        unitId: dataset.unitId,
        fileName: file.name,
        size: file.size,
        kind: resource.kind as FileKind, // links have no source
        originalPublic: before?.originalPublic ?? false,
        limit,
      });
      if (!(await moveLoad(tx, load.id, { readingId: reading.id, bytes: file.size }, claim))) throw new TakenOver();
      return reading.id;
    });
    await receiveFile(own, id, path, limit);
    await rememberFile(own, load.resourceId, file);
    await goOn(own, load, claim);
  } catch (error) {
    if (error instanceof TakenOver) return;
    if (!isRequestError(error)) throw error;
    const reason = { code: error.code, text: error.text };
    await endLoad(own, load, { state: 'failed', reason, again: error.kind === 'busy' }, claim);
  }
}

function rememberFile(own: Context, resourceId: string, file: Extract<Fetched, { kind: 'file' }>): Promise<void> {
  return transaction(own, async (tx) => {
    const source = await selectSource(tx, resourceId, true);
    if (source) await putSource(tx, { ...source, sha256: file.sha256, ...file.mark, checkedAt: tx.clock.now() });
  });
}
