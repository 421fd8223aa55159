import { editDistance } from '../../kernel/edit-distance.ts';
import { foldName } from '../../language/folding.ts';
import type { ColumnKind, ColumnType } from '../column.ts';
import type { ColumnFact, FileFacts } from './file-facts.ts';
import { isUnlikely } from './unlikely-rules.ts';

/** What is other in a file than in the one published before it. */
export type FileChange =
  | { readonly what: 'renamed'; readonly from: string; readonly to: string; readonly by: 'values' | 'name' | 'place' }
  | { readonly what: 'gone' | 'new' | 'moved'; readonly titles: readonly string[] }
  | { readonly what: 'type'; readonly title: string; readonly from: ColumnType; readonly to: ColumnType }
  | { readonly what: 'kind'; readonly title: string; readonly from: ColumnKind | null; readonly to: ColumnKind | null }
  | { readonly what: 'rows'; readonly from: number; readonly to: number }
  | { readonly what: 'total'; readonly title: string; readonly from: number; readonly to: number }
  | { readonly what: 'emptied'; readonly title: string; readonly from: number; readonly to: number };

/** A pair of columns that are the same one. */
interface Pair {
  readonly before: ColumnFact;
  readonly now: ColumnFact;
}

/** Share of common values from which columns are the same whatever they are called. */
const SAME_VALUES = 0.5;
/** Likeness of names from which columns of one type are the same. */
const SAME_NAME = 0.7;
/** Pairs of columns looked at for a new name; where more of both have none, it is another table. */
const MOST_GUESSES = 40_000;
/** A column that was filled and has so many empty cells now. */
const FILLED = 0.05;
const EMPTIED = 0.5;

/**
 * All that a person should know before the file is accepted; an empty list: the file is as the one before it.
 * @param earlier facts of the files published before, newest first; at least one
 */
export function compareFiles(now: FileFacts, earlier: readonly FileFacts[]): FileChange[] {
  const [before] = earlier;
  if (before === undefined) return [];
  const { same, renamed, gone, fresh } = pairColumns(before.columns, now.columns);
  const pairs = [...same, ...renamed];
  const isOtherSize = isUnlikely(
    earlier.map(({ rows }) => rows),
    now.rows,
    'rows',
  );
  return [
    ...renamed.map(
      ({ before: { title: from }, now: { title: to }, by }) => ({ what: 'renamed', from, to, by }) as const,
    ),
    ...listed('gone', gone),
    ...listed('new', fresh),
    ...moved(before.columns, now.columns, pairs),
    ...pairs.flatMap(otherNature),
    ...(isOtherSize ? [{ what: 'rows', from: before.rows, to: now.rows } as const] : []),
    // where there are twice as many rows, their sums are other too: told once
    ...(isOtherSize ? [] : pairs.flatMap((pair) => otherTotal(pair, earlier))),
    ...pairs.flatMap((pair) => emptied(pair, before.rows, now.rows)),
  ];
}

function listed(what: 'gone' | 'new' | 'moved', columns: readonly ColumnFact[]): FileChange[] {
  return columns.length === 0 ? [] : [{ what, titles: columns.map(({ title }) => title) }];
}

interface Paired {
  readonly same: readonly Pair[];
  readonly renamed: readonly (Pair & { readonly by: 'values' | 'name' | 'place' })[];
  readonly gone: readonly ColumnFact[];
  readonly fresh: readonly ColumnFact[];
}

/** Columns by their titles, then by what they hold, by likeness of titles, and by standing alone in the same place. */
function pairColumns(before: readonly ColumnFact[], now: readonly ColumnFact[]): Paired {
  const gone = new Set(before);
  const fresh = new Set(now);
  const same: Pair[] = [];
  const byName = Map.groupBy(before, ({ title }) => foldName(title));
  for (const column of now) {
    const older = byName.get(foldName(column.title))?.shift();
    if (older === undefined) continue;
    gone.delete(older);
    fresh.delete(column);
    same.push({ before: older, now: column });
  }
  const isOtherTable = gone.size * fresh.size > MOST_GUESSES;
  const guesses = [...(isOtherTable ? [] : gone)].flatMap((older) =>
    [...fresh].flatMap((column) => {
      const place = before.indexOf(older) === now.indexOf(column) && before.length === now.length;
      const by = whySame(older, column, place && gone.size === 1 && fresh.size === 1);
      return by === null ? [] : [{ before: older, now: column, ...by }];
    }),
  );
  const renamed: Paired['renamed'][number][] = [];
  for (const { before: older, now: column, by } of guesses.toSorted((a, b) => b.weight - a.weight)) {
    if (!gone.has(older) || !fresh.has(column)) continue;
    gone.delete(older);
    fresh.delete(column);
    renamed.push({ before: older, now: column, by });
  }
  return { same, renamed, gone: [...gone], fresh: [...fresh] };
}

