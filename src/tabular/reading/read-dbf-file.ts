import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoding, ReadOutcome } from '../text-table.ts';
import { ByteSource } from './geo/byte-source.ts';
import { dbfEncoding, decoderOf } from './geo/dbf-encoding.ts';
import { type DbfHeader, dbfCells, dbfRecords, readDbfHeader } from './geo/dbf-records.ts';
import type { ReadJob } from './read-job.ts';
import { NO_ROWS } from './reading-findings.ts';
import { refusedKind } from './refusals.ts';
import { RowSink, sinkToParquet } from './row-sink.ts';

/** Bytes of the first records that the letters are told by. */
const SAMPLE = 256 * 1024;

const open = (job: ReadJob) => new ByteSource(createReadStream(job.path, { signal: job.signal }));

/** Takes the records that are not marked as deleted. */
async function gather(job: ReadJob, encoding: Encoding | 'western', sink: RowSink): Promise<void> {
  const source = open(job);
  try {
    const header = await readDbfHeader(source);
    if (header === null) return;
    const decode = decoderOf(encoding);
    for await (const record of dbfRecords(source, header)) {
      if (record !== null) sink.write(dbfCells(record, header.fields, decode));
      if (sink.rows % 1_000 === 0) job.progress?.({ stage: 'read', done: source.taken, total: job.size });
    }
  } finally {
    sink.close();
    await source.close();
  }
}

async function headerOf(job: ReadJob): Promise<{ header: DbfHeader; sample: Buffer } | null> {
  const source = open(job);
  try {
    const header = await readDbfHeader(source);
    return (
      header && { header, sample: Buffer.concat([...header.fields.map(({ name }) => name), await source.take(SAMPLE)]) }
    );
  } finally {
    await source.close();
  }
}

/** Reads a dBASE table by itself; its code page by the language driver it names, else by its letters. */
export async function readDbfFile(job: ReadJob): Promise<ReadOutcome> {
  const found = await headerOf(job);
  if (found === null || found.header.fields.length === 0) return { kind: 'refused', reason: refusedKind('binary') };
  const { header, sample } = found;
  const encoding = job.choices?.encoding ?? dbfEncoding(null, header.language, sample);
  const decode = decoderOf(encoding);
  const sink = new RowSink(join(job.workFolder, 'rows.csv'), header.fields.length);
  const parquetPath = join(job.workFolder, 'text.parquet');
  try {
    await gather(job, encoding, sink);
    const session = await job.duckdb.session({});
    try {
      await sinkToParquet(session, sink, parquetPath);
    } finally {
      session.close();
    }
  } finally {
    await rm(sink.path, { force: true });
  }
  const headers = header.fields.map(({ name }) => decode(name));
  const table = {
    parquetPath,
    format: 'dbf',
    dialect: null,
    sheet: null,
    sheets: [],
    rows: sink.rows,
    headers,
  } as const;
  const read = encoding === 'western' ? 'binary' : encoding;
  return { kind: 'table', table: { ...table, encoding: read, findings: sink.rows === 0 ? [NO_ROWS] : [] } };
}
