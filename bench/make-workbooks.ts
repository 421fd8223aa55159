import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
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

/** Writes an XLSX workbook as Excel does: texts in a list of their own, the sheet names them by number. */
export async function writeXlsx(path: string, made: MadeWorkbook): Promise<void> {
  const out = createWriteStream(path);
  const zip = new Zip((error, bytes) => {
    if (error) out.destroy(error);
    else out.write(bytes);
  });
  const add = async (name: string, pieces: Iterable<string>) => {
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
  };
  const numbers = new TextNumbers(made.distinct);
  for (const [name, xml] of Object.entries(PARTS)) await add(name, [xml]);
  await add('xl/worksheets/sheet1.xml', sheetXml(made, numbers));
  await add('xl/sharedStrings.xml', textsXml(numbers));
  zip.end();
  out.end();
  await once(out, 'finish');
}

/** Writes the same table as XLS or ODS, by the ending of the path. */
export function writeBySheetJs(path: string, made: MadeWorkbook): void {
  const rows = Array.from({ length: made.rows + 1 }, (_, row) =>
    Array.from({ length: made.columns }, (_, column) =>
      row === 0 ? `Стовпець ${column}` : cellOf(row, column, made.distinct),
    ),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), 'Дані');
  writeFileSync(path, write(book, { type: 'buffer', bookType: path.endsWith('.ods') ? 'ods' : 'biff8' }));
}
