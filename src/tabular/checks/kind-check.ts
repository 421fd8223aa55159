import type { Text } from '../../kernel/text.ts';
import type { ColumnKind } from '../column.ts';
import { type Predicate, sqlText } from '../scan/predicate.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../types/word-forms.ts';
import type { CellCheck, ColumnFacts, RepairFacts } from './check.ts';
import { inCells } from './wording.ts';

const NO_VALUE = sqlText(`(?:${NO_VALUE_SIGNS}|${NO_VALUE_WORDS})`);

/** SQL, true for a clean value that says something: signs and words of no value are left to their own check. */
export const saysSomething = (clean: string): string =>
  `(${clean} IS NOT NULL AND NOT regexp_full_match(${clean}, ${NO_VALUE}))`;

/** SQL: the whole clean value has the form. */
export const hasForm = (clean: string, form: string): string =>
  `regexp_full_match(${clean}, ${sqlText(`(?s:${form})`)})`;

/** SQL, true for a clean value that says something and has not the form. Most values have it, so they are asked that first. */
export const lacksForm = (clean: string, form: string): string => unlessHas(clean, hasForm(clean, form));

/** SQL, true for a clean value that says something and is not what it should be. @param right SQL condition */
export const unlessHas = (clean: string, right: string): string =>
  `CASE WHEN ${right} THEN false ELSE ${saysSomething(clean)} END`;

/** Any value may be at fault, whatever its digits are. */
export const ANY_SHAPE = { shape: '(?s:.*)' } as const;

interface KindCheckParts extends Pick<CellCheck, 'code' | 'title' | 'why' | 'example' | 'asks'> {
  readonly kinds: readonly ColumnKind[];
  /** SQL, true for a faulty clean value; NULL counts as false. */
  readonly faulty: (clean: string) => string;
  readonly digits: Predicate['digits'];
  /** RE2 found in every faulty value; any value where absent. */
  readonly guard?: string;
  readonly onlyHeader?: RegExp;
  /** SQL of what a faulty value becomes. */
  readonly mend?: (clean: string) => string;
  /** After «у 3 клітинках» and “3 cells hold”. */
  readonly say: (column: ColumnFacts) => Text;
  /** The case is worth telling; always where absent. */
  readonly when?: (column: ColumnFacts, n: number) => boolean;
  /** The repair serves the whole column; always where absent. */
  readonly mendable?: (column: ColumnFacts, n: number) => boolean;
  readonly mild?: true;
}

/**
 * A check of values of columns of some kinds: which are faulty, how they are told, what they become. Its one predicate is asked of columns that
 * may be of those kinds only.
 */
export function kindCheck(parts: KindCheckParts): CellCheck {
  const { code, title, why, example, asks, kinds, faulty, digits, guard = '', onlyHeader, mend } = parts;
  const predicate: Predicate = {
    code,
    of: 'clean',
    family: 'forms',
    onlyKinds: kinds,
    digits,
    guard,
    sql: (value) => `coalesce(${faulty(value)}, false)`,
    ...(onlyHeader ? { onlyHeader } : {}),
  };
  const isOfKind = ({ kind }: RepairFacts) => kind !== null && kinds.includes(kind);
  return {
    code,
    title,
    why,
    example,
    ...(asks ? { asks } : {}),
    kinds,
    predicates: [predicate],
    find(column) {
      const n = isOfKind(column.profile) ? column.count(code) : 0;
      if (n === 0 || parts.when?.(column, n) === false) return null;
      const cells = inCells(n);
      const said = parts.say(column);
      return {
        count: n,
        repairable: mend !== undefined && !asks && parts.mendable?.(column, n) !== false,
        ...(parts.mild ? { mild: true } : {}),
        message: {
          uk: `У стовпці «${column.profile.title}» у ${cells.uk} ${said.uk}`,
          en: `In “${column.profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} ${said.en}`,
        },
        where: (_raw, clean) => `coalesce(${faulty(clean)}, false)`,
      };
    },
    ...(mend
      ? {
          repair: (raw: string, clean: string, facts: RepairFacts) =>
            isOfKind(facts) ? `CASE WHEN coalesce(${faulty(clean)}, false) THEN ${mend(clean)} ELSE ${raw} END` : raw,
        }
      : {}),
  };
}
