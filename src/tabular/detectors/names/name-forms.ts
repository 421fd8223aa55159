import { sqlText } from '../../scan/predicate.ts';
import { isGivenSql, isSurnameSql } from './name-keys.ts';
import { AFTER, BEFORE, CAPITALS, CAPITALS_CYRILLIC, CYRILLIC_LETTERS, NAME_LETTERS, SMALL } from './name-letters.ts';
import { LATIN_SURNAME, SURNAME, TELLING_SURNAME } from './surname-forms.ts';
import { mayHoldTraps, withoutTraps } from './traps.ts';

/** SQL that finds names of people in a text. Regexes are for RE2; what is costly is asked only of what the cheap found. */

const matches = (value: string, regex: string) => `regexp_matches(${value}, ${sqlText(regex)})`;
const fits = (value: string, regex: string) => `regexp_full_match(${value}, ${sqlText(regex)})`;

const INITIAL = `[${CAPITALS_CYRILLIC}][жзюяєї]?\\.`;
const INITIALS = `${INITIAL}\\s?-?${INITIAL}`;
const ENDING = '(?:еві|ові|ем|ом|ою|ой|ей|[ауеиіоы])?';
/** After the first letter: Ілліч, Кузьмич, Лукич, Фомич, Савич, Микитич. */
const FATHERS_IN_ICH = '(?:лл|ль|узьм|ук|ом|ав|авв|икит)[иі]ч';
const DAUGHTERS_IN_CHNA = '(?:льини|икити|узьмини|укини|омини|авви)чн';
const PATRONYMIC = `(?i:[${CYRILLIC_LETTERS}]+(?:ович|евич|ївн|івн)${ENDING}|${FATHERS_IN_ICH}${ENDING}|${DAUGHTERS_IN_CHNA}${ENDING})`;
/** «-овна» ends adjectives too, so two words with capitals have to stand before. */
const RUSSIAN_DAUGHTER = `[${CAPITALS_CYRILLIC}](?i:[${CYRILLIC_LETTERS}]+[ое]вн(?:а|ы|е|у|ой|ою))`;

