import { openLog } from '../../platform/logging/pino-log.ts';
import { databaseOf } from '../database-of.ts';
import { migrateAll } from '../open-system.ts';
import type { Command } from './command.ts';

/** Brings the database to the present form; `start` does the same by itself. */
export const migrateCommand: Command = async ({ config }) => {
  const log = openLog({ level: 'warn', process: 'migrate' });
  const database = await databaseOf(config, log);
  try {
    const done = await migrateAll(database.url, log);
    process.stdout.write(done.length > 0 ? `${done.join('\n')}\n` : 'Усе вже виконано. / Nothing to do.\n');
    return 0;
  } finally {
    await database.release();
  }
};
