import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { loadDataset } from '../catalog/index.ts';
import { loadDraft } from './draft.ts';
import { draftSource, draftStamp } from './draft-rules.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import { isUnderWay, type PublicationRequest } from './publication-request.ts';
import { refuse } from './publish-dataset.ts';
import { replaceRequest, selectRequestById } from './request-store.ts';
import { loadDraftToPublish, passGate } from './review-gate.ts';

/** A click so soon after a publication that was asked for is the same click, ms. */
const ONE_CLICK = 60_000;

/**
 * Asks to publish the draft as it is now; job `publishing.prepare-version` carries it out in the asker's name. Answers at once, whatever the
 * size of the tables. Asked twice, it is one request. Needs the right `dataset.publish`, or the approval of what the asker submitted; throws what `publishDataset` throws before its work.
 */
export async function askForPublication(ctx: Context, datasetId: string): Promise<PublicationRequest> {
  const draft = await loadDraftToPublish(ctx, datasetId);
  const stamp = draftStamp(draft);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, draft.dataset.unitId);
    const { last, publication, request: before } = await present(tx, datasetId);
    if (before && isUnderWay(before) && before.stamp === stamp) return before;
    const now = tx.clock.now();
    const clickedTwice = before?.state === 'done' && now.getTime() - before.askedAt.getTime() < ONE_CLICK;
    if (clickedTwice && last?.number === before.versionNumber && last?.source === draftSource(draft)) return before;
    await refuse(tx, draft, last, publication);
    await passGate(tx, draft, last);
    const request: PublicationRequest = {
      id: newId(now.getTime()),
      datasetId,
      state: 'waiting',
      stage: 'tables',
      done: 0,
      total: draft.resources.length,
      askedBy: tx.actor,
      askedAt: now,
      stamp,
      refusal: null,
      versionNumber: null,
    };
    await replaceRequest(tx.db, request);
    await tx.emit(tx.db, { name: 'publication-asked', requestId: request.id });
    return request;
  });
}

/** The newest publication asked for, however it ended; null when nobody asked. Needs the right `dataset.view-drafts`. */
export async function findPublicationRequest(ctx: Context, datasetId: string): Promise<PublicationRequest | null> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.view-drafts', dataset);
  return (await present(ctx, datasetId)).request;
}

/** True when the draft is still the one the request was about: what it says of the draft is still so. */
export async function isOfThisDraft(ctx: Context, request: PublicationRequest): Promise<boolean> {
  return draftStamp(await loadDraft(ctx, request.datasetId, 'dataset.view-drafts')) === request.stamp;
}

/** Waits for the end of a publication just asked for, but no longer than `patience` ms: small datasets are published by the time the click is answered. */
export async function awaitPublication(
  ctx: Context,
  asked: PublicationRequest,
  patience: number,
): Promise<PublicationRequest> {
  let request = asked;
  for (const end = Date.now() + patience; isUnderWay(request) && Date.now() < end; ) {
    await sleep(25);
    request = (await selectRequestById(ctx.db, asked.id)) ?? request;
  }
  return request;
}
