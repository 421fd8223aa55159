import type { Text } from '../../kernel/text.ts';
import type { Recipe, RecipeStep } from '../inspection.ts';
import { shapeStep } from '../shaping/shape-list.ts';
import { checkTitle, inOrder } from './recipe-rules.ts';

/** Why a step cannot be carried out as it is written, for the log and for programs; null where it can. Unknown codes change nothing. */
export function faultOfStep({ code, parameters }: Pick<RecipeStep, 'code' | 'parameters'>): string | null {
  return shapeStep(code)?.faultOf(parameters ?? {}) ?? null;
}

/** What the button says that takes a step of this code; null where it is no change of shape. */
export function shapeDeed(code: string): Text | null {
  return shapeStep(code)?.deed ?? null;
}

/** What a repair did, before «у стовпці …»; where it is not said here, the title of the check stands for it. */
const DONE: Readonly<Record<string, Text>> = {
  'spaces-around': { uk: 'прибрано зайві пробіли', en: 'extra spaces removed' },
  'invisible-characters': { uk: 'прибрано невидимі знаки', en: 'invisible characters removed' },
  'line-break': { uk: 'прибрано розриви рядків', en: 'line breaks removed' },
  'edge-punctuation': { uk: 'прибрано розділові знаки по краях', en: 'punctuation at the edges removed' },
  'look-alike-letters': { uk: 'літери зведено до однієї абетки', en: 'letters put into one alphabet' },
  'letters-latin': { uk: 'неоднозначні слова записано латиницею', en: 'unclear words written in Latin letters' },
  'letters-cyrillic': { uk: 'неоднозначні слова записано кирилицею', en: 'unclear words written in Cyrillic letters' },
  apostrophes: { uk: 'апострофи зведено до одного знака', en: 'apostrophes made one sign' },
  'no-value-written': {
    uk: 'слова про брак значення замінено порожньою клітинкою',
    en: 'words for no value made empty cells',
  },
  placeholder: { uk: 'заглушки замінено порожньою клітинкою', en: 'stand-ins for values made empty cells' },
  'edrpou-zero-lost': { uk: 'повернуто втрачений нуль коду', en: 'the lost zero of codes given back' },
  'decimal-sign': { uk: 'числа записано з крапкою й без пробілів', en: 'numbers written with a point and no spaces' },
  'comma-thousands': { uk: 'коми в числах прийнято за роздільник тисяч', en: 'commas taken for thousands' },
  'comma-fractions': { uk: 'коми в числах прийнято за десяткові', en: 'commas taken for decimal signs' },
  'percent-sign': { uk: 'знак % прибрано з чисел', en: 'the sign % taken out of numbers' },
  'float-noise': { uk: 'прибрано похибку останніх знаків чисел', en: 'noise of the last digits removed' },
  'date-not-iso': { uk: 'дати записано за ISO 8601 (2025-01-31)', en: 'dates written by ISO 8601 (2025-01-31)' },
  'impossible-date': { uk: 'неможливі дати замінено порожньою клітинкою', en: 'impossible dates made empty cells' },
  'mixed-types': {
    uk: 'значення іншого типу замінено порожньою клітинкою',
    en: 'values of another type made empty cells',
  },
  'empty-header': { uk: 'дано назву', en: 'a name given' },
  'duplicate-header': {
    uk: 'назви, що повторювалися, розрізнено номером',
    en: 'repeated names told apart by a number',
  },
  'empty-column': { uk: 'прибрано порожні стовпці', en: 'empty columns left out' },
  'empty-row': { uk: 'прибрано порожні рядки', en: 'empty rows left out' },
  'duplicate-row': { uk: 'з рядків, що повторювалися, лишено по одному', en: 'of repeated rows one kept of each' },
};

/** A step in words, without the column a repair of cells is for. */
export function describeStep(step: RecipeStep): Text {
  const shape = shapeStep(step.code);
  if (shape !== null && faultOfStep(step) === null) return shape.describe(step.parameters ?? {});
  return DONE[step.code] ?? checkTitle(step.code) ?? { uk: step.code, en: step.code };
}

/** A sentence of a recipe, and the steps it tells of. */
export interface RecipeSentence {
  readonly text: Text;
  readonly steps: readonly RecipeStep[];
}

/** A recipe as plain sentences in the order it is carried out: a change of shape each, repairs of cells together for all their columns. */
export function readRecipe(recipe: Recipe): RecipeSentence[] {
  const groups: RecipeStep[][] = [];
  for (const step of inOrder(recipe)) {
    const last = groups.at(-1);
    const joins = last?.[0]?.code === step.code && shapeStep(step.code) === null;
    if (joins) last?.push(step);
    else groups.push([step]);
  }
  return groups.map((steps) => ({ text: sentenceOf(steps), steps }));
}

function sentenceOf(steps: readonly RecipeStep[]): Text {
  const [first] = steps;
  const words = first === undefined ? { uk: '', en: '' } : describeStep(first);
  const titles = steps.flatMap(({ columnTitle }) => (columnTitle === null ? [] : [`«${columnTitle}»`]));
  if (first === undefined || shapeStep(first.code) !== null || titles.length === 0) return words;
  if (titles.length === 1) return { uk: `${words.uk} у стовпці ${titles[0]}`, en: `${words.en} in ${titles[0]}` };
  return {
    uk: `${words.uk} у ${titles.length} стовпцях: ${titles.join(', ')}`,
    en: `${words.en} in ${titles.length} columns: ${titles.join(', ')}`,
  };
}
