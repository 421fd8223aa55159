import { CAPITALS_CYRILLIC, CYRILLIC_LETTERS } from './name-letters.ts';
import { TITLES } from './traps.ts';

/**
 * Streets, stops, squares and trees are called by people in the genitive: «Петра Болбочана», «Шевченка Т. Г.», «Академіка Павлова». Lists of people
 * are not. One value proves little («Ольга Сорока» is a woman), nearly all of a column do.
 */

const WORD = `[${CAPITALS_CYRILLIC}][${CYRILLIC_LETTERS}-]*`;
/** No given name of the nominative ends so: «Олени», «Марії», «Миколи». */
const SURE_GIVEN = `${WORD}[иії]`;
/** A man in the genitive, or a woman in the nominative: «Петра», «Андрія»; «Олена», «Марія». */
const MAYBE_GIVEN = `${WORD}(?:[бвгґджзклмнпрстфхцчшщ]а|[аеєиіїоуюльрнсв'’]я)`;
/** A man's surname that is no woman's in the nominative; «-ська», «-ова», «-іна» are. */
const SURNAME = `${WORD}(?:[аеєиіїоуюяьнрл]ка|ого|ої|[лнрдтв]ь?я|[аеєу]я|ця|[аоуюя]на|[бпмгджзлрстфхчшщ]а|[аяу]ва)`;
/** Beside initials nothing else can be asked: «Гагаріна Ю. О.», «Павлова І.» */
const BESIDE_INITIALS = `${WORD}(?:[аеєиіїоуюяьнрл]ка|ого|ої|[лнрдтв]ь?я|ця|[бвгґджзлмнпрстфхчшщ]а|[иії])`;
const INITIALS = `[${CAPITALS_CYRILLIC}]\\.\\s?(?:[${CAPITALS_CYRILLIC}]\\.?)?`;

const FORMS = [
  `${SURE_GIVEN}\\s+${WORD}`,
  `${WORD}[аяиії]\\s+${SURE_GIVEN}`,
  `${MAYBE_GIVEN}\\s+${SURNAME}`,
  `${SURNAME}\\s+${MAYBE_GIVEN}`,
  `${BESIDE_INITIALS}\\s*${INITIALS}`,
  `${INITIALS}\\s*${BESIDE_INITIALS}`,
].join('|');

/**
 * RE2: the value is called by somebody in the genitive, alone, first of several or after a dash: «Петра Болбочана – Ринок».
 */
export const IN_GENITIVE = `^(?:[^–—-]+\\s[–—-]\\s)?(?:(?i:${TITLES}|України)[.\\s]+){0,3}(?:${FORMS})(?:$|\\s?[–—,;/(]|\\s-\\s)`;
