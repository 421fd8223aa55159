import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import type { NewResource } from './create-dataset.ts';
import type { Dataset, Resource } from './dataset.ts';
import { resourceFaults } from './dataset-rules.ts';
import { updateDataset } from './dataset-store.ts';
import { openByResource, openForChange, subjectOf } from './open-dataset.ts';
import { invalidForm, noResource } from './refusals.ts';
import { deleteResourceRow, insertResource, selectResource, updateResource } from './resource-store.ts';
import { toldStructure } from './structure.ts';

/** What may be changed of a resource; its kind stays. */
export interface ResourceChange {
  readonly title?: string;
  /** Links only. */
  readonly url?: string | null;
}

async function readResource(ctx: Context, id: string): Promise<Resource> {
  const resource = await selectResource(ctx.db, id);
  if (!resource) throw noResource();
  return resource;
}

/** Adds a resource to a dataset that has been opened for changing. */
export async function insertNewResource(
  ctx: Context,
  dataset: Dataset,
  wanted: NewResource,
  known?: string,
): Promise<Resource> {
  const now = ctx.clock.now();
  const { kind } = wanted;
  const resource = { kind, title: wanted.title.trim(), url: kind === 'link' ? (wanted.url?.trim() ?? null) : null };
  const faults = resourceFaults(resource);
  if (faults.length > 0) throw invalidForm(faults);
  const id = known ?? newId(now.getTime());
  await insertResource(ctx.db, { id, datasetId: dataset.id, ...resource }, now);
  await record(ctx, { deed: 'resource.added', subject: subjectOf(dataset), after: { id, ...resource } });
  return readResource(ctx, id);
}

/**
 * Adds a table, document, archive, map or API of elsewhere to a dataset. Throws `invalid`, `conflict`, `forbidden`.
 * @param known id of a resource that was removed before and comes back
 */
export function addResource(ctx: Context, datasetId: string, wanted: NewResource, known?: string): Promise<Resource> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, datasetId);
    const resource = await insertNewResource(inner, dataset, wanted, known);
    await updateDataset(inner.db, dataset.id, {}, inner.clock.now());
    return resource;
  });
}

/** Changes the title or the address of a resource. Throws `invalid`, `conflict`, `forbidden`, `not-found`. */
export function changeResource(ctx: Context, resourceId: string, change: ResourceChange): Promise<Resource> {
  return transaction(ctx, async (inner) => {
    const { dataset, resource } = await openByResource(inner, resourceId);
    const url = resource.kind === 'link' && change.url !== undefined ? (change.url?.trim() ?? null) : resource.url;
    const after = { title: change.title?.trim() ?? resource.title, url };
    const faults = resourceFaults({ kind: resource.kind, ...after });
    if (faults.length > 0) throw invalidForm(faults);
    await updateResource(inner.db, resourceId, after);
    await updateDataset(inner.db, dataset.id, {}, inner.clock.now());
    const before = { title: resource.title, url: resource.url };
    await record(inner, { deed: 'resource.changed', subject: subjectOf(dataset), before, after });
    return readResource(inner, resourceId);
  });
}

/** Takes a resource out of the working copy; published versions keep theirs. Throws `conflict`, `forbidden`, `not-found`. */
export function removeResource(ctx: Context, resourceId: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const { dataset, resource } = await openByResource(inner, resourceId);
    await deleteResourceRow(inner.db, resource);
    await updateDataset(inner.db, dataset.id, {}, inner.clock.now());
    const before = { ...resource, structure: toldStructure(resource.structure) };
    await record(inner, { deed: 'resource.removed', subject: subjectOf(dataset), before });
  });
}
