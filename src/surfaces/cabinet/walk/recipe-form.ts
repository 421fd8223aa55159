import { faultOfStep, type RecipeStep, stepKey } from '../../../tabular/index.ts';
import type { FormValues } from './form-values.ts';

/** A step whose fields a person sees; `key` null: not in the recipe yet. */
export interface Asked {
  readonly key: string | null;
  readonly step: RecipeStep;
}

/** Fields of the steps a person may add by hand, empty. */
const BLANK: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  'shape-rename': { column: '', title: '' },
  'shape-drop': { columns: [] },
  'shape-constant': { title: '', value: '' },
  'shape-split': { column: '', separator: ',', into: [] },
  'shape-join': { columns: [], title: '', separator: ', ' },
  'shape-fill-down': { columns: [] },
  'shape-section-titles': { into: ['Розділ'] },
  'shape-total-rows': { column: '' },
  'shape-note-rows': {},
  'shape-number': { title: 'Номер' },
};

/** Codes of the steps a person may add. */
export const ADDED: readonly string[] = Object.keys(BLANK);

/** A step of this code with empty fields. */
export function blankStep(code: string): RecipeStep {
  return { code, columnTitle: null, parameters: BLANK[code] ?? {} };
}

/** The step a person wants to see the fields of. */
export function askedStep(recipe: readonly RecipeStep[], query: URLSearchParams): Asked | null {
  const key = query.get('step');
  const step = recipe.find((one) => stepKey(one) === key);
  if (step) return { key, step };
  const code = query.get('add');
  return code !== null && ADDED.includes(code) ? { key: null, step: blankStep(code) } : null;
}

/** What a form makes of a recipe; null where the step it describes cannot be carried out. */
export function changedRecipe(recipe: readonly RecipeStep[], form: FormValues): RecipeStep[] | null {
  const keys = form.all('step');
  const at = recipe.findIndex((step) => stepKey(step) === keys[0]);
  const deed = form.text('deed');
  if (deed === 'remove') return recipe.filter((step) => !keys.includes(stepKey(step)));
  if (deed === 'up')
    return at > 0
      ? recipe.with(at, recipe[at - 1] ?? blankStep('')).with(at - 1, recipe[at] ?? blankStep(''))
      : [...recipe];
  if (deed !== 'save') return [...recipe];
  const model = recipe[at] ?? blankStep(form.text('code'));
  const step = filledStep(model, form);
  if (faultOfStep(step) !== null) return null;
  return at >= 0 ? recipe.with(at, step) : [...recipe, step];
}

/** The step with the parameters of the form, each of the kind it had. */
export function filledStep(model: RecipeStep, form: FormValues): RecipeStep {
  const parameters = Object.entries(model.parameters ?? {}).map(([name, value]) => {
    const typed = form.raw(`p.${name}`);
    const lines = typed.split(/\r?\n/).flatMap((line) => line.trim() || []);
    return [name, Array.isArray(value) ? lines : name === 'separator' ? typed : typed.trim()] as const;
  });
  return { ...model, parameters: Object.fromEntries(parameters) };
}
