import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import type { Resource } from './dataset.ts';
import { updateDataset } from './dataset-store.ts';
import { type ChangeOptions, openByResource, subjectOf } from './open-dataset.ts';
import { invalidForm, invalidValues, noResource } from './refusals.ts';
import { replaceFields, selectResource } from './resource-store.ts';
import { Structure, tidyStructure, toldStructure } from './structure.ts';
import { structureFaults } from './structure-rules.ts';

/**
 * Writes the structure of a table. An empty one is allowed (the file is not read yet); one with fields must be sound.
 * Throws `invalid` (fields), `conflict` (changed meanwhile, withdrawn), `forbidden`, `not-found`.
 */
export function changeStructure(
  ctx: Context,
  resourceId: string,
  structure: Structure,
  options: ChangeOptions = {},
): Promise<Resource> {
  return transaction(ctx, async (inner) => {
    const { dataset, resource } = await openByResource(inner, resourceId, options);
    const parsed = Structure.safeParse(structure);
    if (!parsed.success) throw invalidValues(parsed.error);
    const after = tidyStructure(parsed.data);
    const faults = after.fields.length > 0 ? structureFaults(after) : [];
    if (faults.length > 0) throw invalidForm(faults);
    await replaceFields(inner.db, resourceId, after);
    await updateDataset(inner.db, dataset.id, {}, inner.clock.now());
    const values = { before: toldStructure(resource.structure), after: toldStructure(after) };
    await record(inner, { deed: 'structure.changed', subject: subjectOf(dataset), ...values, note: resource.title });
    const written = await selectResource(inner.db, resourceId);
    if (!written) throw noResource();
    return written;
  });
}
