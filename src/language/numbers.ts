import type { Language } from '../kernel/text.ts';

/** Narrow no-break space: groups of thousands, and between a number and its unit; a line never breaks there. */
export const THIN_SPACE = '\u202f';

const MINUS = '\u2212';
const formats = new Map<number, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits });
  formats.set(digits, made);
  return made;
}

/**
 * A number for people: thin spaces between thousands, comma (uk) or dot (en) before the fraction, a true minus.
 * @param digits most digits after the sign, 2 by default
 */
export function formatNumber(n: number, language: Language, digits = 2): string {
  if (!Number.isFinite(n)) return '—';
  const text = formatOf(digits).format(n).replaceAll(',', THIN_SPACE).replace('-', MINUS);
  return language === 'uk' ? text.replace('.', ',') : text;
}

const UNITS = {
  uk: ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  en: ['B', 'kB', 'MB', 'GB', 'TB'],
} as const;

/** A file's size for people: «1,2 МБ»; 1 КБ = 1000 bytes, as download managers count. */
export function formatBytes(bytes: number, language: Language): string {
  let size = bytes;
  let step = 0;
  while (size >= 999.5 && step < UNITS.uk.length - 1) {
    size /= 1000;
    step += 1;
  }
  const digits = step === 0 || size >= 100 ? 0 : 1;
  return `${formatNumber(size, language, digits)}${THIN_SPACE}${UNITS[language][step]}`;
}
