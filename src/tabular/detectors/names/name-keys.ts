import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { sqlText } from '../../scan/predicate.ts';
import { formsOfName } from './case-forms.ts';
import { FEMALE_NAMES } from './female-names.ts';
import { ENGLISH_FORMS, latinForms } from './latin-names.ts';
import { MALE_FORMS, MALE_NAMES } from './male-names.ts';
import { SURNAMES } from './surnames.ts';

/**
 * Lists of names looked up in SQL. A regex of thousands of names is far too slow, so a word is folded to a key without the ending of its case,
 * and the key is cast to an enumeration of all keys: a look-up in a hash table.
 */

/** Endings of cases that a key is without; the longest first. */
const ENDINGS =
  'ієві|ією|ієм|ием|ия|ию|ии|ові|еві|єві|ії|ія|ію|ій|іє|ий|ою|ею|єю|ей|ой|ом|ем|єм|yi|ii|iy|iia|iya|ia|ya|[аеиіоуюяйїєьыэёaeiouy]';
const ENDING = new RegExp(`(?:${ENDINGS})$`, 'u');
const MARKS = new RegExp(`[${APOSTROPHE_MARKS}]`, 'gu');

/** A word without apostrophes and the ending of its case: the same as `keySql`. */
export function keyOf(word: string): string {
  return word.replace(MARKS, '').toLowerCase().replace(ENDING, '');
}

function keySql(word: string): string {
  return `regexp_replace(lower(translate(${word}, ${sqlText(APOSTROPHE_MARKS)}, '')), '(?:${ENDINGS})$', '')`;
}

/** SQL, true where the key is one of the words'. */
function inList(words: Iterable<string>): (key: string) => string {
  const keys = new Set([...words].map(keyOf).filter((key) => key.length > 1));
  const type = `ENUM(${[...keys].map(sqlText).join(',')})`;
  return (key) => `TRY_CAST(${key} AS ${type}) IS NOT NULL`;
}

const given = [...MALE_NAMES, ...MALE_FORMS, ...FEMALE_NAMES];
const isGivenKey = inList([...given.flatMap((name) => [...formsOfName(name), ...latinForms(name)]), ...ENGLISH_FORMS]);
const isSurnameKey = inList(SURNAMES.flatMap(formsOfName));

/** SQL, true where the word is a given name in any form. */
export const isGivenSql = (word: string): string => isGivenKey(keySql(word));

/** SQL, true where the word is a frequent surname in any form. */
export const isSurnameSql = (word: string): string => isSurnameKey(keySql(word));

/** What a word may be. */
export const GIVEN_MARK = '§';
export const SURNAME_MARK = '¶';

/** SQL: the mark of the word where it is in a list, otherwise `rest`. */
export function markedWordSql(word: string, rest: string): string {
  const mark = `CASE WHEN ${isGivenKey('k')} THEN '${GIVEN_MARK}' WHEN ${isSurnameKey('k')} THEN '${SURNAME_MARK}' ELSE ${rest} END`;
  return `list_transform([${keySql(word)}], lambda k: ${mark})[1]`;
}
