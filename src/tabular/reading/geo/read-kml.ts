import type { Encoding, ReadOutcome } from '../../text-table.ts';
import { detectEncoding } from '../encoding.ts';
import type { ReadJob } from '../read-job.ts';
import { LIMITS, WORKBOOK_TOO_LARGE } from '../refusals.ts';
import { readText } from '../text-decoding.ts';
import { unpackMember } from '../workbook/archive.ts';
import { XmlFault } from '../xml/walk-xml.ts';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';
import { encodingOfCpg } from './dbf-encoding.ts';
import { GeoFaults } from './geo-faults.ts';
import { MAP_BROKEN, MAP_EMPTY } from './geo-findings.ts';
import { GeoTable } from './geo-table.ts';
import { GpxTaker } from './gpx-taker.ts';
import { KmlTaker } from './kml-taker.ts';
import { walkElements } from './xml-taker.ts';

/** What an XML document of a map is by its root; null where it is none. */
export function mapOfXml(head: Buffer): 'kml' | 'gpx' | null {
  const wide = head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe);
  const text = head.subarray(0, 4096).toString(wide ? 'utf16le' : 'latin1');
  const root = /<(?:\w+:)?(kml|gpx)[\s>]/.exec(text)?.[1];
  return root === 'kml' || root === 'gpx' ? root : null;
}

async function readMap(
  job: ReadJob,
  format: 'kml' | 'gpx',
  encoding: Encoding,
  pieces: AsyncIterable<string>,
): Promise<ReadOutcome> {
  const table = new GeoTable(job.workFolder);
  const faults = new GeoFaults();
  try {
    await walkElements(pieces, format === 'kml' ? new KmlTaker(table, faults) : new GpxTaker(table, faults));
  } catch (error) {
    if (error instanceof XmlFault) return { kind: 'refused', reason: MAP_BROKEN };
    throw error;
  } finally {
    table.close();
  }
  if (table.rows === 0) return { kind: 'refused', reason: MAP_EMPTY };
  return table.finish(job, { format, encoding, findings: faults.findings() });
}

/** Reads a KML or GPX document. Each placemark, waypoint, route and track is a row. Memory is one of them. */
export function readXmlMap(job: ReadJob, head: Buffer, format: 'kml' | 'gpx'): Promise<ReadOutcome> {
  const declared = /<\?xml[^>]*encoding=["']([^"']+)/.exec(head.subarray(0, 200).toString('latin1'))?.[1];
  const named = declared === undefined ? null : encodingOfCpg(declared);
  const encoding = job.choices?.encoding ?? (named === null || named === 'western' ? detectEncoding(head) : named);
  const progress = (done: number) => job.progress?.({ stage: 'read', done, total: job.size });
  return readMap(job, format, encoding, readText({ path: job.path, encoding, signal: job.signal, progress }));
}

/** The document of a KMZ: `doc.kml`, or the first one there is. */
export function documentOfKmz({ members }: ZipDirectory): ZipMember | null {
  const documents = members.filter(({ name }) => /\.kml$/i.test(name) && !name.includes('__MACOSX/'));
  return documents.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? documents[0] ?? null;
}

async function* textOf(pieces: AsyncIterable<Buffer>, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

/** Reads the document of a KMZ. */
export async function readKmz(job: ReadJob, member: ZipMember): Promise<ReadOutcome> {
  if (member.unpacked > LIMITS.workbookBytes) return { kind: 'refused', reason: WORKBOOK_TOO_LARGE };
  return readMap(job, 'kml', 'utf-8', textOf(unpackMember(job.path, member), job.signal));
}
