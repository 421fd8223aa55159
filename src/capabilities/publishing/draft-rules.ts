import { createHash } from 'node:crypto';
import { protectionBy } from '../privacy/index.ts';
import type { Draft, DraftResource } from './draft.ts';

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What a table is made of: the file, the structure and what is taken out of it. The same digest means the same table. */
export function tableSource({ resource, reading, decisions }: DraftResource): string {
  const protection = protectionBy(decisions);
  // left out where there is none, so that tables of versions made before there were decisions stay the same
  return digest([reading?.id ?? null, resource.structure, ...(protection.length > 0 ? [protection] : [])]);
}

/** What is taken out of the rows of a draft, as a table keeps it; undefined where nothing is. */
export function protectionMark({ decisions }: Pick<DraftResource, 'decisions'>): string | undefined {
  const steps = protectionBy(decisions);
  return steps.length === 0 ? undefined : digest(steps);
}

/**
 * Digest of all a version would be made of: two drafts with the same one are the same version. Passport and structure count: a change of
 * either alone makes a version of its own over the same rows, so that an earlier passport stays readable at its address.
 */
export function draftSource(draft: Draft): string {
  const resources = draft.resources.map(({ resource, reading, decisions }) => [
    [resource.id, resource.kind, resource.title, resource.position, resource.url, resource.structure],
    [reading?.id ?? null, reading?.originalPublic ?? false],
    ...withheld(decisions),
  ]);
  return digest([draft.dataset.passport, draft.dataset.unitId, resources]);
}

/** What the passport says of columns that are not shown as they are; nothing where all are. */
function withheld(decisions: DraftResource['decisions']): unknown[] {
  const steps = decisions.filter(({ state, step }) => state === 'made' && step !== null);
  return steps.map(({ columnTitle, way, step, restriction }) => [columnTitle, way, step, restriction]);
}

/** Changes whenever anybody touches the draft or one of its files: what was prepared from an older stamp is not published. */
export function draftStamp(draft: Draft): string {
  return digest([
    draftSource(draft),
    draft.dataset.state,
    draft.note,
    draft.repeats,
    draft.resources.map(({ reading, decisions, statement }) => [
      ...[reading?.id, reading?.state, reading?.typed?.key, reading?.original],
      ...decisions.map(({ id, state }) => [id, state]),
      ...(statement === null ? [] : [[statement.id, statement.sha256]]),
    ]),
  ]);
}
