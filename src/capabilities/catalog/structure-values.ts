import type { CodeList } from './code-lists/code-list.ts';
import type { StructureField } from './structure.ts';

/** The code lists a structure points to, by id. */
export type CodeLists = ReadonlyMap<string, CodeList>;

/** The only values a column may have, retired codes among them (older rows keep them); null where all are allowed. */
export function valuesOf(field: StructureField, lists: CodeLists): readonly string[] | null {
  const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
  if (list) return list.codes.map(({ code }) => code);
  return field.allowed ?? null;
}

/** More values than this are not written out in a schema: the code list itself is at hand. */
const WRITTEN_OUT = 500;

/** The same where they are few enough to be written into a schema. */
export function enumOf(field: StructureField, lists: CodeLists): readonly string[] | null {
  const values = valuesOf(field, lists);
  return values && values.length > 0 && values.length <= WRITTEN_OUT ? values : null;
}
