/** A number as documents write it: № 87, №835, N 5/2-к, № 2939-VI, № 254к/96-ВР. One group: the number. */
export const NUMBER_SOURCE = '(?:№|N[o°]?\\.?)\\s*(?=[\\p{L}\\d/.-]*\\d)([\\p{L}\\d][\\p{L}\\d/.-]*)';

/** Without the full stop that ended the sentence. */
export function tidyNumber(number: string): string {
  return number.replace(/[.-]+$/, '');
}
