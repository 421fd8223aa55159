import type { Language } from '../../kernel/text.ts';
import { formatNumber, THIN_SPACE } from '../../language/numbers.ts';

/** Round marks from one end to the other; the first and the last take all values in. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Marks at 1, 2 or 5 times a power of ten that always take zero in: a bar that does not begin at zero lies. */
export function scaleOf(values: readonly (number | null)[], marks = 5): Scale {
  const real = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = Math.min(0, ...real);
  const high = Math.max(0, ...real);
  if (low === high) return { ticks: [0, 1], least: 0, most: 1 };
  const rough = (high - low) / marks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { ticks, least: ticks[0] ?? low, most: ticks.at(-1) ?? high };
}

const STEPS = [
  { from: 1e12, uk: 'трлн', en: 'tn' },
  { from: 1e9, uk: 'млрд', en: 'bn' },
  { from: 1e6, uk: 'млн', en: 'm' },
  { from: 1e4, by: 1e3, uk: 'тис.', en: 'k' },
] as const;

/** A number short enough for an axis: 1,2 млн. */
export function compactNumber(n: number, language: Language): string {
  const step = STEPS.find((one) => Math.abs(n) >= one.from);
  if (!step) return formatNumber(n, language, Math.abs(n) < 10 ? 2 : 1);
  const by = 'by' in step ? step.by : step.from;
  return `${formatNumber(n / by, language, Math.abs(n / by) < 100 ? 1 : 0)}${THIN_SPACE}${step[language]}`;
}

/** A value beside its bar: whole where it is short, compact where it is long. */
export function valueWords(n: number | null, language: Language): string {
  if (n === null) return '—';
  return Math.abs(n) >= 1e7 ? compactNumber(n, language) : formatNumber(n, language, Math.abs(n) < 1000 ? 2 : 0);
}
