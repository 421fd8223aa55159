import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { sqlText } from '../scan/predicate.ts';
import { relationOf } from '../shaping/shape-table.ts';
import type { TextTable } from '../text-table.ts';
import { withWorkSession } from '../work-session.ts';
import { parquetOptions } from '../writers/parquet-options.ts';
import { type CoarseColumn, composeProtection } from './compose-protection.ts';
import type { Protected, Protection } from './protection.ts';
import { withoutAllValues } from './without-values.ts';

/**
 * Writes a text table with a protection carried out: the same columns in the same places (those removed are empty, and told). Safe to repeat: the same
 * table, steps and key give the same file. Throws on a step that cannot be read or has no key, and the signal's reason.
 */
export async function protectTable(
  duckdb: DuckDb,
  table: TextTable,
  protection: Protection,
  options: { readonly outPath: string; readonly signal?: AbortSignal },
): Promise<{ readonly table: TextTable; readonly coarse: readonly CoarseColumn[] } & Protected> {
  const columns = table.headers.length;
  const work = { signal: options.signal, columns, file: table.parquetPath, writes: true };
  return withWorkSession(duckdb, work, async (session) => {
    const { sql, ...told } = await composeProtection(session, relationOf(table), protection);
    await session.run(`COPY ${sql} TO ${sqlText(options.outPath)} (${parquetOptions(columns)})`);
    const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${sqlText(options.outPath)})`);
    return {
      table: {
        ...table,
        parquetPath: options.outPath,
        rows: Number(counted?.n ?? 0),
        // what reading found tells whole rows, of columns that are protected now too
        findings: table.findings.map(withoutAllValues),
      },
      ...told,
    };
  });
}
