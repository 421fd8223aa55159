import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContext } from '../src/app/compose.ts';
import { setUp } from '../src/capabilities/accounts/index.ts';
import {
  beginImport,
  carryJob,
  changeExchangeSettings,
  type ExchangePorts,
  importLines,
  lookJob,
  matchHolders,
  openImport,
  startImport,
} from '../src/capabilities/exchange/index.ts';
import { system } from '../src/kernel/actor.ts';
import { MIGRATIONS } from '../src/migrations/list.ts';
import type { Context } from '../src/platform/context.ts';
import { socketUrl, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { openJobQueue } from '../src/platform/jobs/job-queue.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { openFolderStore } from '../src/platform/objects/folder-store.ts';
import { CITY, type CkanServer, startCkan } from '../tests/support/ckan-server.ts';
import { type Report, timed } from './report.ts';

const DATASETS = 1000;
const MOST_SECONDS = 60;
const PORTS: ExchangePorts = { limit: 10_000_000, trustedHosts: async () => ['127.0.0.1'] };

/** The whole list read, matched and made drafts; gives seconds. */
async function carryOver(ctx: Context, portal: CkanServer): Promise<{ look: number; carry: number; done: number }> {
  const community = { name: 'Вигадана громада', edrpou: CITY.edrpou, katottg: 'UA46020030010057497' };
  await setUp(ctx, { community, administrator: null });
  await changeExchangeSettings(ctx, { waitMs: 0, patienceSeconds: 60 });
  const { id } = await beginImport(ctx, { question: CITY.edrpou, portal: portal.url });
  const run = (n: number) => ({ id: `bench ${n}`, attempt: 1, last: false });
  const look = await timed(() => lookJob(PORTS).handle(ctx, { importId: id }, run(0)));
  const lines = await importLines(ctx, (await openImport(ctx, id)).one);
  const holders = await matchHolders(
    ctx,
    lines.map(({ holder }) => holder),
  );
  const wish = holders.map(({ holder, unitId }) => ({ holder, unitId: unitId ?? 'new' }));
  await startImport(ctx, id, { itemIds: null, holders: wish, mend: true });
  const carry = await timed(async () => {
    for (let n = 1; (await openImport(ctx, id)).one.state === 'working'; n += 1) {
      await carryJob(PORTS).handle(ctx, { importId: id }, run(n));
    }
  });
  return { look, carry, done: (await openImport(ctx, id)).items.get('done') ?? 0 };
}

/** A thousand passports of another portal, without the pause between questions to it. */
export async function benchExchange(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT });
  const database = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), SILENT, 2);
  const objects = join(folder, 'objects');
  const duckdb = openLocalDuckDb({ folder: objects, threads: 1 });
  const portal = await startCkan({ datasets: DATASETS, fileOf: () => 'service' });
  try {
    await migrate(database.db, MIGRATIONS, SILENT);
    const queue = openJobQueue(database.db, SILENT);
    const parts = { db: database.db, objects: openFolderStore(objects), duckdb, queue, jobs: [], log: SILENT };
    const rest = { clock: { now: () => new Date() }, signal: new AbortController().signal };
    const made = makeContext({ ...parts, ...rest }, system('bench'));
    const ctx: Context = { ...made, emit: () => Promise.resolve() }; // the jobs are done here, one after another
    const { look, carry, done } = await carryOver(ctx, portal);
    const seconds = (look + carry) / 1000;
    report({
      what: `carry over ${done} passports of another portal, pause 0`,
      measured: `${seconds.toFixed(1)} s (list ${(look / 1000).toFixed(1)} s)`,
      unit: `${portal.asked.length} questions to the portal`,
      hold: `${DATASETS} in ≤ ${MOST_SECONDS} s`,
      held: done === DATASETS && seconds <= MOST_SECONDS,
    });
    await queue.close();
  } finally {
    await portal.close();
    await duckdb.close();
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
