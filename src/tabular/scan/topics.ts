import { TWO_ALPHABETS, UNTIDY } from '../types/characters.ts';
import { clean } from './clean.ts';
import { type Predicate, sqlText } from './predicate.ts';

/** Predicates asked together of the values that one of their guards finds. */
export interface Topic {
  readonly name: string;
  readonly predicates: readonly Predicate[];
}

const different = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A guard as it stands among others. */
export const grouped = (guards: readonly string[]): string => `(?s:${different(guards).join('|')})`;

/** The value a predicate is asked of: as it was read (v) or clean (k). */
export const valueAsked = ({ of }: Predicate): 'v' | 'k' => (of === 'raw' ? 'v' : 'k');

const keyOf = (one: Predicate) => `${valueAsked(one)}${one.guard}`;

/** RE2 found in every cell, as it was read, that some predicate could be true of. */
export function guardOf(predicates: readonly Predicate[]): string {
  // guards look at clean values: one that cleaning changes has to come through
  const untidy = predicates.some(({ of }) => of === 'clean') ? [UNTIDY, TWO_ALPHABETS] : [];
  return grouped([...predicates.map(({ guard }) => guard), ...untidy]);
}

/**
 * SQL, true where a guard finds the cell. One regex a topic: a union of all is too large for RE2's automaton, which then goes a hundred times
 * slower.
 * @param beside a guard joined to that of numbers, which is small
 */
export function findsAny(value: string, predicates: readonly Predicate[], beside?: string): string {
  const guards = new Map(
    [...Map.groupBy(predicates, ({ topic = '' }) => topic)].map(([name, some]) => [name, guardOf(some)]),
  );
  if (beside !== undefined) {
    const numbers = guards.get('numbers');
    guards.set('numbers', grouped(numbers === undefined ? [beside] : [beside, numbers]));
  }
  return [...guards.values()].map((guard) => `regexp_matches(${value}, ${sqlText(guard)})`).join(' OR ') || 'false';
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
    const guard = `regexp_matches(${key.slice(0, 1)}, ${sqlText(grouped([key.slice(1)]))})`;
    return !byTopic
      ? `coalesce(${guard}, false) AS g${at}`
      : `CASE WHEN ${mine.join(' OR ')} THEN ${guard} ELSE false END AS g${at}`;
  });
  const flag = (predicate: Predicate) => `g${keys.indexOf(keyOf(predicate))}`;
  if (!byTopic) return { from: `(SELECT *, ${flags.join(', ')} FROM ${source})`, flag, count: keys.length };
  return {
    from: `(SELECT * EXCLUDE (${hits.map((_, at) => `t${at}`).join(', ')}), ${flags.join(', ')} FROM (SELECT *, ${hits.join(', ')} FROM ${source}))`,
    flag,
    count: keys.length,
  };
}

/** SQL relation with the answers of predicates that others widen as columns, and what is asked of it. */
export interface Layers {
  readonly from: string;
  /** SQL: the answer of a predicate, asked only where its guard has found the value. */
  readonly answer: (predicate: Predicate) => string;
}

/**
 * Answers that others build on are worked out first, each once.
 * @param found SQL: true where the guard of a predicate has found the value; null where it is to be asked of all
 */
export function layered(
  predicates: readonly Predicate[],
  found: (predicate: Predicate) => string | null,
  source: string,
): Layers {
  const codes = new Set(predicates.map(({ code }) => code));
  const columns = new Map<string, string>();
  const answer = (one: Predicate): string => {
    const done = columns.get(one.code);
    if (done !== undefined) return done;
    const value = valueAsked(one);
    const flag = found(one);
    if (one.widens === undefined || !codes.has(one.widens.base.code))
      return flag === null ? one.sql(value) : `CASE WHEN ${flag} THEN ${one.sql(value)} ELSE false END`;
    return `CASE WHEN ${answer(one.widens.base)} THEN true WHEN ${flag ?? 'true'} THEN ${one.widens.sql(value)} ELSE false END`;
  };
  let from = source;
  const bases = new Map(
    predicates.flatMap((one) => {
      const chain: Predicate[] = [];
      for (let base = one.widens?.base; base !== undefined; base = base.widens?.base) chain.unshift(base);
      return chain.filter(({ code }) => codes.has(code)).map((base) => [base.code, base] as const);
    }),
  );
  for (const [at, base] of [...bases.values()].entries()) {
    from = `(SELECT *, ${answer(base)} AS b${at} FROM ${from})`;
    columns.set(base.code, `b${at}`);
  }
  return { from, answer };
}
