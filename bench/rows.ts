import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContext } from '../src/app/compose.ts';
import {
  buildDownload,
  compareTables,
  createTable,
  type ManifestColumn,
  openDownload,
  openTable,
  parseRowQuery,
  queryRows,
} from '../src/capabilities/tables/index.ts';
import { system } from '../src/kernel/actor.ts';
import { MIGRATIONS } from '../src/migrations/list.ts';
import type { Context } from '../src/platform/context.ts';
import { socketUrl, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { type DuckSession, literal } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { openJobQueue } from '../src/platform/jobs/job-queue.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { openFolderStore } from '../src/platform/objects/folder-store.ts';

const ROWS = 5_000_000;
const ROUNDS = 5;
const RESOURCE = '01990000-0000-7000-8000-000000000001';

const COLUMNS: readonly ManifestColumn[] = (
  [
    ['id', 'Номер', 'integer'],
    ['district', 'Район', 'text'],
    ['amount', 'Сума', 'decimal'],
    ['date', 'Дата', 'date'],
    ['address', 'Адреса', 'text'],
    ['active', 'Чинний', 'boolean'],
    ['code', 'Код', 'integer'],
    ['note', 'Примітка', 'text'],
  ] as const
).map(([name, title, type], i) => ({
  ...{ parquetColumn: `c${i}`, name, title, type, sensitivity: 'open' as const, geometry: null },
  identifier: name === 'id',
}));

/** An invented register; `salt` changes every hundredth amount, so that two of them can be compared. */
function register(rows: number, salt: number): string {
  return `SELECT i AS c0, ['Центральний','Шевченківський','Єврейський','Франківський','Галицький','Яворівський'][1 + (i * 7919) % 6] AS c1,
    (i * 48271 % 1000003) / 100 + CASE WHEN i % 100 = 0 THEN ${salt} ELSE 0 END AS c2,
    DATE '2015-01-01' + CAST((i * 31) % 4000 AS INTEGER) AS c3, 'Вулиця ' || ((i * 7) % 90001) || ' Кам’янецька' AS c4, i % 7 = 0 AS c5,
    i % 997 AS c6, 'Опис рядка номер ' || i AS c7 FROM range(${rows}) r(i)`;
}

/** A question by address, and the same statements as anybody would write them for DuckDB. */
const QUESTIONS = [
  {
    name: 'two filters, sort by number, page 1',
    query: 'district=Центральний&date__gte=2020-01-01&sort=-amount',
    where: "WHERE c1 = 'Центральний' AND c3 >= DATE '2020-01-01'",
    order: 'ORDER BY c2 DESC LIMIT 100',
  },
  {
    name: 'filter, sort by date and number, page 20',
    query: 'code__in=5,17,101&sort=date,-amount&page=20',
    where: 'WHERE c6 IN (5, 17, 101)',
    order: 'ORDER BY c3, c2 DESC LIMIT 100 OFFSET 1900',
  },
  {
    name: 'part of a text, source order',
    query: 'note__contains=НОМЕР 49999',
    where: "WHERE contains(lower(c7), 'номер 49999')",
    order: 'LIMIT 100',
  },
  {
    name: 'filter, sort by text (Ukrainian), page 1',
    query: 'active=true&sort=address',
    where: 'WHERE c5',
    order: 'ORDER BY c4 COLLATE uk LIMIT 100',
  },
  { name: 'no filter, page 40 000', query: 'page=40000', where: '', order: 'LIMIT 100 OFFSET 3999900' },
  {
    name: 'sort of all, page 10 000',
    query: 'sort=amount&page=10000',
    where: '',
    order: 'ORDER BY c2 LIMIT 100 OFFSET 999900',
  },
] as const;

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await deed();
  return performance.now() - begun;
}

