import type { Finding } from '../../kernel/finding.ts';
import { GEOMETRY_FAULTS } from '../geometry/geometry-fault.ts';
import { FAULT_TEXTS, type GeoFault } from './geo/fault-texts.ts';
import { refusedPlaces } from './geo/geo-faults.ts';
import { crsUnknown, GEOJSON_ROOTS, geoJsonRefusal, MAP_BROKEN, MAP_EMPTY } from './geo/geo-findings.ts';
import { noProjection, SHP_MULTIPATCH, shpBroken } from './geo/shapefile-findings.ts';
import { JSON_REFUSALS } from './json-refusals.ts';
import {
  ARCHIVE_REFUSALS,
  DOCUMENT_OLD,
  HEADER_ROW_MISSING,
  JSON_BROKEN,
  LIMITS,
  LINE_TOO_LONG,
  NO_TABLE,
  noSuchSheet,
  REFUSED_KINDS,
  refusedKind,
  tooManyColumns,
  WORKBOOK_BROKEN,
  WORKBOOK_PASSWORD,
  WORKBOOK_TOO_LARGE,
  XLS_TOO_LARGE,
  XML_RDF,
  XML_REFUSALS,
} from './refusals.ts';

/** Faults that leave a map without a single place; those mended or only told do not. */
const LEAVES_NOTHING = (Object.keys(FAULT_TEXTS) as GeoFault[]).filter(
  (fault) => fault.startsWith('feature-') || GEOMETRY_FAULTS[fault as keyof typeof GEOMETRY_FAULTS] === 'broken',
);

const { noTable, ...ARCHIVES } = ARCHIVE_REFUSALS;

/** Every refusal that reading knows, as a person may meet it: the guide tells them in these words. Names in them are invented. */
export const REFUSAL_SAMPLES: readonly Finding[] = [
  ...REFUSED_KINDS.map(refusedKind),
  DOCUMENT_OLD,
  NO_TABLE,
  tooManyColumns(LIMITS.columns + 1),
  LINE_TOO_LONG,
  HEADER_ROW_MISSING,
  WORKBOOK_TOO_LARGE,
  WORKBOOK_BROKEN,
  WORKBOOK_PASSWORD,
  XLS_TOO_LARGE,
  noSuchSheet('Лютий', ['Січень', 'Березень']),
  JSON_BROKEN,
  ...Object.values(JSON_REFUSALS),
  ...Object.values(XML_REFUSALS),
  XML_RDF,
  ...Object.values(ARCHIVES),
  noTable(['zvit.pdf', 'foto.jpg']),
  ...GEOJSON_ROOTS.map((code) => geoJsonRefusal(code, code === 'geojson-no-type' ? '' : 'Map')),
  MAP_BROKEN,
  MAP_EMPTY,
  crsUnknown('EPSG:2056'),
  noProjection('dorogy'),
  SHP_MULTIPATCH,
  shpBroken('dorogy'),
  ...LEAVES_NOTHING.map((fault) => refusedPlaces(fault)),
];
