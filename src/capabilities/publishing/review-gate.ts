import { personId } from '../../kernel/actor.ts';
import type { Context } from '../../platform/context.ts';
import { permit, unitWithDescendants } from '../accounts/index.ts';
import { readingsById } from '../ingest/index.ts';
import {
  approvalOf,
  openSubmission,
  type Road,
  reviewStanding,
  roadOf,
  type Submission,
  settleSubmissions,
} from '../review/index.ts';
import { draftChanges } from './compare-draft.ts';
import { type Draft, loadDraft } from './draft.ts';
import { draftStamp } from './draft-rules.ts';
import { present } from './present.ts';
import { notApproved } from './refusals.ts';
import { isBreaking } from './resource-change-rules.ts';
import { isRoutine } from './routine-rules.ts';
import type { Version } from './version.ts';
import type { StoredVersion } from './version-store.ts';

/**
 * The draft for whoever publishes it: by the right `dataset.publish`, or by the approval of exactly this draft where the actor submitted it. Every way
 * to the public begins here.
 */
export async function loadDraftToPublish(ctx: Context, datasetId: string): Promise<Draft> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const approval = await approvalOf(ctx, datasetId, draftStamp(draft));
  if (!approval || !submittedBy(ctx, approval)) await permit(ctx, 'dataset.publish', draft.dataset);
  return draft;
}

function submittedBy({ actor }: Context, { submittedBy: submitter }: Submission): boolean {
  if (actor.kind === 'system') return true;
  const id = personId(actor);
  return id === null ? 'id' in actor && 'id' in submitter && actor.id === submitter.id : id === personId(submitter);
}

/** How this draft gets to the public by the settings of review, as things stand. */
export async function roadOfDraft(ctx: Context, draft: Draft, last: StoredVersion | null): Promise<Road> {
  const { settings } = await reviewStanding(ctx, draft.dataset.id);
  if (!settings.twoPerson) return 'free';
  const trusted = await isTrusted(ctx, settings.trustedUnitIds, draft.dataset.unitId);
  const routine =
    !trusted && settings.routineAtOnce && isRoutine(draft, last, await publishedReadings(ctx, draft.dataset.id));
  return roadOf(settings, { trusted, routine });
}

/** Whether the unit, or one above it, publishes at once, with a look taken afterwards. */
export async function isTrusted(ctx: Context, trusted: readonly string[], unitId: string): Promise<boolean> {
  for (const id of trusted) if ((await unitWithDescendants(ctx, id)).includes(unitId)) return true;
  return false;
}

async function publishedReadings(ctx: Context, datasetId: string) {
  const { stored } = await present(ctx, datasetId);
  const readings = await readingsById(
    ctx,
    stored.flatMap(({ readingId }) => readingId ?? []),
  );
  return new Map(
    stored.flatMap(({ resourceId, readingId }) => {
      const reading = readings.find(({ id }) => id === readingId);
      return reading ? [[resourceId, reading] as const] : [];
    }),
  );
}

/** Throws `conflict` (`not-approved`) where review is on and nobody has approved exactly this draft. */
export async function passGate(ctx: Context, draft: Draft, last: StoredVersion | null): Promise<Road> {
  const road = await roadOfDraft(ctx, draft, last);
  if (road === 'approval' && !(await approvalOf(ctx, draft.dataset.id, draftStamp(draft)))) throw notApproved();
  return road;
}

/** What review remembers of a version, in its transaction: an approval carried out, or a look to be taken afterwards. */
export async function leaveGate(
  ctx: Context,
  draft: Draft,
  passed: { readonly road: Road; readonly last: StoredVersion | null; readonly version: Version },
): Promise<void> {
  const { road, last, version } = passed;
  await settleSubmissions(ctx, draft.dataset.id, { number: version.number, stamp: draftStamp(draft) });
  if (road !== 'after') return;
  await openSubmission(ctx, await submittedDraft(ctx, draft, last), {
    kind: 'after',
    personalData: 'not-asked',
    note: '',
    versionNumber: version.number,
  });
}

/** What review has to know of a draft. */
export async function submittedDraft(ctx: Context, draft: Draft, last: StoredVersion | null) {
  const changes = last ? await draftChanges(ctx, draft, last) : [];
  return {
    dataset: draft.dataset,
    readings: draft.resources.flatMap(({ reading }) => reading ?? []),
    stamp: draftStamp(draft),
    structure: { changes: changes.flatMap(({ structure }) => structure).length, breaking: isBreaking(changes) },
    against: last?.number ?? null,
  };
}
