import type { Context } from '../../platform/context.ts';
import type { CodifierOf, ExpectedValues, SaidKind } from '../../tabular/index.ts';
import { codifierOf } from './code-lists/codifiers.ts';
import { codeListsOfFields } from './code-lists/read-code-lists.ts';
import { findResource } from './read-datasets.ts';
import { valuesOf } from './structure-values.ts';

/**
 * What the columns of the next file of a resource may hold, by the structure of its working copy; columns that may hold anything are left out,
 * but columns of a kind that has a codifier are held to it.
 * Kinds are those that people chose.
 */
export async function expectedValues(
  ctx: Context,
  resourceId: string,
): Promise<{ expected: ExpectedValues[]; codifier: CodifierOf; kinds: SaidKind[] }> {
  const fields = (await findResource(ctx, resourceId))?.structure.fields ?? [];
  const narrowed = fields.some((field) => field.codeList ?? field.allowed);
  const lists = narrowed ? await codeListsOfFields(ctx, fields) : new Map();
  const expected = fields.flatMap((field): ExpectedValues[] => {
    const values = valuesOf(field, lists);
    const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
    if (!values || values.length === 0) return [];
    const names = list?.codes.map(({ name }: { readonly name: string }) => name);
    return [{ column: field.title, values, codeList: list?.name ?? null, ...(names ? { names } : {}) }];
  });
  const kinds = fields.flatMap(({ title, kind }) =>
    kind === undefined ? [] : [{ column: title, kind: kind === 'none' ? null : kind }],
  );
  return { expected, codifier: codifierOf(ctx), kinds };
}
