import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { system } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { actorOfPerson, findPerson, may } from '../../accounts/index.ts';
import {
  addResource,
  applyRequiredItem,
  changePassport,
  createDataset,
  type Dataset,
  loadDataset,
  type RequiredItem,
} from '../../catalog/index.ts';
import { receiveFile, startReading } from '../../ingest/index.ts';
import { listItems } from '../../mandates/index.ts';
import { hasUnpublishedChanges } from '../../publishing/index.ts';
import type { RegistryEntry } from '../entries/entry.ts';
import { registryRows } from '../entries/list-entries.ts';
import { countTold, digestOfFiles, OWN_FILE_NAMES, OWN_RESOURCES, OWN_TITLES, ownFile } from './own-files.ts';
import { OWN_TROUBLES, type OwnPublication } from './own-publication.ts';
import { putOwn, selectOwn } from './own-store.ts';
import { rootUnitId } from './switch-own.ts';

const WHOLE = { page: 1, size: 1_000_000 };
const DESCRIPTION =
  'Усі набори даних громади, оприлюднені й обіцяні: назва, опис, формати, розмір, частота оновлення, розпорядник і контакт. Складається системою щоночі з паспортів наборів, уручну не ведеться.';

/**
 * Every night, and when it is switched on: if what the public registry tells has changed, its two files are given to the reading like every file of a
 * dataset is, in the name of whoever switched it on. What becomes of them is followed by `followOwn`: the one gate, no second road (ADR 0035).
 */
export const publishOwnJob = defineJob({
  name: 'registry.publish',
  data: z.object({}),
  handle: (ctx) => publishOwn(actingAs(ctx, system('registry'))),
});

async function publishOwn(ctx: Context): Promise<void> {
  const before = await selectOwn(ctx.db);
  if (!before.on) return;
  const own = await actingForRegistry(ctx, before);
  if (!own) return void (await tell(ctx, 'person'));
  const { items } = await registryRows(ctx, {}, { audience: 'public', order: 'number', page: WHOLE });
  const digest = digestOfFiles(items, before.datasetId, before.origin);
  if (digest === before.published && before.trouble === null) return;
  const waits = before.step === 'submitted' || before.trouble?.code === 'review';
  if (digest === before.pending && waits) return; // a person has it
  if (countTold(items) === 0) return void (await tell(ctx, 'empty'));
  try {
    await giveFiles(own, before, items, digest);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    await tell(ctx, error.code, error.text);
  }
}

/** The context of whoever switched it on, or null where they may publish for the council no more. Asked anew each time. */
export async function actingForRegistry(ctx: Context, { person }: OwnPublication): Promise<Context | null> {
  if (person === null) return ctx; // switched on by the command line
  const found = await findPerson(ctx, person.id);
  if (!found?.active) return null;
  const own = actingAs(ctx, actorOfPerson(found));
  const rootId = await rootUnitId(ctx);
  return (await may(own, 'dataset.publish', rootId)) && (await may(own, 'dataset.create', rootId)) ? own : null;
}

/** Keeps why it stopped, for its page. */
export function tell(
  ctx: Context,
  code: keyof typeof OWN_TROUBLES | (string & {}),
  text: { readonly uk: string; readonly en: string } = OWN_TROUBLES[code as keyof typeof OWN_TROUBLES],
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const state = await selectOwn(tx.db, 'lock');
    const at = tx.clock.now().toISOString();
    await putOwn(tx.db, { ...state, step: 'idle', trouble: { code, text, at } });
  });
}

/** The item of the 835 list the registry itself answers. */
export async function registryItem(ctx: Context): Promise<RequiredItem | undefined> {
  return (await listItems(ctx)).find(({ tables }) => tables[0] === 'register');
}

async function giveFiles(
  own: Context,
  before: OwnPublication,
  entries: readonly RegistryEntry[],
  digest: string,
): Promise<void> {
  const dataset = await datasetFor(own, before);
  const resources = (await selectOwn(own.db)).resources;
  if (['suspended', 'withdrawn', 'archived'].includes(dataset.state)) return void (await tell(own, 'closed'));
  if (!resources) return;
  const published = dataset.state === 'published';
  if (published && before.step === 'idle' && (await hasUnpublishedChanges(own, dataset.id, resources.ten)))
    return void (await tell(own, 'changes'));
  const readings = { ten: '', official: '' };
  for (const resource of OWN_RESOURCES) {
    const text = ownFile(resource, entries, before.origin);
    readings[resource] = await giveFile(own, dataset, resources[resource], OWN_FILE_NAMES[resource], text);
  }
  await transaction(own, async (tx) => {
    const state = await selectOwn(tx.db, 'lock');
    await putOwn(tx.db, { ...state, readings, step: 'reading', pending: digest, trouble: null });
  });
  for (const readingId of Object.values(readings)) await own.emit(own.db, { name: 'reading-settled', readingId });
}

/** The registry's dataset with its two resources; made the first time, and anew where somebody removed it. */
async function datasetFor(own: Context, before: OwnPublication): Promise<Dataset> {
  const known = before.datasetId === null ? null : await loadDataset(own, before.datasetId).catch(onlyMissing);
  const whole = OWN_RESOURCES.every((one) => known?.resources.some(({ id }) => id === before.resources?.[one]));
  if (known && whole) return known;
  return transaction(own, async (tx) => {
    const item = await registryItem(tx);
    const made = await createDataset(tx, { unitId: await rootUnitId(tx), title: item?.title ?? OWN_TITLES.ten });
    const filled = item ? applyRequiredItem({ ...made.passport, description: DESCRIPTION }, item) : made.passport;
    await changePassport(tx, made.id, { ...filled, frequency: 'once a day' });
    const ten = await addResource(tx, made.id, { kind: 'table', title: OWN_TITLES.ten });
    const official = await addResource(tx, made.id, { kind: 'table', title: OWN_TITLES.official });
    const state = await selectOwn(tx.db, 'lock');
    const resources = { ten: ten.id, official: official.id };
    await putOwn(tx.db, { ...state, datasetId: made.id, resources, readings: null, published: null, pending: null });
    return loadDataset(tx, made.id);
  });
}

function onlyMissing(error: unknown): null {
  if (isRequestError(error) && error.kind === 'not-found') return null;
  throw error;
}

async function giveFile(
  own: Context,
  dataset: Dataset,
  resourceId: string,
  fileName: string,
  text: string,
): Promise<string> {
  const folder = await own.objects.workFolder();
  try {
    const path = join(folder, 'registry');
    await writeFile(path, text);
    const { id } = await startReading(own, {
      datasetId: dataset.id,
      resourceId,
      unitId: dataset.unitId,
      fileName,
      size: Buffer.byteLength(text),
      kind: 'table',
    });
    await receiveFile(own, id, path);
    return id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
