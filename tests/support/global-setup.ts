import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of the PostgreSQL all test files share. */
    socketFolder: string;
  }
}

/** The migrated database that each test context is cloned from. */
export const TEMPLATE = 'template_migrated';

/** One embedded PostgreSQL for the whole run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-tests-'));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT, careless: true });
  const root = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), SILENT, 1);
  await sql`create database ${sql.id(TEMPLATE)}`.execute(root.db);
  await root.close();
  const template = openDatabase(socketUrl(postgres.socketFolder, TEMPLATE), SILENT, 2);
  try {
    await migrate(template.db, MIGRATIONS, SILENT);
    await prepareJobs(template.db, allJobs({ url: null, from: 'tests' }), SILENT);
  } finally {
    await template.close();
  }
  project.provide('socketFolder', postgres.socketFolder);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
