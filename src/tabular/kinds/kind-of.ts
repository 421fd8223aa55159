import type { ColumnKind } from '../column.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kind-list.ts';

const BY_CODE: ReadonlyMap<ColumnKind, Kind> = new Map(KINDS.map((kind) => [kind.code, kind]));

/** The description of a kind: its words, format and what it is for. */
export function kindOf(code: ColumnKind): Kind {
  const kind = BY_CODE.get(code);
  if (kind === undefined) throw new Error(`no kind ${code}`);
  return kind;
}

/** True where the values of the kind may say who somebody is or how to reach them. */
export function mayNamePerson(code: ColumnKind | null): boolean {
  return code !== null && kindOf(code).personal === true;
}
