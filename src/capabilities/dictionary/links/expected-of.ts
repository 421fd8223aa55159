import type { Context } from '../../../platform/context.ts';
import type { ExpectedValues } from '../../../tabular/index.ts';
import { checkWeights } from '../../accounts/index.ts';
import { expectedValues, findResource, referencesOf } from '../../catalog/index.ts';
import type { Expected } from '../../ingest/index.ts';
import { selectSharedFields } from '../fields/shared-field-store.ts';
import { keyValues } from './reference-values.ts';

/**
 * What a resource's next file is looked at with: allowed values and code lists of its structure, keys of tables it refers to, codifiers of
 * kinds, weights of checks the community chose, and kinds of columns: those of shared fields, and over them what a person chose for the column.
 */
export async function expectedOf(ctx: Context, resourceId: string): Promise<Expected> {
  const resource = await findResource(ctx, resourceId);
  const known = { ...(await expectedValues(ctx, resourceId)), severities: await checkWeights(ctx) };
  if (!resource) return known;
  const { fields } = resource.structure;
  const referred: ExpectedValues[] = [];
  for (const { resource: target, columns, to } of referencesOf(fields)) {
    const [first, ...rest] = columns;
    const key = first && (await keyValues(ctx, target, to, resource.datasetId));
    if (!first || !key || first.codeList) continue; // what a code list says is held back at publication, so it counts first
    const together = rest.length > 0 ? { together: rest.map(({ title }) => title) } : {};
    referred.push({ column: first.title, values: key.values, codeList: key.title, inTable: true, ...together });
  }
  const bound = fields.filter(({ sharedField }) => sharedField !== undefined);
  const shared = bound.length > 0 ? new Map((await selectSharedFields(ctx.db)).map((one) => [one.id, one])) : null;
  const kinds = bound.flatMap(({ title, sharedField = '' }) => {
    const kind = shared?.get(sharedField)?.kind;
    return kind ? [{ column: title, kind }] : [];
  });
  return { ...known, expected: [...referred, ...known.expected], kinds: [...kinds, ...known.kinds] };
}
