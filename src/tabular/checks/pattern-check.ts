import type { CheckExample } from '../../kernel/check.ts';
import type { Text } from '../../kernel/text.ts';
import { contains, type Predicate, sqlText } from '../scan/predicate.ts';
import type { CellCheck, ColumnFacts } from './check.ts';
import type { CheckCode } from './check-policy.ts';
import { inCells } from './wording.ts';

/** A check of cells whose fault is one regex found in them. */
interface PatternCheck {
  readonly code: CheckCode;
  readonly title: Text;
  readonly why: Text;
  readonly example: CheckExample;
  /** RE2, the same for a value and for its shape (every digit made 0). */
  readonly pattern: string;
  /** About the cell as it was read (the usual), or with spaces and letters put right. */
  readonly of?: Predicate['of'];
  /** A cheaper regex that has to be found too, where the pattern itself would find too much. */
  readonly guard?: string;
  readonly onlyHeader?: RegExp;
  /** False where this many cells of the column are its own way and no fault. */
  readonly applies?: (column: ColumnFacts, count: number) => boolean;
  /** What is said, after «У стовпці … у 3 клітинках …»: the sentence goes on with a verb. */
  readonly say: (cells: Text, column: ColumnFacts, count: number) => Text;
  readonly repair?: CellCheck['repair'];
  readonly asks?: Text;
}

/** Makes a check of cells out of a regex, its words and its repair. */
export function patternCheck(given: PatternCheck): CellCheck {
  const {
    code,
    title,
    why,
    example,
    pattern,
    of = 'raw',
    guard = pattern,
    onlyHeader,
    applies,
    say,
    repair,
    asks,
  } = given;
  const found = contains(code, pattern, of);
  return {
    code,
    title,
    why,
    example,
    predicates: [{ ...found, guard, ...(onlyHeader ? { onlyHeader } : {}) }],
    find(column) {
      const n = column.count(code);
      if (n === 0 || applies?.(column, n) === false) return null;
      return {
        count: n,
        repairable: repair !== undefined && asks === undefined,
        message: say(inCells(n), column, n),
        where: (raw, clean) => `regexp_matches(${of === 'raw' ? raw : clean}, ${sqlText(pattern)})`,
      };
    },
    ...(repair ? { repair } : {}),
    ...(asks ? { asks } : {}),
  };
}
