import { foldText } from '../../language/folding.ts';
import type { Replacements } from './expected-values.ts';

/** Values looked at in one column: more different mistakes than this are no slips of the hand. */
const MOST_SPELLED = 500;
const MOST_NEAR = 100;
/** Known values that slips are guessed against; in a larger table every slip has a neighbour, and the look would take minutes. */
const MOST_GUESSED = 100_000;

/** What the values outside a list were meant to be. */
export interface MeantValues {
  /** Differ by letter case, spaces, apostrophes, look-alike letters, or are the words of a code: nothing is guessed. */
  readonly spelled: Replacements;
  /** One or two letters away from one single value: a guess, to be asked. */
  readonly near: Replacements;
}

/** Folded value or words → the value; null where two values share them. */
function byFold(values: readonly string[], names: readonly string[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const own = new Set<string>();
  for (const value of values) {
    const key = foldText(value);
    found.set(key, found.has(key) && found.get(key) !== value ? null : value);
    own.add(key);
  }
  for (const [at, name] of names.entries()) {
    const key = foldText(name);
    const value = values[at];
    if (value === undefined || key === '' || own.has(key)) continue;
    found.set(key, found.has(key) && found.get(key) !== value ? null : value);
  }
  return found;
}

/** Letters that may differ before a word is another word; codes of a few digits are never guessed. */
function mayDiffer(folded: string): number {
  if (/^[\d\s.,:/-]*$/.test(folded)) return folded.length >= 8 ? 1 : 0;
  if (folded.length < 4) return 0;
  return folded.length < 8 ? 1 : 2;
}

/**
 * Letters to change, add, leave out or swap with the neighbour to make one text of the other (Damerau–Levenshtein, swaps of neighbours only);
 * `most + 1` as soon as it is more than `most`.
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? most + 1, most + 1);
}

/** Codes of a classifier are of one length: a list for each is added to, never copied. */
function byLength(keys: Iterable<string>): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const key of keys) {
    const alike = found.get(key.length);
    if (alike) alike.push(key);
    else found.set(key.length, [key]);
  }
  return found;
}

/** The one key with fewest edits, null where there is none or more than one. */
function nearestKey(wanted: string, keys: ReadonlyMap<number, readonly string[]>): string | null {
  const most = mayDiffer(wanted);
  let best = most + 1;
  let found: string[] = [];
  for (let length = wanted.length - most; most > 0 && length <= wanted.length + most; length += 1) {
    for (const key of keys.get(length) ?? []) {
      const edits = editsBetween(wanted, key, Math.min(best, most));
      if (edits > most || edits > best) continue;
      if (edits < best) found = [];
      best = edits;
      found.push(key);
    }
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * What each value outside a list was meant to be, where that can be told.
 * @param outside different values of the column that are not in the list
 * @param names what `values` mean, in the same order
 */
export function meantValues(
  outside: readonly string[],
  values: readonly string[],
  names: readonly string[] = [],
): MeantValues {
  const known = byFold(values, names);
  const spelled: Record<string, string> = {};
  const left: string[] = [];
  for (const value of outside.slice(0, MOST_SPELLED)) {
    const meant = known.get(foldText(value));
    if (meant) spelled[value] = meant;
    else if (meant === undefined) left.push(value);
  }
  const near: Record<string, string> = {};
  const keys = left.length > 0 && known.size <= MOST_GUESSED ? byLength(known.keys()) : new Map<number, string[]>();
  for (const value of left.slice(0, MOST_NEAR)) {
    const key = nearestKey(foldText(value), keys);
    const meant = key === null ? null : known.get(key);
    if (meant) near[value] = meant;
  }
  return { spelled, near };
}
