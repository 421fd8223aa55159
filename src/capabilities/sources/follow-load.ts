import { system } from '../../kernel/actor.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { columnsThatDiffer, keepStructure } from '../drafts/index.ts';
import {
  cancelReading,
  changesOfFile,
  isSettled,
  loadReading,
  publishedReading,
  type Reading,
  readingsOfFile,
} from '../ingest/index.ts';
import { settleNotices } from '../notices/index.ts';
import {
  askForPublication,
  findPublication,
  findPublicationRequest,
  reviewOfDraft,
  submitDataset,
} from '../publishing/index.ts';
import { actingForSource } from './acting-person.ts';
import { endLoad } from './end-load.ts';
import { findSubject } from './find-subject.ts';
import { whyWait } from './judge-rules.ts';
import { markPublishedByHand, moveLoad, selectLoad, selectUnfinished } from './load-store.ts';
import { isUnderWay, type Load, type Source, type Trouble } from './source.ts';
import { putSource, selectSource, selectSourcesOf } from './source-store.ts';
import { otherColumns, trouble } from './troubles.ts';

/**
 * Takes a load whose file was handed over one step on: judges the file that was read, asks for its publication, or leaves it to a person. Called when
 * something has happened to it, and by the clock in case nobody said so; nothing happens when there is nothing to do.
 */
export function followLoad(ctx: Context, loadId: string): Promise<void> {
  return transaction(actingAs(ctx, system('sources')), async (tx) => {
    const load = await selectLoad(tx, loadId, true);
    if (!load || !isUnderWay(load) || load.readingId === null) return;
    const reading = await findReading(tx, load.readingId);
    if (reading === null || reading.state === 'cancelled') {
      return void (await endLoad(tx, load, { state: 'waiting', reason: trouble('draft-in-hand') }));
    }
    if (reading.publishedAt) return void (await endPublished(tx, load, reading));
    if (!isSettled(reading.state)) return;
    if (reading.state === 'refused' || reading.state === 'failed') return void (await giveBack(tx, load, reading));
    if (load.state === 'publishing') return void (await followRequest(tx, load));
    const parts = (await readingsOfFile(tx, reading)).filter(({ id }) => id !== reading.id);
    if (!parts.every(({ state }) => isSettled(state))) return;
    await judge(tx, load, [reading, ...parts]);
  });
}

async function findReading(ctx: Context, id: string): Promise<Reading | null> {
  try {
    return await loadReading(ctx, id);
  } catch (error) {
    if (isRequestError(error) && error.kind === 'not-found') return null;
    throw error;
  }
}

const rowsOf = (reading: Reading) => reading.mended?.rows ?? reading.inspection?.rows ?? null;

async function endPublished(ctx: Context, load: Load, reading: Reading): Promise<void> {
  const versionNumber = (await findPublication(ctx, load.datasetId))?.versionNumber ?? null;
  await endLoad(ctx, load, { state: 'published', versionNumber, rows: rowsOf(reading) });
}

/** A file that cannot be read is thrown away: the draft is as it was before. The same bytes are taken again next time. */
async function giveBack(ctx: Context, load: Load, reading: Reading): Promise<void> {
  await cancelReading(ctx, reading.id);
  const source = await selectSource(ctx, load.resourceId, true);
  if (source) await putSource(ctx, { ...source, sha256: null, etag: null, lastModified: null });
  const { refusal, state } = reading;
  const reason = refusal ? { code: refusal.code, text: refusal.message } : trouble('interrupted');
  await endLoad(ctx, load, { state: 'failed', reason, again: state === 'failed' });
}

async function followRequest(ctx: Context, load: Load): Promise<void> {
  const request = await findPublicationRequest(ctx, load.datasetId);
  if (request?.state !== 'failed' || !request.refusal) return;
  const { code, text } = request.refusal;
  await endLoad(ctx, load, { state: 'waiting', reason: { code, text } });
}

