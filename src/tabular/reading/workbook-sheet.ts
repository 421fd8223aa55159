import type { Cell } from './row-sink.ts';
import type { SharedTexts } from './workbook-texts.ts';
import { dateOfSerial, dateText, numberText } from './workbook-values.ts';
import { attribute, withoutEscapes, type XmlHandler } from './workbook-xml.ts';

/** A row of a sheet that the file holds; rows without any cell may be absent. */
export interface WorkbookRow {
  /** 0-based row of the sheet. */
  readonly index: number;
  readonly cells: readonly Cell[];
}

/** What the cells of a sheet refer to. */
export interface SheetParts {
  readonly texts: SharedTexts;
  readonly dateStyles: readonly boolean[];
  readonly since1904: boolean;
}

/** The bounds of a sheet in every program; what stands outside them is damage. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
/** Characters of one cell; Excel allows 32,767. */
const LONGEST_CELL = 32 * 1024 * 1024;
/** ISO 8601 as sheets of the strict standard write it. */
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?Z?$/;

/** `BC17` → 54; -1 when no letters stand there. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Turns the tags of one sheet into rows, handed over as they end. */
export class SheetRows implements XmlHandler {
  /** False once `take` wants no more. */
  wanted = true;
  private inData = false;
  private index = -1;
  private cells: Cell[] = [];
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private inCell = false;
  private inValue = false;
  private phonetic = false;
  private readonly parts: SheetParts;
  private readonly take: (row: WorkbookRow) => boolean;

  constructor(parts: SheetParts, take: (row: WorkbookRow) => boolean) {
    this.parts = parts;
    this.take = take;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = this.inCell && !this.phonetic;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'sheetData') this.inData = true;
  }

  text(piece: string): void {
    if (!this.inValue) return;
    this.value += piece;
    if (this.value.length > LONGEST_CELL) throw new Error('an endless cell');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'sheetData') this.inData = false;
  }

  private openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    this.index = given === null ? this.index + 1 : Number(given) - 1;
    if (!(this.index >= 0 && this.index < MOST_ROWS)) throw new Error('a row outside the sheet');
    this.cells = [];
    this.column = -1;
  }

  private closeRow(): void {
    if (this.inData && this.wanted) this.wanted = this.take({ index: this.index, cells: this.cells });
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === null ? this.column + 1 : columnOf(reference);
    if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw new Error('a cell outside the sheet');
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? -1);
    this.value = '';
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const cell = this.cell();
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    const { type, value } = this;
    if (value === '') return null;
    if (type === 's') return oneLineEnd(this.parts.texts.get(Number(value)) ?? '');
    if (type === 'str' || type === 'inlineStr') return oneLineEnd(withoutEscapes(value));
    if (type === 'b') return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
    if (type === 'e') return value;
    if (type === 'd' && MOMENT.test(value)) return dateText(new Date(value.endsWith('Z') ? value : `${value}Z`));
    return this.number(value);
  }

  private number(value: string): Cell {
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    if (this.style >= 0 && this.parts.dateStyles[this.style] === true)
      return dateText(dateOfSerial(number, this.parts.since1904)) || null;
    return numberText(number);
  }
}

/** XML knows one line end; a CRLF inside a cell is the same line break as everywhere else in the sheet. */
function oneLineEnd(text: string): Cell {
  if (text === '') return null;
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
