import { literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnKind } from '../column.ts';

/** A text made of a value, that several predicates of one chain look at: making it takes work, which is done once for all of them. */
export interface Made {
  readonly name: string;
  /** SQL of the text, of a value or of the text it is made `from`. */
  readonly sql: (value: string) => string;
  readonly from?: Made;
}

/**
 * A yes-or-no question about one value, asked of every value of a table and counted exactly. What the plan has to know of it is said here,
 * so that most values need not be asked at all.
 */
export interface Predicate {
  readonly code: string;
  /** `raw`: about the cell as it was read; `clean`: about the cell with spaces and look-alike letters put right. */
  readonly of: 'raw' | 'clean';
  /** Boolean SQL over the expression of a value; NULL counts as false. */
  readonly sql: (value: string) => string;
  /**
   * `blind`: the answer stays the same when every digit becomes 0, so that one value answers for all of its shape. Otherwise a regex that the
   * shape (the value with every digit made 0) has to match in full for the answer to be able to be yes.
   */
  readonly digits:
    | 'blind'
    | {
        readonly shape: string;
        /** What is left to ask of a value whose shape matches: the same answer as `sql`, sooner. */
        readonly left?: (value: string) => string;
      };
  /** Which values are worth asking: rows that its family's guard finds. `personal`: of detectors, asked apart from all others. */
  readonly family: 'faults' | 'forms' | 'links' | 'personal';
  /** Only of `personal`: values that no predicate of the topic could be true of are asked one regex for the whole topic. */
  readonly topic?: 'numbers' | 'names' | 'places' | 'words';
  /** RE2 searched in a value: a necessary condition of the answer yes. Joined by family into one regex. Of `personal` it is blind to digits. */
  readonly guard: string;
  /** It says yes wherever another one of its topic does, and where `sql` does: the other is asked once for both. See `widened`. */
  readonly widens?: { readonly base: Predicate; readonly sql: (value: string) => string };
  /** What it asks itself, beside what it widens, is asked of a made text too: `sql` is the same, with the text made in its place. */
  readonly over?: { readonly made: Made; readonly sql: (value: string, made: string) => string };
  /**
   * RE2 of the whole cell as it was read: where it matches, the cell is clean and the answer is yes, here and of all that widen this. It spares
   * columns full of such cells all other questions.
   */
  readonly surely?: string;
  /** Only columns with such a header are asked. */
  readonly onlyHeader?: Pick<RegExp, 'test'>;
  /** Only columns that may be of one of these kinds are asked. Its guard is used for them alone. */
  readonly onlyKinds?: readonly ColumnKind[];
}

/** A predicate that is one regex over the whole value: it is its own guard. */
export function fullMatch(
  code: string,
  regex: string,
  rest: Pick<Predicate, 'family' | 'digits'> & Partial<Pick<Predicate, 'of' | 'onlyHeader' | 'onlyKinds' | 'guard'>>,
): Predicate {
  const whole = `^(?:${regex})$`;
  return {
    code,
    of: 'clean',
    sql: (value) => `regexp_matches(${value}, ${sqlText(whole)})`,
    guard: whole,
    ...rest,
  };
}

/** A predicate that is one regex found anywhere in the value; digit-blind. */
export function contains(code: string, regex: string, of: 'raw' | 'clean' = 'raw'): Predicate {
  return {
    code,
    of,
    sql: (value) => `regexp_matches(${value}, ${sqlText(regex)})`,
    digits: 'blind',
    family: 'faults',
    guard: regex,
  };
}

/** The alternatives of a regex that stand outside all brackets. */
export function alternativesOf(regex: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [part] of regex.matchAll(/\\.|\[\^?(?:\\.|[^\]\\])+\]|./gsu)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (part === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += part;
  }
  return parts;
}

/** A regex that finds what one of them finds; what several look for stands in it once. */
export function eitherOf(regexes: readonly string[]): string {
  return [...new Set(regexes.flatMap(alternativesOf))].join('|');
}

/**
 * A predicate that says yes wherever `base` does and where its own `sql` does, which is asked only of the others. `base` is of the same topic and
 * of the same `of` and `digits`.
 */
export function widened(base: Predicate, own: Omit<Predicate, 'widens'>): Predicate {
  const guard = eitherOf([base.guard, own.guard]);
  const shared = base.widens !== undefined && base.over?.made === own.over?.made ? base.over : undefined;
  return {
    ...own,
    guard,
    sql: (value) =>
      shared === undefined || own.over === undefined
        ? `CASE WHEN ${base.sql(value)} THEN true ELSE ${own.sql(value)} END`
        : bothOver(value, { first: base.widens?.base ?? base, guard }, [shared, own.over]),
    widens: { base, sql: own.sql },
  };
}

type Over = NonNullable<Predicate['over']>;

/** SQL: the text made of the value. */
export function madeSql({ sql, from }: Made, value: string): string {
  return sql(from === undefined ? value : madeSql(from, value));
}

/** SQL: true where `first` is, or one of two questions over the same made text, which is made once. */
function bothOver(
  value: string,
  { first, guard }: { readonly first: Predicate; readonly guard: string },
  [one, other]: readonly [Over, Over],
): string {
  const either = `list_transform([${madeSql(one.made, value)}], lambda made: (${one.sql(value, 'made')}) OR (${other.sql(value, 'made')}))[1]`;
  return `CASE WHEN ${first.sql(value)} THEN true WHEN regexp_matches(${value}, ${sqlText(`(?s:${guard})`)}) THEN ${either} ELSE false END`;
}

/** A predicate over a made text. */
export function overMade(one: Omit<Predicate, 'sql' | 'over'>, over: Over): Predicate {
  return { ...one, sql: (value) => over.sql(value, madeSql(over.made, value)), over };
}

/** The predicate that a chain of widening ones begins with. */
export function firstOf(one: Predicate): Predicate {
  return one.widens === undefined ? one : firstOf(one.widens.base);
}

/**
 * SQL, true where both hold: the second is asked only where the first is true. Of an AND in a list of counts DuckDB works out both sides for every
 * value. NULL counts as false.
 */
export function both(first: string, second: string): string {
  return `CASE WHEN ${first} THEN ${second} ELSE false END`;
}

/** Text as a SQL literal: what the predicates call it. */
export const sqlText = literal;

/** The value with every digit made 0. */
export function shapeOf(value: string): string {
  return value.replace(/[1-9]/g, '0');
}

/** A regex of all values of a shape. */
export function shapeRegex(shape: string): string {
  return shape.replace(/0+|[^0]+/g, (part) =>
    part.startsWith('0')
      ? part.length === 1
        ? '\\d'
        : `\\d{${part.length}}`
      : part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
  );
}
