import type { CitedKind } from './citation.ts';

/** Words by which a kind is known, in any case and letter size. The one that stands last before the date or the number decides. */
const WORDS: readonly (readonly [RegExp, CitedKind])[] = [
  [/розпорядженн\p{L}+/giu, 'mayor-order'],
  [/рішенн?\p{L}+/giu, 'council-decision'],
  [/наказ(?:у|ом|и|ів|і|ах)?(?!\p{L})/giu, 'unit-order'],
  [/дорученн\p{L}+/giu, 'instruction'],
  [/лист(?:а|ом|и|ів|і|у)?(?!\p{L})/giu, 'letter-out'],
  [/протокол\p{L}*/giu, 'minutes'],
  [/(?:договор|договір|меморандум|угод)\p{L}*/giu, 'agreement'],
  [/(?:положенн|порядк|порядок)\p{L}*/giu, 'regulation'],
  [/постанов\p{L}*/giu, 'government-resolution'],
  [/указ(?:у|ом|и|ів|і)?(?!\p{L})/giu, 'presidential-decree'],
  [/закон(?:у|ом|и|ів|і|ами|ах)?(?!\p{L})/giu, 'law'],
];

/** A kind found in a text: what was written, where, and what kind it is. */
export interface FoundKind {
  readonly kind: CitedKind;
  readonly start: number;
  readonly end: number;
}

/** The last word of a kind in the text. */
export function lastKind(text: string): FoundKind | null {
  let last: FoundKind | null = null;
  for (const [word, kind] of WORDS) {
    for (const match of text.matchAll(word)) {
      const start = match.index;
      // a part of a longer word says nothing: «переказ», «Глист»
      if (/\p{L}/u.test(text[start - 1] ?? '')) continue;
      if (!last || start > last.start) last = { kind, start, end: start + match[0].length };
    }
  }
  return last;
}

/** The kind by its issuer: a decision is of the executive body or of the council, an incoming letter says so. */
export function kindByIssuer(kind: CitedKind, around: string): CitedKind {
  if (kind === 'council-decision' && /викон(?:авч|ком)/iu.test(around)) return 'executive-decision';
  if (kind === 'letter-out' && /вхідн/iu.test(around)) return 'letter-in';
  return kind;
}
