import type { Encoding } from '../text-table.ts';
import type { JsonScanner } from './json-scanner.ts';
import type { ReadJob } from './read-job.ts';
import { readText } from './text-decoding.ts';

/** A JSON file and how its bytes are read. */
export interface JsonFile {
  readonly job: ReadJob;
  readonly encoding: Encoding;
}

/**
 * Feeds the whole file to the scanner.
 * @returns characters that could not be read
 * @throws JsonFault
 */
export async function walkJson({ job, encoding }: JsonFile, scanner: JsonScanner, pass: 0 | 1): Promise<number> {
  const progress = (done: number) =>
    job.progress?.({ stage: 'read', done: Math.floor((done + pass * job.size) / 2), total: job.size });
  let broken = 0;
  for await (const piece of readText({ path: job.path, encoding, signal: job.signal, progress })) {
    if (piece.includes('\ufffd')) broken += piece.split('\ufffd').length - 1;
    scanner.feed(piece);
  }
  scanner.finish();
  return broken;
}
