import { ORGANIZATION_FORM } from '../../kinds/organization-forms.ts';
import { type Made, madeSql, sqlText } from '../../scan/predicate.ts';
import { isGivenSql, isSurnameSql, markedWordSql } from './name-keys.ts';
import { AFTER, CAPITALS, CAPITALS_CYRILLIC, CYRILLIC_LETTERS, NAME_LETTERS, SMALL } from './name-letters.ts';
import { SURNAME_LIKE, TELLING_SURNAME } from './surname-forms.ts';
import { withoutTraps } from './traps.ts';

/** SQL that finds names of people in a text. Regexes are for RE2; what is costly is asked only of what the cheap found. */

const AN_ORGANIZATION = `(?i:${ORGANIZATION_FORM})`;
const matches = (value: string, regex: string) => `regexp_matches(${value}, ${sqlText(regex)})`;
const fits = (value: string, regex: string) => `regexp_full_match(${value}, ${sqlText(regex)})`;

const INITIAL = `[${CAPITALS_CYRILLIC}][жзюяєї]?\\.`;
const INITIALS = `${INITIAL}\\s?-?${INITIAL}`;
const ENDING = '(?:еві|ові|ем|ом|ою|ой|ей|[ауеиіоы])?';
/** After the first letter: Ілліч, Кузьмич, Лукич, Фомич, Савич, Микитич. */
const FATHERS_IN_ICH = '(?:лл|ль|узьм|ук|ом|ав|авв|икит)[иі]ч';
const DAUGHTERS_IN_CHNA = '(?:льини|икити|узьмини|укини|омини|авви)чн';
const OF_SON = '(?:еві|ем|ом|[ауе])?';
const OF_DAUGHTER = '(?:ою|ой|[аиіуоы])';
/** «Сергеевич», «Юрьевич»; «Міцкевич», «Раневич» and the like are surnames. */
const FATHERS_IN_EVICH = "[аеєиіїоуюяьлрв'’]евич";
const PATRONYMIC = `(?i:[${CYRILLIC_LETTERS}]+(?:(?:ович|${FATHERS_IN_EVICH})${OF_SON}|(?:ївн|івн)${OF_DAUGHTER})|${FATHERS_IN_ICH}${OF_SON}|${DAUGHTERS_IN_CHNA}${OF_DAUGHTER})`;
/** «-овна» ends adjectives too, so two words with capitals have to stand before. */
const RUSSIAN_DAUGHTER = `[${CAPITALS_CYRILLIC}](?i:[${CYRILLIC_LETTERS}]+[ое]вн(?:а|ы|е|у|ой|ою))`;

