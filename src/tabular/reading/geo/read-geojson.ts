import type { Finding } from '../../../kernel/finding.ts';
import { type CoordinateSystem, systemOfName, toWgs84, WGS84 } from '../../geometry/coordinate-systems.ts';
import { isBbox } from '../../geometry/read-geometry.ts';
import { SHAPE_TYPES } from '../../geometry/shape.ts';
import type { Encoding, ReadOutcome } from '../../text-table.ts';
import { detectEncoding } from '../encoding.ts';
import { JsonFault, JsonScanner } from '../json-scanner.ts';
import type { ReadJob } from '../read-job.ts';
import { brokenCharacters, nestedValues } from '../reading-findings.ts';
import { JSON_BROKEN } from '../refusals.ts';
import { readText } from '../text-decoding.ts';
import { AxesSample } from './axes-sample.ts';
import { type FeatureRules, FeatureTaker } from './feature-taker.ts';
import { GeoFaults } from './geo-faults.ts';
import { crsMember, crsUnknown, geoJsonRefusal, projectedFrom, swappedAxes } from './geo-findings.ts';
import { GeoTable } from './geo-table.ts';

const TYPES: readonly string[] = ['FeatureCollection', 'Feature', ...SHAPE_TYPES];
/** What a file of GeoJSON shows near its beginning, whatever the order of its members. */
const HINT = new RegExp(`"type"\\s*:\\s*"(?:${TYPES.join('|')})"`, 'i');
const ROOT_MEMBERS = new Set(['crs', 'bbox']);
/** Members a FeatureCollection may not have (RFC 7946, 7.1). */
const FOREIGN = ['coordinates', 'geometries', 'geometry', 'properties'];

/** A whole walk over the file. @returns characters that could not be read */
async function scan(job: ReadJob, encoding: Encoding, scanner: JsonScanner, pass: 0 | 1): Promise<number> {
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

type Root =
  /** `path`: whose elements are the objects. */
  | { readonly kind: 'map'; readonly path: '/features' | '$' }
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly reason: Finding };

const refused = (code: Parameters<typeof geoJsonRefusal>[0], value = ''): Root => ({
  kind: 'refused',
  reason: geoJsonRefusal(code, value),
});

/** What the root of the document says it is. @param named the file is called GeoJSON, so nothing else is expected */
function rootOf(scanner: JsonScanner, named: boolean): Root {
  const values = scanner.census.get('$');
  const isList = (values?.arrays ?? 0) > 0;
  if (isList) return { kind: 'other' };
  if ((values?.objects ?? 0) === 0) return named ? refused('geojson-root') : { kind: 'other' };
  if ((scanner.rootKeys.get('type') ?? 0) > (values?.objects ?? 0)) return refused('geojson-two-types');
  const raw = scanner.rootScalars.get('type');
  if (!scanner.rootKeys.has('type')) return named ? refused('geojson-no-type') : { kind: 'other' };
  if (raw?.[0] !== '"') return named ? refused('geojson-no-type', raw ?? '{…}') : { kind: 'other' };
  const type = String(JSON.parse(raw));
  const known = TYPES.find((one) => one.toLowerCase() === type.toLowerCase());
  if (!known) return named && type !== 'Topology' ? refused('geojson-unknown-type', type) : { kind: 'other' };
  if (known !== 'FeatureCollection') return { kind: 'map', path: '$' };
  if (!scanner.rootKeys.has('features')) return refused('geojson-no-features');
  return scanner.census.has('/features')
    ? { kind: 'map', path: '/features' }
    : refused('geojson-features', scanner.rootScalars.get('features') ?? '{…}');
}

/** The `crs` member of the draft of 2008: RFC 7946 has none, but old programs write it. */
function crsOf(raw: string | undefined): { system: CoordinateSystem | null; name: string } | null {
  if (raw === undefined || raw === 'null') return null;
  const found = /"name"\s*:\s*("(?:[^"\\]|\\.)*")\s*\}/.exec(raw)?.[1];
  const name = found === undefined ? raw.slice(0, 100) : String(JSON.parse(found));
  return { system: systemOfName(name), name };
}

function tellRoot(scanner: JsonScanner, faults: GeoFaults): void {
  if (scanner.census.get('$')?.objects !== 1 || !scanner.rootKeys.has('features')) return;
  const type = String(JSON.parse(scanner.rootScalars.get('type') ?? '""'));
  if (type !== 'FeatureCollection') faults.add('geometry-type-case', 0, type);
  for (const name of FOREIGN) if (scanner.rootKeys.has(name)) faults.add('feature-foreign-member', 0, name);
  const bbox = scanner.rootMembers.get('bbox');
  if (bbox !== undefined && !isBbox(bbox)) faults.add('feature-bbox', 0, bbox.slice(0, 100));
}

async function readFeatures(
  job: ReadJob,
  encoding: Encoding,
  path: string,
  rules: FeatureRules,
): Promise<{ table: GeoTable; taker: FeatureTaker }> {
  const table = new GeoTable(job.workFolder);
  const taker = new FeatureTaker(table, rules);
  try {
    await scan(job, encoding, new JsonScanner(path, (text) => taker.take(text)), 1);
  } finally {
    table.close();
  }
  return { table, taker };
}

async function read(job: ReadJob, encoding: Encoding, named: boolean): Promise<ReadOutcome | null> {
  const axes = new AxesSample();
  const census = new JsonScanner('/features', (text) => axes.take(text), ROOT_MEMBERS);
  const broken = await scan(job, encoding, census, 0);
  const root = rootOf(census, named);
  if (root.kind === 'other') return null;
  if (root.kind === 'refused') return root;
  const crs = crsOf(census.rootMembers.get('crs'));
  if (crs && crs.system === null) return { kind: 'refused', reason: crsUnknown(crs.name) };
  const system = crs?.system ?? WGS84;
  const faults = new GeoFaults();
  tellRoot(census, faults);
  const swapped = system.definition === null && axes.swapped;
  const { table, taker } = await readFeatures(job, encoding, root.path, { faults, swapped, toWgs84: toWgs84(system) });
  const nothing = table.placed === 0 && root.path === '$' ? faults.refusal() : null;
  if (nothing) return { kind: 'refused', reason: nothing };
  const findings = [
    ...(broken > 0 ? [brokenCharacters(broken)] : []),
    ...(swapped ? [swappedAxes(table.placed)] : []),
    ...(crs ? [system.definition === null ? crsMember(crs.name) : projectedFrom(system)] : []),
    ...faults.findings(),
    ...(taker.nested > 0 ? [nestedValues(taker.nested, [...taker.nestedFields])] : []),
  ];
  return table.finish(job, { format: 'geojson', encoding, findings });
}

/**
 * Reads a map of GeoJSON (RFC 7946): a FeatureCollection, one feature, one geometry, or a feature a line. The properties become columns, the
 * geometry stands beside them with its digits as written. The file is walked twice, memory is flat in its size.
 * @returns null where the file is some other JSON
 */
export async function readGeoJson(job: ReadJob, head: Buffer): Promise<ReadOutcome | null> {
  const named = /\.geojsonl?$/i.test(job.fileName);
  const encoding = job.choices?.encoding ?? detectEncoding(head);
  const start = head.toString(encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  const isJson = /^\ufeff?\s*[{[]/.test(start);
  if (named ? !isJson && !/^\s*(?:null|true|false|"|-?\d+\s*$)/.test(start) : !isJson || !HINT.test(start)) return null;
  try {
    return await read(job, encoding, named);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return named ? { kind: 'refused', reason: JSON_BROKEN } : null;
  }
}
