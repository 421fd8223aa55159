import type { ZipDirectory, ZipMember } from '../zip-directory.ts';

/** A file of a feed with the columns it cannot be without (GTFS Schedule Reference, gtfs.org). */
export interface FeedFile {
  readonly name: string;
  /** Without it the feed is none. */
  readonly required: boolean;
  readonly columns: readonly string[];
}

export const FEED_FILES: readonly FeedFile[] = [
  { name: 'agency.txt', required: true, columns: ['agency_name', 'agency_url', 'agency_timezone'] },
  { name: 'stops.txt', required: true, columns: ['stop_id', 'stop_lat', 'stop_lon'] },
  { name: 'routes.txt', required: true, columns: ['route_id', 'route_type'] },
  { name: 'trips.txt', required: true, columns: ['route_id', 'service_id', 'trip_id'] },
  {
    name: 'stop_times.txt',
    required: true,
    columns: ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence'],
  },
  { name: 'calendar.txt', required: false, columns: ['service_id', 'start_date', 'end_date'] },
  { name: 'calendar_dates.txt', required: false, columns: ['service_id', 'date', 'exception_type'] },
  {
    name: 'shapes.txt',
    required: false,
    columns: ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'],
  },
];

/** A column whose values are keys of another file. */
export interface FeedReference {
  readonly file: string;
  readonly column: string;
  /** Files one of which has the key, under the same name of the column. */
  readonly of: readonly string[];
}

export const FEED_REFERENCES: readonly FeedReference[] = [
  { file: 'stop_times.txt', column: 'stop_id', of: ['stops.txt'] },
  { file: 'stop_times.txt', column: 'trip_id', of: ['trips.txt'] },
  { file: 'trips.txt', column: 'route_id', of: ['routes.txt'] },
  { file: 'trips.txt', column: 'service_id', of: ['calendar.txt', 'calendar_dates.txt'] },
  { file: 'trips.txt', column: 'shape_id', of: ['shapes.txt'] },
];

/** Hours go past 24: a trip that begins before midnight belongs to its own day. */
const TIME = '\\d{1,3}:[0-5]\\d:[0-5]\\d';
const DEGREE = '-?\\d{1,3}(?:\\.\\d+)?';

/** Columns with the form of their values; degrees also with the most they can be. */
export const FEED_FORMS: readonly {
  readonly file: string;
  readonly column: string;
  readonly form: string;
  readonly most?: number;
}[] = [
  { file: 'stop_times.txt', column: 'arrival_time', form: TIME },
  { file: 'stop_times.txt', column: 'departure_time', form: TIME },
  { file: 'stops.txt', column: 'stop_lat', form: DEGREE, most: 90 },
  { file: 'stops.txt', column: 'stop_lon', form: DEGREE, most: 180 },
  { file: 'shapes.txt', column: 'shape_pt_lat', form: DEGREE, most: 90 },
  { file: 'shapes.txt', column: 'shape_pt_lon', form: DEGREE, most: 180 },
];

/** Names that only a feed has together. */
const TELLING = ['stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt', 'agency.txt'];

/** The files of a feed by name, wherever in the archive they lie; null where it is no feed. */
export function feedOf({ members }: ZipDirectory): ReadonlyMap<string, ZipMember> | null {
  const files = new Map<string, ZipMember>();
  for (const member of members) {
    const name = member.name.split('/').at(-1)?.toLowerCase() ?? '';
    if (name.endsWith('.txt') && !/(^|\/)(__MACOSX|\._)/.test(member.name)) files.set(name, member);
  }
  return TELLING.filter((name) => files.has(name)).length >= 3 ? files : null;
}
