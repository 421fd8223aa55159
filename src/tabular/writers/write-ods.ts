import { literal } from '../../platform/duckdb/duckdb.ts';
import { contentHead, contentTail, MANIFEST, ODS_STYLES, ODS_TYPE, settings, tableHead } from './ods-parts.ts';
import { columnWidths, isSheetNumber, SHEET_ROWS, SheetRows, sheetName } from './sheet-rows.ts';
import { valueText } from './value-text.ts';
import type { TableWriter, WriterTools, WrittenColumn, WrittenTable } from './written-table.ts';
import { NOT_XML, REPLACEMENT, xmlEscaped } from './xml-text.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

/**
 * ODS (OASIS OpenDocument 1.3): as XLSX does it, one sheet and further ones after 1,048,576 rows. Texts are cells of text in columns of
 * text, never formulas; days of any year are days. Characters XML cannot hold are written as �.
 */
export const writeOds: TableWriter = (table, tools) => zipStream(entries(table, tools), 'ods');

async function* entries(table: WrittenTable, { session }: WriterTools): AsyncGenerator<ZipEntry> {
  yield { name: 'mimetype', text: ODS_TYPE, stored: true };
  yield { name: 'META-INF/manifest.xml', text: MANIFEST };
  yield { name: 'styles.xml', text: ODS_STYLES };
  const names: string[] = [];
  yield { name: 'content.xml', pieces: content(table, session, names) };
  yield { name: 'settings.xml', text: settings(names) };
}

async function* content(table: WrittenTable, session: WriterTools['session'], names: string[]): AsyncGenerator<string> {
  yield contentHead(await columnWidths(session, table));
  const rows = new SheetRows(session, table, rowLine(table.columns));
  const sheets: { name: string; rows: number }[] = [];
  try {
    do {
      const name = sheetName(table.title, sheets.length + 1);
      names.push(name);
      yield held(tableHead(name, table.columns));
      let count = 0;
      const told = (number: number) => {
        count = number;
      };
      for await (const piece of rows.sheet(SHEET_ROWS - 1, told)) yield held(piece);
      yield '</table:table>';
      sheets.push({ name, rows: count });
    } while (await rows.more());
  } finally {
    await rows.close();
  }
  yield contentTail(sheets, table.columns.length);
}

const held = (text: string) => text.replace(NOT_XML, REPLACEMENT);

function rowLine(columns: readonly WrittenColumn[]): string {
  const cells = columns.map((column) => `coalesce(${cell(column)}, '<table:table-cell/>')`);
  const none = columns.length === 0 ? ["'<table:table-cell/>'"] : cells;
  return `concat(${["'<table:table-row>'", ...none, "'</table:table-row>'"].join(', ')})`;
}

/** SQL: the cell; NULL for an empty one. */
function cell({ value, type }: WrittenColumn): string {
  const text = `(${valueText(value, type)})`;
  switch (type) {
    case 'text':
      return wrapped('string', '', paragraphs(value));
    case 'integer':
    case 'decimal': {
      const number = `${valued('float', 'value', text)} || replace(${text}, '.', ',') || '</text:p></table:table-cell>'`;
      return `CASE WHEN ${isSheetNumber(value)} THEN ${number} ELSE ${wrapped('string', '', text)} END`;
    }
    case 'boolean':
      return `${valued('boolean', 'boolean-value', text)} || upper(${text}) || '</text:p></table:table-cell>'`;
    case 'date':
      return `${valued('date', 'date-value', text)} || strftime(${value}, '%d.%m.%Y') || '</text:p></table:table-cell>'`;
    case 'datetime':
      return `${valued('date', 'date-value', text)} || strftime(${value}, '%d.%m.%Y %H:%M:%S') || '</text:p></table:table-cell>'`;
    case 'time': {
      const duration = `'PT' || replace(regexp_replace(${text}, ':', 'H'), ':', 'M') || 'S'`;
      return `${valued('time', 'time-value', `(${duration})`)} || ${text} || '</text:p></table:table-cell>'`;
    }
  }
}

function valued(kind: string, attribute: string, text: string): string {
  return `${literal(`<table:table-cell office:value-type="${kind}" office:${attribute}="`)} || ${text} || '"><text:p>'`;
}

function wrapped(kind: string, attributes: string, text: string): string {
  return `${literal(`<table:table-cell office:value-type="${kind}"${attributes}><text:p>`)} || ${text} || '</text:p></table:table-cell>'`;
}

/**
 * SQL: a text as paragraphs. The format folds spaces that follow each other or stand at an end, tabs and line breaks: where there are any,
 * each is written as its own element.
 */
function paragraphs(value: string): string {
  const escaped = xmlEscaped(value).replaceAll("'&#13;'", "''");
  const written = [
    ["' '", "'<text:s/>'"],
    ['chr(9)', "'<text:tab/>'"],
    ['chr(10)', "'</text:p><text:p>'"],
  ].reduce((text, [sign, element]) => `replace(${text}, ${sign}, ${element})`, `(${escaped})`);
  return `CASE WHEN regexp_matches(${value}, '^ |  | $|[\\t\\n]') THEN ${written} ELSE ${escaped} END`;
}
