import type { DuckDb, DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { Recipe, RecipeStep } from '../inspection.ts';
import { sqlText } from '../scan/predicate.ts';
import type { TextTable } from '../text-table.ts';
import { withWorkSession } from '../work-session.ts';
import { parquetOptions } from '../writers/parquet-options.ts';
import { columnList } from './relation.ts';
import { shapeStep } from './shape-list.ts';
import type { ShapedRelation, ShapeWork } from './shape-step.ts';

/** What the shape steps of a recipe did to a table. */
export interface ShapeOutcome {
  /** The shaped table; the very table given where no step changed anything. */
  readonly table: TextTable;
  /** Rows, cells or columns changed by each step. */
  readonly steps: readonly { readonly step: RecipeStep; readonly count: number }[];
  /** Steps whose column the table has no more; the others were carried out. */
  readonly missed: readonly RecipeStep[];
}

/** The steps of a recipe that change the table's shape, in the order they are carried out: the recipe's own. */
export function shapeSteps(recipe: Recipe): RecipeStep[] {
  return recipe.filter(({ code }) => shapeStep(code) !== null);
}

/** Puts steps one upon another over a relation without writing anything; repairs of cells are passed by. */
export async function composeShape(
  start: ShapedRelation,
  recipe: Recipe,
  ask: ShapeWork['ask'],
): Promise<ShapedRelation & Omit<ShapeOutcome, 'table'>> {
  let { sql, headers } = start;
  const steps: { step: RecipeStep; count: number }[] = [];
  const missed: RecipeStep[] = [];
  for (const step of recipe) {
    const change = await shapeStep(step.code)?.apply({ sql, headers, ask }, step.parameters ?? {});
    if (change === undefined) continue;
    if ('missing' in change) missed.push(step);
    else {
      ({ sql, headers } = change);
      steps.push({ step, count: change.count });
    }
  }
  return { sql, headers, steps, missed };
}

/** A text table as a relation steps can be put upon. */
export function relationOf({ parquetPath, headers }: Pick<TextTable, 'parquetPath' | 'headers'>): ShapedRelation {
  return { sql: `(SELECT ${columnList({ headers })} FROM read_parquet(${sqlText(parquetPath)}))`, headers };
}

/**
 * Carries out the shape steps of a recipe and writes the shaped table once; other steps are passed by. The text of rows that became a column or
 * were left out stands in the table as read, which is kept.
 * Throws on parameters a step cannot read (they are checked when a recipe is accepted), and the signal's reason.
 */
export async function shapeTable(
  duckdb: DuckDb,
  table: TextTable,
  recipe: Recipe,
  options: { readonly outPath: string; readonly signal?: AbortSignal },
): Promise<ShapeOutcome> {
  const wanted = shapeSteps(recipe);
  if (wanted.length === 0) return { table, steps: [], missed: [] };
  return withWorkSession(
    duckdb,
    { signal: options.signal, columns: table.headers.length, writes: true },
    async (session) => {
      const { sql, headers, steps, missed } = await composeShape(relationOf(table), wanted, (question) =>
        session.rows(question),
      );
      if (steps.every(({ count }) => count === 0)) return { table, steps, missed };
      const rows = await writeShaped(session, { sql, headers }, options.outPath);
      const done = new Set(steps.map(({ step }) => step.code));
      // what reading found is still true of the file, except what a step has just mended
      const findings = table.findings.filter(({ step }) => step === undefined || !done.has(step.code));
      return { table: { ...table, parquetPath: options.outPath, headers, rows, findings }, steps, missed };
    },
  );
}

async function writeShaped(session: DuckSession, { sql, headers }: ShapedRelation, outPath: string): Promise<number> {
  await session.run(`COPY ${sql} TO ${sqlText(outPath)} (${parquetOptions(headers.length)})`);
  const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${sqlText(outPath)})`);
  return Number(counted?.n ?? 0);
}
