import { personalDataIn } from '../../language/personal-data.ts';
import type { DocumentData, DocumentValue } from '../../platform/documents/index.ts';

/** Codes of mobile operators of Ukraine (National numbering plan): a number with one is a person's own unless a unit calls it its own. */
const MOBILE = /^(?:38)?0(?:39|50|63|66|67|68|73|75|77|89|9[1-9])/u;
/** Mail anybody opens for themselves. */
const OWN_MAIL =
  /@(?:gmail|googlemail|ukr|i|meta|bigmir|yahoo|outlook|hotmail|live|icloud|proton|protonmail|mail|yandex|rambler)\.[a-z.]+$/iu;

const digits = (text: string) => text.replaceAll(/\D/gu, '').replace(/^38(?=0)/u, '');

/** Every text a document says, in order. */
export function textsOf(value: DocumentValue | DocumentData): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one));
  return Object.values(value).flatMap((one) => (typeof one === 'number' ? [] : textsOf(one)));
}

/**
 * What may not stand in a document everybody sees: numbers of people (taxpayer's, passport, card, account), private telephones and mail.
 * @param office contacts units themselves have made public: those may
 */
export function privateIn(data: DocumentData, office: readonly string[]): string[] {
  const known = new Set(office.flatMap((one) => [one.trim().toLowerCase(), digits(one)]).filter(Boolean));
  const found = personalDataIn(textsOf(data).join('\n')).filter(({ kind, value }) => {
    if (kind === 'email') return OWN_MAIL.test(value) && !known.has(value.toLowerCase());
    if (kind === 'phone') return MOBILE.test(digits(value)) && !known.has(digits(value));
    return true;
  });
  return found.map(({ value }) => value);
}
