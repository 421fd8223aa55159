import { type AskedWord, type Meaning, tellingOf, type Vocabulary } from './asked-words.ts';

/** Where a word stands in a card's head: the place's weight, and how many words stand before it. */
interface Place {
  readonly weight: Weight;
  readonly position: number;
}

type Weight = 'A' | 'B' | 'C' | 'D';

/** Title · keywords, number · unit · description, themes. */
const PLACE_WORTH: Readonly<Record<Weight, number>> = { A: 1, B: 0.75, C: 0.4, D: 0.35 };
/** A card that was found by a word its head has not: it stands in its columns. */
const COLUMN_WORTH = 0.08;

/** How much better a card is whose title is nothing but the question. */
const BRIEF = 0.15;

/** Stems of a card's head with their best place. */
export type Head = ReadonlyMap<string, Place>;

const LEXEME = /'((?:[^']|'')*)'(?::([\dA-D,]+))?/g;

/** Reads the text form of a tsvector: `'зупинк':3A,9 'рух':4B`. */
export function parseHead(text: string): Head {
  const head = new Map<string, Place>();
  for (const [, stem = '', places = ''] of text.matchAll(LEXEME)) {
    let best: Place | null = null;
    for (const place of places.split(',')) {
      const letter = place.slice(-1);
      const weight: Weight = letter === 'A' || letter === 'B' || letter === 'C' ? letter : 'D';
      const position = Number.parseInt(place, 10) || 1;
      if (best === null || weight < best.weight) best = { weight, position };
    }
    head.set(stem.replaceAll("''", "'"), best ?? { weight: 'D', position: 1 });
  }
  return head;
}

/** Words at the beginning of a title say what it is about; the tail of a long one explains. */
function worthOf({ weight, position }: Place): number {
  const early = weight === 'A' ? 0.62 + 0.38 / (1 + Math.max(0, position - 4) / 6) : 1;
  return PLACE_WORTH[weight] * early;
}

function worthOfStem(stem: string, begins: boolean, head: Head): number {
  const place = head.get(stem);
  if (place) return worthOf(place);
  if (!begins) return 0;
  let best = 0;
  for (const [known, at] of head) if (known.startsWith(stem)) best = Math.max(best, worthOf(at));
  return best;
}

/** How well a card's head has a meaning, 0 … 1: rare stems of it count more; a part of it counts less than its share. */
function worthOfMeaning({ stems, weight, begins }: Meaning, head: Head, vocabulary: Vocabulary): number {
  let whole = 0;
  let met = 0;
  for (const [at, stem] of stems.entries()) {
    const telling = Math.max(0.3, tellingOf(stem, vocabulary));
    whole += telling;
    met += telling * worthOfStem(stem, begins === true && at === stems.length - 1, head);
  }
  if (whole === 0) return 0;
  const share = met / whole;
  return weight * (stems.length === 1 ? share : share ** 1.6);
}

/** How well a card answers a question, and which part of the question's telling words it has (0 … 1). */
export interface Score {
  readonly score: number;
  readonly covered: number;
}

/**
 * Rare telling words count more, cards with more of the question's words count more, title before keywords before unit before
 * description before columns. The best meaning of a word counts; a second one a little.
 */
export function scoreHead(head: Head, words: readonly AskedWord[], vocabulary: Vocabulary): Score {
  let sum = 0;
  let covered = 0;
  let whole = 0;
  let inTitle = 0;
  for (const word of words) {
    const importance = word.telling * (word.weak ? 0.3 : 1);
    if (importance === 0) continue;
    whole += importance;
    const worths = word.meanings.map((meaning) => worthOfMeaning(meaning, head, vocabulary)).sort((a, b) => b - a);
    const [best = 0, second = 0] = worths;
    const worth = best === 0 ? COLUMN_WORTH : best + 0.12 * second;
    sum += importance * worth;
    covered += importance * Math.min(1, worth * 1.6);
    if (
      word.meanings.some(({ stems, weight }) => weight >= 0.7 && stems.every((stem) => head.get(stem)?.weight === 'A'))
    )
      inTitle += 1;
  }
  if (whole === 0) return { score: 0, covered: 0 };
  const share = covered / whole;
  // a title that says little else is about just that
  const brief = 1 + BRIEF * Math.min(1, inTitle / Math.max(1, titleLength(head)));
  return { score: (sum / whole) * (0.4 + 0.6 * share) * brief, covered: share };
}

function titleLength(head: Head): number {
  let length = 0;
  for (const { weight } of head.values()) if (weight === 'A') length += 1;
  return length;
}
