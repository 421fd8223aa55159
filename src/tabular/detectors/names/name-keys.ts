import { sqlText } from '../../scan/predicate.ts';
import { formsOfName } from './case-forms.ts';
import { FEMALE_NAMES } from './female-names.ts';
import { ENGLISH_FORMS, latinForms } from './latin-names.ts';
import { MALE_FORMS, MALE_NAMES } from './male-names.ts';
import { APOSTROPHES } from './name-letters.ts';
import { SURNAMES } from './surnames.ts';

/**
 * Lists of names looked up in SQL. A regex of thousands of names is far too slow, so a word is folded to a key without the ending of its case,
 * and the key is looked for in one of 512 short strings.
 */

const SLOTS = 512;
/** Endings of cases that a key is without; the longest first. */
const ENDINGS =
  'ієві|ією|ієм|ием|ия|ию|ии|ові|еві|єві|ії|ія|ію|ій|іє|ий|ою|ею|єю|ей|ой|ом|ем|єм|yi|ii|iy|iia|iya|ia|ya|[аеиіоуюяйїєьыэёaeiouy]';
const ENDING = new RegExp(`(?:${ENDINGS})$`, 'u');
const MARKS = new RegExp(`[${APOSTROPHES}]`, 'gu');

/** A word without apostrophes and the ending of its case: the same as `keySql`. */
export function keyOf(word: string): string {
  return word.replace(MARKS, '').toLowerCase().replace(ENDING, '');
}

function keySql(word: string): string {
  return `regexp_replace(lower(translate(${word}, ${sqlText(APOSTROPHES)}, '')), '(?:${ENDINGS})$', '')`;
}

function slotOf(key: string): number {
  return ((key.codePointAt(0) ?? 0) * 31 + (key.codePointAt(1) ?? 0) * 7 + key.length) % SLOTS;
}

/** The keys as a SQL list of strings: «|андр|анн|». */
function slotsSql(words: Iterable<string>): string {
  const slots = Array.from({ length: SLOTS }, () => new Set<string>());
  for (const word of words) {
    const key = keyOf(word);
    if (key.length > 1) slots[slotOf(key)]?.add(key);
  }
  const strings = slots.map((keys) => (keys.size === 0 ? "''" : sqlText(`|${[...keys].join('|')}|`)));
  return `[${strings.join(',')}]`;
}

const GIVEN_SLOTS = slotsSql([
  ...[...MALE_NAMES, ...MALE_FORMS, ...FEMALE_NAMES].flatMap((name) => [...formsOfName(name), ...latinForms(name)]),
  ...ENGLISH_FORMS,
]);
const SURNAME_SLOTS = slotsSql(SURNAMES.flatMap(formsOfName));

function holds(slots: string, key: string): string {
  const slot = `(unicode(${key}) * 31 + greatest(unicode(substr(${key}, 2)), 0) * 7 + length(${key})) % ${SLOTS} + 1`;
  return `contains(list_extract(${slots}, ${slot}), '|' || ${key} || '|')`;
}

/** SQL, true where the word is a given name in any form. */
export const isGivenSql = (word: string): string => holds(GIVEN_SLOTS, keySql(word));

/** SQL, true where the word is a frequent surname in any form. */
export const isSurnameSql = (word: string): string => holds(SURNAME_SLOTS, keySql(word));