/** @param readings of the file that was brought: the one it was given for, then its other tables */
async function judge(ctx: Context, load: Load, readings: readonly [Reading, ...Reading[]]): Promise<void> {
  const [reading] = readings;
  const source = await selectSource(ctx, load.resourceId);
  const subject = source && (await findSubject(ctx, source));
  if (!source || !subject) {
    return void (await endLoad(ctx, load, { state: 'waiting', reason: trouble('first-file') }));
  }
  const wait = (reason: Trouble) => endLoad(ctx, load, { state: 'waiting', reason, rows: rowsOf(reading) });
  const internal = subject.dataset.state === 'internal';
  for (const one of readings) {
    const why = await whyNotByItself(ctx, one, internal);
    if (why) return void (await wait(why));
  }
  const own = await actingForSource(ctx, source, subject.dataset);
  if (!own) return void (await endLoad(ctx, load, { state: 'failed', reason: trouble('no-person'), stop: true }));
  try {
    const next = await fitAndAsk(own, load, readings, internal);
    if (next === 'working') return;
    if (next === 'done' || next === 'submitted') {
      const state = next === 'done' ? 'published' : 'submitted';
      await endLoad(ctx, load, { state, versionNumber: null, rows: rowsOf(reading) });
      return;
    }
    if (next === 'asked') {
      await moveLoad(ctx, load.id, { state: 'publishing', rows: rowsOf(reading) });
      return;
    }
    await wait(next);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    await wait({ code: error.code, text: error.text });
  }
}

/** Why one table of the file waits for a person. */
async function whyNotByItself(ctx: Context, reading: Reading, internal: boolean): Promise<Trouble | null> {
  if (reading.refusal) return { code: reading.refusal.code, text: reading.refusal.message };
  const changes = (await changesOfFile(ctx, reading)) ?? [];
  return whyWait(reading, await publishedReading(ctx, reading.resourceId), internal, {
    changes,
    columns: reading.kind === 'table' ? await columnsThatDiffer(ctx, reading) : null,
  });
}

/** The structure stays, and publication is asked for by the person's rights; or why a person is needed. */
async function fitAndAsk(
  own: Context,
  load: Load,
  readings: readonly Reading[],
  internal: boolean,
): Promise<'working' | 'asked' | 'submitted' | 'done' | Trouble> {
  for (const reading of readings.filter(({ kind }) => kind === 'table')) {
    const kept = await keepStructure(own, reading);
    if (!kept.kept) return otherColumns(kept);
    if (!kept.ready) return 'working'; // written anew with the structure's types; then judged again
  }
  if (internal) return 'done'; // its readers see the newest file, there is no version
  const { road, submission, approved } = await reviewOfDraft(own, load.datasetId);
  if (road === 'approval' && !approved) {
    // whether the data tell of people is what a person said of this dataset the last time
    if (!submission || submission.personalData === 'not-asked') return trouble('review-wanted');
    await submitDataset(own, load.datasetId, { personalData: submission.personalData, note: '' });
    return 'submitted';
  }
  await askForPublication(own, load.datasetId);
  return 'asked';
}

/**
 * Something was published, or could not be: loads of the dataset go on, and what waited for a person is done. `published`: a version was made.
 */
export async function followDataset(ctx: Context, datasetId: string): Promise<void> {
  for (const load of await selectUnfinished(ctx, datasetId)) {
    if (isUnderWay(load)) await followLoad(ctx, load.id);
    else await settleByHand(actingAs(ctx, system('sources')), load);
  }
  await settleTroubles(ctx, datasetId);
}

async function settleByHand(ctx: Context, load: Load): Promise<void> {
  const reading = load.readingId === null ? null : await findReading(ctx, load.readingId);
  const publication = reading?.publishedAt ? await findPublication(ctx, load.datasetId) : null;
  if (publication) await markPublishedByHand(ctx, load.id, publication.versionNumber);
}

/** What a person had to decide is decided once nothing of the dataset waits for publication. */
async function settleTroubles(ctx: Context, datasetId: string): Promise<void> {
  await transaction(actingAs(ctx, system('sources')), async (tx) => {
    const publication = await findPublication(tx, datasetId);
    for (const { resourceId } of await selectSourcesOf(tx, datasetId)) {
      const source: Source | null = await selectSource(tx, resourceId, true);
      if (source?.trouble?.kind !== 'waiting' || !publication) continue;
      if (publication.changedAt <= source.trouble.since) continue; // published before it
      await putSource(tx, { ...source, trouble: null });
      await settleNotices(tx, datasetId, ['load.waits']);
    }
  });
}
