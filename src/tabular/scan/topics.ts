import { clean, UNCLEAN } from './clean.ts';
import { eitherOf, firstOf, type Made, type Predicate, sqlText } from './predicate.ts';

/** Predicates asked together of the values that one of their guards finds. */
export interface Topic {
  readonly name: string;
  readonly predicates: readonly Predicate[];
}

const different = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A guard as it stands among others. */
export const grouped = (guards: readonly string[]): string => `(?s:${eitherOf(guards)})`;

/** The value a predicate is asked of: as it was read (v) or clean (k). */
export const valueAsked = ({ of }: Predicate): 'v' | 'k' => (of === 'raw' ? 'v' : 'k');

const keyOf = (one: Predicate) => `${valueAsked(one)}${one.guard}`;

/** Topics whose guards are asked as one regex: together they are small enough for RE2's automaton. */
const TOGETHER: Readonly<Record<string, string>> = { names: 'words' };

/**
 * SQL, true where a guard finds the cell as it was read, or where cleaning changes it. Two or three regexes: a union of all is too large for RE2's
 * automaton, which then goes a hundred times slower.
 * @param beside a guard joined to those of numbers, which are small
 */
export function findsAny(value: string, predicates: readonly Predicate[], beside?: string): string {
  const guards = new Map(
    [...Map.groupBy(predicates, ({ topic = '' }) => TOGETHER[topic] ?? topic)].map(([name, some]) => [
      name,
      some.map(({ guard }) => guard),
    ]),
  );
  // guards look at clean values: one that cleaning changes has to come through
  const unclean = predicates.some(({ of }) => of === 'clean') ? [UNCLEAN] : [];
  const small = [...(beside === undefined ? [] : [beside]), ...(guards.get('numbers') ?? []), ...unclean];
  if (small.length > 0) guards.set('numbers', small);
  return (
    [...guards.values()].map((some) => `regexp_matches(${value}, ${sqlText(grouped(some))})`).join(' OR ') || 'false'
  );
}

/** SQL: the clean value of v, where one of the predicates looks at it. */
export function cleanWhereAsked(predicates: readonly Predicate[], cleaned = clean('v')): string {
  return predicates.some(({ of }) => of === 'clean') ? cleaned : 'v';
}

/** Guards of predicates as columns `g0`, `g1` …, true where the guard finds the value. */
export interface Flags {
  /** SQL relation: columns of the source and the flags. */
  readonly from: string;
  /** The column of the flag that a predicate's guard has. */
  readonly flag: (predicate: Predicate) => string;
  readonly count: number;
}

const guardSql = (key: string) => `regexp_matches(${key.slice(0, 1)}, ${sqlText(grouped([key.slice(1)]))})`;

/**
 * A value is asked one regex a topic, then one a guard of the topics that found it.
 * @param source SQL relation with v and k
 * @param byTopic false: every guard at once
 */
export function flagged(topics: readonly Topic[], source: string, byTopic = true): Flags {
  const parts = topics.flatMap(({ predicates }) =>
    [...Map.groupBy(predicates, valueAsked)].map(([value, asked]) => ({ value, asked })),
  );
  const keys = different(parts.flatMap(({ asked }) => asked.map(keyOf)));
  const hits = parts.map(
    ({ value, asked }, at) =>
      `regexp_matches(${value}, ${sqlText(grouped(asked.map(({ guard }) => guard)))}) AS t${at}`,
  );
  const flags = keys.map((key, at) => {
    const mine = parts.flatMap(({ asked }, part) => (asked.some((one) => keyOf(one) === key) ? [`t${part}`] : []));
    return !byTopic
      ? `coalesce(${guardSql(key)}, false) AS g${at}`
      : `CASE WHEN ${mine.join(' OR ')} THEN ${guardSql(key)} ELSE false END AS g${at}`;
  });
  const flag = (predicate: Predicate) => `g${keys.indexOf(keyOf(predicate))}`;
  if (!byTopic) return { from: `(SELECT *, ${flags.join(', ')} FROM ${source})`, flag, count: keys.length };
  return {
    from: `(SELECT * EXCLUDE (${hits.map((_, at) => `t${at}`).join(', ')}), ${flags.join(', ')} FROM (SELECT *, ${hits.join(', ')} FROM ${source}))`,
    flag,
    count: keys.length,
  };
}

/** True for a predicate that is nothing but its guard. */
const isItsGuard = (one: Predicate) => one.sql('v') === `regexp_matches(v, ${sqlText(one.guard)})`;

