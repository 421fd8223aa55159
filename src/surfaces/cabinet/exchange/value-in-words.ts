import { FREQUENCIES, FREQUENCY_NAMES, LANGUAGES, THEMES } from '../../../capabilities/catalog/index.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';

/** An element of a passport as a person reads it; long texts by their beginning. */
export function valueInWords(field: string, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => ofList(field, String(one), language)).join(', ');
  const text = typeof value === 'string' ? value : '';
  if (field === 'frequency') {
    const known = FREQUENCIES.find((code) => code === text);
    return known ? inLanguage(FREQUENCY_NAMES[known], language) : text;
  }
  if (field === 'language') {
    const known = Object.entries(LANGUAGES).find(([code]) => code === text)?.[1];
    return known ? inLanguage(known.name, language) : text;
  }
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function ofList(field: string, value: string, language: Language): string {
  const theme = field === 'themes' ? THEMES[value] : undefined;
  return theme ? inLanguage(theme, language) : value;
}
