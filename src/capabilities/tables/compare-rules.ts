import { createHash } from 'node:crypto';
import type { ColumnPair, ComparedColumn, ComparedTable, NoIdentifier } from './comparison.ts';
import type { ManifestColumn } from './manifest.ts';

/** What pairing looks at: a column of a manifest, or a field of a structure. */
interface Pairable {
  readonly name: string;
  readonly title: string;
  readonly type: string;
}

/**
 * Pairs the columns of two tables: first by name; of the rest, those at the same place of the file with the same title and type were renamed. At
 * the same place with another title stands another column.
 * @param placeOf where a column lies in its file; null for nowhere
 */
export function pairColumns<T extends Pairable>(
  older: readonly T[],
  newer: readonly T[],
  placeOf: (column: T) => string | number | null,
): { readonly older: T; readonly newer: T }[] {
  const left = new Set(older);
  const byName = new Map(older.map((column) => [column.name, column]));
  const taken = new Map<T, T>();
  for (const column of newer) {
    const same = byName.get(column.name);
    if (!same || !left.delete(same)) continue;
    taken.set(column, same);
  }
  for (const column of newer) {
    if (taken.has(column) || placeOf(column) === null) continue;
    const renamed = [...left].find(
      (one) => placeOf(one) === placeOf(column) && one.title === column.title && one.type === column.type,
    );
    if (renamed && left.delete(renamed)) taken.set(column, renamed);
  }
  return newer.flatMap((column) => {
    const same = taken.get(column);
    return same ? [{ older: same, newer: column }] : [];
  });
}

/** The columns both tables have, in the newer one's order. */
export function sharedColumns(older: ComparedTable, newer: ComparedTable): ColumnPair[] {
  return pairColumns(older.columns, newer.columns, ({ parquetColumn }) => parquetColumn);
}

/** The columns a row is told by: both tables must say the same ones. */
export function sharedIdentifier(
  older: ComparedTable,
  newer: ComparedTable,
): { readonly pairs: readonly ColumnPair[]; readonly missing: NoIdentifier | null } {
  const count = (table: ComparedTable) => table.columns.filter(({ identifier }) => identifier).length;
  const pairs = sharedColumns(older, newer).filter((pair) => pair.older.identifier && pair.newer.identifier);
  if (count(older) === 0 && count(newer) === 0) return { pairs: [], missing: 'none' };
  const same = pairs.length === count(older) && pairs.length === count(newer);
  return same ? { pairs, missing: null } : { pairs: [], missing: 'differs' };
}

/** All columns of a comparison: those of the newer table in its order, then those only the older one had. */
export function comparedColumns(older: ComparedTable, newer: ComparedTable): ComparedColumn[] {
  const pairs = sharedColumns(older, newer);
  const before = new Map(pairs.map((pair) => [pair.newer, pair.older]));
  const kept = new Set(before.values());
  return [
    ...newer.columns.map((column) => ({
      title: column.title,
      older: before.get(column) ?? null,
      newer: column,
    })),
    ...older.columns
      .filter((column) => !kept.has(column))
      .map((column) => ({ title: column.title, older: column, newer: null })),
  ];
}

/** Names a comparison by what is compared, wherever its files lie: the same name, the same answer. */
export function comparisonId(older: ComparedTable, newer: ComparedTable): string {
  const side = ({ columns, parts }: ComparedTable) => [
    parts.map(({ kind, key, rows, removed }) => [kind, sumOf(key), rows, ...(removed ? [sumOf(removed.key)] : [])]),
    columns.map(shapeOf),
  ];
  return createHash('sha256')
    .update(JSON.stringify([COMPARISON_FORM, side(older), side(newer)]))
    .digest('hex');
}

/** A key without the class and owner it lies under: the sum of the bytes. */
export function sumOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Raise it when rows are compared otherwise: kept answers are then found no more. */
const COMPARISON_FORM = 1;

function shapeOf({ parquetColumn, name, title, type, identifier }: ManifestColumn): unknown {
  return [parquetColumn, name, title, type, identifier];
}
