import { type IsCharacter, type Re2, readRe2 } from './read-re2.ts';

/**
 * Guards are regexes for RE2 and asked by DuckDB, which prepares each of them anew for every statement. Of a table of a few values that takes
 * longer than the table, so there the guards are asked here: in one pass over the text, whatever the text is, as RE2 does it, and remembered.
 */

/** A step of looking: a character, an edge of the text, several ways on, or found. */
type Step =
  | { readonly takes: IsCharacter; next: number }
  | { readonly edge: 'start' | 'end'; next: number }
  | { readonly ways: number[] }
  | { readonly found: true };

/** Where looking may stand after a part of the text. */
interface Standing {
  /** Steps that wait for a character. */
  readonly waiting: readonly number[];
  readonly found: boolean;
  readonly foundAtEnd: boolean;
  /** By the number of the character that comes. */
  readonly after: Standing[];
}

/** A text made ready to be looked through: its characters by their numbers. */
export type SearchedText = readonly number[];

const numbers = new Map<string, number>();
const characters: string[] = [];

export function searchedText(text: string): SearchedText {
  return Array.from(text, (character) => {
    const known = numbers.get(character);
    if (known !== undefined) return known;
    numbers.set(character, characters.length);
    return characters.push(character) - 1;
  });
}

/** So many ways on are remembered; after that it is forgotten and begun anew. */
const REMEMBERED = 20_000;

class Search {
  readonly #steps: Step[] = [];
  readonly #first: number;
  readonly #standings = new Map<string, Standing>();
  #start: Standing;
  #remembered = 0;

  constructor(re2: Re2) {
    this.#first = this.#add(re2, this.#push({ found: true }));
    this.#start = this.#standing([this.#first], true);
  }

  finds(text: SearchedText): boolean {
    if (this.#remembered > REMEMBERED) this.#forget();
    let standing = this.#start;
    for (const character of text) {
      if (standing.found) return true;
      standing = standing.after[character] ?? this.#go(standing, character);
    }
    return standing.found || standing.foundAtEnd;
  }

  #forget(): void {
    this.#standings.clear();
    this.#remembered = 0;
    this.#start = this.#standing([this.#first], true);
  }

  #push(step: Step): number {
    return this.#steps.push(step) - 1;
  }

  /** Adds the steps of a part and gives its first. */
  #add(part: Re2, next: number): number {
    switch (part.is) {
      case 'character':
        return this.#push({ takes: part.test, next });
      case 'start':
      case 'end':
        return this.#push({ edge: part.is, next });
      case 'row':
        return part.parts.reduceRight((after, one) => this.#add(one, after), next);
      case 'either':
        return this.#push({ ways: part.parts.map((one) => this.#add(one, next)) });
      case 'times':
        return this.#addTimes(part, next);
    }
  }

  #addTimes({ part, least, most }: Extract<Re2, { is: 'times' }>, next: number): number {
    let first = next;
    if (most === Infinity) {
      const again: number[] = [next];
      first = this.#push({ ways: again });
      again.push(this.#add(part, first));
    } else for (let at = least; at < most; at += 1) first = this.#push({ ways: [next, this.#add(part, first)] });
    for (let at = 0; at < least; at += 1) first = this.#add(part, first);
    return first;
  }

  /** All that can be reached without a character. */
  #reach(from: readonly number[], edges: { readonly start: boolean; readonly end: boolean }): Set<number> {
    const reached = new Set<number>();
    const open = [...from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      const step = this.#steps[at];
      if (step === undefined) continue;
      if ('ways' in step) open.push(...step.ways);
      else if ('edge' in step && edges[step.edge]) open.push(step.next);
    }
    return reached;
  }

  #standing(from: readonly number[], start: boolean): Standing {
    const reached = this.#reach(from, { start, end: false });
    const waiting = [...reached].filter((at) => 'takes' in (this.#steps[at] ?? {})).sort((a, b) => a - b);
    const ends = [...reached].filter((at) => 'edge' in (this.#steps[at] ?? {}));
    const found = [...reached].some((at) => 'found' in (this.#steps[at] ?? {}));
    const key = `${found} ${waiting.join(' ')} ${ends.join(' ')} ${start}`;
    const known = this.#standings.get(key);
    if (known !== undefined) return known;
    const atEnd = this.#reach(from, { start, end: true });
    const foundAtEnd = [...atEnd].some((at) => 'found' in (this.#steps[at] ?? {}));
    const standing = { waiting, found, foundAtEnd, after: [] };
    this.#standings.set(key, standing);
    return standing;
  }

  #go(standing: Standing, at: number): Standing {
    const character = characters[at] ?? '';
    const taken = standing.waiting.flatMap((waiting) => {
      const step = this.#steps[waiting];
      return step !== undefined && 'takes' in step && step.takes(character) ? [step.next] : [];
    });
    // it may begin at any character
    const after = this.#standing([...taken, this.#first], false);
    standing.after[at] = after;
    this.#remembered += 1;
    return after;
  }
}

const known = new Map<string, Search>();

/** True wherever RE2 finds the regex in the text, with `.` for any character; at times where RE2 does not. Throws where it cannot be read. */
export function mayFind(re2: string, text: SearchedText): boolean {
  const search = known.get(re2) ?? new Search(readRe2(re2));
  known.set(re2, search);
  return search.finds(text);
}