/** A patronymic after a name or an initial, a surname with two initials. */
const SURE = [
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}.-]*\\s*[${CAPITALS_CYRILLIC}]${PATRONYMIC}${AFTER}`,
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]+\\s+[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}.]+\\s*${RUSSIAN_DAUGHTER}${AFTER}`,
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]*[${CYRILLIC_LETTERS}],?\\s*${INITIALS}`,
  `${INITIALS}\\s?[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}]`,
  `^[${SMALL}-]+\\s+[${SMALL}]+\\s+[${SMALL}]+(?:ович|йович|івн|ївн)${ENDING}$`,
  `[A-Z][A-Za-z'’.-]+\\s*[A-Z](?i:[a-z'’]+(?:[oei]vy?i?ch|yovych|iovych|[iyo]?ivna|[oe]vna|yevna))${AFTER}`,
].join('|');

/** What every value with a name in it has: two words with capitals, or a capital with a point, side by side, or a name in small letters. */
export const NAME_GUARD = `[${CAPITALS}][${NAME_LETTERS}.-]*,?\\s*[${CAPITALS}]|[${CAPITALS}]\\.|[${SMALL}](?:ович|йович|івн|ївн)|(?i:гр|громадян|пан)`;

const TOKEN = `[${CAPITALS}][${NAME_LETTERS}]*(?:-[${CAPITALS}][${NAME_LETTERS}]*)*|[^${CAPITALS}]+`;

/** The text with «§» for every given name and «¶» for every frequent surname. */
function marked(value: string): string {
  const word = `CASE WHEN NOT ${matches('w', `^[${CAPITALS}][${NAME_LETTERS}]`)} THEN w WHEN ${isGivenSql('w')} THEN '§' WHEN ${isSurnameSql('w')} THEN '¶' ELSE w END`;
  return `array_to_string(list_transform(regexp_extract_all(${value}, ${sqlText(TOKEN)}), lambda w: ${word}), '')`;
}

const EITHER = `(?:¶|${SURNAME})`;
const NEXT = ',?\\s+';
/** In marked text: a given name beside what looks like a surname, a surname with one initial, «гр. Мельник». */
const LIKELY = [
  `§${NEXT}${EITHER}${AFTER}`,
  `(?:^|[^${NAME_LETTERS}-])${EITHER}${NEXT}§`,
  `${BEFORE}${TELLING_SURNAME}\\s+[${CAPITALS_CYRILLIC}]\\.`,
  `(?:^|[\\s,;(])[${CAPITALS_CYRILLIC}]\\.\\s?${TELLING_SURNAME}${AFTER}`,
  `^${EITHER}\\s+(?:[${CAPITALS_CYRILLIC}]\\.?|[${CAPITALS_CYRILLIC}]\\s?[${CAPITALS_CYRILLIC}])$`,
  `^[${CAPITALS_CYRILLIC}]\\.\\s?¶$`,
  `(?:^|[\\s,;(])(?i:гр\\.?|громадян(?:ин|ина|ину|ином|ка|ки|ку|ці|кою)|пан[ауі]?|пані)\\s+(?:¶|${TELLING_SURNAME})${AFTER}`,
  `^${LATIN_SURNAME},?\\s+[A-Z]\\.(?:\\s?[A-Z]\\.)?$`,
  `^[A-Z]\\.\\s?(?:[A-Z]\\.\\s?)?${LATIN_SURNAME}$`,
].join('|');

/** Where the column says that it holds people: any words that can be a name. */
const LOOSE = [
  `§${NEXT}[${CAPITALS}§¶]`,
  `[${NAME_LETTERS}¶]${NEXT}§`,
  `^(?:[${CAPITALS}][${NAME_LETTERS}-]+|¶)(?:,?\\s+(?:[${CAPITALS}][${NAME_LETTERS}-]+|¶|[${CAPITALS}]\\.?)){1,3}$`,
  `^(?:¶|${TELLING_SURNAME}|${SURNAME})$`,
].join('|');

const pure = (value: string) => `CASE WHEN ${mayHoldTraps(value)} THEN ${withoutTraps(value)} ELSE ${value} END`;

/** SQL, true where somebody is named for sure. */
export function isSureSql(value: string): string {
  return `CASE WHEN ${matches(value, SURE)} THEN CASE WHEN ${mayHoldTraps(value)} THEN ${matches(withoutTraps(value), SURE)} ELSE true END ELSE false END`;
}

const TWO_CAPITALS = `[${CAPITALS}][${NAME_LETTERS}.-]*,?\\s*[${CAPITALS}]|(?i:гр|громадян|пан)`;

/** SQL, true where somebody is named surely or likely. */
export function isLikelySql(value: string): string {
  return `CASE WHEN ${isSureSql(value)} THEN true WHEN ${matches(value, TWO_CAPITALS)} THEN ${matches(marked(pure(value)), LIKELY)} ELSE false END`;
}

/** SQL, true where the column is one of people and the value may name one. */
export function isNamedSql(value: string, organization: string): string {
  return `CASE WHEN ${isLikelySql(value)} THEN true WHEN ${matches(value, `^[${CAPITALS}]|[${CAPITALS}][${NAME_LETTERS}.-]*,?\\s*[${CAPITALS}]`)} AND NOT ${matches(value, organization)}
    THEN ${matches(marked(pure(value)), LOOSE)} ELSE false END`;
}

/** One word with a capital and nothing else. */
export const ONE_WORD = `[${CAPITALS}][${NAME_LETTERS}]+(?:-[${CAPITALS}]?[${NAME_LETTERS}]+)?`;

const ALONE = `^${ONE_WORD}$`;
export const aloneGuard = ALONE;

export const isGivenAlone = (value: string): string =>
  `CASE WHEN ${matches(value, ALONE)} THEN ${isGivenSql(value)} ELSE false END`;
export const isSurnameAlone = (value: string): string =>
  `CASE WHEN ${matches(value, ALONE)} THEN ${fits(value, TELLING_SURNAME)} OR ${isSurnameSql(value)} ELSE false END`;
export const isPatronymicAlone = (value: string): string => fits(value, `[${CAPITALS_CYRILLIC}]${PATRONYMIC}`);
export const isWordAlone = (value: string): string => matches(value, ALONE);
