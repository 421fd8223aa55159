import { createHash } from 'node:crypto';
import type { Draft, DraftResource } from './draft.ts';

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What a table is made of: the file and the structure. The same digest means the same table. */
export function tableSource({ resource, reading }: DraftResource): string {
  return digest([reading?.id ?? null, resource.structure]);
}

/**
 * Digest of all a version would be made of: two drafts with the same one are the same version. Passport and structure count: a change of
 * either alone makes a version of its own over the same rows, so that an earlier passport stays readable at its address.
 */
export function draftSource(draft: Draft): string {
  const resources = draft.resources.map(({ resource, reading }) => [
    [resource.id, resource.kind, resource.title, resource.position, resource.url, resource.structure],
    [reading?.id ?? null, reading?.originalPublic ?? false],
  ]);
  return digest([draft.dataset.passport, draft.dataset.unitId, resources]);
}

/** Changes whenever anybody touches the draft or one of its files: what was prepared from an older stamp is not published. */
export function draftStamp(draft: Draft): string {
  return digest([
    draftSource(draft),
    draft.dataset.state,
    draft.note,
    draft.repeats,
    draft.resources.map(({ reading }) => [reading?.id, reading?.state, reading?.typed?.key, reading?.original]),
  ]);
}
