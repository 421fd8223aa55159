import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { MIGRATIONS } from '../../migrations/list.ts';
import type { Config } from '../../platform/config/settings.ts';
import { type OpenDatabase, openDatabase } from '../../platform/database/open-database.ts';
import { openLocalDuckDb } from '../../platform/duckdb/local-duckdb.ts';
import { countJobs } from '../../platform/jobs/job-queue.ts';
import { SILENT } from '../../platform/logging/pino-log.ts';
import { databaseOf } from '../database-of.ts';
import { objectsFolder } from '../open-system.ts';
import type { Command } from './command.ts';
import { historyIllness } from './history-illness.ts';

/** Less than this is too little, bytes. */
const LEAST_SPACE = 2 * 1024 ** 3;

const NO_ADDRESS =
  'VIDKRYTO_URL не задано: адреси сторінок беруться із запиту, тож чужий заголовок Host їх змінить / VIDKRYTO_URL is not set: addresses of pages come from the request, so a foreign Host header changes them';

/** What one check found: null when all is well, else what is wrong and what to do. */
type Check = () => Promise<string | null>;

async function databaseIllness(database: OpenDatabase): Promise<string | null> {
  const { rows: versions } = await sql<{
    version: number;
  }>`select current_setting('server_version_num')::int as version`.execute(database.db);
  if ((versions[0]?.version ?? 0) < 150_000) return 'PostgreSQL старіший за 15 / PostgreSQL is older than 15';
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform_migration`.execute(database.db);
  if ((rows[0]?.n ?? 0) < MIGRATIONS.length)
    return 'є невиконані кроки: виконайте migrate / steps are waiting: run migrate';
  const failed = (await countJobs(database.db)).filter(({ state }) => state === 'failed');
  const total = failed.reduce((sum, { count }) => sum + count, 0);
  return total > 0
    ? `відкладено робіт: ${total} / parked jobs: ${total} (${failed.map(({ name }) => name).join(', ')})`
    : null;
}

/** Starts PostgreSQL where none runs, does the check, and stops what was started. */
async function withDatabase<T>(config: Config, check: (url: string) => Promise<T>): Promise<T> {
  const { url, release } = await databaseOf(config, SILENT);
  try {
    return await check(url);
  } finally {
    await release();
  }
}

/** Checks what a system stands on, a line each; exit code 1 when anything is wrong. */
export const doctor: Command = async ({ args, config }) => {
  await mkdir(config.data, { recursive: true, mode: 0o700 });
  const checks: Record<string, Check> = {
    'тека даних / data folder': async () => {
      await access(config.data, constants.R_OK | constants.W_OK);
      return null;
    },
    'місце на диску / disk space': async () => {
      const { bavail, bsize } = await statfs(config.data);
      const free = bavail * bsize;
      return free > LEAST_SPACE ? null : `лишилося ${Math.round(free / 1e6)} МБ / ${Math.round(free / 1e6)} MB left`;
    },
    'база / database': async () => {
      return await withDatabase(config, async (url) => {
        const database = openDatabase(url, SILENT, 1);
        try {
          return await databaseIllness(database);
        } finally {
          await database.close();
        }
      });
    },
    'історія / history': () => withDatabase(config, (url) => historyIllness(config, url, args)),
    'таблиці / tables': async () => {
      const duckdb = openLocalDuckDb({ folder: objectsFolder(config) });
      await duckdb.query({ sql: 'select 1 as one', values: [] });
      await duckdb.close();
      return null;
    },
  };
  let ill = false;
  for (const [name, check] of Object.entries(checks)) {
    const found = await check().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    ill ||= found !== null;
    process.stdout.write(`${found === null ? '✓' : '✗'} ${name}${found === null ? '' : `: ${found}`}\n`);
  }
  // no illness: a portal on one machine needs none
  if (config.url === null) process.stdout.write(`! ${NO_ADDRESS}\n`);
  return ill ? 1 : 0;
};
