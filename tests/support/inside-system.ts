import { join } from 'node:path';
import { openSystem } from '../../src/app/open-system.ts';
import { system } from '../../src/kernel/actor.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import { actingAs, type Context } from '../../src/platform/context.ts';
import { socketUrl } from '../../src/platform/database/embedded-postgres.ts';
import { livePostmaster } from '../../src/platform/database/postmaster-file.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';

/** Does something inside a running system, over its own database and objects, as the system itself. */
export async function insideSystem<T>(data: string, deed: (ctx: Context) => Promise<T>): Promise<T> {
  const live = await livePostmaster(join(data, 'postgres'));
  if (!live) throw new Error('the system does not run');
  const config = readConfig({ VIDKRYTO_DATA: data });
  const { signal } = new AbortController();
  const databaseUrl = socketUrl(live.socketFolder);
  const opened = await openSystem({ config, databaseUrl, log: SILENT, signal, connections: 3 });
  try {
    return await deed(actingAs(opened.ctx, system('test')));
  } finally {
    await opened.close();
  }
}
