/** Writers of whole tables, one a format. They know columns and rows, nothing of datasets; DuckDB is given to them. */
import { writeShapefile } from './shapefile/write-shapefile.ts';
import { writeCsv, writeCsvForExcel } from './write-csv.ts';
import { writeGeoJson } from './write-geojson.ts';
import { writeJson } from './write-json.ts';
import { writeOds } from './write-ods.ts';
import { writeParquet } from './write-parquet.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeXml } from './write-xml.ts';
import type { TableWriter } from './written-table.ts';

export { plainGeometry } from '../geometry/plain-geometry.ts';
export { middleOf, type ScreenShape, screenShape } from '../geometry/screen-shape.ts';
export { latitudesOf, longitudesOf, wktOf } from '../geometry/shape-sql.ts';
export { wktText } from '../geometry/wkt-text.ts';
export { rightHandedText } from '../geometry/wound-text.ts';
export { MOST_FIELDS as SHP_MOST_FIELDS } from './shapefile/dbf-file.ts';
export { looksLikeFormula, valueText } from './value-text.ts';
export { type FilledSheet, writeWorkbook } from './write-workbook.ts';
export { writeXlsxSheets } from './write-xlsx.ts';
export { XML_ROOT, XML_ROW } from './write-xml.ts';
export type {
  TableWriter,
  WriterTools,
  WrittenColumn,
  WrittenTable,
} from './written-table.ts';

/** Names of the formats with a writer. */
export type WrittenFormat = 'csv' | 'csv-excel' | 'json' | 'xml' | 'xlsx' | 'ods' | 'geojson' | 'shp' | 'parquet';

export const WRITERS: Readonly<Record<WrittenFormat, TableWriter>> = {
  csv: writeCsv,
  'csv-excel': writeCsvForExcel,
  json: writeJson,
  xml: writeXml,
  xlsx: writeXlsx,
  ods: writeOds,
  geojson: writeGeoJson,
  shp: writeShapefile,
  parquet: writeParquet,
};
