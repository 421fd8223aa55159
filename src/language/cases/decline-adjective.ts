import { type Animacy, type Case, type Endings, endings, type Gender } from './grammatical-case.ts';
import { KNOWN_NOUNS, NOUNS_LIKE_ADJECTIVES, SOFT_ADJECTIVES } from './lexicon.ts';

/** Endings by gender and by the nominative's own ending. */
const ENDINGS: Readonly<Record<string, { gender: Gender; endings: Endings }>> = {
  ий: { gender: 'masculine', endings: endings('ого', 'ому', 'ий', 'им') },
  ій: { gender: 'masculine', endings: endings('ього', 'ьому', 'ій', 'ім') },
  а: { gender: 'feminine', endings: endings('ої', 'ій', 'у', 'ою') },
  я: { gender: 'feminine', endings: endings('ьої', 'ій', 'ю', 'ьою') },
  е: { gender: 'neuter', endings: endings('ого', 'ому', 'е', 'им') },
  є: { gender: 'neuter', endings: endings('ього', 'ьому', 'є', 'ім') },
  і: { gender: 'plural', endings: endings('их', 'им', 'і', 'ими') },
};
const SOFT_PLURAL = endings('іх', 'ім', 'і', 'іми');

/** A word that can only be an adjective, or a participle that stands for a noun («керуючий», «уповноважена»). */
const FEMININE = /(?:(?:ськ|цьк|зьк|[уюая]юч|уч|яч|ш|ч|[оеє]в|[^иїо]н|льн|ован|ен|іщ)а)$/u;
const NEUTER = /(?:[нвктшжчлм]е|є)$/u;
const PLURAL = /(?:ськ|цьк|зьк|[внтчш])і$/u;

export interface Adjective {
  readonly stem: string;
  readonly ending: string;
  readonly gender: Gender;
}

/** The adjective a word is in the nominative; null: it is none, as far as endings tell. */
export function adjectiveOf(word: string): Adjective | null {
  const small = word.toLowerCase();
  if (small in KNOWN_NOUNS || NOUNS_LIKE_ADJECTIVES.has(small)) return null;
  const ending = Object.keys(ENDINGS).find((one) => small.endsWith(one));
  if (!ending || small.length < ending.length + 2) return null;
  const stem = small.slice(0, -ending.length);
  const soft = SOFT_ADJECTIVES.has(stem);
  const fits =
    ending === 'ий' ||
    (ending === 'ій' && soft) ||
    (ending === 'я' && soft) ||
    (ending === 'а' && FEMININE.test(small)) ||
    ((ending === 'е' || ending === 'є') && NEUTER.test(small) && !/(?:ищ|ц)е$/u.test(small)) ||
    (ending === 'і' && PLURAL.test(small));
  const found = ENDINGS[ending];
  return fits && found ? { stem: word.slice(0, -ending.length), ending, gender: found.gender } : null;
}

/** The adjective in a case, agreeing with a person or a thing. */
export function declineAdjective({ stem, ending, gender }: Adjective, to: Case, animacy: Animacy): string {
  const soft = gender === 'plural' && SOFT_ADJECTIVES.has(stem.toLowerCase());
  const endings = soft ? SOFT_PLURAL : ENDINGS[ending]?.endings;
  const alive = animacy === 'person' && (gender === 'masculine' || gender === 'plural');
  return stem + (endings?.[to === 'accusative' && alive ? 'genitive' : to] ?? ending);
}
