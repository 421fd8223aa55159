/** Changes of so many files tell what is usual for this dataset. */
const ENOUGH_STEPS = 3;
/** An unlikely change is so many times the usual one … */
const TIMES_USUAL = 3;
/** … and never less than a quarter: a dataset that hardly changes may change a little. */
const LEAST = Math.log(1.25);
/** While nothing is known yet: rows twice as many or as few, totals three times as large or as small. */
const UNKNOWN = { rows: Math.log(2), total: Math.log(3) } as const;
/** A short table may grow by a few rows. */
const FEW_ROWS = 10;

/**
 * True where a number of rows or a total is unlikely after those before it. What is usual is learned from the dataset itself: the middle one of
 * its earlier changes, as ratios.
 * @param earlier newest first; at least one
 */
export function isUnlikely(earlier: readonly number[], now: number, of: 'rows' | 'total'): boolean {
  const [last] = earlier;
  if (last === undefined || last === now) return false;
  if (of === 'rows' && Math.abs(now - last) < FEW_ROWS) return false;
  // from nothing, to nothing, over zero
  if (last === 0 || now === 0 || last < 0 !== now < 0) return true;
  return Math.abs(Math.log(now / last)) > usualLimit(earlier, of);
}

function usualLimit(earlier: readonly number[], of: 'rows' | 'total'): number {
  const steps = earlier.slice(1).flatMap((older, at) => {
    const newer = earlier[at] ?? 0;
    return older === 0 || newer === 0 || older < 0 !== newer < 0 ? [] : [Math.abs(Math.log(newer / older))];
  });
  if (steps.length < ENOUGH_STEPS) return UNKNOWN[of];
  const middle = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return Math.max(TIMES_USUAL * middle, LEAST);
}
