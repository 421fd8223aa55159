import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../../platform/config/settings.ts';
import { openDatabase } from '../../platform/database/open-database.ts';
import { SILENT } from '../../platform/logging/pino-log.ts';
import { openFolderStore } from '../../platform/objects/folder-store.ts';
import { readBackup } from '../backup/read-backup.ts';
import { databaseOf } from '../database-of.ts';
import { allJobs } from '../job-list.ts';
import { objectsFolder } from '../open-system.ts';
import type { Command } from './command.ts';

async function restoreFrom(path: string, config: Config): Promise<string> {
  const { url, release } = await databaseOf(config, SILENT);
  const database = openDatabase(url, SILENT, 3);
  const folder = join(config.data, 'restoring');
  try {
    const { rows } =
      await sql`select 1 from pg_class where relnamespace = current_schema()::regnamespace limit 1`.execute(
        database.db,
      );
    if (rows.length > 0) throw new Error('База не порожня. / The database is not empty.');
    const jobs = allJobs();
    const objects = openFolderStore(objectsFolder(config));
    const manifest = await readBackup({ db: database.db, pool: database.pool, objects, jobs, folder }, path);
    const count = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return `Відновлено. Записів: ${count}, файлів: ${manifest.objects.length}. Копію зроблено ${manifest.madeAt}.\nRestored. Records: ${count}, files: ${manifest.objects.length}. The backup was made at ${manifest.madeAt}.\n`;
  } finally {
    await database.close();
    await release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `vidkryto restore FILE`: into an empty data folder only; a failed one leaves the folder empty again. */
export const restore: Command = async ({ args, config }) => {
  const [file] = args;
  if (!file || !existsSync(file)) {
    process.stderr.write('Назвіть файл копії: restore ФАЙЛ / Name the backup: restore FILE\n');
    return 2;
  }
  await mkdir(config.data, { recursive: true, mode: 0o700 });
  if ((await readdir(config.data)).length > 0) {
    process.stderr.write(
      `Тека ${config.data} не порожня. Назвіть порожню у VIDKRYTO_DATA.\nThe folder ${config.data} is not empty. Name an empty one in VIDKRYTO_DATA.\n`,
    );
    return 1;
  }
  try {
    process.stdout.write(await restoreFrom(resolve(file), config));
    return 0;
  } catch (error) {
    for (const name of await readdir(config.data)) await rm(join(config.data, name), { recursive: true, force: true });
    throw error;
  }
};
