import type { Cell } from '../row-sink.ts';
import { OdsCell, wholeNumber } from './ods-cell.ts';
import {
  MOST_COLUMNS,
  MOST_ROWS,
  type SheetVisitor,
  type ShownAs,
  type Span,
  type WorkbookRow,
  type WorkbookSheet,
} from './workbook.ts';
import { attribute, type XmlHandler } from './xml.ts';

/** Cells that repeated rows and cells may make of a few bytes. */
const MOST_REPEATED = 20_000_000;

const emptyRow = () => ({
  cells: [] as Cell[],
  spans: [] as Span[],
  links: new Map<number, string>(),
  shown: new Map<number, ShownAs>(),
  formulas: 0,
  formulasWithoutValue: 0,
});

/** Turns the content of an OpenDocument spreadsheet into sheets and rows. */
export class OdsRows implements XmlHandler {
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private visitor: SheetVisitor | null = null;
  private wanted = false;
  /** A table inside a cell is no sheet. */
  private depth = 0;
  private hiddenColumns: number[] = [];
  private columns = 0;
  private index = 0;
  private rowAttributes = '';
  private row = emptyRow();
  private column = 0;
  private cell: OdsCell | null = null;
  private repeated = 0;
  private readonly visit: (sheet: WorkbookSheet) => SheetVisitor;

  constructor(visit: (sheet: WorkbookSheet) => SheetVisitor) {
    this.visit = visit;
  }

  open(name: string, attributes: string): void {
    if (name === 'table') {
      this.depth += 1;
      if (this.depth === 1) this.openSheet(attributes);
      return;
    }
    if (this.depth !== 1) this.openStyle(name, attributes);
    else if (this.cell) this.cell.open(name, attributes);
    else if (name === 'table-row') [this.rowAttributes, this.row, this.column] = [attributes, emptyRow(), 0];
    else if (name === 'table-cell' || name === 'covered-table-cell') this.cell = new OdsCell(attributes);
    else if (name === 'table-column') this.takeColumns(attributes);
  }

  text(piece: string): void {
    if (this.depth === 1) this.cell?.take(piece);
  }

  close(name: string): void {
    if (name === 'table') {
      this.depth -= 1;
      if (this.depth === 0) this.closeSheet();
      return;
    }
    if (this.depth !== 1) return;
    if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (this.cell) this.cell.close(name);
    else if (name === 'table-row') this.closeRow();
  }

  /** Hidden sheets are told by a style of theirs, which stands before all sheets. */
  private openStyle(name: string, attributes: string): void {
    if (name === 'style') this.style = attribute(attributes, 'style:name') ?? '';
    else if (name === 'table-properties' && attribute(attributes, 'table:display') === 'false')
      this.hiddenStyles.add(this.style);
  }

  private openSheet(attributes: string): void {
    const hidden = this.hiddenStyles.has(attribute(attributes, 'table:style-name') ?? '');
    this.visitor = this.visit({ name: attribute(attributes, 'table:name') ?? '', hidden });
    [this.wanted, this.index, this.columns, this.hiddenColumns] = [true, 0, 0, []];
  }

  private closeSheet(): void {
    this.visitor?.end(this.hiddenColumns);
    this.visitor = null;
  }

  private takeColumns(attributes: string): void {
    const count = wholeNumber(attribute(attributes, 'table:number-columns-repeated'));
    const hidden = ['collapse', 'filter'].includes(attribute(attributes, 'table:visibility') ?? '');
    for (let at = this.columns; hidden && at < Math.min(this.columns + count, MOST_COLUMNS); at++)
      this.hiddenColumns.push(at);
    this.columns += count;
  }

  private closeCell(): void {
    const cell = this.cell;
    this.cell = null;
    if (cell === null) return;
    const value = cell.value();
    const count = cell.count('number-columns-repeated');
    if (value !== null || cell.isFormula) this.takeCell(cell, value, count);
    this.column += count;
    if (value !== null && this.column > MOST_COLUMNS) throw new Error('a cell outside the sheet');
  }

  private takeCell(cell: OdsCell, value: Cell, count: number): void {
    const { row } = this;
    this.countRepeated(count - 1);
    for (let at = this.column; at < Math.min(this.column + count, MOST_COLUMNS); at++) {
      while (row.cells.length < at) row.cells.push(null);
      row.cells[at] = value;
      if (cell.link !== null) row.links.set(at, cell.link);
      if (cell.shown !== null) row.shown.set(at, cell.shown);
      if (cell.isFormula) row.formulas += 1;
      if (cell.isFormula && value === null && !cell.attributes.includes('office:value-type'))
        row.formulasWithoutValue += 1;
    }
    const [rows, columns] = [cell.count('number-rows-spanned'), cell.count('number-columns-spanned')];
    if (rows > 1 || columns > 1)
      row.spans.push({ column: this.column, rows, columns: Math.min(columns, MOST_COLUMNS) });
  }

  private countRepeated(cells: number): void {
    this.repeated += cells;
    if (this.repeated > MOST_REPEATED) throw new Error('a spreadsheet that repeats itself without end');
  }

  private closeRow(): void {
    const count = wholeNumber(attribute(this.rowAttributes, 'table:number-rows-repeated'));
    const hidden = ['collapse', 'filter'].includes(attribute(this.rowAttributes, 'table:visibility') ?? '');
    const { row } = this;
    const filled = row.cells.length > 0;
    if (filled && this.index + count > MOST_ROWS) throw new Error('a row outside the sheet');
    if (filled && this.wanted) this.countRepeated((count - 1) * row.cells.length);
    for (let at = 0; filled && this.wanted && at < count; at++) {
      const given: WorkbookRow = { ...row, index: this.index + at, hidden };
      this.wanted = this.visitor?.take(given) ?? false;
    }
    this.index += count;
  }
}
