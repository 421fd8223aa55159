import type { Text } from '../../kernel/text.ts';
import type { CellDeed } from '../checks/check.ts';
import { CELL_CHECKS, TABLE_CHECKS } from '../checks/check-list.ts';
import type { ColumnProfile } from '../column.ts';
import type { Inspection, Recipe, RecipeStep } from '../inspection.ts';
import { SHAPE_STEPS, shapeStep } from '../shaping/shape-list.ts';
import { foldTitle } from '../types/tidy-text.ts';

/** Codes in the order their repairs are carried out: headers, cells, then rows and columns. */
const ORDER = [
  'empty-header',
  'duplicate-header',
  ...CELL_CHECKS.map(({ code }) => code),
  'empty-column',
  'empty-row',
  'duplicate-row',
];

/** All that can be mended without asking, in the order it is carried out: changes of shape first. */
export function safeRecipe(inspection: Inspection): Recipe {
  const safe = inspection.findings.filter(({ repairable }) => repairable);
  const shapes = safe.flatMap(({ step }) => step ?? []).toSorted((a, b) => placeOfShape(a.code) - placeOfShape(b.code));
  const cells = safe
    .filter(({ code, step }) => step === undefined && ORDER.includes(code))
    .map(({ code, columnName }) => ({ code, columnTitle: columnName }));
  return inOrder([...shapes, ...cells]);
}

const placeOfShape = (code: string): number => SHAPE_STEPS.findIndex((step) => step.code === code);

/**
 * A recipe without doubles: shape steps first, in their own order, then repairs of cells in the order they are carried out whatever order they
 * were accepted in.
 */
export function inOrder(recipe: Recipe): RecipeStep[] {
  const seen = new Set<string>();
  const steps = recipe.filter((step) => {
    const key = stepKey(step);
    return !seen.has(key) && Boolean(seen.add(key));
  });
  return [...steps.filter(isShape), ...cellSteps(steps)];
}

const isShape = ({ code }: RecipeStep): boolean => shapeStep(code) !== null;

/** The repairs of cells, headers and rows of a recipe, in the order they are carried out. */
export function cellSteps(recipe: Recipe): RecipeStep[] {
  return recipe.filter((step) => !isShape(step)).toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** A step as a text: two steps with the same text do the same. */
export function stepKey({ code, columnTitle, parameters }: RecipeStep): string {
  return JSON.stringify(parameters === undefined ? [code, columnTitle] : [code, columnTitle, sorted(parameters)]);
}

/** Two recipes leave a table with the same columns in the same places. */
export function isSameShape(one: Recipe, other: Recipe): boolean {
  const shapeOf = (recipe: Recipe) => JSON.stringify(recipe.filter(isShape).map(stepKey));
  return shapeOf(one) === shapeOf(other);
}

/** Parameters in the order of their names: a database may give them back in another. */
function sorted(parameters: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Where a recipe's steps belong in a table. */
export interface PlacedRecipe {
  /** Repairs of cells by column index. */
  readonly cells: ReadonlyMap<number, readonly CellDeed[]>;
  readonly headers: ReadonlySet<number>;
  /** Every column without a name gets one. */
  readonly unnamed: boolean;
  readonly emptyColumns: readonly number[];
  readonly emptyRows: boolean;
  readonly duplicateRows: boolean;
  /** Steps whose column the table has no more. */
  readonly missed: readonly RecipeStep[];
  /** Columns a title of the recipe means. */
  readonly indexesOf: (title: string) => readonly number[];
}

/** Finds the column of each step by its title, as it stands now or as a repair of headers would call it. */
export function placeRecipe(
  recipe: Recipe,
  columns: readonly ColumnProfile[],
  mendedTitles: readonly string[],
): PlacedRecipe {
  const byTitle = new Map<string, number[]>();
  for (const { index, title } of columns) {
    for (const name of new Set([foldTitle(title), foldTitle(mendedTitles[index] ?? title)]))
      byTitle.set(name, [...(byTitle.get(name) ?? []), index]);
  }
  const indexesOf = (title: string): readonly number[] => byTitle.get(foldTitle(title)) ?? [];
  const cells = new Map<number, CellDeed[]>();
  const headers = new Set<number>();
  const emptyColumns: number[] = [];
  const missed: RecipeStep[] = [];
  for (const step of cellSteps(inOrder(recipe))) {
    if (step.columnTitle === null) continue;
    const indexes = indexesOf(step.columnTitle);
    if (indexes.length === 0) {
      missed.push(step);
      continue;
    }
    const check = CELL_CHECKS.find(({ code }) => code === step.code);
    for (const index of indexes) {
      if (step.code === 'empty-column') emptyColumns.push(index);
      else if (check?.repair) cells.set(index, [...(cells.get(index) ?? []), check]);
      else headers.add(index);
    }
  }
  const has = (code: string) => recipe.some((step) => step.code === code);
  const rows = { emptyRows: has('empty-row'), duplicateRows: has('duplicate-row') };
  const unnamed = recipe.some(({ code, columnTitle }) => code === 'empty-header' && columnTitle === null);
  return { cells, headers, unnamed, emptyColumns, ...rows, missed, indexesOf };
}

/** A repair that loses something: done only when a person says so. */
export interface AskedRepair {
  readonly code: string;
  /** What the button says. */
  readonly label: Text;
}

/** The repairs a person may choose from for a finding that is not mended without asking; empty where there is none. */
export function askedRepairs(finding: string): AskedRepair[] {
  const cells = CELL_CHECKS.filter(({ code, answers = code }) => answers === finding);
  const table = TABLE_CHECKS.filter(({ code }) => code === finding);
  return [...cells, ...table].flatMap(({ code, asks }) => (asks ? [{ code, label: asks }] : []));
}

/** Two or three words for a check or a step of a recipe, for lists; null for findings of reading. */
export function checkTitle(code: string): Text | null {
  return [...SHAPE_STEPS, ...CELL_CHECKS, ...TABLE_CHECKS].find((one) => one.code === code)?.title ?? null;
}