/** A patronymic after a name or an initial, a surname with two initials. */
const SURE = [
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]+\\s+(?:[${CAPITALS_CYRILLIC}]\\.\\s*)?[${CAPITALS_CYRILLIC}]${PATRONYMIC}${AFTER}`,
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]+\\s+[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}.]+\\s*${RUSSIAN_DAUGHTER}${AFTER}`,
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]*[${CYRILLIC_LETTERS}],?\\s*${INITIALS}`,
  `${INITIALS}\\s?[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}]`,
  `^~?[${SMALL}-]+\\s+[${SMALL}]+\\s+[${SMALL}]+(?:ович|йович|івн|ївн)${ENDING}$`,
  `[A-Z][A-Za-z'’.-]+\\s+[A-Z](?i:[a-z'’]+(?:[oei]vy?i?ch|yovych|iovych|[iyo]?ivna|[oe]vna|yevna))${AFTER}`,
].join('|');

/** A person even in the title of a law or a book: a name with a patronymic, «гр. …». */
const IN_FULL = [
  `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]+\\s+[${CAPITALS_CYRILLIC}]${PATRONYMIC}${AFTER}`,
  `(?:^|[\\s,;(])(?:[Гг]р\\.|[Гг]ромадян(?:ин|ина|ину|ином|ка|ки|ку|ці|кою))\\s+[${CAPITALS_CYRILLIC}]`,
].join('|');
/** Cheap: what every value that is yes to `isInFullSql` has. */
export const IN_FULL_GUARD = `(?i:ович|евич|івн|ївн|[иі]ч|чн|гр\\.|громадян)`;

/** The whole value is a name as lists have it: nothing else has to be looked for in it. Streets are called in another case. */
export const FULL = `^[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]+ [${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}]+ [${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}]+(?:ович|івна|ївна|ОВИЧ|ІВНА|ЇВНА)$`;

/** What every value with a name in it has: two words with capitals, or a capital with a point, side by side, or a name in small letters. */
const SIDE_BY_SIDE = `[${CAPITALS}][${NAME_LETTERS}.-]*,?\\s*[${CAPITALS}]|[${SMALL}](?:ович|івн|ївн)${ENDING}${AFTER}|(?:^|[\\s,;(])(?:[Гг]р\\.|[Гг]ромадян|[Пп]ан[ауі]? )`;
export const NAME_GUARD = SIDE_BY_SIDE;
/** In columns of people one word is enough. */
export const WORD_GUARD = `^[${CAPITALS}]|${SIDE_BY_SIDE}`;

const TOKEN = `[${CAPITALS}][${NAME_LETTERS}]*(?:-[${CAPITALS}][${NAME_LETTERS}]*)*|[^${CAPITALS}]+`;

/** Marks of words in a text: what a list or an ending says of them. */
const TELLING = '†';
const LIKE = '¤';

/** The text with a mark for every given name, frequent surname and word that ends like one. */
function marked(value: string): string {
  const byEnding = `CASE WHEN ${fits('lower(w)', TELLING_SURNAME)} THEN '${TELLING}' WHEN ${fits('lower(w)', SURNAME_LIKE)} THEN '${LIKE}' ELSE w END`;
  const word = `CASE WHEN NOT ${matches('w', `^[${CAPITALS}][${NAME_LETTERS}]`)} THEN w ELSE ${markedWordSql('w', byEnding)} END`;
  return `array_to_string(list_transform(regexp_extract_all(${value}, ${sqlText(TOKEN)}), lambda w: ${word}), '')`;
}

const NEXT = ',?\\s+';
const CYRILLIC_INITIAL = `[${CAPITALS_CYRILLIC}]\\.`;
/** In marked text: a given name beside what looks like a surname, a surname with one initial, «гр. Мельник». */
const LIKELY = [
  `§${NEXT}[¶†¤]`,
  `[¶†¤]${NEXT}§`,
  `†\\s+${CYRILLIC_INITIAL}`,
  `(?:^|[\\s,;(])${CYRILLIC_INITIAL}\\s?†`,
  `^[¶†¤]\\s+(?:[${CAPITALS}]\\.?|[${CAPITALS}]\\s?[${CAPITALS}]|[${CAPITALS}]\\.\\s?[${CAPITALS}]\\.?)$`,
  `^${CYRILLIC_INITIAL}\\s?¶$`,
  `^[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]{2,}\\s${CYRILLIC_INITIAL}$`,
  `^§ [A-Z][a-z'’-]{2,}$`,
  `^[A-Z]\\.\\s?(?:[A-Z]\\.\\s?)?¤$`,
  `(?:^|[\\s,;(])(?:[Гг]р\\.?|[Гг]ромадян(?:ин|ина|ину|ином|ка|ки|ку|ці|кою)|[Пп]ан[ауі]?|[Пп]ані)\\s+[¶†]`,
].join('|');

/** Where the column says that it holds people all words that can be a name are taken. */
const LOOSE = [
  `§${NEXT}[${CAPITALS}§]`,
  `[${NAME_LETTERS}]${NEXT}§`,
  `^(?:[${CAPITALS}][${NAME_LETTERS}-]+|[¶†¤])(?:,?\\s+(?:[${CAPITALS}][${NAME_LETTERS}-]+|[¶†¤]|[${CAPITALS}]\\.?)){1,3}$`,
  `^[¶†¤]$`,
].join('|');

/** The value without names of other things than people. */
export const FREE: Made = { name: 'names-free', sql: withoutTraps };
/** The same with what lists and endings say of its words. */
export const MARKED: Made = { name: 'names-marked', sql: marked, from: FREE };

/** SQL, true where somebody is named with a patronymic or two initials. */
export function isSureSql(value: string, free = madeSql(FREE, value)): string {
  const rest = `CASE WHEN ${matches(value, SURE)} THEN ${matches(free, SURE)} ELSE false END`;
  return `CASE WHEN ${matches(value, FULL)} THEN true ELSE ${rest} END`;
}

/** SQL, true where somebody is named in full or as «гр. …». */
export function isInFullSql(value: string): string {
  return `CASE WHEN ${matches(value, IN_FULL)} THEN ${matches(withoutTraps(value), IN_FULL)} ELSE false END`;
}

/** SQL, true where a given name stands beside a surname, a surname beside an initial or «гр.»; of values that are not sure. */
export function isPairSql(value: string, made = madeSql(MARKED, value)): string {
  return `CASE WHEN ${matches(value, SIDE_BY_SIDE)} THEN ${matches(made, LIKELY)} ELSE false END`;
}

/** SQL, true where the value may name somebody if the column is one of people: an organization by a given name only. */
export function isLooseSql(value: string, made = madeSql(MARKED, value)): string {
  const open = `CASE WHEN ${matches(value, AN_ORGANIZATION)} THEN '~' ELSE '' END || ${made}`;
  return `CASE WHEN ${matches(value, WORD_GUARD)} THEN ${matches(open, LOOSE)} ELSE false END`;
}

/** One word with a capital and nothing else. */
export const ONE_WORD = `[${CAPITALS}][${NAME_LETTERS}]+(?:-[${CAPITALS}]?[${NAME_LETTERS}]+)?`;

const ALONE = `^${ONE_WORD}$`;
export const aloneGuard = ALONE;

export const isGivenAlone = (value: string): string =>
  `CASE WHEN ${matches(value, ALONE)} THEN ${isGivenSql(value)} ELSE false END`;
export const isSurnameAlone = (value: string): string =>
  `CASE WHEN ${matches(value, ALONE)} THEN ${fits(`lower(${value})`, TELLING_SURNAME)} OR ${isSurnameSql(value)} ELSE false END`;
/** Cheap: somebody's patronymic may stand in the value. */
export const MAY_HAVE_PATRONYMIC = `(?:ович|${FATHERS_IN_EVICH}|[їі]вн)${ENDING}${AFTER}`;

export const isPatronymicAlone = (value: string): string =>
  `CASE WHEN ${matches(value, ALONE)} THEN ${fits(value, `[${CAPITALS_CYRILLIC}]${PATRONYMIC}`)} ELSE false END`;
export const isWordAlone = (value: string): string => matches(value, ALONE);
