import type { Text } from '../../kernel/text.ts';
import type { CellCheck } from '../checks/check.ts';
import { CELL_CHECKS, TABLE_CHECKS } from '../checks/check-list.ts';
import type { ColumnProfile } from '../column.ts';
import type { Inspection, Recipe, RecipeStep } from '../inspection.ts';
import { tidyText } from '../types/tidy-text.ts';

/** Codes in the order their repairs are carried out: headers, cells, then rows and columns. */
const ORDER = [
  'empty-header',
  'duplicate-header',
  ...CELL_CHECKS.map(({ code }) => code),
  'empty-column',
  'empty-row',
  'duplicate-row',
];

/** All that can be mended without asking, in the order it is carried out. */
export function safeRecipe(inspection: Inspection): Recipe {
  const steps = inspection.findings
    .filter(({ repairable, code }) => repairable && ORDER.includes(code))
    .map(({ code, columnName }) => ({ code, columnTitle: columnName }));
  return inOrder(steps);
}

/** A recipe without doubles, in the order it is carried out whatever order it was accepted in. */
export function inOrder(recipe: Recipe): RecipeStep[] {
  const seen = new Set<string>();
  return recipe
    .filter(({ code, columnTitle }) => {
      const key = `${code} ${columnTitle ?? ''}`;
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** Where a recipe's steps belong in a table. */
export interface PlacedRecipe {
  /** Repairs of cells by column index. */
  readonly cells: ReadonlyMap<number, readonly CellCheck[]>;
  readonly headers: ReadonlySet<number>;
  readonly emptyColumns: readonly number[];
  readonly emptyRows: boolean;
  readonly duplicateRows: boolean;
  /** Steps whose column the table has no more. */
  readonly missed: readonly RecipeStep[];
}

const sameTitle = (title: string): string => tidyText(title).toLocaleLowerCase('uk');

/** Finds the column of each step by its title, as it stands now or as a repair of headers would call it. */
export function placeRecipe(
  recipe: Recipe,
  columns: readonly ColumnProfile[],
  mendedTitles: readonly string[],
): PlacedRecipe {
  const byTitle = new Map<string, number[]>();
  for (const { index, title } of columns) {
    for (const name of new Set([sameTitle(title), sameTitle(mendedTitles[index] ?? title)]))
      byTitle.set(name, [...(byTitle.get(name) ?? []), index]);
  }
  const cells = new Map<number, CellCheck[]>();
  const headers = new Set<number>();
  const emptyColumns: number[] = [];
  const missed: RecipeStep[] = [];
  for (const step of inOrder(recipe)) {
    if (step.columnTitle === null) continue;
    const indexes = byTitle.get(sameTitle(step.columnTitle));
    if (indexes === undefined) {
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
  return { cells, headers, emptyColumns, emptyRows: has('empty-row'), duplicateRows: has('duplicate-row'), missed };
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

/** Two or three words for a check, for lists; null for findings of reading. */
export function checkTitle(code: string): Text | null {
  return [...CELL_CHECKS, ...TABLE_CHECKS].find((one) => one.code === code)?.title ?? null;
}
