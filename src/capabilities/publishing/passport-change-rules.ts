import type { Text } from '../../kernel/text.ts';
import { FREQUENCY_NAMES, groundInWords, type Passport, THEMES } from '../catalog/index.ts';

/** One element of the passport that differs, as people read it; '' where there was or is nothing. */
export interface PassportChange {
  readonly field: string;
  readonly before: Text;
  readonly after: Text;
}

/** The elements in which two passports differ, in the newer one's order; a pure decision. */
export function passportChanges(older: Passport, newer: Passport): PassportChange[] {
  const fields = [...new Set([...Object.keys(newer), ...Object.keys(older)])] as (keyof Passport)[];
  return fields.flatMap((field) => {
    const [before, after] = [valueInWords(field, older[field]), valueInWords(field, newer[field])];
    return before.uk === after.uk && before.en === after.en ? [] : [{ field, before, after }];
  });
}

function valueInWords(field: keyof Passport, value: unknown): Text {
  if (field === 'frequency' && value) return FREQUENCY_NAMES[value as NonNullable<Passport['frequency']>];
  if (field === 'ground' && value) return groundInWords(value as Passport['ground']);
  if (field === 'themes') {
    const names =
      (value as Passport['themes'] | undefined)?.map((code) => THEMES[code] ?? { uk: code, en: code }) ?? [];
    return { uk: names.map(({ uk }) => uk).join(', '), en: names.map(({ en }) => en).join(', ') };
  }
  const words = plainWords(value);
  return { uk: words, en: words };
}

/** Any other value: its words, one after another. */
function plainWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plainWords).filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.values(value).map(plainWords).filter(Boolean).join(', ');
  return String(value);
}
