import type { ColumnProfile } from '../column.ts';
import type { Recipe, RecipeStep } from '../inspection.ts';
import { shapeStep } from '../shaping/shape-list.ts';
import { structureOfRecipe } from '../shaping/steps/order-columns.ts';
import { foldTitle } from '../types/tidy-text.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { MergedColumn } from './merged-columns.ts';
import type { Recognised } from './recognise.ts';
import type { Standard, StandardField } from './standard.ts';

/** What a person may leave out of the change. */
export interface ToStandardOptions {
  /** Columns of a structure known whole that the table lacks are added empty. */
  readonly addMissing: boolean;
}

const step = (code: string, parameters: Readonly<Record<string, unknown>>): RecipeStep => ({
  code,
  columnTitle: null,
  parameters,
});

function splitStep({ kind, parts }: MergedColumn, column: string): RecipeStep {
  const into = Object.fromEntries(Object.entries(parts).map(([part, { name }]) => [part, name]));
  if (kind === 'address') return step('shape-split-address', { column, into });
  return step(kind === 'coordinates' ? 'shape-split-coordinates' : 'shape-split-name', { column, ...into });
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

/**
 * Renames in an order in which no title is there twice: a column whose new title another one still has waits until that one is renamed. A title
 * that stays with another column is not given away.
 */
function inTurn(renames: readonly Rename[], titles: readonly string[]): Rename[] {
  const now = new Set(titles.map(foldTitle));
  const done: Rename[] = [];
  let waiting = [...renames];
  for (;;) {
    const next = waiting.find(({ from, to }) => foldTitle(from) === foldTitle(to) || !now.has(foldTitle(to)));
    if (!next) return done;
    now.delete(foldTitle(next.from));
    now.add(foldTitle(next.to));
    done.push(next);
    waiting = waiting.filter((one) => one !== next);
  }
}

/** «Країна» of an address is always «Україна», says the recommended block. */
const isCountry = ({ name, title }: StandardField) => /adminUnitL1$/i.test(name) && title.includes('раїна');

function added({ complete, fields }: Standard, found: readonly StandardField[], { addMissing }: ToStandardOptions) {
  const missing = fields.filter((field) => !found.includes(field));
  const country = missing.filter(isCountry);
  const empty = complete && addMissing ? missing.filter((field) => !isCountry(field)) : [];
  return { country, empty };
}

/** A table's way to a structure. */
export interface ToStandard {
  /** Changes of shape, then the repairs of cells accepted before, under the columns' new titles. */
  readonly recipe: Recipe;
  readonly renamed: readonly Rename[];
  readonly added: readonly StandardField[];
}

/** All fields that the table will surely have after merged columns are split. */
export function fieldsAfter({ matches, merged }: Pick<Recognised, 'matches' | 'merged'>): StandardField[] {
  return [...matches.map(({ field }) => field), ...merged.flatMap(({ sure }) => sure)];
}

/**
 * The recipe that brings a table to a structure: merged columns split, columns renamed to the structure's names, put into its order, and those of
 * a whole structure that the table lacks added empty. Every step names columns by titles, so that it serves the next file.
 * @param profiles of the table as `before` leaves it, without what brings it to a structure
 * @param before the recipe so far; its repairs go on under the new titles
 */
export function stepsToStandard(
  profiles: readonly ColumnProfile[],
  recognised: Pick<Recognised, 'standard' | 'matches' | 'merged'>,
  before: Recipe,
  options: ToStandardOptions,
): ToStandard {
  const { standard, matches, merged } = recognised;
  const titleOf = new Map(profiles.map(({ index, title }) => [index, title]));
  const splits = merged.map((one) => splitStep(one, titleOf.get(one.column) ?? ''));
  const gone = new Set(merged.map(({ column }) => column));
  const wanted = matches.map(({ column, field }) => ({ from: titleOf.get(column) ?? '', to: field.name }));
  const titles = profiles.filter(({ index }) => !gone.has(index)).map(({ title }) => title);
  const renamed = inTurn(wanted, titles);
  const parts = new Set(merged.flatMap((one) => Object.values(one.parts)));
  const { country, empty } = added(standard, fieldsAfter(recognised), options);
  const changed = renamed.filter(({ from, to }) => from !== to);
  const order = step('shape-order', {
    structure: standard.key,
    title: standard.title,
    columns: standard.fields.map(({ name }) => name),
    // parts of a split column are there already
    add: empty.filter((field) => !parts.has(field)).map(({ name }) => name),
  });
  const recipe = [
    ...before.filter(isShape),
    ...splits,
    ...changed.map(({ from, to }) => step('shape-rename', { column: from, title: to })),
    ...country.map(({ name }) => step('shape-constant', { title: name, value: 'Україна' })),
    order,
    ...retitled(
      before.filter((one) => !isShape(one)),
      changed.map(({ from, to }) => [from, to]),
    ),
  ];
  return { recipe, renamed, added: [...country, ...empty] };
}

const isShape = ({ code }: RecipeStep): boolean => shapeStep(code) !== null;

function retitled(repairs: Recipe, titles: readonly (readonly [string, string])[]): RecipeStep[] {
  const newTitle = new Map(titles.map(([from, to]) => [foldTitle(from), to]));
  return repairs.map((one) =>
    one.columnTitle === null
      ? one
      : { ...one, columnTitle: newTitle.get(foldTitle(one.columnTitle)) ?? one.columnTitle },
  );
}

/** Titles a step of the way to a structure gives to columns. */
function titlesGiven({ code, parameters = {} }: RecipeStep): string[] {
  if (code === 'shape-rename' || code === 'shape-constant') return [String(parameters.title)];
  if (!code.startsWith('shape-split-')) return [];
  const { column: _, into, ...own } = parameters;
  return Object.values(typeof into === 'object' && into !== null ? into : own).map(String);
}

/** The recipe as it was before it brought the table to a structure: without those steps, repairs under the titles of the file. */
export function withoutStandard(recipe: Recipe): Recipe {
  const columns = new Set(structureOfRecipe(recipe)?.columns ?? []);
  if (columns.size === 0) return recipe;
  const ofStructure = (one: RecipeStep) =>
    one.code === 'shape-order' || (isShape(one) && titlesGiven(one).some((title) => columns.has(title)));
  const back = recipe.filter((one) => one.code === 'shape-rename' && ofStructure(one));
  const titles = back.map(({ parameters }) => [String(parameters?.title), String(parameters?.column)] as const);
  return retitled(
    recipe.filter((one) => !ofStructure(one)),
    titles,
  );
}

/** A person's say: which column is which field; «» = none. Whatever they did not touch stays. */
export function withAnswers(recognised: Recognised, answers: ReadonlyMap<number, string>): Recognised {
  const { standard } = recognised;
  const fieldOf = (name: string) => standard.fields.find((field) => field.name === name);
  const said = [...answers].flatMap(([column, name]): ColumnMatch[] => {
    const field = fieldOf(name);
    const known = recognised.matches.find((match) => match.column === column && match.field === field);
    return field ? [known ?? { column, field, confidence: 1, ground: 'person', weight: 0 }] : [];
  });
  const taken = new Set(said.map(({ field }) => field));
  const others = recognised.matches.filter(({ column, field }) => !answers.has(column) && !taken.has(field));
  const matches = [...said, ...others].toSorted((a, b) => a.column - b.column);
  const fields = new Set(matches.map(({ field }) => field));
  const merged = recognised.merged.flatMap((one) => mergedWithout(one, answers, fields));
  const found = fieldsAfter({ matches, merged });
  return { ...recognised, matches, merged, found };
}

/** A merged column a person gave to one field is not split; a part that another column was given to goes without it. */
function mergedWithout(
  merged: MergedColumn,
  answers: ReadonlyMap<number, string>,
  taken: ReadonlySet<StandardField>,
): MergedColumn[] {
  const said = answers.get(merged.column);
  if (said !== undefined && said !== `@${merged.kind}`) return [];
  const parts = Object.fromEntries(Object.entries(merged.parts).filter(([, field]) => !taken.has(field)));
  return merged.kind === 'address' && parts.street === undefined
    ? []
    : [{ ...merged, parts, sure: merged.sure.filter((field) => !taken.has(field)) }];
}
