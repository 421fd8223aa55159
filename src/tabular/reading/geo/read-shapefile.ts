import type { Finding } from '../../../kernel/finding.ts';
import { type CoordinateSystem, systemOfWkt, toWgs84, WGS84 } from '../../geometry/coordinate-systems.ts';
import { rightHanded } from '../../geometry/rings.ts';
import { mapSpots, type Spot, spotOf } from '../../geometry/shape.ts';
import { isInUkraine, isSwapped } from '../../geometry/ukraine.ts';
import type { Encoding, ReadOutcome, SheetInfo } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { LIMITS, noSuchSheet, WORKBOOK_TOO_LARGE } from '../refusals.ts';
import { unpackMember } from '../workbook/archive.ts';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';
import { swappedSpot } from './axes-sample.ts';
import { ByteSource } from './byte-source.ts';
import { type ByteDecoder, dbfEncoding, decoderOf } from './dbf-encoding.ts';
import { type DbfField, dbfCells, dbfRecords, readDbfHeader } from './dbf-records.ts';
import { crsUnknown, projectedFrom, swappedAxes } from './geo-findings.ts';
import { GeoTable } from './geo-table.ts';
import { noProjection, SHP_MULTIPATCH, shapefileParts, shpBroken } from './shapefile-findings.ts';
import { readShpHeader, ShpFault, type ShpHeader, shpShapes } from './shp-records.ts';

/** A map of the archive: its parts by extension. */
interface Shapefile {
  readonly name: string;
  readonly shp: ZipMember;
  readonly dbf: ZipMember | null;
  readonly prj: ZipMember | null;
  readonly cpg: ZipMember | null;
}

/** The maps of an archive, in its order. Extensions in any case; copies that macOS adds are left out. */
function mapsOf({ members }: ZipDirectory): Shapefile[] {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  return members.flatMap((member) => {
    if (!/\.shp$/i.test(member.name) || /(^|\/)__MACOSX\/|(^|\/)\._/.test(member.name)) return [];
    const base = member.name.slice(0, -4);
    const part = (extension: string) => byName.get(`${base}${extension}`.toLowerCase()) ?? null;
    const name = base.split('/').at(-1) ?? base;
    return [{ name, shp: member, dbf: part('.dbf'), prj: part('.prj'), cpg: part('.cpg') }];
  });
}

/** True where the archive holds at least one map, in whatever folder. */
export function hasShapefile(directory: ZipDirectory): boolean {
  return mapsOf(directory).length > 0;
}

/** A small text member, at most 64 KiB of it. */
async function textOf(path: string, member: ZipMember | null): Promise<string | null> {
  if (member === null) return null;
  const source = new ByteSource(unpackMember(path, member));
  try {
    return (await source.take(65_536)).toString('utf8');
  } finally {
    await source.close();
  }
}

interface Fields {
  readonly fields: readonly DbfField[];
  readonly names: readonly string[];
  readonly decode: ByteDecoder;
  readonly encoding: Encoding;
  readonly records: AsyncGenerator<Buffer | null>;
  readonly close: () => Promise<void>;
}

const SAMPLE = 256 * 1024;

/** Letters of the first records, to guess the code page by. */
async function sampleOf(path: string, member: ZipMember): Promise<Buffer> {
  const source = new ByteSource(unpackMember(path, member));
  try {
    const header = await readDbfHeader(source);
    return Buffer.concat([...(header?.fields.map(({ name }) => name) ?? []), await source.take(SAMPLE)]);
  } finally {
    await source.close();
  }
}

async function openFields(job: ReadJob, { dbf, cpg }: Shapefile): Promise<Fields | null> {
  if (dbf === null) return null;
  const source = new ByteSource(unpackMember(job.path, dbf));
  const header = await readDbfHeader(source);
  if (header === null) {
    await source.close();
    return null;
  }
  const named = await textOf(job.path, cpg);
  const found = job.choices?.encoding ?? dbfEncoding(named, header.language, await sampleOf(job.path, dbf));
  const decode = decoderOf(found);
  return {
    fields: header.fields,
    names: uniqueNames(header.fields.map(({ name }) => decode(name).trim())),
    decode,
    encoding: found === 'western' ? 'binary' : found,
    records: dbfRecords(source, header),
    close: () => source.close(),
  };
}

/** Ten characters are few: names may repeat. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let copy = 2; taken.has(free); copy++) free = `${name}_${copy}`;
    taken.add(free);
    return free;
  });
}

interface Placing {
  readonly system: CoordinateSystem;
  readonly swapped: boolean;
  readonly change: ((spot: Spot) => Spot) | null;
}

function inDegrees({ bounds: [west, south, east, north] }: ShpHeader): boolean {
  return [west, east].every((x) => Math.abs(x) <= 180) && [south, north].every((y) => Math.abs(y) <= 90);
}

/** How positions come to WGS 84, or why they cannot. */
async function placingOf(job: ReadJob, map: Shapefile, header: ShpHeader): Promise<Placing | Finding> {
  const wkt = await textOf(job.path, map.prj);
  const system = wkt === null ? (inDegrees(header) ? WGS84 : null) : systemOfWkt(wkt);
  if (system === null) return wkt === null ? noProjection(map.name) : crsUnknown(/"([^"]*)"/.exec(wkt)?.[1] ?? wkt);
  const [west, south, east, north] = header.bounds;
  const corners = [spotOf(west, south), spotOf(east, north)];
  const swapped = system.definition === null && corners.every(isSwapped) && !corners.some(isInUkraine);
  return { system, swapped, change: swapped ? swappedSpot : toWgs84(system) };
}

