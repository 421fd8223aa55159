import { z } from 'zod';
import { system } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { loadDataset, suggestStructure } from '../../catalog/index.ts';
import { changeDraftStructure, keepStructure } from '../../drafts/index.ts';
import { acceptRepairs, columnsOfReading, isSettled, loadReading, type Reading } from '../../ingest/index.ts';
import { keepOfficialContacts } from '../../privacy/index.ts';
import {
  askForPublication,
  findPublication,
  findPublicationRequest,
  reviewOfDraft,
  submitDataset,
} from '../../publishing/index.ts';
import { OWN_RESOURCES, type OwnResource, structureOf } from './own-files.ts';
import type { OwnPublication } from './own-publication.ts';
import { putOwn, selectOwn } from './own-store.ts';
import { actingForRegistry, registryItem, tell } from './publish-own.ts';

/** A file was read: if it is one of the registry's own, its publication goes on. */
export const followOwnReadingJob = defineJob({
  name: 'registry.follow-reading',
  data: z.object({ readingId: z.uuid() }),
  async handle(ctx, { readingId }) {
    const { readings } = await selectOwn(ctx.db);
    if (readings && Object.values(readings).includes(readingId)) await followFiles(actingAs(ctx, system('registry')));
  },
});

/** A dataset was published, or could not be: if it is the registry's own, that is kept. */
export const followOwnDatasetJob = defineJob({
  name: 'registry.follow-dataset',
  data: z.object({ datasetId: z.uuid() }),
  async handle(ctx, { datasetId }) {
    if ((await selectOwn(ctx.db)).datasetId === datasetId) await endOwn(actingAs(ctx, system('registry')), datasetId);
  },
});

/** Takes the two files one step on; one at a time, whoever tells of them. */
function followFiles(ctx: Context): Promise<void> {
  return transaction(ctx, async (tx) => {
    const state = await selectOwn(tx.db, 'lock');
    if (state.step !== 'reading' || !state.readings) return;
    const own = await actingForRegistry(tx, state);
    if (!own) return tell(tx, 'person');
    const readings: Partial<Record<OwnResource, Reading>> = {};
    for (const resource of OWN_RESOURCES) readings[resource] = await loadReading(own, state.readings[resource]);
    const all = Object.values(readings);
    const refused = all.find(({ refusal }) => refusal !== null)?.refusal;
    if (refused) return tell(tx, refused.code, refused.message);
    if (all.some((reading) => !isSettled(reading.state))) return;
    let ready = true;
    for (const resource of OWN_RESOURCES) {
      const reading = readings[resource];
      if (reading) ready = (await placed(own, state, resource, reading)) && ready;
    }
    if (ready) await ask(tx, own, state);
  });
}

/** Puts a file under its structure; false: its table is being written anew, and the end of that is told. */
async function placed(own: Context, state: OwnPublication, resource: OwnResource, reading: Reading): Promise<boolean> {
  if (reading.state === 'checked') {
    await acceptRepairs(own, reading.id, []); // our own words: nothing of them is changed on the way
    return false;
  }
  const dataset = await loadDataset(own, reading.datasetId);
  const before = dataset.resources.find(({ id }) => id === state.resources?.[resource])?.structure.fields ?? [];
  if (before.length === 0) {
    const item = await registryItem(own);
    if (!item) return false;
    const template = structureOf(resource, item);
    const suggested = suggestStructure(columnsOfReading(reading), null, template);
    const types = new Map(template.fields.map(({ name, type, format, allowed }) => [name, { type, format, allowed }]));
    const fields = suggested.fields.map((field) => ({ ...field, ...types.get(field.name) }));
    await changeDraftStructure(own, reading.resourceId, { fields }, reading);
  }
  const kept = await keepStructure(own, await loadReading(own, reading.id));
  return kept.kept && kept.ready;
}

async function ask(tx: Context, own: Context, state: OwnPublication): Promise<void> {
  const datasetId = state.datasetId ?? '';
  try {
    await keepOfficialContacts(own, datasetId);
    const { road, submission, approved } = await reviewOfDraft(own, datasetId);
    if (road === 'approval' && !approved) {
      // whether the data tell of people is what a person said of this dataset the last time
      if (!submission || submission.personalData === 'not-asked') return await tell(tx, 'review');
      await submitDataset(own, datasetId, { personalData: submission.personalData, note: '' });
      return await putOwn(tx.db, { ...state, step: 'submitted', trouble: null });
    }
    await askForPublication(own, datasetId);
    await putOwn(tx.db, { ...state, step: 'publishing', trouble: null });
  } catch (error) {
    if (!isRequestError(error)) throw error;
    if (error.code === 'nothing-new') return await end(tx, state);
    await tell(tx, error.code, error.fields[0]?.text ?? error.text);
  }
}

async function endOwn(ctx: Context, datasetId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const state = await selectOwn(tx.db, 'lock');
    // a person may have carried out what stopped: the first review, a fault they mended
    if (state.step === 'reading' || state.pending === null) return;
    const request = await findPublicationRequest(tx, datasetId);
    if (request?.state === 'failed' && request.refusal) return tell(tx, request.refusal.code, request.refusal.text);
    if (await findPublication(tx, datasetId)) await end(tx, state);
  });
}

async function end(tx: Context, state: OwnPublication): Promise<void> {
  const publishedAt = tx.clock.now().toISOString();
  await putOwn(tx.db, {
    ...state,
    step: 'idle',
    published: state.pending,
    pending: null,
    publishedAt,
    trouble: null,
  });
}
