import type { Context } from '../../platform/context.ts';
import type { Reading } from '../ingest/index.ts';
import { protectionBy, securityOf } from '../privacy/index.ts';
import { draftChanges } from './compare-draft.ts';
import { type Draft, type DraftResource, loadDraft } from './draft.ts';
import { tableSource } from './draft-rules.ts';
import { present } from './present.ts';
import type { PublicationFault } from './publication.ts';
import { faultsOf, noteMissing, purgedAgain } from './publication-fault-rules.ts';
import { isPurgedAgain } from './purging/purge-rules.ts';
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

/** What was taken away at once and for good is not published again as it is. */
async function purgedFaults(ctx: Context, draft: Draft): Promise<PublicationFault[]> {
  const { purged } = await present(ctx, draft.dataset.id);
  if (purged.length === 0) return [];
  return draft.resources
    .filter((part) => part.reading !== null && isPurgedAgain(contentOf(part, part.reading), purged))
    .map(({ resource }) => purgedAgain(resource.id, resource.title));
}

/** What a part of the draft would let out as it stands in its file. */
function contentOf(part: DraftResource, { id, original }: Reading) {
  const { resource, decisions } = part;
  // rows taken out, and columns that are changed, are another table
  const untouched = protectionBy(decisions).length === 0;
  const open = resource.structure.fields.flatMap(({ sensitivity, sourceColumn }) =>
    sensitivity === 'open' && sourceColumn !== null ? [sourceColumn] : [],
  );
  // the key of an object ends with the sum of its bytes
  const sha256 = original?.split('/').at(-1) ?? '';
  return { source: tableSource(part), readingId: id, sha256, open: untouched ? open : [] };
}
