import { escapeXml } from '../../kernel/xml.ts';
import { CELL_CHARACTERS, columnLetters, sheetName } from './sheet-rows.ts';
import { looksLikeFormula } from './value-text.ts';
import { contentTypes, PACKAGE_RELATIONS, STYLE, STYLES, workbook, workbookRelations } from './xlsx-parts.ts';
import { NOT_XML } from './xml-text.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

/** A sheet of a workbook people fill in: every cell is text. */
export interface FilledSheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** Characters, one for each heading. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells are chosen from a column of another sheet (its values begin in the second row). */
  readonly choices?: readonly {
    readonly column: number;
    readonly from: { readonly sheet: string; readonly column: number; readonly count: number };
  }[];
}

/** Rows below the filled ones that have their lists of choices too. */
const ROOM = 2000;
const PIECE = 500;

/**
 * A workbook to be filled in and given back (XLSX): heading bold and frozen, filter, lists of choices in the cells. No cell is a formula; a
 * text that looks like one bears Excel’s own sign of text.
 */
export function writeWorkbook(sheets: readonly FilledSheet[]): AsyncGenerator<Uint8Array> {
  return zipStream(entries(sheets), 'xlsx');
}

async function* entries(sheets: readonly FilledSheet[]): AsyncGenerator<ZipEntry> {
  yield { name: '_rels/.rels', text: PACKAGE_RELATIONS };
  yield { name: 'xl/styles.xml', text: STYLES };
  for (const [at, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${at + 1}.xml`, pieces: pieces(sheet) };
  const named = sheets.map((sheet) => ({ name: sheetName(sheet.name, 1), filter: filterOf(sheet) }));
  yield { name: 'xl/workbook.xml', text: workbook(named) };
  yield { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length) };
  yield { name: '[Content_Types].xml', text: contentTypes(sheets.length) };
}

const filterOf = ({ headings, rows }: FilledSheet) =>
  `A1:${columnLetters(Math.max(0, headings.length - 1))}${rows.length + 1}`;

async function* pieces(sheet: FilledSheet): AsyncGenerator<string> {
  const cols = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${STYLE.text}" customWidth="1"/>`,
  );
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>${rowOf(sheet.headings, STYLE.heading)}`;
  for (let at = 0; at < sheet.rows.length; at += PIECE)
    yield sheet.rows
      .slice(at, at + PIECE)
      .map((cells) => rowOf(cells))
      .join('');
  yield `</sheetData><autoFilter ref="${filterOf(sheet)}"/>${validations(sheet)}</worksheet>`;
}

function rowOf(cells: readonly string[], style?: number): string {
  const written = cells.map((text) => {
    if (text === '') return '<c/>';
    const look = style ?? (looksLikeFormula(text) ? STYLE.formulaLike : STYLE.text);
    return `<c s="${look}" t="inlineStr"><is><t xml:space="preserve">${held(text.slice(0, CELL_CHARACTERS))}</t></is></c>`;
  });
  return `<row>${written.join('')}</row>`;
}

function held(text: string): string {
  return escapeXml(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function validations({ choices = [], rows }: FilledSheet): string {
  const offered = choices.filter(({ from }) => from.count > 0);
  if (offered.length === 0) return '';
  const list = offered.map(({ column, from }) => {
    const letters = columnLetters(column);
    const source = columnLetters(from.column);
    const range = `'${escapeXml(sheetName(from.sheet, 1))}'!$${source}$2:$${source}$${from.count + 1}`;
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}2:${letters}${rows.length + ROOM}">` +
      `<formula1>${range}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`;
}
