import type { ColumnKind } from '../column.ts';
import type { Predicate } from './predicate.ts';
import { sqlText } from './predicate.ts';

/** Predicates of a scan with the guards of their families joined: a union of regexes costs the same as one. */
export interface PredicateSet {
  readonly all: readonly Predicate[];
  /** RE2 found in every value that any predicate could answer yes to. */
  readonly anyGuard: string;
  readonly guards: Readonly<Record<Family, string>>;
}

/** Families whose values are collected; what detectors ask of a column of text is asked of its cells without collecting them. */
export type Family = Exclude<Predicate['family'], 'personal'>;

/** Families as they are noted beside a value: one small number. */
export const FAMILY_MARK: Record<Family, number> = { faults: 0, forms: 1, links: 2 };

/** Predicates with one regex a family: a value that is outside it is asked nothing more. A family without members matches no value. */
export function predicateSet(all: readonly Predicate[]): PredicateSet {
  const union = (family: Family) =>
    [...new Set(all.filter((one) => one.family === family && !one.onlyKinds).map(({ guard }) => guard))].join('|') ||
    '$.^';
  const guards = { faults: union('faults'), forms: union('forms'), links: union('links') };
  return { all, guards, anyGuard: `(?s:${[guards.faults, guards.forms, guards.links].join('|')})` };
}

/** SQL: which family's predicates a clean value is to be asked (faults are asked of all). */
export function familyMark(clean: string, set: PredicateSet): string {
  return `CASE WHEN regexp_matches(${clean}, ${sqlText(set.guards.forms)}) THEN 1 WHEN regexp_matches(${clean}, ${sqlText(set.guards.links)}) THEN 2 ELSE 0 END`;
}

/** What decides which predicates a column is asked. */
export interface AskedColumn {
  readonly header: string;
  /** Kinds the column may turn out to be. */
  readonly kinds: ReadonlySet<ColumnKind>;
}

/** True where the predicate is asked of the column. */
export function asksColumn({ onlyHeader, onlyKinds }: Predicate, { header, kinds }: AskedColumn): boolean {
  if (onlyHeader !== undefined && !onlyHeader.test(header)) return false;
  return onlyKinds === undefined || onlyKinds.some((kind) => kinds.has(kind));
}

/** Predicates that only some kinds of columns are asked, of those that this column is asked. */
export function ownPredicates({ all }: PredicateSet, column: AskedColumn): Predicate[] {
  return all.filter((one) => one.onlyKinds !== undefined && asksColumn(one, column));
}
