import type { DetectorCode } from '../../detectors/sign.ts';
import { hideAddresses } from './hide-addresses.ts';
import { hideNames } from './hide-names.ts';
import { hideNumbers } from './hide-numbers.ts';

/** What is hidden in a text, and by whose codes it is asked for; numbers before addresses, which hold numbers, before names, which hold anything. */
const WAYS: readonly { readonly codes: readonly DetectorCode[]; readonly hide: (value: string) => string }[] = [
  {
    codes: [
      'tax-number',
      'passport-book',
      'passport-card',
      'foreign-passport',
      'unzr',
      'birth-date',
      'phone',
      'email',
      'iban',
      'bank-card',
      'plate',
      'vin',
      'ip-address',
      'free-text',
    ],
    hide: hideNumbers,
  },
  { codes: ['home-address', 'free-text'], hide: hideAddresses },
  { codes: ['person-name', 'free-text'], hide: hideNames },
];

/**
 * SQL: a text with what detectors may find in it replaced by words in brackets: «[телефон]», «[ім’я]». It hides rather too much: whatever is left is found
 * when the table is looked at again, and stops publication.
 * @param codes only what these detectors look for; absent: everything
 */
export function hideInText(value: string, codes?: readonly DetectorCode[]): string {
  return WAYS.filter((way) => codes === undefined || way.codes.some((code) => codes.includes(code))).reduce(
    (text, { hide }) => hide(text),
    value,
  );
}
