import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import type { Frequency, Ground, Passport } from './passport.ts';
import type { RequiredItem } from './required-item.ts';

export declare const THEMES: Readonly<Record<string, Text>>;
export declare const FREQUENCY_NAMES: Readonly<Record<Frequency, Text>>;
export declare function frequencyDays(frequency: Frequency): number | null;
export declare function groundInWords(ground: Ground): Text;
export declare function emptyPassport(
  unit: { readonly name: string; readonly email: string } | null,
  person: { readonly name: string; readonly email: string } | null,
  title: string,
): Passport;
export declare function applyRequiredItem(passport: Passport, item: RequiredItem): Passport;
export declare function passportFaults(passport: Passport): FieldFault[];
export declare function suggestKeywords(title: string, headers?: readonly string[]): string[];