function whySame(
  older: ColumnFact,
  column: ColumnFact,
  alone: boolean,
): { readonly by: 'values' | 'name' | 'place'; readonly weight: number } | null {
  const values = sharedValues(older.hashes, column.hashes);
  // a column of two or three values (yes and no) shares them with any other such column
  if (values >= SAME_VALUES && Math.min(older.distinct, column.distinct) > 3)
    return { by: 'values', weight: 2 + values };
  if (older.type !== column.type) return null;
  const name = likeness(older.title, column.title);
  if (name >= SAME_NAME) return { by: 'name', weight: 1 + name };
  return alone && older.kind === column.kind ? { by: 'place', weight: 0 } : null;
}

/** The share of common values, 0–1, judged by the smallest hashes of both together. */
function sharedValues(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [a, b] = [new Set(one), new Set(other)];
  const smallest = [...new Set([...one, ...other])].sort((x, y) => x - y).slice(0, Math.max(one.length, other.length));
  return smallest.filter((hash) => a.has(hash) && b.has(hash)).length / smallest.length;
}

/** How much alike two titles are, 0–1; one that begins with the other («Сума» and «Сума, грн») is very much so. */
function likeness(one: string, other: string): number {
  const [a, b] = [foldName(one), foldName(other)].toSorted((x, y) => x.length - y.length);
  if (!a || !b) return 0;
  if (a.length >= 3 && b.startsWith(a)) return 0.9;
  return 1 - editDistance(a, b) / b.length;
}

/** Columns that stand in another order than before; those that only made room for a new one have not moved. */
function moved(before: readonly ColumnFact[], now: readonly ColumnFact[], pairs: readonly Pair[]): FileChange[] {
  const inNew = pairs.toSorted((a, b) => now.indexOf(a.now) - now.indexOf(b.now));
  const places = inNew.map(({ before: older }) => before.indexOf(older));
  const still = longestRising(places);
  return listed(
    'moved',
    inNew.filter((_, at) => !still.has(at)).map((pair) => pair.now),
  );
}

/** Places in a list of numbers that together are its longest rising run with gaps. */
function longestRising(numbers: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const from: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [length, last] = [1, -1];
    for (let earlier = 0; earlier < at; earlier += 1) {
      if ((numbers[earlier] ?? 0) >= number || (lengths[earlier] ?? 0) + 1 <= length) continue;
      [length, last] = [(lengths[earlier] ?? 0) + 1, earlier];
    }
    lengths.push(length);
    from.push(last);
  }
  const found = new Set<number>();
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = from[at] ?? -1) found.add(at);
  return found;
}

/** What a column holds is of another type or kind now. Whole numbers are numbers: a month without halves is no change. */
function otherNature({ before, now }: Pair): FileChange[] {
  const isNumber = (type: ColumnType) => type === 'integer' || type === 'decimal';
  const alike = before.type === now.type || (isNumber(before.type) && isNumber(now.type));
  if (!alike) return [{ what: 'type', title: now.title, from: before.type, to: now.type }];
  if (before.kind === now.kind || before.kind === null || now.kind === null) return [];
  return [{ what: 'kind', title: now.title, from: before.kind, to: now.kind }];
}

function otherTotal({ before, now }: Pair, earlier: readonly FileFacts[]): FileChange[] {
  if (before.sum === null || now.sum === null) return [];
  const series = earlier.map(({ columns }) => columns.find(({ title }) => title === before.title)?.sum ?? null);
  const known = series.slice(0, series.includes(null) ? series.indexOf(null) : undefined).flatMap((sum) => sum ?? []);
  if (!isUnlikely(known, now.sum, 'total')) return [];
  return [{ what: 'total', title: now.title, from: before.sum, to: now.sum }];
}

function emptied({ before, now }: Pair, rowsBefore: number, rowsNow: number): FileChange[] {
  if (rowsBefore === 0 || rowsNow === 0) return [];
  const [from, to] = [before.blanks / rowsBefore, now.blanks / rowsNow];
  return from <= FILLED && to >= EMPTIED ? [{ what: 'emptied', title: now.title, from, to }] : [];
}
