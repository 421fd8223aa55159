import { isRequestError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import {
  addResource,
  changeNationalId,
  type Dataset,
  keepOrigin,
  NATIONAL_PORTAL,
  type Origin,
  originsThere,
  passportFaults,
} from '../../catalog/index.ts';
import { makeDraft } from '../../drafts/index.ts';
import { seenOf } from '../differences/sighting.ts';
import { insertSighting } from '../differences/sighting-store.ts';
import { carriedFile } from '../passports/file-rules.ts';
import { passportForDraft } from '../passports/passport-for-draft.ts';
import { hostOfPortal } from '../portal/portal-question.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';
import { insertFiles, selectFiles } from './file-store.ts';
import type { ImportFile, ImportItem } from './import.ts';
import { changeItem, selectItem } from './item-store.ts';
import { settleItem } from './settle-import.ts';
import { isToTake, takeFile } from './take-file.ts';
import { heldTransaction, type Work } from './work.ts';

/** Makes the draft of a dataset, all of it or nothing, then fetches its files one by one. Safe to repeat at every point. */
export async function takeItem(ctx: Context, work: Work, item: ImportItem): Promise<void> {
  try {
    const made = item.datasetId === null && (await heldTransaction(ctx, work, (tx) => makeItsDraft(tx, work, item.id)));
    if (made === 'whole') return; // nothing of it has to be fetched
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const trouble = { code: error.code, text: error.text };
    return changeItem(ctx.db, item.id, { state: 'failed', trouble }, ctx.clock.now());
  }
  for (const file of await selectFiles(ctx.db, item.id)) {
    if (await isToTake(ctx, file)) await takeFile(ctx, work, file);
  }
  await transaction(ctx, (tx) => settleItem(tx, item.id));
}

function originOf(datasetId: string, portal: string, remote: RemoteDataset): Origin {
  const instant = (text: string) => (text === '' ? null : new Date(text));
  return {
    datasetId,
    portal: hostOfPortal(portal),
    remoteId: remote.id,
    remoteName: remote.name,
    address: pageOf(portal, remote),
    firstPublishedAt: instant(remote.createdAt),
    changedThereAt: instant(remote.changedAt),
  };
}

/** The page of a dataset on its portal. */
export function pageOf(portal: string, { name }: Pick<RemoteDataset, 'name'>): string {
  return `${portal}/dataset/${encodeURIComponent(name)}`;
}

/** @returns `whole` where no file has to be fetched */
async function makeItsDraft(tx: Context, { one, itemOf }: Work, itemId: string): Promise<'whole' | 'files'> {
  const item = await selectItem(tx.db, itemId, true);
  if (!item || item.datasetId !== null || item.unitId === null) return 'files';
  const { remote } = item;
  const now = tx.clock.now();
  const known = (await originsThere(tx, hostOfPortal(one.portal), [remote.id])).get(remote.id);
  if (known) {
    // another import has carried it over meanwhile
    await changeItem(tx.db, itemId, { datasetId: known.datasetId, state: 'done', tries: 0 }, now);
    return 'whole';
  }
  const { passport, notes } = passportForDraft(remote, pageOf(one.portal, remote), itemOf(remote.title));
  const dataset = await makeDraft(tx, { unitId: item.unitId, passport });
  await keepOrigin(tx, originOf(dataset.id, one.portal, remote));
  if (hostOfPortal(one.portal) === NATIONAL_PORTAL && /^[a-z0-9_-]{2,100}$/.test(remote.name.toLowerCase())) {
    await changeNationalId(tx, dataset.id, remote.name);
  }
  const files = await makeResources(tx, dataset, item);
  await insertFiles(tx.db, files);
  await insertSighting(tx.db, { datasetId: dataset.id, importId: one.id, seen: seenOf(remote), now });
  const [fault] = passportFaults(dataset.passport);
  const missing = fault ? { code: `passport-${fault.field}`, text: fault.text } : null;
  const whole = files.every((file) => file.state === 'ready');
  const state = whole ? ('done' as const) : ('asked' as const);
  await changeItem(tx.db, itemId, { datasetId: dataset.id, state, notes, trouble: missing, tries: 0 }, now);
  return whole ? 'whole' : 'files';
}

/** A resource for each file of the portal; what stays elsewhere is a link and needs no file. */
async function makeResources(tx: Context, dataset: Dataset, { id: itemId, remote }: ImportItem): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  const now = tx.clock.now();
  for (const [position, file] of remote.files.entries()) {
    const { kind, title, url, fileName } = carriedFile(file, dataset.passport.title);
    const resource = await addResource(tx, dataset.id, { kind, title, ...(url === null ? {} : { url }) });
    files.push({
      id: newId(now.getTime()),
      itemId,
      remoteId: file.id,
      position,
      title,
      url: file.url,
      fileName,
      resourceId: resource.id,
      readingId: null,
      state: kind === 'link' ? 'ready' : 'waiting',
      tries: 0,
      trouble: null,
      changedAt: now,
    });
  }
  return files;
}
