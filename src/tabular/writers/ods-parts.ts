import { escapeXml } from '../../kernel/xml.ts';
import type { ColumnType } from '../column.ts';
import { columnLetters } from './sheet-rows.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = ['office', 'table', 'text', 'style', 'config']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'office:version="1.3"',
  ])
  .join(' ');

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

export const MANIFEST =
  `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/>` +
  ['content.xml', 'styles.xml', 'settings.xml']
    .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>';

/** The document speaks Ukrainian, so that programs show decimal commas and days as people here write them. */
export const ODS_STYLES =
  `${DECLARATION}<office:document-styles ${NAMESPACES}><office:styles><style:default-style style:family="table-cell">` +
  '<style:text-properties fo:language="uk" fo:country="UA"/></style:default-style></office:styles></office:document-styles>';

/** Style of a column's cells. */
export const CELL_STYLE: Readonly<Record<ColumnType | 'heading', string>> = {
  text: 'cText',
  integer: 'cWhole',
  decimal: 'cNumber',
  boolean: 'cBoolean',
  date: 'cDay',
  datetime: 'cMoment',
  time: 'cTime',
  heading: 'cHead',
};

const two = (part: string) => `<number:${part} number:style="long"/>`;
const point = (sign: string) => `<number:text>${sign}</number:text>`;
const DAY = `${two('day')}${point('.')}${two('month')}${point('.')}${two('year')}`;
const CLOCK = `${two('hours')}${point(':')}${two('minutes')}${point(':')}${two('seconds')}`;

const cellStyle = (name: string, data: string, more = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${data}">${more}</style:style>`;

/** Beginning of the content: styles of cells and of columns of those widths, in characters. */
export function contentHead(widths: readonly number[]): string {
  const columns = widths.map(
    (width, i) =>
      `<style:style style:name="w${i}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(2)}cm"/></style:style>`,
  );
  return (
    `${DECLARATION}<office:document-content ${NAMESPACES}><office:automatic-styles>${columns.join('')}` +
    '<number:text-style style:name="nText"><number:text-content/></number:text-style>' +
    '<number:number-style style:name="nWhole"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>' +
    '<number:number-style style:name="nNumber"><number:number number:min-integer-digits="1"/></number:number-style>' +
    '<number:boolean-style style:name="nBoolean"><number:boolean/></number:boolean-style>' +
    `<number:date-style style:name="nDay">${DAY}</number:date-style>` +
    `<number:date-style style:name="nMoment">${DAY}<number:text> </number:text>${CLOCK}</number:date-style>` +
    `<number:time-style style:name="nTime">${CLOCK}</number:time-style>` +
    cellStyle(CELL_STYLE.text, 'nText') +
    cellStyle(CELL_STYLE.integer, 'nWhole') +
    cellStyle(CELL_STYLE.decimal, 'nNumber') +
    cellStyle(CELL_STYLE.boolean, 'nBoolean') +
    cellStyle(CELL_STYLE.date, 'nDay') +
    cellStyle(CELL_STYLE.datetime, 'nMoment') +
    cellStyle(CELL_STYLE.time, 'nTime') +
    cellStyle(CELL_STYLE.heading, 'nText', '<style:text-properties fo:font-weight="bold"/>') +
    '</office:automatic-styles><office:body><office:spreadsheet>'
  );
}

/** A sheet with its heading row, up to its first row of data. */
export function tableHead(name: string, columns: readonly { title: string; type: ColumnType }[]): string {
  const list = columns.map(
    ({ type }, i) =>
      `<table:table-column table:style-name="w${i}" table:default-cell-style-name="${CELL_STYLE[type]}"/>`,
  );
  const titles = columns.map(
    ({ title }) =>
      `<table:table-cell table:style-name="${CELL_STYLE.heading}" office:value-type="string"><text:p>${escapeXml(title)}</text:p></table:table-cell>`,
  );
  return `<table:table table:name="${escapeXml(name)}">${list.join('')}<table:table-row>${titles.join('')}</table:table-row>`;
}

/** Filters in the headings, and the end of the content. */
export function contentTail(sheets: readonly { name: string; rows: number }[], columns: number): string {
  const ranges = sheets.map(({ name, rows }, i) => {
    const address = `'${name}'.A1:'${name}'.${columnLetters(Math.max(0, columns - 1))}${rows + 1}`;
    return `<table:database-range table:name="__Anonymous_Sheet_DB__${i}" table:target-range-address="${escapeXml(address)}" table:display-filter-buttons="true"/>`;
  });
  return `<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

const item = (name: string, type: string, value: string | number) =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;

/** The heading row stays in sight. */
export function settings(sheets: readonly string[]): string {
  const frozen =
    item('VerticalSplitMode', 'short', 2) +
    item('VerticalSplitPosition', 'int', 1) +
    item('ActiveSplitRange', 'short', 2) +
    item('PositionBottom', 'int', 1);
  const tables = sheets.map(
    (name) => `<config:config-item-map-entry config:name="${escapeXml(name)}">${frozen}</config:config-item-map-entry>`,
  );
  return (
    `${DECLARATION}<office:document-settings ${NAMESPACES}><office:settings><config:config-item-set config:name="ooo:view-settings">` +
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    `<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named>` +
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}
