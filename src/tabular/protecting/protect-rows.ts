import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import type { RecipeStep } from '../inspection.ts';
import { composeProtection } from './compose-protection.ts';
import { protectStep } from './protect-list.ts';
import type { Protected, Protection } from './protection.ts';

/** Rows before or after a protection: cells in the order of the headers, text as a mended file would have it, null where empty. */
export interface RowsToProtect {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface ProtectedRows extends Protected {
  /** With the number each row had among those given, 0-based: some may be left out. */
  readonly rows: readonly { readonly at: number; readonly values: readonly (string | null)[] }[];
  /** Steps that need the whole table, which were not done: such rows must not be written, only a whole file. */
  readonly undone: readonly RecipeStep[];
}

const ROWS_A_STATEMENT = 500;

/**
 * The same protection as of a file over rows somebody writes one by one. A value is the same text as in a file of the dataset, so the same person has
 * the same pseudonym. Throws on a step that cannot be read or has no key; the error holds no value.
 */
export async function protectRows(
  duckdb: DuckDb,
  { headers, rows }: RowsToProtect,
  protection: Protection,
): Promise<ProtectedRows> {
  const isWhole = ({ code }: RecipeStep) => protectStep(code)?.wholeTable === true;
  const steps = protection.steps.filter((step) => !isWhole(step));
  const session = await duckdb.session({ warm: true });
  const columns = headers.map((_, index) => `c${index}`);
  try {
    await session.run(
      `CREATE OR REPLACE TEMP TABLE given_rows (${[...columns.map((name) => `${name} VARCHAR`), `c${headers.length} VARCHAR`].join(', ')})`,
    );
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const some = rows.slice(from, from + ROWS_A_STATEMENT);
      const marks = some.map(() => `(${[...columns, ''].map(() => '?').join(', ')})`);
      const values = some.flatMap((row, at) => [...headers.map((_, index) => row[index] ?? null), String(from + at)]);
      await session.run(`INSERT INTO given_rows VALUES ${marks.join(', ')}`, values);
    }
    // the number of the row goes along as one more column, whose title no step can name
    const start = { sql: '(SELECT * FROM given_rows)', headers: [...headers, ''] };
    const { sql, coarse: _, ...told } = await composeProtection(session, start, { ...protection, steps });
    const after = await session.rows(`SELECT * FROM ${sql}`);
    return {
      ...told,
      undone: protection.steps.filter(isWhole),
      rows: after.map((row) => ({
        at: Number(row[`c${headers.length}`]),
        values: columns.map((name) => (row[name] == null ? null : String(row[name]))),
      })),
    };
  } finally {
    await session.run('DROP TABLE IF EXISTS given_rows').catch(() => undefined);
    session.close();
  }
}
