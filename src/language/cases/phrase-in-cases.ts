import { adjectiveOf, declineAdjective } from './decline-adjective.ts';
import { declineNoun, genderOfNoun } from './decline-noun.ts';
import { type Animacy, CASES, type Case, type Cases, type Gender } from './grammatical-case.ts';
import { PREPOSITIONS, UNCHANGING_PARTS } from './lexicon.ts';

/** «начальник відділу – головний архітектор», «директор, секретар комісії»: each part has its own head. */
const APPOSITION = /(\s+[-–—]\s+|,\s+)/u;
const SHORT_FOR_ACTING = /^(?:т\.\s?)?в\.\s?о\.?$/iu;
const ORDINAL = /^(\d+)-(?:й|ий)$/u;
const ORDINAL_ENDINGS: Readonly<Record<Case, string>> = {
  genitive: 'го',
  dative: 'му',
  accusative: 'го',
  ablative: 'м',
};

/** A post in every case: «головний спеціаліст відділу» → «головного спеціаліста відділу», … */
export function postInCases(post: string): Cases {
  return inEvery((to) => phraseIn(post, to, 'person'));
}

/** A unit's name in every case; what stands in quotes and abbreviations stay: «комунального підприємства «Водоканал»», «КНП «Міська лікарня»». */
export function unitInCases(name: string): Cases {
  return inEvery((to) => phraseIn(name, to, 'thing'));
}

function inEvery(make: (to: Case) => string): Cases {
  const [genitive = '', dative = '', accusative = '', ablative = ''] = CASES.map(make);
  return { genitive, dative, accusative, ablative };
}

function phraseIn(text: string, to: Case, animacy: Animacy): string {
  return text
    .split(APPOSITION)
    .map((part, at) => (at % 2 === 0 ? partIn(part, to, animacy) : part))
    .join('');
}

/** Adjectives before the head and the head are declined; what depends on the head stands in its case already. */
function partIn(text: string, to: Case, animacy: Animacy): string {
  const words = text.split(/(\s+)/u);
  let gender: Gender | null = null;
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? '';
    const ordinal = ORDINAL.exec(word);
    if (word === '' || (gender !== null && /^(?:і|й|та)$/u.test(word))) continue;
    if (ordinal) {
      words[at] = `${ordinal[1]}-${ORDINAL_ENDINGS[to]}`;
      continue;
    }
    if (stops(word)) break;
    const next = words[at + 2] ?? '';
    const adjective = adjectiveOf(lastPart(word));
    if (adjective && (gender === null || gender === adjective.gender) && mayPrecede(adjective.gender, next, word)) {
      words[at] = withAdjective(word, to, animacy);
      gender = adjective.gender;
      continue;
    }
    if (gender === null || agrees(gender, word)) words[at] = wholeNoun(word, to, animacy);
    break;
  }
  return words.join('');
}

/** Quotes, numbers, abbreviations, prepositions, «в.о.»: nothing after them is a head. */
function stops(word: string): boolean {
  if (/^[«"“„(\d№]/u.test(word) || PREPOSITIONS.has(word.toLowerCase()) || SHORT_FOR_ACTING.test(word)) return true;
  return /\./u.test(word) || (/^\p{Lu}{2,6}(?:-\d+)?$/u.test(word) && word === word.toUpperCase());
}

/** An adjective stands before a noun or another adjective of its gender; alone it stands for a noun only in forms nothing else has. */
function mayPrecede(gender: Gender, next: string, word: string): boolean {
  const ending = word.toLowerCase();
  if (/ий$|юч[аеі]$|ован[аеі]$|[жшн]ен[аеі]$|льна$/u.test(ending)) return true;
  if (next === '' || PREPOSITIONS.has(next.toLowerCase())) return false;
  if (/^(?:і|й|та)$/u.test(next)) return true;
  return adjectiveOf(lastPart(next))?.gender === gender || agrees(gender, next);
}

function agrees(gender: Gender, noun: string): boolean {
  const found = genderOfNoun(lastPart(noun.replace(/[,.;:]$/u, '')));
  return found === gender || (gender === 'plural' && /[иії]$/u.test(noun));
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('-') + 1);
}

/** «культурно-мистецький»: only the last part changes; «перший-ліпший» does not come in posts. */
function withAdjective(word: string, to: Case, animacy: Animacy): string {
  const last = lastPart(word);
  const adjective = adjectiveOf(last);
  return adjective ? word.slice(0, word.length - last.length) + declineAdjective(adjective, to, animacy) : word;
}

/** Both parts of «інженер-програміст» change, the first of «прес-секретар» does not. */
function wholeNoun(word: string, to: Case, animacy: Animacy): string {
  const parts = word.split('-');
  return parts
    .map((part, at) => {
      const stays = at < parts.length - 1 && (UNCHANGING_PARTS.has(part.toLowerCase()) || /^[A-Za-z]|о$/u.test(part));
      return stays ? part : cased(part, declineNoun(part, to, animacy));
    })
    .join('-');
}

/** A word written in capitals stays so. */
function cased(before: string, after: string): string {
  return before.length > 1 && before === before.toUpperCase() ? after.toUpperCase() : after;
}
