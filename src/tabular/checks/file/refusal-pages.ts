import type { CheckEntry } from '../../../kernel/check.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { Text } from '../../../kernel/text.ts';
import { FAULT_TEXTS } from '../../reading/geo/fault-texts.ts';
import { REFUSAL_SAMPLES } from '../../reading/refusal-samples.ts';
import { MACHINE_READABLE } from '../grounds.ts';
import { ILLUSTRATED_REFUSALS } from './refusal-checks.ts';

/** Two or three words of refusals that no file of a few lines can show. */
const TITLES: Readonly<Record<string, Text>> = {
  'file-pptx': { uk: 'Презентація замість таблиці', en: 'A presentation in place of a table' },
  'file-odt': { uk: 'Документ OpenDocument замість таблиці', en: 'An OpenDocument text in place of a table' },
  'file-archive': { uk: 'Архів не ZIP', en: 'An archive that is no ZIP' },
  'file-shapefile': { uk: 'Частина карти Shapefile', en: 'A part of a Shapefile map' },
  'file-parquet': { uk: 'Файл Parquet', en: 'A Parquet file' },
  'file-sqlite': { uk: 'База даних SQLite', en: 'An SQLite database' },
  'file-media': { uk: 'Звук або відео', en: 'Sound or video' },
  'file-binary': { uk: 'Двійковий файл', en: 'A binary file' },
  'file-ole': { uk: 'Документ старого формату', en: 'A document of an old format' },
  'header-row-missing': { uk: 'Названого рядка заголовків немає', en: 'The named row of headings is not there' },
  'workbook-too-large': { uk: 'Книга завелика', en: 'The workbook is too large' },
  'xls-too-large': { uk: 'Книга старого формату завелика', en: 'A workbook of an old format is too large' },
  'no-such-sheet': { uk: 'Такого аркуша немає', en: 'There is no such sheet' },
  'json-nested-lists': { uk: 'Списки JSON у списках', en: 'Lists of JSON inside lists' },
  'json-empty': { uk: 'Порожній список JSON', en: 'An empty list of JSON' },
  'json-tree': { uk: 'Дерево JSON замість таблиці', en: 'A tree of JSON in place of a table' },
  'json-no-list': { uk: 'У JSON немає записів', en: 'JSON has no records' },
  'json-topology': { uk: 'TopoJSON замість GeoJSON', en: 'TopoJSON in place of GeoJSON' },
  'json-too-deep': { uk: 'JSON вкладений надто глибоко', en: 'JSON is nested too deep' },
  'json-too-long': { uk: 'Запис JSON надто довгий', en: 'A record of JSON is too long' },
  'xml-broken': { uk: 'XML пошкоджений', en: 'The XML is damaged' },
  'xml-entities': { uk: 'XML із власними сутностями', en: 'XML with entities of its own' },
  'xml-too-deep': { uk: 'XML вкладений надто глибоко', en: 'XML is nested too deep' },
  'xml-too-long': { uk: 'Записів XML не видно', en: 'No records are seen in the XML' },
  'xml-no-records': { uk: 'У XML немає записів', en: 'XML has no records' },
  'xml-rdf': { uk: 'Граф RDF замість таблиці', en: 'A graph of RDF in place of a table' },
  'archive-paths': { uk: 'Назви в архіві ведуть назовні', en: 'Names in the archive lead out of it' },
  'archive-encrypted': { uk: 'Архів із паролем', en: 'An archive with a password' },
  'archive-too-large': { uk: 'Архів завеликий', en: 'The archive is too large' },
  'archive-too-many': { uk: 'В архіві надто багато файлів', en: 'Too many files in the archive' },
  'archive-empty': { uk: 'Архів порожній', en: 'The archive is empty' },
  'archive-broken': { uk: 'Архів пошкоджений', en: 'The archive is damaged' },
  'archive-no-table': { uk: 'В архіві немає таблиці', en: 'No table in the archive' },
  'geojson-root': { uk: 'У файлі GeoJSON не карта', en: 'The GeoJSON file is no map' },
  'geojson-no-type': { uk: 'GeoJSON не каже, що це', en: 'GeoJSON does not say what it is' },
  'geojson-two-types': { uk: 'Поле type стоїть двічі', en: 'The field type stands twice' },
  'geojson-unknown-type': { uk: 'Невідомий тип GeoJSON', en: 'An unknown type of GeoJSON' },
  'geojson-no-features': { uk: 'У карті GeoJSON немає об’єктів', en: 'The GeoJSON map has no features' },
  'geojson-features': { uk: 'Об’єкти GeoJSON не списком', en: 'Features of GeoJSON are no list' },
  'map-broken': { uk: 'Файл карти пошкоджений', en: 'The map file is damaged' },
  'map-empty': { uk: 'На карті немає місць', en: 'The map has no places' },
  'coordinate-system-unknown': { uk: 'Невідома система координат', en: 'An unknown coordinate system' },
  'shapefile-no-projection': { uk: 'Карта без файла .prj', en: 'A map without its .prj' },
  'shapefile-multipatch': { uk: 'Тривимірна карта', en: 'A map in three dimensions' },
  'shapefile-broken': { uk: 'Файл .shp пошкоджений', en: 'The .shp file is damaged' },
};

const FIRST_SENTENCE = /^.*?[^.][.!?](?=\s+\p{Lu})/u;

/** The first sentence says what is wrong, the rest what to do. */
function parted(text: string): [string, string] {
  const what = FIRST_SENTENCE.exec(text)?.[0] ?? text;
  return [what, text.slice(what.length).trim()];
}

function titleOf(code: string): Text {
  const fault = (FAULT_TEXTS as Readonly<Record<string, Text>>)[code];
  const short = (text: string) => parted(text)[0].replace(/\s*\([^)]*\)|\.$/gu, '');
  return TITLES[code] ?? (fault ? { uk: short(fault.uk), en: short(fault.en) } : { uk: code, en: code });
}

function pageOf({ code, message }: Finding): CheckEntry {
  const [uk, en] = [parted(message.uk), parted(message.en)];
  const illustrated = ILLUSTRATED_REFUSALS.find((one) => one.code === code);
  const base = { code, group: 'file', severity: 'error', clause: MACHINE_READABLE, repair: null } as const;
  const page = illustrated ?? { ...base, title: titleOf(code), why: { uk: uk[0], en: en[0] } };
  return { ...page, todo: { uk: uk[1], en: en[1] } };
}

/** A page of the guide for every refusal, of the same words as the refusal itself. No community may allow what they are about. */
export const REFUSAL_CHECKS: readonly CheckEntry[] = REFUSAL_SAMPLES.map(pageOf);
