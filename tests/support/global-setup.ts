import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { allJobs } from '../../src/app/job-list.ts';
import { MIGRATIONS } from '../../src/migrations/list.ts';
import { socketUrl, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { isAlive, livePostmaster } from '../../src/platform/database/postmaster-file.ts';
import { prepareJobs } from '../../src/platform/jobs/job-queue.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of the PostgreSQL all test files share. */
    socketFolder: string;
  }
}

const TEMPLATE = 'template_migrated';

const PREFIX = 'vidkryto-tests-';

/** Ends what a killed run left behind: its folder bears the number of the process that made it. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(/^vidkryto-tests-(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const live = await livePostmaster(join(folder, 'postgres'));
    if (live) process.kill(live.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes the database each test context is cloned from. */
async function makeTemplate(socketFolder: string): Promise<void> {
  const root = openDatabase(socketUrl(socketFolder, 'postgres'), SILENT, 1);
  await sql`create database ${sql.id(TEMPLATE)}`.execute(root.db);
  await root.close();
  const template = openDatabase(socketUrl(socketFolder, TEMPLATE), SILENT, 2);
  try {
    await migrate(template.db, MIGRATIONS, SILENT);
    await prepareJobs(template.db, allJobs(), SILENT);
  } finally {
    await template.close();
  }
}

/** One embedded PostgreSQL for the whole run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT, careless: true });
  const teardown = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres.socketFolder);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('socketFolder', postgres.socketFolder);
  return teardown;
}
