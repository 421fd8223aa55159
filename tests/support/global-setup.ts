import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { allJobs } from '../../src/app/job-list.ts';
import { MIGRATIONS } from '../../src/migrations/list.ts';
import { socketUrl, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { prepareJobs } from '../../src/platform/jobs/job-queue.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';
import { makeRunFolder, sweepKilledRuns } from './run-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of the PostgreSQL all test files share. */
    socketFolder: string;
  }
}

const TEMPLATE = 'template_migrated';

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

/**
 * The world of a run: a folder for all its files (in memory where there is room), one embedded PostgreSQL in it, and a migrated
 * template database. What a test file adds is its own: a clone of the template, a folder, a started system (`make-context.ts`, `start-system.ts`).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = await makeRunFolder();
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
