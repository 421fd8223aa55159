import type { Text } from '../../kernel/text.ts';
import type { RecipeStep } from '../inspection.ts';
import { protectStep } from './protect-list.ts';

/** «залишено тільки рік»: what a step does, without the column it is for; begins in lower case. Holds no value of any cell. */
export function describeProtection({ code, parameters }: Pick<RecipeStep, 'code' | 'parameters'>): Text {
  const step = protectStep(code);
  if (step === null) return { uk: code, en: code };
  return step.faultOf(parameters ?? {}) === null ? step.describe(parameters ?? {}) : step.title;
}

/** Rows a group must have where a step says nothing of it. */
const USUAL_LEAST = 5;

/** Rows a group must have by these steps to be told of; null where none of them hides small groups. */
export function smallestGroup(steps: readonly RecipeStep[]): number | null {
  const asked = steps.flatMap(({ code, parameters }) =>
    code === 'protect-small-groups' ? [Number(parameters?.atLeast ?? USUAL_LEAST)] : [],
  );
  return asked.length === 0 ? null : Math.max(...asked);
}

/** Titles of all columns a step reads or changes. */
export function titlesOfProtection({ columnTitle, parameters = {} }: RecipeStep): string[] {
  const named = Object.entries(parameters).flatMap(([name, value]) => (COLUMNS.has(name) ? [value].flat() : []));
  return [columnTitle, ...named].filter((title) => typeof title === 'string');
}

/** Parameters of steps that name columns. */
const COLUMNS = new Set(['columns', 'counts', 'within', 'removed', 'longitude']);
