import type { Context } from '../../platform/context.ts';
import { securityOf } from '../privacy/index.ts';
import { draftChanges } from './compare-draft.ts';
import { type Draft, type DraftResource, loadDraft } from './draft.ts';
import { tableSource } from './draft-rules.ts';
import { present } from './present.ts';
import type { PublicationFault } from './publication.ts';
import { faultsOf, noteMissing, purgedAgain } from './publication-fault-rules.ts';
import { asksForNote } from './resource-change-rules.ts';
import { securityFaultsOf } from './security-fault-rules.ts';
import { valueFaults } from './value-faults.ts';
import type { StoredVersion } from './version-store.ts';

/** Everything that stands between the draft and its publication, in the order of the walk; empty when it can be published. */
export async function publicationFaults(ctx: Context, datasetId: string): Promise<PublicationFault[]> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last } = await present(ctx, datasetId);
  return [...(await draftFaults(ctx, draft, last)), ...(await valueFaults(ctx, draft))];
}

/** The same for a draft in hand, without a look at its values: a change that breaks what users do with `last` asks for a note to them. */
export async function draftFaults(ctx: Context, draft: Draft, last: StoredVersion | null): Promise<PublicationFault[]> {
  const { faults: unsafe } = await securityOf(ctx, draft.dataset, await present(ctx, draft.dataset.id));
  const faults = [...faultsOf(draft), ...securityFaultsOf(unsafe), ...(await purgedFaults(ctx, draft))];
  if (last === null || draft.note !== '') return faults;
  return asksForNote(await draftChanges(ctx, draft, last)) ? [...faults, noteMissing()] : faults;
}

/** The very table, or file, that was taken away at once and for good is not published again as it is. */
async function purgedFaults(ctx: Context, draft: Draft): Promise<PublicationFault[]> {
  const { purged } = await present(ctx, draft.dataset.id);
  if (purged.size === 0) return [];
  return draft.resources
    .filter((part) => purged.has(part.resource.kind === 'table' ? tableSource(part) : fileSum(part)))
    .map(({ resource }) => purgedAgain(resource.id, resource.title));
}

/** SHA-256 of a document's bytes: the last part of its key. */
function fileSum({ reading }: DraftResource): string {
  return reading?.original?.split('/').at(-1) ?? '';
}
