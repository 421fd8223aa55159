import type { Text } from '../../kernel/text.ts';
import { SHP_MOST_FIELDS } from '../../tabular/writers/index.ts';
import { type GeoColumn, hasPlaces } from './place-columns.ts';

/** Every format a table can be downloaded in, in the order people are offered them. */
export const DOWNLOAD_FORMATS = [
  'csv',
  'csv-excel',
  'json',
  'xml',
  'xlsx',
  'ods',
  'geojson',
  'shp',
  'parquet',
] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** What is said of a format. */
export interface DownloadFormatFacts {
  readonly format: DownloadFormat;
  /** Upper case, as passports, cards and facets name it; the two kinds of CSV share it. */
  readonly name: string;
  /** On a button: `CSV`, «CSV для Excel». */
  readonly label: Text;
  /** Of the address and of the file's name, without the first dot: `csv`, `excel.csv`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Told in the passport, in cards and in the catalog for programs; the others are services beside it. */
  readonly listed: boolean;
}

const same = (name: string): Text => ({ uk: name, en: name });

const FACTS: Readonly<Record<DownloadFormat, Omit<DownloadFormatFacts, 'format'>>> = {
  csv: {
    name: 'CSV',
    label: same('CSV'),
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    listed: true,
  },
  'csv-excel': {
    name: 'CSV',
    label: { uk: 'CSV для Excel', en: 'CSV for Excel' },
    extension: 'excel.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    listed: false,
  },
  json: {
    name: 'JSON',
    label: same('JSON'),
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    listed: true,
  },
  xml: {
    name: 'XML',
    label: same('XML'),
    extension: 'xml',
    mediaType: 'application/xml; charset=utf-8',
    listed: true,
  },
  xlsx: {
    name: 'XLSX',
    label: { uk: 'Excel (XLSX)', en: 'Excel (XLSX)' },
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    listed: true,
  },
  ods: {
    name: 'ODS',
    label: same('ODS'),
    extension: 'ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    listed: true,
  },
  geojson: {
    name: 'GEOJSON',
    label: same('GeoJSON'),
    extension: 'geojson',
    mediaType: 'application/geo+json',
    listed: true,
  },
  shp: {
    name: 'SHP',
    label: { uk: 'Карта SHP (архів)', en: 'SHP map (archive)' },
    extension: 'shp.zip',
    mediaType: 'application/zip',
    listed: true,
  },
  parquet: {
    name: 'PARQUET',
    label: same('Parquet'),
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    listed: false,
  },
};

/** What decides which formats a table is offered in. */
export interface DownloadChoice {
  /** False where the city does not give Parquet. */
  readonly parquet: boolean;
  /** Rows of the table, where known: workbooks are not offered for what no program for tables can open. */
  readonly rows?: number | null;
}

/** More cells than this no usual program opens as a workbook. */
const MOST_CELLS: Readonly<Partial<Record<DownloadFormat, number>>> = { xlsx: 50_000_000, ods: 20_000_000 };

/** True where a table of so many rows and columns does not fit the format. */
export function isTooLargeFor(format: DownloadFormat, rows: number, columns: number): boolean {
  return rows * columns > (MOST_CELLS[format] ?? Number.POSITIVE_INFINITY);
}

/**
 * Formats a table of these columns is offered in, in order. GeoJSON and SHP only where there are places, Parquet where the city gives it,
 * workbooks while they can be opened.
 */
export function downloadFormats(columns: readonly GeoColumn[], choice: DownloadChoice): DownloadFormatFacts[] {
  const open = columns.filter(({ sensitivity }) => sensitivity === 'open').length;
  return DOWNLOAD_FORMATS.filter((format) => {
    if (format === 'geojson') return hasPlaces(columns);
    if (format === 'shp') return hasPlaces(columns) && open <= SHP_MOST_FIELDS;
    if (format === 'parquet') return choice.parquet;
    return !isTooLargeFor(format, choice.rows ?? 0, open);
  }).map(formatFacts);
}

export function formatFacts(format: DownloadFormat): DownloadFormatFacts {
  return { format, ...FACTS[format] };
}

/** The format a file name in an address asks for: `csv`, `excel.csv` …; null where there is none of that name. */
export function formatOfExtension(extension: string): DownloadFormat | null {
  return DOWNLOAD_FORMATS.find((format) => FACTS[format].extension === extension) ?? null;
}

/** Path of the file of a whole table, and with `query` of a view of it. */
export function downloadPath(tableId: string, format: DownloadFormat, query = ''): string {
  return `/download/${tableId}.${FACTS[format].extension}${query === '' ? '' : `?${query}`}`;
}

/** Path of a listed format by the name cards give it (`CSV`, `GEOJSON`); null for an original's or a document's own. */
export function listedDownloadPath(tableId: string, name: string): string | null {
  const format = DOWNLOAD_FORMATS.find((one) => FACTS[one].listed && FACTS[one].name === name);
  return format ? downloadPath(tableId, format) : null;
}
