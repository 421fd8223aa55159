import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { FLAT_WORDS, STREET_STEMS } from '../../address-words.ts';
import { replaced } from './hide-numbers.ts';

const STREET = `(?i:(?:${STREET_STEMS})[а-яіїєґ]*\\.?\\s)`;
const HOUSE =
  '(?i:(?:буд(?:инок)?|б)?[. ]{0,2}№? ?\\d{1,4}[ -]?[а-яіїєґ]?(?:[/-]\\d{1,4}[а-яіїєґ]?)?(?:[^\\p{L}\\d]|$))';
const FLAT = `(?i:(?:${FLAT_WORDS}|кім)[. №:-]{0,3}\\d{1,4}[а-яіїєґ]?)`;
const SETTLEMENT = `(?:(?:м|с|смт|сел)\\.\\s?|(?i:місто|село|селище|місті|селі)\\s)\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+`;
const LIVES = '(?i:прожива[а-яіїєґ]+|мешка[а-яіїєґ]+|зареєстрован[а-яіїєґ]+)';

/** Homes in a text: a street with a house, a flat, the settlement before them; with «проживає за адресою», which says whose they are. */
export function hideAddresses(value: string): string {
  return replaced(
    value,
    [
      `(^|[^а-яіїєґА-ЯІЇЄҐ])${STREET}\\s*(?:\\d{1,3}(?:-?[а-яіїєґ]+)? )?[^,;\\d\\n]{1,50}[, №]{0,3}${HOUSE}(?:[, ]{0,3}${FLAT})?`,
      '\\1[адреса] ',
    ],
    [`(^|[^а-яіїєґА-ЯІЇЄҐ])${FLAT}`, '\\1[адреса]'],
    [`${SETTLEMENT}[, ]{1,3}\\[адреса\\]`, '[адреса]'],
    ['\\[адреса\\](?:[, ]+\\[адреса\\])+', '[адреса]'],
    [`${LIVES}(?: за)?(?: (?i:адресою|адрес[іу]))?(?: (?:в|у|по))?[: ]*\\[адреса\\]`, '[адреса]'],
  );
}
