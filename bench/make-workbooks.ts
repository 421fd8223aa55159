import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { Zip, ZipDeflate } from 'fflate';

export interface MadeWorkbook {
  readonly rows: number;
  readonly columns: number;
  /** Every text differs from every other; otherwise a thousand texts repeat. */
  readonly distinct: boolean;
}

const STREETS = ['Центральна', 'Шевченка', 'Лесі Українки', 'Вишнева', 'Кам’янецька'];
const PIECE = 1 << 18;

/** Every other cell is a number, the others are texts of an invented register of plots. */
function cellOf(row: number, column: number, distinct: boolean): string | number {
  if (column % 4 === 0) return row * 31 + column;
  if (column % 4 === 2) return ((row * 7919) % 100_000) / 100;
  const plot = distinct ? row : row % 50;
  return column % 4 === 1 ? `вулиця ${STREETS[row % 5]}, будинок ${plot}, кв. ${column}` : `ділянка ${plot}-${column}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Numbers of texts in the order they come; a text of a distinct table is not remembered. */
class TextNumbers {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly distinct: boolean;
  constructor(distinct: boolean) {
    this.distinct = distinct;
  }
  of(text: string): number {
    const known = this.distinct ? undefined : this.numbers.get(text);
    if (known !== undefined) return known;
    if (!this.distinct) this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

function* sheetXml({ rows, columns, distinct }: MadeWorkbook, numbers: TextNumbers): Generator<string> {
  const names = Array.from({ length: columns }, (_, column) => columnName(column));
  yield '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  for (let row = 0; row <= rows; row++) {
    let xml = `<row r="${row + 1}">`;
    for (let column = 0; column < columns; column++) {
      const value = row === 0 ? `Стовпець ${column}` : cellOf(row, column, distinct);
      const start = `<c r="${names[column]}${row + 1}"`;
      xml +=
        typeof value === 'number' ? `${start}><v>${value}</v></c>` : `${start} t="s"><v>${numbers.of(value)}</v></c>`;
    }
    yield `${xml}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* textsXml(numbers: TextNumbers): Generator<string> {
  yield '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  for (const text of numbers.texts) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PARTS: Readonly<Record<string, string>> = {
  '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Дані" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** Packs parts given piece by piece into an archive on the disk. */
async function writeZip(
  path: string,
  fill: (add: (name: string, pieces: Iterable<string>) => Promise<void>) => Promise<void>,
) {
  const out = createWriteStream(path);
  const zip = new Zip((error, bytes) => {
    if (error) out.destroy(error);
    else out.write(bytes);
  });
  await fill(async (name, pieces) => {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    let pending = '';
    for (const piece of pieces) {
      pending += piece;
      if (pending.length < PIECE) continue;
      part.push(Buffer.from(pending));
      pending = '';
      if (out.writableNeedDrain) await once(out, 'drain');
    }
    part.push(Buffer.from(pending), true);
  });
  zip.end();
  out.end();
  await once(out, 'finish');
}

/** Writes an XLSX workbook as Excel does: texts in a list of their own, the sheet names them by number. */
export async function writeXlsx(path: string, made: MadeWorkbook): Promise<void> {
  const numbers = new TextNumbers(made.distinct);
  await writeZip(path, async (add) => {
    for (const [name, xml] of Object.entries(PARTS)) await add(name, [xml]);
    await add('xl/worksheets/sheet1.xml', sheetXml(made, numbers));
    await add('xl/sharedStrings.xml', textsXml(numbers));
  });
}

function* contentXml({ rows, columns, distinct }: MadeWorkbook): Generator<string> {
  yield '<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="Дані">';
  for (let row = 0; row <= rows; row++) {
    let xml = '<table:table-row>';
    for (let column = 0; column < columns; column++) {
      const value = row === 0 ? `Стовпець ${column}` : cellOf(row, column, distinct);
      const type = typeof value === 'number' ? `float" office:value="${value}` : 'string';
      xml += `<table:table-cell table:style-name="ce1" office:value-type="${type}"><text:p>${value}</text:p></table:table-cell>`;
    }
    yield `${xml}</table:table-row>`;
  }
  yield '</table:table></office:spreadsheet></office:body></office:document-content>';
}

/** Writes an OpenDocument spreadsheet as LibreOffice does. */
export async function writeOds(path: string, made: MadeWorkbook): Promise<void> {
  await writeZip(path, async (add) => {
    await add('mimetype', ['application/vnd.oasis.opendocument.spreadsheet']);
    await add('content.xml', contentXml(made));
  });
}

/** Rows of a sheet of XLS; its own bound is 65,536. */
const SHEET_ROWS = 50_000;
const [BOF, EOF, BOUNDSHEET, TEXT_NUMBER, NUMBER, TEXTS, CONTINUE] = [
  0x0809, 0x000a, 0x0085, 0x00fd, 0x0203, 0x00fc, 0x003c,
];
const LONGEST_RECORD = 8_224;

/** A record of BIFF8: its number, its length, what it holds. */
function biffRecord(number: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(number, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

/** Begins the workbook's own stream (5) or a sheet's (16). */
function biffStart(kind: 5 | 16): Buffer {
  const content = Buffer.alloc(16);
  content.writeUInt16LE(0x0600, 0);
  content.writeUInt16LE(kind, 2);
  return biffRecord(BOF, content);
}

function biffCell(row: number, column: number, value: string | number, numbers: TextNumbers): Buffer {
  const content = Buffer.alloc(typeof value === 'string' ? 10 : 14);
  content.writeUInt16LE(row, 0);
  content.writeUInt16LE(column, 2);
  if (typeof value === 'number') content.writeDoubleLE(value, 6);
  else content.writeUInt32LE(numbers.of(value), 6);
  return biffRecord(typeof value === 'number' ? NUMBER : TEXT_NUMBER, content);
}

/** The list of texts, cut into records between texts. */
function biffTexts({ texts }: TextNumbers): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(texts.length, 0);
  head.writeUInt32LE(texts.length, 4);
  const records: Buffer[] = [];
  let [pending, length] = [[head], head.length];
  const flush = () => records.push(biffRecord(records.length === 0 ? TEXTS : CONTINUE, Buffer.concat(pending)));
  for (const text of texts) {
    const item = Buffer.concat([Buffer.alloc(3), Buffer.from(text, 'utf16le')]);
    item.writeUInt16LE(text.length, 0);
    item.writeUInt8(1, 2);
    if (length + item.length > LONGEST_RECORD) {
      flush();
      [pending, length] = [[], 0];
    }
    pending.push(item);
    length += item.length;
  }
  flush();
  return Buffer.concat(records);
}

function biffSheet(first: number, count: number, made: MadeWorkbook, numbers: TextNumbers): Buffer {
  const { columns, distinct } = made;
  const cells: Buffer[] = [];
  for (let row = 0; row <= count; row++) {
    for (let column = 0; column < columns; column++) {
      const value = row === 0 ? `Стовпець ${column}` : cellOf(first + row - 1, column, distinct);
      cells.push(biffCell(row, column, value, numbers));
    }
  }
  return Buffer.concat([biffStart(16), ...cells, biffRecord(EOF, Buffer.alloc(0))]);
}

/** Writes an XLS workbook, on as many sheets as its format needs; the writer of SheetJS would take minutes and gigabytes. */
export function writeXls(path: string, made: MadeWorkbook): void {
  const sheets: Buffer[] = [];
  const numbers = new TextNumbers(made.distinct);
  for (let first = 1; first <= made.rows; first += SHEET_ROWS)
    sheets.push(biffSheet(first, Math.min(SHEET_ROWS, made.rows - first + 1), made, numbers));
  const texts = biffTexts(numbers);
  const names = sheets.map((_, at) => Buffer.from(`D${at}`, 'latin1'));
  const named = (starts: readonly number[]) =>
    Buffer.concat([
      biffStart(5),
      ...names.map((name, at) => {
        const content = Buffer.concat([Buffer.alloc(8), name]);
        content.writeUInt32LE(starts[at] ?? 0, 0);
        content.writeUInt8(name.length, 6);
        return biffRecord(BOUNDSHEET, content);
      }),
      texts,
      biffRecord(EOF, Buffer.alloc(0)),
    ]);
  let at = named([]).length;
  const starts = sheets.map((sheet) => {
    const start = at;
    at += sheet.length;
    return start;
  });
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/Workbook', Buffer.concat([named(starts), ...sheets]));
  writeFileSync(path, CFB.write(file, { type: 'buffer' }) as Buffer);
}
