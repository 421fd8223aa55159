import { isGivenSql, isSurnameSql } from '../../detectors/names/name-keys.ts';
import { CAPITALS, CAPITALS_CYRILLIC, CYRILLIC_LETTERS, NAME_LETTERS } from '../../detectors/names/name-letters.ts';
import { LATIN_SURNAME, TELLING_WORD } from '../../detectors/names/surname-forms.ts';
import { sqlText } from '../../scan/predicate.ts';
import { replaced } from './hide-numbers.ts';

const MARK = '[ім’я]';
const MARKED = '\\[ім’я\\]';
const TOKEN = `[${CAPITALS}][${NAME_LETTERS}]*|[^${CAPITALS}]+`;
const INITIAL = `[${CAPITALS_CYRILLIC}][жзюяєї]?\\.`;
const PATRONYMIC = `[${CAPITALS_CYRILLIC}](?i:[${CYRILLIC_LETTERS}]*(?:ович|евич|йович|івн|ївн|[ое]вн|лліч|льич|льиничн|микитич|микитівн)[${CYRILLIC_LETTERS}]{0,4})`;
const WORD = `[${CAPITALS}][${NAME_LETTERS}-]+`;
const BESIDE = ',?\\s+';

/** Every word that is a given name, a frequent surname, a patronymic or surely a surname, in any case. */
function marked(value: string): string {
  const is = `regexp_full_match(w, ${sqlText(`${PATRONYMIC}|${TELLING_WORD}`)}) OR ${isGivenSql('w')} OR ${isSurnameSql('w')}`;
  const word = `CASE WHEN regexp_matches(w, ${sqlText(`^[${CAPITALS}][${NAME_LETTERS}]`)}) AND (${is}) THEN ${sqlText(MARK)} ELSE w END`;
  return `array_to_string(list_transform(regexp_extract_all(${value}, ${sqlText(TOKEN)}), lambda w: ${word}), '')`;
}

/**
 * Names of people in a text, each with the words with a capital beside it. A street or a school that bears somebody's name loses it too: what is hidden in
 * vain is no harm.
 */
export function hideNames(value: string): string {
  const initials = `${INITIAL}(?:\\s?-?${INITIAL})?`;
  return replaced(
    marked(value),
    [`${MARKED}-${WORD}|${WORD}-${MARKED}`, MARK],
    [`${WORD},?\\s?${INITIAL}\\s?${INITIAL}`, MARK],
    [`${INITIAL}\\s?${INITIAL}\\s?(?:${WORD}|${MARKED})`, MARK],
    [`${MARKED}${BESIDE}${initials}|${initials}\\s?${MARKED}`, MARK],
    [`(?:${WORD}${BESIDE}){1,2}${MARKED}`, MARK],
    [`${MARKED}(?:${BESIDE}${WORD}){1,2}`, MARK],
    [`(?i:гр\\.?|громадян(?:ин|ина|ину|ином|ка|ки|ку|ці|кою)|пан[ауі]?|пані) +${WORD}`, MARK],
    [`${LATIN_SURNAME},? +[A-Z]\\.(?: ?[A-Z]\\.)?|[A-Z]\\. ?(?:[A-Z]\\. ?)?${LATIN_SURNAME}`, MARK],
    [`${MARKED}(?:${BESIDE}${MARKED})+`, MARK],
  );
}
