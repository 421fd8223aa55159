import { type ManifestColumn, placeColumns, shapeColumn } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { PlaceNames } from './rows-answer.ts';

/** Forms of an answer with their media types. */
export const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
} as const;
export type AnswerFormat = keyof typeof MEDIA_TYPES;

/** Forms of an answer about groups: they have no places. */
const GROUP_FORMATS: readonly AnswerFormat[] = ['json', 'csv', 'jsonl'];

/** The form asked for: the parameter `format`. Throws RequestError `invalid` naming what there is. */
export function formatOf(written: string | null, groups: boolean): AnswerFormat {
  const word = (written ?? '').trim().toLowerCase() || 'json';
  const all = groups ? GROUP_FORMATS : (Object.keys(MEDIA_TYPES) as AnswerFormat[]);
  const found = all.find((format) => format === word);
  if (found) return found;
  throw badFormat({
    uk: `Формату «${written}»${groups ? ' для груп' : ''} немає. Є: ${all.join(', ')}.`,
    en: `There is no format "${written}"${groups ? ' for groups' : ''}. There are: ${all.join(', ')}.`,
  });
}

function badFormat(text: { uk: string; en: string }): RequestError {
  return new RequestError('invalid', 'bad-format', text, [{ field: 'format', text }]);
}

/** Names of the columns that tell a row's place; null where there are none. */
export function placeNamesIn(columns: readonly ManifestColumn[]): PlaceNames | null {
  const shape = shapeColumn(columns);
  if (shape) return { shape: shape.name };
  const place = placeColumns(columns);
  return place && { latitude: place.latitude.name, longitude: place.longitude.name };
}

/** The same. Throws RequestError `invalid` where GeoJSON cannot be made, saying what is missing. */
export function placeNamesOf(columns: readonly ManifestColumn[]): PlaceNames {
  const names = placeNamesIn(columns);
  if (names) return names;
  throw badFormat({
    uk: 'GeoJSON для цієї таблиці немає: у ній не позначено стовпця геометрії чи стовпців широти й довготи. Є: json, csv, jsonl.',
    en: 'There is no GeoJSON of this table: it has no column marked as geometry, nor a pair of latitude and longitude. There are: json, csv, jsonl.',
  });
}
