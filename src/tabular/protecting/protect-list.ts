import type { RecipeStep } from '../inspection.ts';
import type { AnyProtectStep } from './protect-step.ts';
import { generaliseAddress } from './steps/generalise-address.ts';
import { generaliseDate } from './steps/generalise-date.ts';
import { grid } from './steps/grid.ts';
import { mask } from './steps/mask.ts';
import { omitRows } from './steps/omit-rows.ts';
import { pseudonym } from './steps/pseudonym.ts';
import { ranges } from './steps/ranges.ts';
import { remove } from './steps/remove.ts';
import { smallGroups } from './steps/small-groups.ts';

/**
 * All ways to protect, in the order they are carried out, the same codes in the order given: rows are left out while their key still stands there, groups
 * are counted by what their columns have become.
 */
export const PROTECT_STEPS: readonly AnyProtectStep[] = [
  omitRows,
  mask,
  generaliseDate,
  generaliseAddress,
  grid,
  ranges,
  pseudonym,
  smallGroups,
  remove,
];

/** The protection of a code; null where there is none. */
export function protectStep(code: string): AnyProtectStep | null {
  return PROTECT_STEPS.find((step) => step.code === code) ?? null;
}

/** Why a step cannot be carried out as it is written, for the log and for programs; null where it can. */
export function faultOfProtection({ code, columnTitle, parameters }: RecipeStep): string | null {
  const step = protectStep(code);
  if (step === null) return `there is no protection ${code}`;
  if (step.of !== 'either' && (step.of === 'column') !== (columnTitle !== null)) return `${code} is for one ${step.of}`;
  return step.faultOf(parameters ?? {});
}

/** Steps without doubles in the order they are carried out. */
export function protectionInOrder(steps: readonly RecipeStep[]): RecipeStep[] {
  const place = ({ code }: RecipeStep) => PROTECT_STEPS.findIndex((step) => step.code === code);
  const seen = new Set<string>();
  const once = steps.filter((step) => {
    const key = JSON.stringify([step.code, step.columnTitle, step.parameters ?? {}]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
  return once.toSorted((a, b) => place(a) - place(b));
}
