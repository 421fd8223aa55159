import type { StructureField } from '../../../../capabilities/catalog/index.ts';
import type { ColumnFacts, PointsAnswer, SpreadBin, ValueCount } from '../../../../capabilities/tables/index.ts';

/** What a picture may show of a table. */
export type PictureData =
  | { readonly kind: 'map'; readonly places: PointsAnswer }
  | { readonly kind: 'bars'; readonly column: string; readonly values: readonly ValueCount[] }
  | { readonly kind: 'time'; readonly column: string; readonly bins: readonly SpreadBin[] }
  | { readonly kind: 'spread'; readonly column: string; readonly bins: readonly SpreadBin[] }
  | { readonly kind: 'none' };

/** A column and the way it is best drawn; null where nothing of the table tells enough. */
export interface ToldColumn {
  readonly name: string;
  readonly kind: 'bars' | 'time' | 'spread';
}

const FEW = 3;
const READABLE = 15;
const MANY = 60;

/**
 * The column that tells most at a glance: groups of a dozen rather than two or fifty; then time; then how numbers are spread. Identifiers,
 * places and columns half blank tell little.
 */
export function tellingColumn(
  fields: readonly StructureField[],
  facts: ReadonlyMap<string, ColumnFacts>,
  rows: number,
): ToldColumn | null {
  const told = fields.flatMap((field, place) => {
    const held = facts.get(field.name);
    if (!held || field.sensitivity !== 'open' || field.identifier || field.geometry) return [];
    const worth = worthOf(field, held, rows);
    // an earlier column matters more to those who made the table
    return worth === null ? [] : [{ ...worth, name: field.name, points: worth.points - Math.min(place, 20) / 100 }];
  });
  const best = told.sort((one, other) => other.points - one.points)[0];
  return best ? { name: best.name, kind: best.kind } : null;
}

function worthOf(
  field: StructureField,
  held: ColumnFacts,
  rows: number,
): (Pick<ToldColumn, 'kind'> & { points: number }) | null {
  const filled = rows - held.blanks;
  if (rows < FEW || filled < rows / 2) return null;
  const { distinct } = held;
  if (field.type === 'date' || field.type === 'datetime') return distinct >= 6 ? { kind: 'time', points: 2 } : null;
  if (field.type === 'decimal') return distinct > READABLE ? { kind: 'spread', points: 1 } : null;
  if (field.type === 'integer' && distinct > READABLE) return { kind: 'spread', points: 1 };
  if (distinct < 2 || distinct > filled * 0.7) return null;
  if (field.type === 'boolean' || distinct < FEW) return { kind: 'bars', points: 1.5 };
  if (distinct <= READABLE) return { kind: 'bars', points: field.type === 'text' ? 3 : 2.5 };
  return distinct <= MANY ? { kind: 'bars', points: 1.8 } : null;
}
