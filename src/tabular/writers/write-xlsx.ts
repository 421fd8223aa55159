import { escapeXml } from '../../kernel/xml.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import {
  CELL_CHARACTERS,
  columnLetters,
  columnWidths,
  isSheetNumber,
  SHEET_ROWS,
  SheetRows,
  sheetName,
} from './sheet-rows.ts';
import { isFormulaLike, valueText } from './value-text.ts';
import type { TableWriter, WriterTools, WrittenColumn, WrittenTable } from './written-table.ts';
import { contentTypes, PACKAGE_RELATIONS, STYLE, STYLES, workbook, workbookRelations } from './xlsx-parts.ts';
import { NOT_XML, xmlEscaped } from './xml-text.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

/** The first day both Excel and the others count the same: its calendar has a 29 February 1900. Earlier days are text. */
const FIRST_DAY = "DATE '1900-03-01'";
const LAST_DAY = "DATE '9999-12-31'";
const EPOCH = 25_569;
const DAY_MS = 86_400_000;
const CUT_MARK = '… [повний текст у CSV]';

/**
 * XLSX (ECMA-376): one sheet, further ones after 1,048,576 rows; heading bold and frozen, filter, widths by the first rows. Numbers are
 * numbers, dates dates; whole numbers of 16 and more digits and days before March 1900 are text. No cell is a formula; a text that looks
 * like one bears Excel’s own sign of text (quotePrefix), its value is untouched.
 */
export const writeXlsx: TableWriter = (table, tools) => writeXlsxSheets([table], tools);

/** The same of several tables, each on sheets of its own. */
export function writeXlsxSheets(tables: readonly WrittenTable[], tools: WriterTools): AsyncGenerator<Uint8Array> {
  return zipStream(entries(tables, tools), 'xlsx');
}

interface WrittenSheet {
  readonly name: string;
  readonly filter: string;
}

async function* entries(tables: readonly WrittenTable[], tools: WriterTools): AsyncGenerator<ZipEntry> {
  yield { name: '_rels/.rels', text: PACKAGE_RELATIONS };
  yield { name: 'xl/styles.xml', text: STYLES };
  const sheets: WrittenSheet[] = [];
  for (const table of tables) yield* sheetsOf(table, tools, sheets);
  yield { name: 'xl/workbook.xml', text: workbook(sheets) };
  yield { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length) };
  yield { name: '[Content_Types].xml', text: contentTypes(sheets.length) };
}

/** The sheets of one table; what they are called is added to the list. */
async function* sheetsOf(
  table: WrittenTable,
  { session }: WriterTools,
  sheets: WrittenSheet[],
): AsyncGenerator<ZipEntry> {
  const head = sheetHead(table, await columnWidths(session, table));
  const rows = new SheetRows(session, table, rowLine(table.columns));
  const before = sheets.length;
  try {
    do {
      let count = 0;
      const lines = rows.sheet(SHEET_ROWS - 1, (told) => {
        count = told;
      });
      const filter = () => `A1:${columnLetters(Math.max(0, table.columns.length - 1))}${count + 1}`;
      yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, pieces: sheetPieces(head, lines, filter) };
      sheets.push({ name: freeName(table.title, sheets.length - before + 1, sheets), filter: filter() });
    } while (await rows.more());
  } finally {
    await rows.close();
  }
}

/** Two tables whose names begin alike must not have one name in the workbook. */
function freeName(title: string, number: number, sheets: readonly WrittenSheet[]): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (let at = number; ; at += 1) {
    const name = sheetName(title, at);
    if (!taken.has(name.toLowerCase())) return name;
  }
}

async function* sheetPieces(head: string, lines: AsyncIterable<string>, filter: () => string): AsyncGenerator<string> {
  yield head;
  for await (const piece of lines) yield held(piece);
  yield `</sheetData><autoFilter ref="${filter()}"/></worksheet>`;
}

/** Characters XML cannot hold are written as the format itself tells (ST_Xstring): `_x0007_`; a text that looks so already keeps its look. */
function held(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function sheetHead({ columns }: WrittenTable, widths: readonly number[]): string {
  const cols = widths.map((width, i) => {
    const style = STYLE[columns[i]?.type ?? 'text'];
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  const titles = columns.map(
    ({ title }) =>
      `<c s="${STYLE.heading}" t="inlineStr"><is><t xml:space="preserve">${held(escapeXml(title))}</t></is></c>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData><row>${titles.join('')}</row>`
  );
}

/** SQL: a row as the XML of the sheet. Cells and rows follow each other, so that their addresses need not be said. */
function rowLine(columns: readonly WrittenColumn[]): string {
  const cells = columns.map((column) => `coalesce(${cell(column)}, '<c/>')`);
  return `concat(${["'<row>'", ...cells, "'</row>'"].join(', ')})`;
}

/** SQL: the cell; NULL for an empty one. */
function cell({ value, type }: WrittenColumn): string {
  switch (type) {
    case 'text':
      return textCell(value);
    case 'integer':
    case 'decimal': {
      const text = valueText(value, type);
      return `CASE WHEN ${isSheetNumber(value)} THEN ${valueCell(type, `(${text})`)} ELSE ${plainCell(`(${text})`)} END`;
    }
    case 'boolean':
      return `CASE ${value} WHEN true THEN '<c t="b"><v>1</v></c>' WHEN false THEN '<c t="b"><v>0</v></c>' END`;
    case 'date': {
      const serial = `CAST(datediff('day', DATE '1899-12-30', ${value}) AS VARCHAR)`;
      return `CASE WHEN ${value} BETWEEN ${FIRST_DAY} AND ${LAST_DAY} THEN ${valueCell(type, serial)} ELSE ${plainCell(`(${valueText(value, type)})`)} END`;
    }
    case 'datetime': {
      const serial = `CAST(epoch_ms(${value}) / ${DAY_MS}.0 + ${EPOCH} AS VARCHAR)`;
      return `CASE WHEN CAST(${value} AS DATE) BETWEEN ${FIRST_DAY} AND ${LAST_DAY} THEN ${valueCell(type, serial)} ELSE ${plainCell(`(${valueText(value, type)})`)} END`;
    }
    case 'time':
      return valueCell(type, `CAST(epoch(${value}) / 86400.0 AS VARCHAR)`);
  }
}

function valueCell(type: WrittenColumn['type'], text: string): string {
  return `${literal(`<c s="${STYLE[type]}"><v>`)} || ${text} || '</v></c>'`;
}

/** A text without signs of XML. */
function plainCell(text: string): string {
  return `${inlineStart(STYLE.text)} || ${text} || '</t></is></c>'`;
}

function textCell(value: string): string {
  const cut = `left(${value}, ${CELL_CHARACTERS - CUT_MARK.length}) || ${literal(CUT_MARK)}`;
  const fitting = `CASE WHEN length(${value}) > ${CELL_CHARACTERS} THEN ${cut} ELSE ${value} END`;
  const start = `CASE WHEN ${isFormulaLike(value)} THEN ${inlineStart(STYLE.formulaLike)} ELSE ${inlineStart(STYLE.text)} END`;
  return `CASE WHEN strlen(${value}) > ${CELL_CHARACTERS} THEN ${start} || ${xmlEscaped(`(${fitting})`)} ELSE ${start} || ${xmlEscaped(value)} END || '</t></is></c>'`;
}

function inlineStart(style: number): string {
  return literal(`<c s="${style}" t="inlineStr"><is><t xml:space="preserve">`);
}
