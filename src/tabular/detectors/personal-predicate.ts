import { type Predicate, sqlText } from '../scan/predicate.ts';

/** What `personal` has to know beside the regex. */
type Rest = Pick<Predicate, 'topic' | 'guard'> & Partial<Pick<Predicate, 'of' | 'digits' | 'sql' | 'onlyHeader'>>;

/**
 * A question of a detector: one regex found anywhere in the cell as it was read (or more exactly `sql`, where the regex is not enough), blind to
 * digits where `digits` says nothing else.
 */
export function personal(code: string, regex: string, rest: Rest): Predicate {
  return {
    code,
    of: 'raw',
    digits: 'blind',
    family: 'personal',
    sql: (value) => `regexp_matches(${value}, ${sqlText(regex)})`,
    ...rest,
  };
}
