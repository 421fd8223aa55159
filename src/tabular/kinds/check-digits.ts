const digitsOf = (value: string): number[] => [...value].map(Number);

function weighed(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11;
}

/** Codes that agree with their check digit but are only examples. */
const EXAMPLES = new Set(['00000000', '12345678']);

/** True where eight digits are a code of the register of legal persons: the last digit agrees with the others. */
export function isEdrpouCode(value: string): boolean {
  if (!/^\d{8}$/.test(value) || EXAMPLES.has(value)) return false;
  const digits = digitsOf(value);
  const middle = value > '30000000' && value < '60000000';
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighed(digits, weights);
  const second = weighed(
    digits,
    weights.map((weight) => weight + 2),
  );
  return (first === 10 ? second % 10 : first) === digits[7];
}

/** The same, also for a code whose zeros at the left were lost. */
export function mayBeEdrpou(value: string): boolean {
  return /^\d{5,8}$/.test(value) && isEdrpouCode(value.padStart(8, '0'));
}

/** True for a number of the register of taxpayers: ten digits, the last agreeing with the others, the first five a possible birth day. */
export function isTaxNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value) || value < '0100000000' || value > '4800000000') return false;
  const digits = digitsOf(value);
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].reduce((all, weight, at) => all + weight * (digits[at] ?? 0), 0);
  return (sum % 11) % 10 === digits[9];
}
