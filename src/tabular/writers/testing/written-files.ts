import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckSession, type DuckValue, literal } from '../../../platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../../../platform/duckdb/local-duckdb.ts';
import type { ColumnType } from '../../column.ts';
import { STORED_AS } from '../../types/cast.ts';
import { WRITERS, type WrittenColumn, type WrittenFormat, type WrittenTable } from '../index.ts';

/** A column of a table made for a test, its values as text; null for an empty cell. */
export interface GivenColumn {
  readonly title?: string;
  readonly type: ColumnType;
  readonly values: readonly (string | null)[];
}

/** Tables written to files, for tests of writers. */
export interface WriterBench {
  /** The file of a table of these columns, named f0, f1 …; the first is the identifier. */
  write(format: WrittenFormat, columns: readonly GivenColumn[], more?: Partial<WrittenTable>): Promise<Buffer>;
  readonly session: DuckSession;
  close(): Promise<void>;
}

/** A folder and a database of their own; close both when the test is over. */
export async function openWriterBench(): Promise<WriterBench> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-writers-'));
  const duckdb = openLocalDuckDb({ folder, threads: 1 });
  const session = await duckdb.session({ threads: 1 });
  let made = 0;
  return {
    session,
    async write(format, columns, more = {}) {
      made += 1;
      const path = join(folder, `${made}.parquet`);
      await session.run(`CREATE OR REPLACE TABLE given (${columns.map((_, i) => `t${i} VARCHAR`).join(', ')})`);
      const rows = Math.max(0, ...columns.map(({ values }) => values.length));
      for (let row = 0; row < rows; row += 1) {
        const values: DuckValue[] = columns.map((column) => column.values[row] ?? null);
        await session.run(`INSERT INTO given VALUES (${values.map(() => '?').join(', ')})`, values);
      }
      const typed = columns.map(({ type }, i) => `CAST(t${i} AS ${STORED_AS[type]}) AS c${i}`);
      await session.run(`COPY (SELECT ${typed.join(', ')} FROM given) TO ${literal(path)} (FORMAT parquet)`);
      const table: WrittenTable = {
        title: 'Дані',
        columns: columns.map(writtenColumn),
        from: `read_parquet(${literal(path)})`,
        values: [],
        place: null,
        decimalSign: 'dot',
        ...more,
      };
      const pieces: Uint8Array[] = [];
      const tools = { session, workFolder: () => mkdtemp(join(folder, 'work-')) };
      for await (const piece of WRITERS[format](table, tools)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    async close() {
      session.close();
      await duckdb.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function writtenColumn({ title, type }: GivenColumn, i: number): WrittenColumn {
  return { name: `f${i}`, title: title ?? `Поле ${i}`, type, value: `"c${i}"`, coordinate: false, identifier: i === 0 };
}

/** Records of CSV by RFC 4180, or with another sign between cells. */
export function csvRecords(text: string, separator = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      const end = text.slice(at).search(separator === ',' ? /[,\r]/ : /[;\r]/);
      cell = text.slice(at, at + end);
      at += end;
    }
    record.push(cell);
    if (text[at] === separator) {
      at += 1;
      if (text[at] !== '\r') continue;
      record.push('');
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a record ends oddly at ${at}`);
    at += 2;
    records.push(record);
    record = [];
  }
  return records;
}
