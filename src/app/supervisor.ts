import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../platform/config/settings.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts';
import type { Log } from '../platform/logging/log.ts';
import { sweepWorkFolder } from '../platform/objects/folder-store.ts';
import { keepRunning } from './child-process.ts';
import { clusterFolder, ensureDatabase } from './database-of.ts';
import { migrateAll, objectsFolder } from './open-system.ts';

export interface SuperviseOptions {
  readonly config: Config;
  readonly program: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** The system, running. */
export interface Supervised {
  stop(): Promise<void>;
}

/** Held by the supervisor's own connection for as long as it lives: two systems on one data folder would destroy each other's work. */
const SUPERVISOR_LOCK = 835_003;

/** Rows that are read live for a moment: with V8's own room for young values the worker grows by 50 to 100 MB and is no faster. */
const WORKER_NODE_OPTIONS = '--max-semi-space-size=4';

/** Keeps PostgreSQL running: started again, on the same socket, whenever it ends. */
class KeptPostgres {
  readonly #options: SuperviseOptions;
  #postgres: EmbeddedPostgres;
  #lock: pg.Client | null = null;
  #stopping = false;

  private constructor(options: SuperviseOptions, postgres: EmbeddedPostgres) {
    this.#options = options;
    this.#postgres = postgres;
  }

  static async start(options: SuperviseOptions): Promise<{ kept: KeptPostgres; url: string } | null> {
    const { config, log } = options;
    const postgres = await startEmbeddedPostgres({ cluster: clusterFolder(config), log });
    if (postgres.adopted) log.warn({ pid: postgres.pid }, 'PostgreSQL was still running and is taken over');
    const url = await ensureDatabase(postgres, log);
    const kept = new KeptPostgres(options, postgres);
    if (!(await kept.#takeLock(url))) return null;
    void kept.#watch(url);
    return { kept, url };
  }

  async #takeLock(url: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, application_name: 'vidkryto supervisor' });
    client.on('error', () => {});
    await client.connect();
    // The connection of a supervisor killed a moment ago may linger.
    for (let tries = 0; tries < 10; tries += 1) {
      const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [SUPERVISOR_LOCK]);
      if (rows[0]?.ok) {
        this.#lock = client;
        return true;
      }
      await sleep(200);
    }
    await client.end();
    return false;
  }

  async #watch(url: string): Promise<void> {
    const { config, log } = this.#options;
    for (;;) {
      await this.#postgres.gone;
      if (this.#stopping) return;
      log.error({}, 'PostgreSQL ended, it is started again');
      try {
        const { socketFolder } = this.#postgres;
        this.#postgres = await startEmbeddedPostgres({ cluster: clusterFolder(config), log }, socketFolder);
        await this.#takeLock(url);
        log.info({}, 'PostgreSQL is back');
      } catch (error) {
        log.error({ error: String(error) }, 'PostgreSQL did not come back, trying again');
        await sleep(2000);
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#lock?.end().catch(() => {});
    await this.#postgres.stop();
  }
}

/** What a person reads once the site answers. */
function welcome(config: Config): void {
  const address = config.url ?? `http://localhost:${config.port}`;
  process.stdout.write(
    [
      '',
      `  Відкрито працює: ${address}`,
      '  Відкрийте цю адресу: якщо система порожня, вона запитає про громаду й першого адміністратора.',
      `  Дані в теці ${config.data}. Зупинити: Ctrl+C.`,
      '',
      `  Vidkryto is running: ${address}`,
      '  Open this address: an empty system asks about the community and the first administrator.',
      `  The data are in ${config.data}. To stop: Ctrl+C.`,
      '',
      '',
    ].join('\n'),
  );
}

/** Starts PostgreSQL, migrates, then keeps web and worker running. Null when the system already runs on this data folder. */
export async function supervise(options: SuperviseOptions): Promise<Supervised | null> {
  const { config, program, log } = options;
  const embedded = config.databaseUrl ? null : await KeptPostgres.start(options);
  const databaseUrl = config.databaseUrl ?? embedded?.url;
  if (!databaseUrl) return null;
  try {
    await migrateAll(databaseUrl, log);
  } catch (error) {
    await embedded?.kept.stop();
    throw error;
  }
  if (embedded) await sweepWorkFolder(objectsFolder(config));
  const environment = { DATABASE_URL: databaseUrl };
  // Over our own PostgreSQL there is exactly one worker: whatever is marked as being worked at when it starts was killed.
  const args = embedded ? ['--sole'] : [];
  let told = false;
  const web = keepRunning({ name: 'web', program, environment, log }, () => {
    if (!told) welcome(config);
    told = true;
  });
  const worker = keepRunning({
    ...{ name: 'worker', program, args, log, niceness: 10 },
    environment: { ...environment, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${WORKER_NODE_OPTIONS}`.trim() },
  });
  return {
    async stop() {
      await Promise.all([web.stop(), worker.stop()]);
      await embedded?.kept.stop();
    },
  };
}
