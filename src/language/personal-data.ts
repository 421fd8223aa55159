/** What may be somebody's personal data in a text. */
export type PersonalDataKind = 'email' | 'phone' | 'tax-number' | 'bank-account' | 'bank-card' | 'passport';

/** One place of a text that looks like personal data. */
export interface PersonalDataPlace {
  readonly kind: PersonalDataKind;
  readonly value: string;
}

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

/** РНОКПП: the last of ten digits is a checksum of the others. */
function isTaxNumber(text: string): boolean {
  const digits = digitsOf(text);
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].reduce((all, weight, at) => all + weight * (digits[at] ?? 0), 0);
  return digits.length === 10 && (((sum % 11) + 11) % 11) % 10 === digits[9];
}

/** Luhn's checksum of bank cards. */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits.reverse().reduce((all, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length === 16 && sum % 10 === 0;
}

const SHAPES: readonly (readonly [kind: PersonalDataKind, shape: RegExp, passes?: (text: string) => boolean])[] = [
  ['email', /[^\s@<>(),;:«»"]+@[^\s@<>(),;:«»"]+\.\p{L}{2,}/gu],
  ['bank-account', /(?<![\p{L}\d])UA\d{2}(?:[ ]?\d){25}(?!\d)/giu],
  ['bank-card', /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)/gu, isCard],
  ['phone', /(?<![\d\p{L}])(?:\+?38[\s-]?)?\(?0\d{2}\)?(?:[\s-]?\d){7}(?!\d)/gu],
  ['tax-number', /(?<![\d\p{L}])\d{10}(?!\d)/gu, isTaxNumber],
  ['passport', /(?<![\p{L}\d])[А-ЩЬЮЯІЇЄҐ]{2}[ №]{0,2}\d{6}(?!\d)/gu],
];

/** Places of a text that look like a person's contacts or numbers, each value once, in the order of `PersonalDataKind`s above. */
export function personalDataIn(text: string): PersonalDataPlace[] {
  const found = new Map<string, PersonalDataPlace>();
  for (const [kind, shape, passes = () => true] of SHAPES) {
    for (const [value] of text.matchAll(shape)) {
      if (passes(value) && !found.has(value)) found.set(value, { kind, value });
    }
  }
  return [...found.values()];
}
