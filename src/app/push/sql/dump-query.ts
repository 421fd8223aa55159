import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type SqlRows, sqlCsvLine } from './csv-rows.ts';

type WithRows = <T>(address: string, query: string, use: (rows: SqlRows) => Promise<T>) => Promise<T>;

/** Drivers are loaded only where they are asked for. */
const DRIVERS: Readonly<Record<string, () => Promise<WithRows>>> = {
  'postgres:': async () => (await import('./postgres-rows.ts')).withPostgresRows,
  'postgresql:': async () => (await import('./postgres-rows.ts')).withPostgresRows,
  'mysql:': async () => (await import('./mysql-rows.ts')).withMysqlRows,
  'mariadb:': async () => (await import('./mysql-rows.ts')).withMysqlRows,
  'mssql:': async () => (await import('./mssql-rows.ts')).withMssqlRows,
};

/** The query or the database's address cannot be used; the message names no secret. */
export class QueryError extends Error {}

/**
 * Writes the rows of a query to a file of CSV as they come, whatever their number. Gives how many.
 * @param address `postgres://`, `mysql://`, `mariadb://` or `mssql://` with user, password, host and database; never told in a message
 */
export async function dumpQuery(
  address: string,
  queryPath: string,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly rows: number; readonly columns: readonly string[] }> {
  const query = await oneStatement(queryPath);
  const url = URL.canParse(address) ? new URL(address) : null;
  const driver = url && DRIVERS[url.protocol];
  if (!url || !driver) {
    throw new QueryError(
      'Адреса бази має починатися з postgres://, mysql://, mariadb:// або mssql://. / The database’s address must begin with one of these.',
    );
  }
  const withRows = await driver();
  try {
    return await withRows(address, query, async ({ columns, rows }) => {
      let count = 0;
      const lines = async function* () {
        yield sqlCsvLine(columns);
        for await (const row of rows) {
          count += 1;
          yield sqlCsvLine(row);
        }
      };
      await pipeline(lines, createWriteStream(to, { mode: 0o600 }), { signal });
      return { rows: count, columns };
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new QueryError(withoutSecrets(error, url));
  }
}

/** The query of a file, without the semicolon people end it with. */
async function oneStatement(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new QueryError(`Файл запиту не знайдено: ${path} / The query’s file cannot be found.`);
  const query = text
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/;\s*$/, '');
  if (query === '') throw new QueryError(`Файл запиту порожній: ${path} / The query’s file is empty.`);
  return query;
}

/** What the database says, in case it repeats what it was told. */
function withoutSecrets(error: unknown, { password }: URL): string {
  const text =
    error instanceof Error ? error.message || String((error as { code?: string }).code ?? error.name) : String(error);
  const secrets = [password, decodeURIComponent(password)].filter((one) => one.length > 0);
  return secrets.reduce((said, one) => said.replaceAll(one, '…'), text);
}
