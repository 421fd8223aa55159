import type { Context } from '../../platform/context.ts';
import type { ExpectedValues } from '../../tabular/index.ts';
import { codeListsOfFields } from './read-code-lists.ts';
import { findResource } from './read-datasets.ts';
import { valuesOf } from './structure-values.ts';

/** What the columns of the next file of a resource may hold, by the structure of its working copy; columns that may hold anything are left out. */
export async function expectedValues(ctx: Context, resourceId: string): Promise<ExpectedValues[]> {
  const fields = (await findResource(ctx, resourceId))?.structure.fields ?? [];
  if (!fields.some((field) => field.codeList ?? field.allowed)) return [];
  const lists = await codeListsOfFields(ctx, fields);
  return fields.flatMap((field) => {
    const values = valuesOf(field, lists);
    const codeList = (field.codeList === undefined ? null : lists.get(field.codeList)?.name) ?? null;
    return values && values.length > 0 ? [{ column: field.title, values, codeList }] : [];
  });
}
