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

/**
 * A card's head as the database tells it, a tsvector in text form: `'зупинк':3A,9 'рух':4B`. It is searched as it is: taking hundreds of heads apart
 * would cost more than the few words that are looked up. Stems are in small letters, so a capital letter is always a weight.
 */
export type Head = string;

const quotedStart = (stem: string): string => `'${stem.replaceAll("'", "''")}`;

/** The best of the places that begin at `from` and end with a space: the greatest weight, the first of its kind. */
function bestPlace(head: Head, from: number): Place {
  const end = head.indexOf(' ', from);
  let best: Place | null = null;
  for (const place of head.slice(from, end === -1 ? undefined : end).split(',')) {
    const letter = place.slice(-1);
    const weight: Weight = letter === 'A' || letter === 'B' || letter === 'C' ? letter : 'D';
    if (best === null || weight < best.weight) best = { weight, position: Number.parseInt(place, 10) || 1 };
  }
  return best ?? { weight: 'D', position: 1 };
}

function placeOf(head: Head, stem: string): Place | null {
  const key = `${quotedStart(stem)}':`;
  const at = head.indexOf(key);
  return at === -1 ? null : bestPlace(head, at + key.length);
}

/** Words at the beginning of a title say what it is about; the tail of a long one explains. */
function worthOf({ weight, position }: Place): number {
  const early = weight === 'A' ? 0.62 + 0.38 / (1 + Math.max(0, position - 4) / 6) : 1;
  return PLACE_WORTH[weight] * early;
}

function worthOfStem(stem: string, begins: boolean, head: Head): number {
  const place = placeOf(head, stem);
  if (place) return worthOf(place);
  if (!begins) return 0;
  let best = 0;
  const key = quotedStart(stem);
  for (let at = head.indexOf(key); at !== -1; at = head.indexOf(key, at + 1)) {
    const places = head.indexOf("':", at);
    if (places !== -1) best = Math.max(best, worthOf(bestPlace(head, places + 2)));
  }
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
  /** The head has every word of the question as it was asked, not by another word for it. */
  readonly asAsked: boolean;
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
  let asAsked = true;
  for (const word of words) {
    const importance = word.telling * (word.weak ? 0.3 : 1);
    if (importance === 0) continue;
    whole += importance;
    const worths = word.meanings.map((meaning) => worthOfMeaning(meaning, head, vocabulary)).sort((a, b) => b - a);
    const [best = 0, second = 0] = worths;
    const worth = best === 0 ? COLUMN_WORTH : best + 0.12 * second;
    sum += importance * worth;
    covered += importance * Math.min(1, worth * 1.6);
    asAsked &&= word.meanings.some(
      (meaning) => meaning.asked === true && worthOfMeaning(meaning, head, vocabulary) > 0,
    );
    if (
      word.meanings.some(
        ({ stems, weight }) => weight >= 0.7 && stems.every((stem) => placeOf(head, stem)?.weight === 'A'),
      )
    )
      inTitle += 1;
  }
  if (whole === 0) return { score: 0, covered: 0, asAsked: false };
  const share = covered / whole;
  // a title that says little else is about just that
  const brief = 1 + BRIEF * Math.min(1, inTitle / Math.max(1, titleLength(head)));
  return { score: (sum / whole) * (0.4 + 0.6 * share) * brief, covered: share, asAsked };
}

const titleLength = (head: Head): number => head.split('A').length - 1;
