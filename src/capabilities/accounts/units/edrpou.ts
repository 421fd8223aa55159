/** ЄДРПОУ: the 8-digit code of a legal person, with a check digit. Pure. Facts: ua-facts 6.1. */

/** Pass the check digit but belong to nobody; forms are filled with them "for now". */
const PLACEHOLDERS = new Set(['00000000', '12345678', '11111111', '99999999', '01234567']);

function weighed(digits: readonly number[], weights: readonly number[], more: number): number {
  return weights.reduce((sum, weight, at) => sum + (weight + more) * (digits[at] ?? 0), 0) % 11;
}

/** True for 8 digits with the right check digit that are not a well-known placeholder. */
export function isEdrpou(code: string): boolean {
  if (!/^\d{8}$/.test(code) || PLACEHOLDERS.has(code)) return false;
  const digits = [...code].map(Number);
  const value = Number(code);
  const weights = value < 30_000_000 || value > 60_000_000 ? [1, 2, 3, 4, 5, 6, 7] : [7, 1, 2, 3, 4, 5, 6];
  let check = weighed(digits, weights, 0);
  if (check === 10) check = weighed(digits, weights, 2);
  return digits[7] === (check === 10 ? 0 : check);
}

/** What a person typed, without spaces. A lost leading zero is not given back: only the person knows it was one. */
export function tidyEdrpou(typed: string): string {
  return typed.replace(/\s+/g, '');
}
