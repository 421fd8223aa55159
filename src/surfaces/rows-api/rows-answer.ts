import {
  type OpenColumn,
  type Row,
  type RowPage,
  type RowQuery,
  rowQueryParameters,
} from '../../capabilities/tables/index.ts';
import { csvLine } from '../../kernel/csv.ts';
import { rightHandedText, wktText } from '../../tabular/writers/index.ts';
import type { AnswerFormat } from './answer-format.ts';
import { rowAsJson, withArray } from './row-json.ts';

/** Where an answer stands: to make the links to its neighbours. */
export interface AnswerAddress {
  /** Absolute, without the query string. */
  readonly base: string;
  readonly format: AnswerFormat;
}

/** Absolute addresses of the next and the previous page; null where there is none. */
export interface PageLinks {
  readonly next: string | null;
  readonly prev: string | null;
}

/** The address of a question; the format is named unless it is JSON. */
export function addressOf(address: AnswerAddress, parameters: URLSearchParams): string {
  if (address.format !== 'json') parameters.set('format', address.format);
  const text = parameters.toString();
  return text === '' ? address.base : `${address.base}?${text}`;
}

/** Links by number where pages are asked by number, by cursor where they are asked by cursor: those lead only forward. */
export function pageLinks(page: RowPage, query: RowQuery, address: AnswerAddress): PageLinks {
  if (query.cursor !== null) {
    const next = page.cursor === null ? null : { ...query, cursor: page.cursor };
    return { next: next && addressOf(address, rowQueryParameters(next)), prev: null };
  }
  return numberedLinks(page, (number) => addressOf(address, rowQueryParameters({ ...query, page: number })));
}

/** Links of numbered pages; from beyond the end the previous page is the last one. */
export function numberedLinks(
  page: { page: number; size: number; total: number },
  at: (number: number) => string,
): PageLinks {
  const last = Math.max(1, Math.ceil(page.total / page.size));
  return {
    next: page.page < last ? at(page.page + 1) : null,
    prev: page.page > 1 ? at(Math.min(page.page - 1, last)) : null,
  };
}

/** What an answer tells besides its rows. By cursor there is no number of a page. */
function pagingFacts(page: RowPage, query: RowQuery, address: AnswerAddress): object {
  const number = query.cursor === null ? page.page : null;
  const { total, size: pageSize, cursor } = page;
  return { total, page: number, pageSize, cursor, links: pageLinks(page, query, address) };
}

/** The JSON answer. */
export function rowsAsJson(page: RowPage, query: RowQuery, address: AnswerAddress): string {
  const rows = page.rows.map((row) => rowAsJson(row, page.columns));
  return withArray({ columns: page.columns }, 'rows', rows, pagingFacts(page, query, address));
}

/** One row a line, nothing else: what is told of the page goes into headers. */
export function rowsAsJsonLines(rows: readonly Row[], columns: readonly OpenColumn[]): string {
  return rows.map((row) => `${rowAsJson(row, columns)}\n`).join('');
}

/**
 * The rows of the page as CSV: field names in the header, the same values as in JSON.
 * @param shape name of the column of geometry: WKT in CSV, as in the file to download; null where there is none
 */
export function rowsAsCsv(rows: readonly Row[], columns: readonly OpenColumn[], shape: string | null): string {
  const lines = [columns.map(({ name }) => name)];
  const cell = (row: Row, name: string) => String(row[name] ?? '');
  for (const row of rows)
    lines.push(columns.map(({ name }) => (name === shape ? wktText(cell(row, name)) : cell(row, name))));
  return lines.map(csvLine).join('');
}

/** Names of the columns that tell a row's place: a pair for a point, or one that holds the whole geometry. */
export type PlaceNames = { readonly latitude: string; readonly longitude: string } | { readonly shape: string };

/**
 * GeoJSON (RFC 7946): the geometry, or a point, of every row that has a place, `geometry: null` for the others, so that no row is lost. Paging is told by
 * foreign members, as in the JSON answer. `shown` are the columns asked for; the page has those of the place too.
 */
export function rowsAsGeoJson(
  page: RowPage,
  shown: readonly OpenColumn[],
  place: PlaceNames,
  query: RowQuery,
  address: AnswerAddress,
): string {
  const properties = 'shape' in place ? shown.filter(({ name }) => name !== place.shape) : shown;
  const features = page.rows.map(
    (row) => `{"type":"Feature","geometry":${geometryOf(row, place)},"properties":${rowAsJson(row, properties)}}`,
  );
  return withArray({ type: 'FeatureCollection' }, 'features', features, pagingFacts(page, query, address));
}

/** The geometry as it stands in the table, digit for digit. */
function geometryOf(row: Row, place: PlaceNames): string {
  if (!('shape' in place)) return JSON.stringify(pointOf(row, place));
  const text = row[place.shape];
  return typeof text === 'string' && /^\{"type":"[A-Za-z]+","(?:coordinates|geometries)":\[[^ ]*\]\}$/.test(text)
    ? rightHandedText(text)
    : 'null';
}

function pointOf(row: Row, place: Exclude<PlaceNames, { shape: string }>): object | null {
  const [longitude, latitude] = [degrees(row[place.longitude], 180), degrees(row[place.latitude], 90)];
  return longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] };
}

function degrees(value: Row[string] | undefined, most: number): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) <= most ? number : null;
}
