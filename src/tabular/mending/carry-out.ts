import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { type InspectOptions, inspectTable } from '../inspect-table.ts';
import type { Inspection, Recipe, RecipeStep } from '../inspection.ts';
import { protectTable } from '../protecting/protect-table.ts';
import type { Protected, Protection } from '../protecting/protection.ts';
import { shapeSteps, shapeTable } from '../shaping/shape-table.ts';
import { columnsMeant } from '../shaping/steps/order-columns.ts';
import type { Progress, TextTable } from '../text-table.ts';
import { mendTable } from './mend-table.ts';
import { cellSteps, inOrder, safeRecipe, stepKey } from './recipe-rules.ts';

export interface CarryOutOptions {
  readonly recipe: Recipe;
  /** Everything that can be mended without asking is mended too, also what shows itself only after other steps, and stands in the recipe given back. */
  readonly rest?: boolean;
  /** What is done to the table once it is mended, before anybody looks at the result; absent or without steps: nothing. */
  readonly protection?: Protection;
  /** Of the table as it was read. */
  readonly inspection: Inspection;
  /** Where files are written; the caller removes it. */
  readonly folder: string;
  /** What tables are looked at with besides the checks. */
  readonly looked?: Pick<InspectOptions, 'expected' | 'codifier' | 'kinds' | 'severities'>;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** A table after a recipe. */
export interface CarriedOut {
  /** What was carried out, in that order. */
  readonly recipe: Recipe;
  /** The shaped and mended table; the very table given where there was nothing to write. */
  readonly table: TextTable;
  /** Of that table. */
  readonly inspection: Inspection;
  /** Rows, cells or columns changed by each step. */
  readonly steps: readonly { readonly step: RecipeStep; readonly count: number }[];
  /** Steps whose column the table has no more. */
  readonly missed: readonly RecipeStep[];
  /** Indexes of columns of that table left out: empty ones by the recipe, and those a protection removed. */
  readonly removedColumns: readonly number[];
  /** What the protection did; null where none was asked for. */
  readonly protection: Omit<Protected, 'removedColumns'> | null;
}

/** A step may bring another to light (totals gone, a column is of numbers); a table for which this goes on longer is left as it is. */
const MOST_ROUNDS = 6;

/**
 * Carries out a whole recipe on a table as it was read: shape steps, a look at the shaped table, repairs of cells, protection, a look at the result.
 * Repeated, it gives the same. Aborts with the signal's reason.
 */
export async function carryOut(duckdb: DuckDb, table: TextTable, options: CarryOutOptions): Promise<CarriedOut> {
  const mended = await carryOutRecipe(duckdb, table, options);
  return protects(options) ? protect(duckdb, table, mended, options) : mended;
}

const protects = ({ protection }: CarryOutOptions): boolean => (protection?.steps.length ?? 0) > 0;

async function carryOutRecipe(duckdb: DuckDb, table: TextTable, options: CarryOutOptions): Promise<CarriedOut> {
  let recipe: Recipe = inOrder(options.recipe);
  for (let round = 0; ; round += 1) {
    const grows = options.rest === true && round < MOST_ROUNDS;
    const shaped = await shape(duckdb, table, recipe, options, round);
    const offered = grows ? fresh(safeRecipe(shaped.inspection), recipe) : [];
    const shapes = shapeSteps(offered);
    if (shapes.length > 0) {
      await forget(table, shaped.table);
      recipe = inOrder([...recipe, ...shapes]);
      continue;
    }
    recipe = inOrder([...recipe, ...offered]);
    // a table that is protected afterwards is looked at then; before, only where what it says may ask for more repairs
    const looks = grows || !protects(options);
    const carried = await mend(duckdb, shaped, { recipe, round, looks }, options);
    if (carried.table !== shaped.table) await forget(table, shaped.table);
    const more = grows ? fresh(safeRecipe(carried.inspection), recipe) : [];
    if (more.length === 0) return carried;
    await forget(table, carried.table);
    recipe = inOrder([...recipe, ...more]);
  }
}

function fresh(offered: Recipe, recipe: Recipe): RecipeStep[] {
  const known = new Set(recipe.map(stepKey));
  return offered.filter((step) => !known.has(stepKey(step)));
}

/** A table that another took the place of; the one as read stays. */
async function forget(asRead: TextTable, { parquetPath }: TextTable): Promise<void> {
  if (parquetPath !== asRead.parquetPath) await rm(parquetPath, { force: true });
}

type Shaped = Pick<CarriedOut, 'table' | 'steps' | 'missed' | 'inspection'>;

async function shape(
  duckdb: DuckDb,
  table: TextTable,
  recipe: Recipe,
  { folder, inspection, looked, signal, progress }: CarryOutOptions,
  round: number,
): Promise<Shaped> {
  const shaped = await shapeTable(duckdb, table, recipe, { outPath: join(folder, `shaped-${round}.parquet`), signal });
  if (shaped.table === table) return { ...shaped, inspection };
  const options = { ...looked, signal, progress, meant: columnsMeant(recipe) };
  return { ...shaped, inspection: await inspectTable(duckdb, shaped.table, options) };
}

interface Round {
  readonly recipe: Recipe;
  readonly round: number;
  /** The mended table is looked at; otherwise the look at the shaped one stands for it. */
  readonly looks: boolean;
}

async function mend(
  duckdb: DuckDb,
  shaped: Shaped,
  { recipe, round, looks }: Round,
  { folder, looked, signal, progress }: CarryOutOptions,
): Promise<CarriedOut> {
  const { table, inspection } = shaped;
  const cells = cellSteps(recipe);
  if (cells.length === 0) return { ...shaped, recipe, removedColumns: [], protection: null };
  const outPath = join(folder, `mended-${round}.parquet`);
  const outcome = await mendTable(duckdb, table, cells, inspection, { outPath, signal, progress });
  const done = new Set(cells.map(({ code }) => code));
  const after: TextTable = {
    ...table,
    parquetPath: outcome.parquetPath,
    headers: outcome.headers,
    rows: outcome.rows,
    // what reading found is still true of the file, except what was just mended
    findings: table.findings.filter(({ code, repairable }) => !repairable || !done.has(code)),
  };
  const without = outcome.removedColumns;
  const options = { ...looked, signal, progress, without, meant: columnsMeant(recipe) };
  return {
    recipe,
    table: after,
    inspection: looks ? await inspectTable(duckdb, after, options) : inspection,
    steps: [...shaped.steps, ...outcome.steps],
    missed: [...shaped.missed, ...outcome.missed],
    removedColumns: without,
    protection: null,
  };
}

/** The mended table with its protection, and what is still to be seen in it. The table without protection stays nowhere but as it was read. */
async function protect(
  duckdb: DuckDb,
  asRead: TextTable,
  mended: CarriedOut,
  { folder, protection, looked, signal, progress }: CarryOutOptions,
): Promise<CarriedOut> {
  if (!protection) return mended;
  const outPath = join(folder, 'protected.parquet');
  const { table, removedColumns, coarse, ...did } = await protectTable(duckdb, mended.table, protection, {
    outPath,
    signal,
  });
  await forget(asRead, mended.table);
  const without = [...new Set([...mended.removedColumns, ...removedColumns])].toSorted((a, b) => a - b);
  const options = { ...looked, signal, progress, without, meant: columnsMeant(mended.recipe) };
  const seen = await inspectTable(duckdb, table, options);
  // a birth date made a year is still seen in a column that is called a birth date
  const signs = seen.signs?.filter(
    ({ column, code }) => !coarse.some((one) => one.column === column && one.code === code),
  );
  return {
    ...mended,
    table,
    inspection: { ...seen, ...(signs ? { signs } : {}) },
    removedColumns: without,
    protection: did,
  };
}
