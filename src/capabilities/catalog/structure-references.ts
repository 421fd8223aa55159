import type { StructureField } from './structure.ts';

/** A reference of one or several columns to a row of another table. */
export interface TableReference {
  readonly resource: string;
  readonly columns: readonly StructureField[];
  /** Fields there, in the order of `columns`. */
  readonly to: readonly string[];
}

/** The references of a structure: columns of one key stand together, each other is one by itself. */
export function referencesOf(fields: readonly StructureField[]): TableReference[] {
  const found = new Map<string, { resource: string; columns: StructureField[]; to: string[] }>();
  for (const field of fields) {
    const { reference } = field;
    if (!reference) continue;
    const key = reference.key === undefined ? `1 ${field.name}` : `+ ${reference.resource} ${reference.key}`;
    const one = found.get(key) ?? { resource: reference.resource, columns: [], to: [] };
    one.columns.push(field);
    one.to.push(reference.field);
    found.set(key, one);
  }
  return [...found.values()];
}