interface Counts {
  unpaired: number;
  deleted: number;
}

/** Walks shapes and records side by side into the table. */
async function gather(
  job: ReadJob,
  source: ByteSource,
  parts: { fields: Fields | null; placing: Placing; table: GeoTable; size: number },
) {
  const { fields, placing, table, size } = parts;
  const counts: Counts = { unpaired: 0, deleted: 0 };
  for (const name of fields?.names ?? []) table.declare(name);
  for await (const shape of shpShapes(source)) {
    job.signal?.throwIfAborted();
    if (table.rows % 1000 === 0) job.progress?.({ stage: 'read', done: source.taken, total: size });
    const record = fields === null ? undefined : await fields.records.next();
    if (record && !record.done && record.value === null) {
      counts.deleted += 1;
      continue;
    }
    if (fields && (record === undefined || record.done)) counts.unpaired += 1;
    if (fields && record && !record.done && record.value) putFields(table, fields, record.value);
    const { change } = placing;
    table.end(shape && change ? rightHanded(mapSpots(shape, change)) : shape);
  }
  // records without a shape have their fields all the same
  for (let record = await fields?.records.next(); record && !record.done; record = await fields?.records.next()) {
    if (fields === null || record.value === null) continue;
    counts.unpaired += 1;
    putFields(table, fields, record.value);
    table.end(null);
  }
  return counts;
}

function putFields(table: GeoTable, { fields, names, decode }: Fields, record: Buffer): void {
  const cells = dbfCells(record, fields, decode);
  names.forEach((name, at) => {
    table.put(name, cells[at] ?? null);
  });
}

async function readMap(job: ReadJob, map: Shapefile, sheets: readonly SheetInfo[]): Promise<ReadOutcome> {
  const source = new ByteSource(unpackMember(job.path, map.shp));
  const table = new GeoTable(job.workFolder);
  let fields: Fields | null = null;
  try {
    const header = await readShpHeader(source);
    const placing = await placingOf(job, map, header);
    if ('code' in placing) return { kind: 'refused', reason: placing };
    fields = await openFields(job, map);
    const counts = await gather(job, source, { fields, placing, table, size: map.shp.unpacked });
    table.close();
    const missing = [...(fields === null ? ['.dbf'] : []), ...(map.prj === null ? ['.prj'] : [])];
    const told = shapefileParts({ name: map.name, missing, ...counts });
    const findings = [
      ...(told ? [told] : []),
      ...(placing.swapped ? [swappedAxes(table.placed)] : []),
      ...(placing.system.definition === null ? [] : [projectedFrom(placing.system)]),
    ];
    const encoding = fields?.encoding ?? 'binary';
    return await table.finish(job, { format: 'shp', encoding, findings, sheet: map.name, sheets });
  } catch (error) {
    if (!(error instanceof ShpFault)) throw error;
    return { kind: 'refused', reason: error.reason === 'multipatch' ? SHP_MULTIPATCH : shpBroken(map.name) };
  } finally {
    table.close();
    await Promise.all([source.close(), fields?.close()]);
  }
}

/** Rows and columns of each map by the headers of its fields. */
async function partsOf(job: ReadJob, maps: readonly Shapefile[]): Promise<SheetInfo[]> {
  const parts: SheetInfo[] = [];
  for (const { name, dbf } of maps) {
    const source = dbf === null ? null : new ByteSource(unpackMember(job.path, dbf));
    const header = source === null ? null : await readDbfHeader(source);
    await source?.close();
    parts.push({ name, rows: header?.records ?? 1, columns: (header?.fields.length ?? 0) + 1 });
  }
  return parts;
}

/**
 * Reads a map of a zipped shapefile: the one asked for, else the one with most objects. Fields of the `.dbf` become columns, shapes are brought
 * to WGS 84 by the `.prj`. Shapes and fields are walked side by side; memory is one shape.
 */
export async function readShapefile(job: ReadJob, directory: ZipDirectory): Promise<ReadOutcome> {
  const maps = mapsOf(directory);
  const tooLarge = maps.some(({ shp, dbf }) => Math.max(shp.unpacked, dbf?.unpacked ?? 0) > LIMITS.workbookBytes * 2);
  if (tooLarge) return { kind: 'refused', reason: WORKBOOK_TOO_LARGE };
  const parts = await partsOf(job, maps);
  const asked = job.choices?.sheet;
  if (asked !== undefined && !maps.some(({ name }) => name === asked))
    return {
      kind: 'refused',
      reason: noSuchSheet(
        asked,
        maps.map(({ name }) => name),
      ),
    };
  const likeliest = parts.reduce((best, part, at) => (part.rows > (parts[best]?.rows ?? 0) ? at : best), 0);
  const map = asked === undefined ? maps[likeliest] : maps.find(({ name }) => name === asked);
  if (!map) throw new Error('an archive without maps is read by others');
  return readMap(job, map, parts);
}
