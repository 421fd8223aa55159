import type { Text } from '../../kernel/text.ts';
import type { RecipeStep } from '../inspection.ts';
import { shapeStep } from '../shaping/shape-list.ts';
import { checkTitle } from './recipe-rules.ts';

/** Why a step cannot be carried out as it is written, for the log and for programs; null where it can. Unknown codes change nothing. */
export function faultOfStep({ code, parameters }: Pick<RecipeStep, 'code' | 'parameters'>): string | null {
  return shapeStep(code)?.faultOf(parameters ?? {}) ?? null;
}

/** What the button says that takes a step of this code; null where it is no change of shape. */
export function shapeDeed(code: string): Text | null {
  return shapeStep(code)?.deed ?? null;
}

/** A step in words, without the column a repair of cells is for. */
export function describeStep(step: RecipeStep): Text {
  const shape = shapeStep(step.code);
  if (shape !== null && faultOfStep(step) === null) return shape.describe(step.parameters ?? {});
  return checkTitle(step.code) ?? { uk: step.code, en: step.code };
}
