import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../../../kernel/csv.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { isGeometry } from '../../geometry/shape-sql.ts';
import { valueText } from '../value-text.ts';
import type { TableWriter, WrittenColumn, WrittenTable } from '../written-table.ts';
import { type ZipEntry, zipStream } from '../zip-stream.ts';
import { type DbfColumn, DbfFile, LONGEST_TEXT, shortNames } from './dbf-file.ts';
import { placedParts } from './placed-parts.ts';
import { ShpFile, type ShpKind } from './shp-file.ts';

/** WGS 84 in the words of ESRI. */
const PROJECTION =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** SQL of the row's geometry as GeoJSON text; NULL without one. */
function shapeSql({ place }: WrittenTable): string {
  if (place === null) return 'NULL';
  if ('shape' in place) return `CASE WHEN ${isGeometry(place.shape)} THEN ${place.shape} END`;
  const [latitude, longitude] = [`CAST(${place.latitude} AS DOUBLE)`, `CAST(${place.longitude} AS DOUBLE)`];
  return `CASE WHEN abs(${latitude}) <= 90 AND abs(${longitude}) <= 180 THEN concat('{"type":"Point","coordinates":[', ${longitude}, ',', ${latitude}, ']}') END`;
}

interface Measures {
  readonly longest: readonly number[];
  readonly high: boolean;
}

/** What has to be known before the first record: lengths of texts, and whether there are heights. */
async function measure(
  session: DuckSession,
  table: WrittenTable,
  columns: readonly WrittenColumn[],
): Promise<Measures> {
  const shape = shapeSql(table);
  const lengths = columns.map(({ value, type }) => (type === 'text' ? `max(strlen(${value}))` : '0'));
  const high = `coalesce(bool_or(regexp_matches(${shape}, '\\[[-+0-9.eE]+,[-+0-9.eE]+,')), false)`;
  const list = [...lengths, high].map((sql, at) => `${sql} AS m${at}`).join(', ');
  const [row] = await session.rows(`SELECT ${list} FROM (SELECT * FROM ${table.from})`, table.values);
  return { longest: columns.map((_, at) => Number(row?.[`m${at}`] ?? 0)), high: row?.[`m${columns.length}`] === true };
}

/** The files of the map: one for each kind of geometry, made when the first of it comes. */
class MapFiles {
  readonly made = new Map<ShpKind, { shp: ShpFile; dbf: DbfFile }>();
  private readonly folder: string;
  private readonly columns: readonly DbfColumn[];
  private readonly high: boolean;

  constructor(folder: string, columns: readonly DbfColumn[], high: boolean) {
    this.folder = folder;
    this.columns = columns;
    this.high = high;
  }

  add(kind: ShpKind, parts: Parameters<ShpFile['add']>[0], values: readonly (string | null)[]): void {
    let files = this.made.get(kind);
    if (!files) {
      const base = join(this.folder, kind);
      files = { shp: new ShpFile(base, kind, this.high), dbf: new DbfFile(base, this.columns) };
      this.made.set(kind, files);
    }
    files.shp.add(parts);
    files.dbf.add(values);
  }

  close(): void {
    for (const { shp, dbf } of this.made.values()) {
      shp.close();
      dbf.close();
    }
  }

  async *entries(list: string): AsyncGenerator<ZipEntry> {
    for (const kind of this.made.keys()) {
      for (const part of ['shp', 'shx', 'dbf'])
        yield { name: `${kind}.${part}`, pieces: createReadStream(join(this.folder, `${kind}.${part}`)) };
      yield { name: `${kind}.prj`, text: PROJECTION };
      yield { name: `${kind}.cpg`, text: 'UTF-8' };
    }
    yield { name: 'fields.csv', text: list };
  }
}

/** Names of fields as they were, for whoever opens the short ones. */
function listOfFields(columns: readonly WrittenColumn[], names: readonly string[], longest: readonly number[]): string {
  const lines = columns.map(({ name, title }, at) => [
    names[at] ?? '',
    name,
    title,
    (longest[at] ?? 0) > LONGEST_TEXT ? `значення довші за ${LONGEST_TEXT} байти обрізано; повні у CSV та GeoJSON` : '',
  ]);
  return [['field', 'name', 'title', 'limit'], ...lines].map(csvLine).join('');
}

async function fill(files: MapFiles, session: DuckSession, table: WrittenTable, columns: readonly WrittenColumn[]) {
  const cells = columns.map(({ value, type }, at) => `${valueText(value, type)} AS v${at}`);
  const sql = `SELECT ${[...cells, `${shapeSql(table)} AS shape`].join(', ')} FROM ${table.from}`;
  for await (const rows of session.chunks(sql, table.values)) {
    for (const row of rows) {
      const values = row.slice(0, columns.length).map((value) => (value === null ? null : String(value)));
      const shape = row[columns.length];
      const placed = shape === null || shape === undefined ? [] : placedParts(String(shape));
      // a row without a place stands beside the others, with an empty shape
      if (placed.length === 0) files.add(files.made.keys().next().value ?? 'points', [], values);
      for (const { kind, parts } of placed) files.add(kind, parts, values);
    }
  }
}

/**
 * A zipped shapefile in WGS 84: `.shp`, `.shx`, `.dbf` in UTF-8, `.prj`, `.cpg`, a set for each kind of geometry (points, lines, areas), and a
 * list of the fields, whose names the format cuts to ten letters. The format has its files' lengths in their heads, so they are made in a work
 * folder first; memory is one record. A collection of geometries is written part by part, each with the fields of its row.
 */
export const writeShapefile: TableWriter = async function* write(table, { session, workFolder }) {
  const columns = table.columns.filter(({ shape }) => !shape);
  const folder = await workFolder();
  try {
    const { longest, high } = await measure(session, table, columns);
    const names = shortNames(columns.map(({ name }) => name));
    const fields = columns.map(({ type }, at) => ({ name: names[at] ?? '', type, longest: longest[at] ?? 0 }));
    const files = new MapFiles(folder, fields, high);
    try {
      await fill(files, session, table, columns);
      if (files.made.size === 0) files.add('points', [], []);
    } finally {
      files.close();
    }
    yield* zipStream(files.entries(listOfFields(columns, names, longest)), 'shp');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
