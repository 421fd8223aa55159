import { type Context, transaction } from '../../platform/context.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import { changeStructure, findResource, type Structure, suggestStructure } from '../catalog/index.ts';
import { changeColumnTypes, columnsOfReading, type Reading } from '../ingest/index.ts';
import { typesByHand } from './carry-forward.ts';

/** What became of a file that was to take the place of the one before it without a person. */
export type KeptStructure =
  /** `true`: nothing is left to be done with the file. `false`: its table is written anew with the structure's types, in the background. */
  | { readonly kept: true; readonly ready: boolean }
  /** Titles of the columns the structure does not know, and of its fields the file does not have: a person decides. */
  | { readonly kept: false; readonly added: readonly string[]; readonly missing: readonly string[] };

/** The structure as it is, over the columns of a file in whatever order they stand; or what does not fit. A pure decision. */
function placeStructure(
  structure: Structure,
  columns: readonly ColumnProfile[],
): Structure | { readonly added: readonly string[]; readonly missing: readonly string[] } {
  const known = new Map(structure.fields.map((field) => [field.name, field]));
  const suggested = suggestStructure(columns, structure).fields;
  const places = new Map(suggested.map(({ name, sourceColumn }) => [name, sourceColumn]));
  const added = suggested.filter(({ name }) => !known.has(name)).map(({ title }) => title);
  const missing = structure.fields.filter(({ name }) => !places.has(name)).map(({ title }) => title);
  if (added.length > 0 || missing.length > 0) return { added, missing };
  return { fields: structure.fields.map((field) => ({ ...field, sourceColumn: places.get(field.name) ?? null })) };
}

/** How the columns of a file that was read differ from the structure of its resource; null where they fit. Nothing is written. */
export async function columnsThatDiffer(
  ctx: Context,
  reading: Reading,
): Promise<{ readonly added: readonly string[]; readonly missing: readonly string[] } | null> {
  const structure = (await findResource(ctx, reading.resourceId))?.structure;
  const placed = placeStructure(structure ?? { fields: [] }, columnsOfReading(reading));
  return 'fields' in placed ? null : placed;
}

/**
 * Puts a file that was read under the structure its resource has: names, meanings and types stay, only the places of columns may move. Where the
 * file's own types differ, its table is written anew first (`ready: false`), and only then is the structure touched: so a file with
 * values that fit no more (a finding of it then says so) leaves no trace. Throws what changeStructure throws.
 */
export function keepStructure(ctx: Context, reading: Reading): Promise<KeptStructure> {
  return transaction(ctx, async (tx) => {
    const resource = await findResource(tx, reading.resourceId);
    const columns = columnsOfReading(reading);
    const before: Structure = resource?.structure ?? { fields: [] };
    const placed = placeStructure(before, columns);
    if (!('fields' in placed)) return { kept: false, ...placed };
    const types = new Map(reading.typed?.columns.map(({ index, type }) => [index, type]));
    const ready = placed.fields.every(({ sourceColumn, type }) => types.get(sourceColumn ?? -1) === type);
    if (!ready) await changeColumnTypes(tx, reading.id, typesByHand(placed, columns));
    else if (JSON.stringify(placed) !== JSON.stringify(before)) await changeStructure(tx, reading.resourceId, placed);
    return { kept: true, ready };
  });
}
