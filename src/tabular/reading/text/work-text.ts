import { open, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Encoding } from '../../text-table.ts';
import { legacyEncoding, mostlyUtf8 } from '../encoding.ts';
import type { ReadJob } from '../read-job.ts';
import { transcodeFile } from './transcode-file.ts';

/** The file as UTF-8: itself, or its transcoded copy. */
export interface WorkText {
  readonly path: string;
  readonly encoding: Encoding;
  readonly broken: number;
  /** Known to be UTF-8 to the last byte. */
  readonly proven: boolean;
}

const isUtf8Name = (encoding: Encoding): boolean => encoding === 'utf-8' || encoding === 'utf-8-bom';

/** Part of a file; shorter where the file ends. */
export async function readBytes(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Where the work text of a reading lies. */
export const workTextPath = (job: ReadJob): string => join(job.workFolder, 'source.txt');

/**
 * Prepares the text as UTF-8. UTF-8 files are used where they lie, by a link with a name of ours: DuckDB takes stars and brackets in a
 * path for patterns.
 */
export async function prepareText(job: ReadJob, encoding: Encoding, damaged: boolean): Promise<WorkText> {
  const path = workTextPath(job);
  await rm(path, { force: true });
  if (isUtf8Name(encoding) && !damaged) {
    await symlink(resolve(job.path), path);
    return { path, encoding, broken: 0, proven: false };
  }
  const done = await transcodeFile({ path: job.path, encoding, signal: job.signal }, path);
  return { path, encoding, broken: done.broken, proven: true };
}

/** When a byte deep in the file is not UTF-8: a few damaged characters, or another encoding after a long ASCII beginning. */
export async function reconsider(job: ReadJob, encoding: Encoding, brokenAt: number): Promise<WorkText> {
  if (job.choices?.encoding !== undefined) return prepareText(job, encoding, true);
  const window = await readBytes(job.path, Math.max(0, brokenAt - 65_536), 2 * 1024 * 1024 + 65_536);
  if (encoding === 'utf-8-bom' || mostlyUtf8(window)) return prepareText(job, encoding, true);
  return prepareText(job, legacyEncoding(window), true);
}
