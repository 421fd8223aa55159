const NUMBER = '-?\\d{1,3}[.,]\\d+';
const SEXAGESIMAL = /^(?:[NSEWПнСхд]{1,3}\.? ?)?\d{1,3} ?°.*\d ?['′’ʼ].*$/u;

/** A form for degrees up to a bound, with a fraction, a comma or minutes and seconds. */
export function isDegrees(most: number): (value: string) => boolean {
  const form = new RegExp(`^${NUMBER}$`, 'u');
  return (value) => SEXAGESIMAL.test(value) || (form.test(value) && Math.abs(Number(value.replace(',', '.'))) <= most);
}

const PAIR = new RegExp(`^[([]?\\s*(${NUMBER})\\s*[,; ]\\s*(${NUMBER})\\s*[)\\]]?$`, 'u');

/** True for two numbers of degrees in one cell, in either order. */
export function isPairOfDegrees(value: string): boolean {
  const found = PAIR.exec(value);
  if (found === null) return /^\d{1,3} ?°.*[,; ]\s*\d{1,3} ?°.*$/u.test(value);
  const [first = 0, second = 0] = found.slice(1).map((part) => Math.abs(Number(part.replace(',', '.'))));
  return Math.min(first, second) <= 90 && Math.max(first, second) <= 180 && /\d{3}/u.test(value);
}
