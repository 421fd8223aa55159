import type { Cell } from '../row-sink.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { SheetMarks } from './sheet-marks.ts';
import { type CellStyle, dateOfSerial, dateText, numberText } from './values.ts';
import { columnOf, MOST_COLUMNS, MOST_ROWS, type ShownAs, type WorkbookRow } from './workbook.ts';
import { attribute, withoutEscapes, type XmlHandler } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetParts {
  readonly texts: SharedTexts;
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
  readonly marks: SheetMarks;
  /** Addresses of links by the names the marks use. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Characters of one cell; Excel allows 32,767. */
const LONGEST_CELL = 32 * 1024 * 1024;
/** ISO 8601 as sheets of the strict standard write it. */
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?Z?$/;

/** Characters of a formula that are kept: enough to see an address in it. */
const LONGEST_FORMULA = 4_000;
const LINK = /^\s*HYPERLINK\(\s*"((?:[^"]|"")+)"/i;

const NO_NOTES = () => ({
  formulas: 0,
  formulasWithoutValue: 0,
  links: new Map<number, string>(),
  shown: new Map<number, ShownAs>(),
});

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
  private inFormula = false;
  private formula: string | null = null;
  private phonetic = false;
  private hidden = false;
  private readonly hiddenOnes: number[] = [];
  private notes = NO_NOTES();
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
    else if (name === 'f') this.openFormula();
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'col') this.takeColumns(attributes);
    else if (name === 'sheetData') this.inData = true;
  }

  text(piece: string): void {
    if (this.inFormula && this.formula !== null && this.formula.length < LONGEST_FORMULA) this.formula += piece;
    if (!this.inValue) return;
    this.value += piece;
    if (this.value.length > LONGEST_CELL) throw new Error('an endless cell');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'f') this.inFormula = false;
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
    this.hidden = ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
    this.notes = NO_NOTES();
  }

  private closeRow(): void {
    if (!this.inData || !this.wanted) return;
    const { index, cells, hidden, notes } = this;
    this.wanted = this.take({
      index,
      cells,
      hidden,
      ...notes,
      links: this.links(),
      spans: this.parts.marks.spans.get(index) ?? [],
    });
  }

  /** 0-based columns that are not shown. */
  get hiddenColumns(): readonly number[] {
    return this.hiddenOnes;
  }

  private takeColumns(attributes: string): void {
    if (!['1', 'true'].includes(attribute(attributes, 'hidden') ?? '')) return;
    const [from, to] = ['min', 'max'].map((name) => Number(attribute(attributes, name) ?? 0));
    for (let at = from ?? 0; at <= Math.min(to ?? 0, MOST_COLUMNS); at++) if (at > 0) this.hiddenOnes.push(at - 1);
  }

  private openFormula(): void {
    this.inFormula = this.inCell;
    this.formula = '';
  }

  /** Addresses behind the row's cells: those of the sheet's links, and those its formulas name. */
  private links(): ReadonlyMap<number, string> {
    const named = this.parts.marks.links.get(this.index);
    if (named === undefined) return this.notes.links;
    const all = new Map(this.notes.links);
    for (const [column, relation] of named) {
      const address = this.parts.addresses.get(relation);
      if (address !== undefined && this.cells[column] !== undefined) all.set(column, address);
    }
    return all;
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === null ? this.column + 1 : columnOf(reference);
    if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw new Error('a cell outside the sheet');
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? -1);
    this.value = '';
    this.formula = null;
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const cell = this.cell();
    this.takeNotes(cell);
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private takeNotes(cell: Cell): void {
    const { formula, notes, column } = this;
    if (formula !== null) {
      notes.formulas += 1;
      if (cell === null && this.value === '' && this.type !== 'str') notes.formulasWithoutValue += 1;
      const address = LINK.exec(formula)?.[1];
      if (address !== undefined) notes.links.set(column, address.replaceAll('""', '"'));
    }
    const style = this.parts.styles[this.style];
    if (cell !== null && this.type === 'n' && (style === 'percent' || style === 'currency'))
      notes.shown.set(column, style);
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
    if (this.style >= 0 && this.parts.styles[this.style] === 'date')
      return dateText(dateOfSerial(number, this.parts.since1904)) || null;
    return numberText(number);
  }
}

/** XML knows one line end; a CRLF inside a cell is the same line break as everywhere else in the sheet. */
function oneLineEnd(text: string): Cell {
  if (text === '') return null;
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
