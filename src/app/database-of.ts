import { join } from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../platform/config/settings.ts';
import {
  answers,
  DATABASE_NAME,
  type EmbeddedPostgres,
  socketUrl,
  startEmbeddedPostgres,
} from '../platform/database/embedded-postgres.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { livePostmaster } from '../platform/database/postmaster-file.ts';
import type { Log } from '../platform/logging/log.ts';

/** Where the records are, and what to do when done with them. */
export interface DatabaseOf {
  readonly url: string;
  /** Stops PostgreSQL if it was started for this call alone. */
  release(): Promise<void>;
}

/** Folder of the built-in PostgreSQL's cluster. */
export function clusterFolder(config: Config): string {
  return join(config.data, 'postgres');
}

/** Makes the database of records in a PostgreSQL that was just started. */
export async function ensureDatabase(postgres: EmbeddedPostgres, log: Log): Promise<string> {
  const root = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), log, 1);
  try {
    const { rows } = await sql`select 1 from pg_database where datname = ${DATABASE_NAME}`.execute(root.db);
    if (rows.length === 0) await sql`create database ${sql.id(DATABASE_NAME)}`.execute(root.db);
  } finally {
    await root.close();
  }
  return socketUrl(postgres.socketFolder);
}

/**
 * The database for one command: DATABASE_URL, or the built-in PostgreSQL of the running system, or, when nothing runs, one
 * started for as long as the command lasts.
 */
export async function databaseOf(config: Config, log: Log): Promise<DatabaseOf> {
  if (config.databaseUrl) return { url: config.databaseUrl, release: async () => {} };
  const cluster = clusterFolder(config);
  const live = await livePostmaster(cluster);
  // the system's own PostgreSQL may be getting up from a fall just now: the command waits for it
  if (live && (await answers(live.socketFolder))) return { url: socketUrl(live.socketFolder), release: async () => {} };
  const postgres = await startEmbeddedPostgres({ cluster, log });
  return { url: await ensureDatabase(postgres, log), release: () => postgres.stop() };
}
