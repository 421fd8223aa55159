/** SQL: the digits of a whole number of `places` digits, from the left. */
function digitsOf(number: string, places: number): string[] {
  return Array.from({ length: places }, (_, at) => `((${number} // ${10n ** BigInt(places - 1 - at)}) % 10)`);
}

/** Days since 31.12.1899 that the first five digits of a tax number may say: a person born from 1900 to 2029. */
const LAST_DAY = 47_482;

/** SQL, true for a ten-digit number whose last digit agrees with the others and whose first five are a birth day; of the expression of a BIGINT. */
export function isTaxNumberSql(number: string): string {
  const digits = digitsOf(number, 10);
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].map((weight, at) => `${weight} * ${digits[at]}`).join(' + ');
  return `(${number} BETWEEN 100000 AND ${LAST_DAY}99999 AND ((((${sum}) % 11) + 11) % 11) % 10 = ${digits[9]})`;
}

/** SQL, true for a sixteen-digit number of a bank card: its first digit is of a payment system and its sum is Luhn's. */
export function isCardSql(number: string): string {
  const digits = digitsOf(number, 16);
  const sum = digits.map((digit, at) =>
    at % 2 === 1 ? digit : `(${digit} * 2 - CASE WHEN ${digit} > 4 THEN 9 ELSE 0 END)`,
  );
  return `(${digits[0]} IN (2, 4, 5, 6, 9) AND (${sum.join(' + ')}) % 10 = 0)`;
}

/** SQL, true for thirteen digits of the demographic register: the last is the sum of the other twelve by weights 7, 3, 1. */
export function isUnzrSql(number: string): string {
  const digits = digitsOf(number, 13);
  const sum = digits.slice(0, 12).map((digit, at) => `${[7, 3, 1][at % 3]} * ${digit}`);
  return `((${sum.join(' + ')}) % 10 = ${digits[12]})`;
}

/** SQL: what is asked of a number that takes work to find in the value; the work is done once. */
export function askOnce(number: string, asks: (number: string) => string): string {
  return `list_extract(list_transform([${number}], lambda number: ${asks('number')}), 1)`;
}

/** SQL, true where some run of exactly `length` digits in the value answers yes. */
export function someRun(value: string, length: number, asks: (number: string) => string): string {
  return `len(list_filter(regexp_extract_all(${value}, '[0-9]{${length},}'), lambda run: CASE WHEN length(run) = ${length} THEN ${asks('CAST(run AS BIGINT)')} ELSE false END)) > 0`;
}