async function makeTable(ctx: Context, rows: number, salt = 0): Promise<string> {
  const path = join(await ctx.objects.workFolder(), 'table.parquet');
  const session = await ctx.duckdb.session({ memory: '1GB' });
  await session.run(
    `COPY (${register(rows, salt)}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`,
  );
  session.close();
  const { key } = await ctx.objects.takeFile('public', RESOURCE, path);
  return createTable(ctx, {
    resourceId: RESOURCE,
    manifest: { parts: [{ kind: 'base', key, rows }], columns: COLUMNS, rows },
  });
}

/** Row queries beside the same statements in plain DuckDB: one run, equal threads and memory, medians. */
async function measureQuestions(ctx: Context, tableId: string): Promise<void> {
  const from = `FROM read_parquet(${literal((await openTable(ctx, tableId)).paths[0] ?? '')})`;
  const plain: DuckSession = await ctx.duckdb.session({ memory: '300MB' });
  for (const { name, query, where, order } of QUESTIONS) {
    const asked = parseRowQuery(COLUMNS, new URLSearchParams(query));
    const times = { plain: [] as number[], ours: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push(
        await timed(async () => {
          await plain.rows(`SELECT count(*) AS n ${from} ${where}`);
          await plain.rows(`SELECT * ${from} ${where} ${order}`);
        }),
      );
      times.ours.push(await timed(() => queryRows(ctx, tableId, asked)));
    }
    const [unit, ours] = [median(times.plain), median(times.ours)];
    const holds = ours <= 1.5 * unit + 5 ? 'holds' : 'DOES NOT HOLD';
    console.log(
      `${name.padEnd(42)} plain ${unit.toFixed(0)} ms, ours ${ours.toFixed(0)} ms (hold 1.5 × + 5 ms: ${holds})`,
    );
  }
  plain.close();
}

/** Downloads of a million rows: first byte, the whole, memory; then the stored file. */
async function measureDownloads(ctx: Context, tableId: string): Promise<void> {
  for (const format of ['csv', 'json'] as const) {
    const begun = performance.now();
    const before = process.memoryUsage().rss;
    let [first, bytes, peak] = [0, 0, before];
    for await (const piece of (await openDownload(ctx, tableId, format)).stream) {
      if (bytes === 0) first = performance.now() - begun;
      bytes += piece.byteLength;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    const [whole, more] = [performance.now() - begun, (peak - before) / 2 ** 20];
    console.log(
      `${`1M rows as ${format}, streamed`.padEnd(42)} first byte ${first.toFixed(0)} ms (hold 300), ${(bytes / 2 ** 20).toFixed(0)} MB in ${(whole / 1000).toFixed(1)} s, memory +${more.toFixed(0)} MB`,
    );
  }
  const built = await timed(() => buildDownload(ctx, tableId, 'csv'));
  console.log(`${'1M rows as csv, stored'.padEnd(42)} ${(built / 1000).toFixed(1)} s`);
}

/** The row API over 5M rows, downloads of 1M rows, the comparison of two versions of 1M rows. */
export async function benchRows(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT, careless: true });
  const database = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), SILENT, 2);
  const objects = join(folder, 'objects');
  const duckdb = openLocalDuckDb({ folder: objects, threads: availableParallelism() });
  try {
    await migrate(database.db, MIGRATIONS, SILENT);
    const queue = openJobQueue(database.db, SILENT);
    const parts = { db: database.db, objects: openFolderStore(objects), duckdb, queue, jobs: [], log: SILENT };
    const rest = { clock: { now: () => new Date() }, signal: new AbortController().signal };
    const made = makeContext({ ...parts, ...rest }, system('bench'));
    const ctx: Context = { ...made, emit: () => Promise.resolve() }; // no worker takes up what is asked for here
    await measureQuestions(ctx, await makeTable(ctx, ROWS));
    const million = await makeTable(ctx, 1_000_000);
    await measureDownloads(ctx, million);
    const changed = await makeTable(ctx, 1_000_000, 1);
    const took = await timed(() => compareTables(ctx, million, changed));
    console.log(`${'two versions of 1M rows compared'.padEnd(42)} ${(took / 1000).toFixed(1)} s`);
    await queue.close();
  } finally {
    await duckdb.close();
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
