import type { SpreadBin } from './profile.ts';

/** Bins at most. */
const MOST_BINS = 20;

/** Where the bins of a column lie: bin number → edge, and the SQL that gives a value's bin number. */
export interface Bins {
  /** SQL over the column `name`, a whole number. */
  readonly sql: (name: string) => string;
  /** Numbers of the first and the last bin. */
  readonly first: number;
  readonly last: number;
  readonly edge: (bin: number) => number | string;
}

/**
 * Bins of numbers by steps of 1, 2 or 5 and zeros, none finer than the digits the values have after the point (`digits`), nor so fine that
 * the number of a bin would lose digits. The range must be finite.
 */
export function numberBins(least: number, most: number, digits: number): Bins {
  const range = most - least;
  let power = range > 0 ? Math.floor(Math.log10(range / MOST_BINS)) : -digits;
  power = Math.max(power, -digits);
  for (; ; power += 1) {
    for (const digit of [1, 2, 5]) {
      // a step of a fraction is a whole number divided by a power of ten: then each edge is the very number a person would write
      const divisor = power < 0 ? 10 ** -power : 1;
      const step = power < 0 ? digit : digit * 10 ** power;
      const binOf = (value: number) => {
        const near = Math.floor((value * divisor) / step);
        return near + (value >= ((near + 1) * step) / divisor ? 1 : 0) - (value < (near * step) / divisor ? 1 : 0);
      };
      const [first, last] = [binOf(least), binOf(most)];
      if (!isExact(first) || !isExact(last) || last - first + 1 > MOST_BINS) continue;
      return { first, last, edge: (bin) => (bin * step) / divisor, sql: (name) => numberBinSql(name, step, divisor) };
    }
  }
}

const isExact = (bin: number) => Math.abs(bin) < Number.MAX_SAFE_INTEGER;

function numberBinSql(name: string, step: number, divisor: number): string {
  const value = `CAST(${name} AS DOUBLE)`;
  const [s, d] = [`${step}::DOUBLE`, `${divisor}::DOUBLE`];
  const near = `floor(${value} * ${d} / ${s})`;
  const up = `CASE WHEN ${value} >= (${near} + 1) * ${s} / ${d} THEN 1 ELSE 0 END`;
  const down = `CASE WHEN ${value} < ${near} * ${s} / ${d} THEN 1 ELSE 0 END`;
  return `CAST(${near} + ${up} - ${down} AS BIGINT)`;
}

const HOUR = 3_600_000;
const HOURS = [1, 2, 3, 6, 12];
const DAYS = [1, 2, 7];
const MONTHS = [1, 3, 6];
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Bins of days or moments by calendar steps: hours, days, weeks, months, quarters, years … `least` and `most` are ISO 8601. */
export function dateBins(least: string, most: string, moments: boolean): Bins {
  const [from, to] = [instant(least), instant(most)];
  const choices = [
    ...(moments ? HOURS.map((hours) => clockBins(from, to, hours)) : []),
    ...DAYS.map((days) => clockBins(from, to, days * 24)),
    ...[...MONTHS, ...YEARS.map((years) => years * 12)].map((months) => monthBins(from, to, months)),
  ];
  const last = choices.at(-1);
  const chosen = choices.find((bins) => bins.last - bins.first + 1 <= MOST_BINS) ?? last;
  if (!chosen) throw new Error('there are always choices of bins');
  return chosen;
}

function instant(text: string): number {
  return Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`);
}

/** Weeks begin on Monday: the first of January 1970 was a Thursday. */
function clockBins(from: number, to: number, hours: number): Bins {
  const shift = hours === 7 * 24 ? 72 : 0;
  const binOf = (time: number) => Math.floor((Math.floor(time / HOUR) + shift) / hours);
  const edge = (bin: number) => {
    const text = new Date((bin * hours - shift) * HOUR).toISOString();
    return hours < 24 ? text.slice(0, 19) : text.slice(0, 10);
  };
  const sql = (name: string) =>
    `CAST(floor((epoch(CAST(${name} AS TIMESTAMP)) / 3600 + ${shift}) / ${hours}) AS BIGINT)`;
  return { first: binOf(from), last: binOf(to), edge, sql };
}

function monthBins(from: number, to: number, months: number): Bins {
  const binOf = (time: number) => {
    const day = new Date(time);
    return Math.floor((day.getUTCFullYear() * 12 + day.getUTCMonth()) / months);
  };
  const edge = (bin: number) => {
    const month = bin * months;
    const day = new Date(Date.UTC(2000, month % 12, 1));
    day.setUTCFullYear(Math.floor(month / 12));
    return day.toISOString().slice(0, 10);
  };
  const sql = (name: string) => `CAST(floor((year(${name}) * 12 + month(${name}) - 1) / ${months}) AS BIGINT)`;
  return { first: binOf(from), last: binOf(to), edge, sql };
}

/** All bins from the first to the last with their counts, empty ones too. */
export function filledBins(bins: Bins, counts: ReadonlyMap<number, number>): SpreadBin[] {
  return Array.from({ length: bins.last - bins.first + 1 }, (_, i) => {
    const bin = bins.first + i;
    return { from: bins.edge(bin), to: bins.edge(bin + 1), count: counts.get(bin) ?? 0 };
  });
}
