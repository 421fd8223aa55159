import { formatNumber } from './numbers.ts';

/**
 * The Ukrainian form of a noun after a number: 1 набір, 2 набори, 5 наборів, 21 набір, 1,5 набору.
 * @param one form for 1, 21, 31 …
 * @param few form for 2–4, 22–24 …
 * @param many form for 0, 5–20, 25 …
 * @param fraction form after a fraction, the genitive singular («1,5 набору»); `few` when not given, which is right for
 * feminine nouns («1,5 години»)
 */
export function plural(n: number, one: string, few: string, many: string, fraction: string = few): string {
  if (!Number.isInteger(n)) return fraction;
  const tens = Math.abs(n) % 100;
  const units = tens % 10;
  if (tens > 10 && tens < 20) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** The English form of a noun after a number: 1 dataset, 2 datasets, 1.5 datasets. */
export function pluralEnglish(n: number, one: string, other: string): string {
  return Math.abs(n) === 1 ? one : other;
}

/**
 * A number with its noun, as `formatNumber` and `plural` give them: «1 набір», «2 набори», «1 250 наборів».
 * @param fraction as in `plural`
 */
export function counted(n: number, one: string, few: string, many: string, fraction?: string): string {
  return `${formatNumber(n, 'uk')} ${plural(n, one, few, many, fraction)}`;
}

/** The same in English: “1 dataset”, “1 250 datasets”. */
export function countedEnglish(n: number, one: string, other: string): string {
  return `${formatNumber(n, 'en')} ${pluralEnglish(n, one, other)}`;
}
