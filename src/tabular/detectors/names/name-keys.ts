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

/** What a word may be. */
export const GIVEN_MARK = '§';
export const SURNAME_MARK = '¶';

function slotted(): string {
  const slots = Array.from({ length: SLOTS }, () => new Set<string>());
  const add = (words: Iterable<string>, mark: string) => {
    for (const word of words) {
      const key = keyOf(word);
      if (key.length > 1) slots[slotOf(key)]?.add(`${key}${mark}`);
    }
  };
  const given = [...MALE_NAMES, ...MALE_FORMS, ...FEMALE_NAMES];
  add(
    given.flatMap((name) => [...formsOfName(name), ...latinForms(name)]),
    GIVEN_MARK,
  );
  add(ENGLISH_FORMS, GIVEN_MARK);
  add(SURNAMES.flatMap(formsOfName), SURNAME_MARK);
  return slots.map((keys) => `|${[...keys].join('|')}`).join(' ');
}

/** One literal, parted once a statement: «|андр§|мельник¶ |анн§ …». */
const SLOTTED = `string_split(${sqlText(slotted())}, ' ')`;

/** SQL, true where the word is in the list of the mark in any form. */
function holds(word: string, mark: string): string {
  const key = keySql(word);
  const slot = `(unicode(${key}) * 31 + greatest(unicode(substr(${key}, 2)), 0) * 7 + length(${key})) % ${SLOTS} + 1`;
  return `contains(list_extract(${SLOTTED}, ${slot}), '|' || ${key} || '${mark}')`;
}

/** SQL, true where the word is a given name in any form. */
export const isGivenSql = (word: string): string => holds(word, GIVEN_MARK);

/** SQL, true where the word is a frequent surname in any form. */
export const isSurnameSql = (word: string): string => holds(word, SURNAME_MARK);

/** SQL: the mark of the word where it is in a list, otherwise `rest`. */
export function markedWordSql(word: string, rest: string): string {
  const key = keySql(word);
  const slot = `(unicode(k) * 31 + greatest(unicode(substr(k, 2)), 0) * 7 + length(k)) % ${SLOTS} + 1`;
  const inSlot = (mark: string) => `contains(s, '|' || k || '${mark}')`;
  const mark = `CASE WHEN ${inSlot(GIVEN_MARK)} THEN '${GIVEN_MARK}' WHEN ${inSlot(SURNAME_MARK)} THEN '${SURNAME_MARK}' ELSE ${rest} END`;
  const found = `list_transform([list_extract(${SLOTTED}, ${slot})], lambda s: ${mark})[1]`;
  return `list_transform([${key}], lambda k: ${found})[1]`;
}
