import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { WRITERS, type WrittenColumn, type WrittenFormat, type WrittenTable } from '../src/tabular/writers/index.ts';
import { inProcess } from './child.ts';
import type { Report } from './report.ts';
import { peakMemory } from './system.ts';

/** How a table was written, in this process. */
export interface DownloadRun {
  /** Milliseconds to the first bytes and to the last. */
  readonly first: number;
  readonly whole: number;
  readonly bytes: number;
  /** Peak resident memory of the process, and what it took before; MB. */
  readonly memory: number;
  readonly before: number;
}

const COLUMNS: readonly WrittenColumn[] = (
  [
    ['number', 'Номер', 'integer'],
    ['district', 'Район', 'text'],
    ['latitude', 'Широта', 'decimal'],
    ['longitude', 'Довгота', 'decimal'],
    ['amount', 'Сума, грн', 'decimal'],
    ['day', 'Дата', 'date'],
    ['address', 'Адреса', 'text'],
    ['note', 'Примітка', 'text'],
  ] as const
).map(([name, title, type], i) => ({
  ...{ name, title, type, value: `"c${i}"`, identifier: i === 0 },
  coordinate: name === 'latitude' || name === 'longitude',
}));

/** Makes the invented register as Parquet. */
export async function makeRegister(path: string, rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const duckdb = openLocalDuckDb({ folder, threads: 2 });
  const session = await duckdb.session({ memory: '1GB' });
  await session.run(
    `COPY (SELECT i::BIGINT AS c0, ['Центральний','Шевченківський','Єврейський','Галицький'][1 + (i * 7919) % 4] AS c1,
      49.2 + (i * 48271 % 100003) / 1e6 AS c2, 23.4 + (i * 7919 % 100019) / 1e6 AS c3, (i * 48271 % 1000003) / 100 AS c4,
      DATE '2015-01-01' + CAST((i * 31) % 4000 AS INTEGER) AS c5, 'Вулиця ' || ((i * 7) % 90001) || ' Кам’янецька' AS c6,
      'Опис рядка номер ' || i || ' <б/н> & «далі»' AS c7 FROM range(${rows}) r(i)) TO ${literal(path)}
      (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`,
  );
  session.close();
  await duckdb.close();
  await rm(folder, { recursive: true, force: true });
}

/** Writes the register and throws the bytes away, as a quick reader takes them. */
export async function measureDownload(path: string, format: WrittenFormat): Promise<DownloadRun> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const duckdb = openLocalDuckDb({ folder, threads: 1 });
  const table: WrittenTable = {
    title: 'Дані',
    columns: COLUMNS,
    from: `read_parquet(${literal(path)})`,
    values: [],
    place: { latitude: '"c2"', longitude: '"c3"' },
    decimalSign: 'dot',
  };
  // what the process holds when DuckDB is loaded and idle
  const warm = await duckdb.session({ threads: 1 });
  await warm.rows('SELECT 1');
  const before = Math.round(await peakMemory());
  const begun = performance.now();
  const session = await duckdb.session({ threads: 1, memory: '100MB' });
  let [first, bytes] = [0, 0];
  for await (const piece of WRITERS[format](table, { session, workFolder: () => mkdtemp(join(folder, 'work-')) })) {
    if (bytes === 0) first = performance.now() - begun;
    bytes += piece.byteLength;
  }
  const whole = performance.now() - begun;
  const memory = Math.round(await peakMemory());
  for (const one of [session, warm]) one.close();
  await duckdb.close();
  await rm(folder, { recursive: true, force: true });
  return { first, whole, bytes, memory, before };
}

const ROWS = 1_000_000;
/** MB over an idle process, and milliseconds to the first byte. */
const MEMORY = 300;
const FIRST = 300;

/**
 * Downloads of a table of 1M × 8 in every format: first byte, whole, memory over an idle process. Parquet ends with its table of contents, so it
 * is made whole before its first byte; it is a service beside the formats of the passport.
 */
export async function benchDownloads(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-files-'));
  try {
    const path = join(folder, 'register.parquet');
    await makeRegister(path, ROWS);
    const source = (await stat(path)).size / 2 ** 20;
    for (const format of Object.keys(WRITERS)) {
      const run = await inProcess<DownloadRun>('downloads-child', [path, format]);
      const [megabytes, seconds, more] = [run.bytes / 2 ** 20, run.whole / 1000, run.memory - run.before];
      const begins = format === 'parquet' || run.first <= FIRST;
      report({
        what: `1M × 8 as ${format}, streamed`,
        measured: `first byte ${run.first.toFixed(0)} ms, ${megabytes.toFixed(0)} MB in ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(0)} MB/s), memory +${more} MB`,
        unit: `Parquet ${source.toFixed(0)} MB`,
        hold: format === 'parquet' ? `+${MEMORY} MB` : `≤ ${FIRST} ms, ≤ +${MEMORY} MB`,
        held: begins && more <= MEMORY,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