/** What is asked of most values: a guard that several predicates have is a column, that of one is asked in its turn or not at all. */
export function guarded(
  predicates: readonly Predicate[],
  source: string,
): { readonly from: string; readonly found: (predicate: Predicate) => string | null } {
  const groups = Map.groupBy(
    predicates.filter((one) => !isItsGuard(one)),
    keyOf,
  );
  const shared = [...groups].flatMap(([key, some]) => (some.length > 1 ? [key] : []));
  const flags = shared.map((key, at) => `${guardSql(key)} AS g${at}`);
  return {
    from: flags.length === 0 ? source : `(SELECT *, ${flags.join(', ')} FROM ${source})`,
    found: (one) => {
      if (isItsGuard(one)) return null;
      const at = shared.indexOf(keyOf(one));
      return at < 0 ? guardSql(keyOf(one)) : `g${at}`;
    },
  };
}

/** SQL relation with the answers of predicates that others widen as columns, and what is asked of it. */
export interface Layers {
  readonly from: string;
  /** SQL: the answer of a predicate, asked only where its guard has found the value. */
  readonly answer: (predicate: Predicate) => string;
}

/** Asked predicates with the relation that what they build on is added to, a column after the other. */
class Layering {
  from: string;
  readonly #asked: ReadonlyMap<string, Predicate>;
  readonly #found: (predicate: Predicate) => string | null;
  readonly #columns = new Map<string, string>();

  constructor(predicates: readonly Predicate[], found: (predicate: Predicate) => string | null, source: string) {
    this.#asked = new Map(predicates.map((one) => [one.code, one]));
    this.#found = found;
    this.from = source;
  }

  /** Works out what the predicates build on: answers of those they widen and texts they look at. */
  prepare(): void {
    for (const one of this.#asked.values()) {
      const base = this.#base(one);
      if (base !== undefined) this.#add(`yes ${base.code}`, () => this.answer(base));
      this.#made(one);
    }
  }

  answer(one: Predicate): string {
    const done = this.#columns.get(`yes ${one.code}`);
    if (done !== undefined) return done;
    const base = this.#base(one);
    const flag = this.#found(one);
    const value = valueAsked(one);
    const made = one.over === undefined ? undefined : this.#columns.get(`made ${one.over.made.name}`);
    const own =
      made === undefined ? (base === undefined ? one.sql : one.widens?.sql)?.(value) : one.over?.sql(value, made);
    if (base !== undefined)
      return `CASE WHEN ${this.answer(base)} THEN true WHEN ${flag ?? 'true'} THEN ${own} ELSE false END`;
    return flag === null ? `${own}` : `CASE WHEN ${flag} THEN ${own} ELSE false END`;
  }

  #base({ widens }: Predicate): Predicate | undefined {
    return widens !== undefined && this.#asked.has(widens.base.code) ? widens.base : undefined;
  }

  #add(name: string, sql: () => string): string {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const made = sql();
    const column = `l${this.#columns.size}`;
    this.from = `(SELECT *, ${made} AS ${column} FROM ${this.from})`;
    this.#columns.set(name, column);
    return column;
  }

  /** A text is made of the values that some predicate over it is still to be asked of. */
  #made(one: Predicate, made = one.over?.made): string | undefined {
    if (made === undefined) return undefined;
    const source = made.from === undefined ? valueAsked(one) : (this.#made(one, made.from) ?? valueAsked(one));
    return this.#add(`made ${made.name}`, () => {
      const users = [...this.#asked.values()].filter((other) => isMadeWith(other.over?.made, made));
      const open = users.map((user) => this.#stillOpen(user));
      return `CASE WHEN ${[...new Set(open)].join(' OR ')} THEN ${made.sql(source)} END`;
    });
  }

  #stillOpen(user: Predicate): string {
    const base = this.#base(user);
    const done = base === undefined ? undefined : this.#columns.get(`yes ${base.code}`);
    const { surely } = firstOf(user);
    const left =
      done === undefined
        ? surely === undefined
          ? []
          : [`NOT regexp_matches(${valueAsked(user)}, ${sqlText(surely)})`]
        : [`NOT ${done}`];
    return `(${[...left, this.#found(user) ?? 'true'].join(' AND ')})`;
  }
}

function isMadeWith(made: Made | undefined, part: Made): boolean {
  return made !== undefined && (made === part || isMadeWith(made.from, part));
}

/**
 * Answers that others build on, and texts that several look at, are worked out first, each once.
 * @param found SQL: true where the guard of a predicate has found the value; null where it is to be asked of all
 */
export function layered(
  predicates: readonly Predicate[],
  found: (predicate: Predicate) => string | null,
  source: string,
): Layers {
  const layering = new Layering(predicates, found, source);
  layering.prepare();
  return { from: layering.from, answer: (one) => layering.answer(one) };
}
