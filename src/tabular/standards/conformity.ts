import type { Standard, StandardField } from './standard.ts';

/**
 * How far a table keeps to a structure. Of a structure known whole: the share of its fields and what is missing; of one known in part neither can
 * be said, only how many known fields are there.
 */
export type Conformity =
  | {
      readonly kind: 'whole';
      readonly found: number;
      readonly of: number;
      /** 0–100, whole; 100 only where nothing is missing. */
      readonly percent: number;
      readonly missing: readonly StandardField[];
    }
  | { readonly kind: 'part'; readonly found: number; readonly of: number };

/** @param found fields of the structure that the table has */
export function conformityOf({ complete, fields }: Standard, found: readonly StandardField[]): Conformity {
  const missing = fields.filter((field) => !found.includes(field));
  const have = fields.length - missing.length;
  if (!complete) return { kind: 'part', found: have, of: fields.length };
  const percent = fields.length === 0 ? 0 : Math.floor((100 * have) / fields.length);
  return { kind: 'whole', found: have, of: fields.length, percent, missing };
}

/** The same by the names a table's fields have: a resource whose structure is written down already. Letter case does not matter. */
export function conformityOfNames(standard: Standard, names: readonly string[]): Conformity {
  const have = new Set(names.map((name) => name.toLowerCase()));
  const found = standard.fields.filter(({ name }) => have.has(name.toLowerCase()));
  return conformityOf(standard, found);
}
