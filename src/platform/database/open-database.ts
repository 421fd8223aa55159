import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../context.ts';
import type { Log } from '../logging/log.ts';

const BIGINT = 20;
const DATE = 1082;

/** A pool and the typed door over it. */
export interface OpenDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * bigint comes as a number (counts and sizes stay far under 2^53), a date as its text `YYYY-MM-DD` (a calendar day has no
 * time zone), timestamptz as Date, numeric as text.
 */
function typeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === BIGINT) return Number;
  if (oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format);
}

/** Opens a pool. Lost connections are logged and made anew at the next statement: a restart of PostgreSQL costs nothing more. */
export function openDatabase(url: string, log: Log, connections = 10): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'vidkryto',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  });
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'));
  const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
