import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeContext } from '../src/app/compose.ts';
import { createUnit, setUp, type Unit } from '../src/capabilities/accounts/index.ts';
import facts from '../src/capabilities/catalog/facts/required-items.json';
import {
  applyRequiredItem,
  type Card,
  createDataset,
  firstEditionItem,
  type RequiredItem,
  searchCards,
  writeCard,
} from '../src/capabilities/catalog/index.ts';
import { system, VISITOR } from '../src/kernel/actor.ts';
import { newId } from '../src/kernel/ids.ts';
import { MIGRATIONS } from '../src/migrations/list.ts';
import { actingAs, type Context } from '../src/platform/context.ts';
import { socketUrl, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { openJobQueue } from '../src/platform/jobs/job-queue.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { openFolderStore } from '../src/platform/objects/folder-store.ts';
import type { Report } from './report.ts';
import { meanReciprocalRank, parseQueries, reportOf, type ScoredQuery } from './search-report.ts';

const LOOKED_AT = 10;

/** What stands in the cards: the names of the list and nothing else, or all that the product fills in from it. */
type Filling = 'names' | 'passports';

/** The items in the order of the list's file; `expected` numbers of a query file are places in it. */
const ITEMS: readonly RequiredItem[] = facts.items.map(({ section, number }) => {
  const item = firstEditionItem(section, number);
  if (!item) throw new Error(`no item ${number} of ${section}`);
  return item;
});

async function publish(ctx: Context, unit: Unit, item: RequiredItem, filling: Filling): Promise<string> {
  const dataset = await createDataset(ctx, { unitId: unit.id, title: item.title });
  const passport =
    filling === 'names'
      ? { ...dataset.passport, title: item.name, description: '', keywords: [], themes: [] }
      : applyRequiredItem(dataset.passport, item);
  const now = '2026-01-01T00:00:00Z';
  const card: Card = {
    datasetId: dataset.id,
    number: dataset.number,
    nationalId: null,
    slug: dataset.slug,
    state: 'published',
    closure: null,
    versionId: newId(),
    versionNumber: 1,
    unit: { id: unit.id, name: unit.name, slug: unit.slug, edrpou: null },
    passport,
    resources: [],
    firstPublishedAt: now,
    changedAt: now,
    dataAsOf: now,
  };
  await writeCard(ctx, card);
  return dataset.id;
}

/** A catalog of its own with one dataset for each item; gives their ids in the order of the list. */
async function fill(ctx: Context, filling: Filling): Promise<string[]> {
  const community = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
  const administrator = { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' };
  const { root } = await setUp(actingAs(ctx, VISITOR), { community, administrator });
  const unit = await createUnit(ctx, { name: 'Виконавчий орган', parentId: root.id });
  const ids: string[] = [];
  for (const item of ITEMS) ids.push(await publish(ctx, unit, item, filling));
  return ids;
}

async function withCatalog<T>(filling: Filling, deed: (ctx: Context, ids: string[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT, careless: true });
  const database = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), SILENT, 2);
  const duckdb = openLocalDuckDb({ folder, threads: 1 });
  const queue = openJobQueue(database.db, SILENT);
  try {
    await migrate(database.db, MIGRATIONS, SILENT);
    const { signal } = new AbortController();
    const clock = { now: () => new Date() };
    const objects = openFolderStore(folder);
    const parts = { db: database.db, objects, duckdb, queue, jobs: [], clock, log: SILENT, signal };
    const ctx = makeContext(parts, system('bench'));
    return await deed(ctx, await fill(ctx, filling));
  } finally {
    await queue.close();
    await duckdb.close();
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * `npm run bench:search [-- FILE] [--passports]`: puts the list of resolution 835 into a real catalog, the names alone (or with
 * `--passports` all that the product fills in), asks every query of the file and prints how high the expected datasets stand.
 */
export async function benchSearch(args: readonly string[], ownFile: string, report?: Report): Promise<void> {
  const filling: Filling = args.includes('--passports') ? 'passports' : 'names';
  const path = resolve(args.find((one) => !one.startsWith('--')) ?? ownFile);
  const queries = parseQueries(await readFile(path, 'utf8'), ITEMS.length);
  await withCatalog(filling, async (ctx, ids) => {
    const visitor = actingAs(ctx, VISITOR);
    const scored: ScoredQuery[] = [];
    const begun = performance.now();
    for (const query of queries) {
      const found = await searchCards(visitor, { q: query.q, page: 1, size: LOOKED_AT });
      const places = found.items.map((card) => ids.indexOf(card.datasetId));
      scored.push({ ...query, place: 1 + places.findIndex((index) => query.expected.includes(index)), first: places });
    }
    const ms = (performance.now() - begun) / Math.max(1, queries.length);
    const mrr = meanReciprocalRank(scored);
    report?.({
      what: `search over the list of resolution 835, ${queries.length} queries: MRR`,
      measured: `${mrr.toFixed(3)}, ${ms.toFixed(1)} ms each`,
      hold: '≥ 0.85',
      held: mrr >= 0.85,
    });
    const what = filling === 'names' ? 'the names alone' : 'passports as the product fills them';
    console.log(`${path}: ${queries.length} queries over ${ITEMS.length} datasets (${what}), ${ms.toFixed(1)} ms each`);
    console.log(
      reportOf(
        scored,
        ITEMS.map((item) => item.title),
      ),
    );
  });
}
