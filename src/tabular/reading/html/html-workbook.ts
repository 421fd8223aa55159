import type { Encoding } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { LIMITS } from '../refusals.ts';
import type { Cell } from '../row-sink.ts';
import { readText } from '../text-decoding.ts';
import { MOST_COLUMNS, type SheetVisitor, type Span, type Workbook, type WorkbookSheet } from '../workbook/workbook.ts';
import { HtmlScanner, type HtmlVisitor, htmlAttribute } from './html-scanner.ts';

const MOST_SPAN = 1_000;
/** Tables inside tables; a page a person made has a few. */
const MOST_NESTED = 50;
/** Letters of a caption or a heading that are looked at. */
const LONGEST_NAME = 1_000;
const BREAKS = new Set(['br', 'p', 'div', 'li']);
const HEADING = /^h[1-6]$/;

interface OpenCell {
  readonly span: Span;
  /** The number behind what is shown, as Excel writes it. */
  readonly number: string | null;
  text: string;
}

/** A table that is open; one inside another has its own. */
interface OpenTable {
  visitor: SheetVisitor | null;
  wanted: boolean;
  name: string;
  rows: number;
  cells: Cell[] | null;
  spans: Span[];
  cell: OpenCell | null;
  caption: string | null;
  /** By column: rows below that a cell above still covers. */
  readonly covered: number[];
}

function spanOf(attributes: string, name: string): number {
  const value = Number(htmlAttribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MOST_SPAN) : 1;
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
}

/** Turns the tables of a page into sheets, each named by its caption or the heading above it. */
class HtmlTables implements HtmlVisitor {
  private readonly tables: OpenTable[] = [];
  private readonly names = new Set<string>();
  private heading = '';
  private inHeading = false;
  private readonly visit: (sheet: WorkbookSheet) => SheetVisitor;

  constructor(visit: (sheet: WorkbookSheet) => SheetVisitor) {
    this.visit = visit;
  }

  private get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  open(name: string, attributes: string): void {
    const { table } = this;
    if (name === 'table') {
      if (this.tables.length >= MOST_NESTED) throw new Error('tables stand in tables without end');
      const fresh = {
        visitor: null,
        wanted: true,
        name: '',
        rows: 0,
        cells: null,
        spans: [],
        cell: null,
        caption: null,
      };
      this.tables.push({ ...fresh, covered: [] });
    } else if (HEADING.test(name)) {
      this.inHeading = true;
      this.heading = '';
    } else if (!table) return;
    else if (name === 'caption') table.caption = '';
    else if (name === 'tr') this.beginRow(table);
    else if (name === 'td' || name === 'th') this.beginCell(table, attributes);
    else if (BREAKS.has(name) && table.cell && table.cell.text !== '') table.cell.text += '\n';
  }

  close(name: string): void {
    const { table } = this;
    if (HEADING.test(name)) this.inHeading = false;
    else if (!table) return;
    else if (name === 'caption') this.nameTable(table);
    else if (name === 'td' || name === 'th') this.endCell(table);
    else if (name === 'tr') this.endRow(table);
    else if (name === 'table') {
      this.endRow(table);
      table.visitor?.end([]);
      this.tables.pop();
    }
  }

  text(text: string): void {
    const { table } = this;
    if (this.inHeading && this.heading.length < LONGEST_NAME) this.heading += text;
    if (table?.cell) {
      table.cell.text += text;
      if (table.cell.text.length > LIMITS.lineLength) throw new Error('a cell without end');
    } else if (table && table.caption !== null && table.name === '' && table.caption.length < LONGEST_NAME)
      table.caption += text;
  }

  /** Tables that were never closed. */
  finish(): void {
    while (this.tables.length > 0) this.close('table');
  }

  private nameTable(table: OpenTable): void {
    table.name = tidy(table.caption ?? '');
  }

  private beginRow(table: OpenTable): void {
    this.endRow(table);
    table.cells = [];
    table.spans = [];
  }

  private beginCell(table: OpenTable, attributes: string): void {
    this.endCell(table);
    table.cells ??= [];
    while ((table.covered[table.cells.length] ?? 0) > 0) table.cells.push(null);
    const span = {
      column: table.cells.length,
      rows: spanOf(attributes, 'rowspan'),
      columns: spanOf(attributes, 'colspan'),
    };
    const number = htmlAttribute(attributes, 'x:num');
    table.cell = { span, number: number !== null && /^-?\d+(\.\d+)?$/.test(number) ? number : null, text: '' };
  }

  private endCell(table: OpenTable): void {
    const { cell, cells } = table;
    if (!cell || !cells) return;
    table.cell = null;
    const text = tidy(cell.text);
    cells.push(text === '' ? null : (cell.number ?? text));
    if (cells.length + cell.span.columns > MOST_COLUMNS) throw new Error('a row without end');
    for (let more = 1; more < cell.span.columns; more++) cells.push(null);
    if (cell.span.rows > 1 || cell.span.columns > 1) table.spans.push(cell.span);
  }

  private endRow(table: OpenTable): void {
    this.endCell(table);
    const { cells, spans, covered } = table;
    if (!cells) return;
    table.cells = null;
    for (const [column, rows] of covered.entries()) covered[column] = Math.max(0, (rows ?? 0) - 1);
    for (const span of spans) {
      for (let at = 0; at < span.columns; at++) covered[span.column + at] = span.rows - 1;
    }
    if (!table.visitor) {
      if (cells.every((cell) => cell === null)) return;
      table.visitor = this.visit({ name: this.freeName(table.name), hidden: false });
    }
    if (table.wanted) table.wanted = table.visitor.take({ index: table.rows, cells, spans });
    table.rows += 1;
  }

  private freeName(caption: string): string {
    const wanted = (caption || tidy(this.heading) || `Таблиця ${this.names.size + 1}`)
      .replaceAll('\n', ' ')
      .slice(0, 150);
    let free = wanted;
    for (let count = 2; this.names.has(free); count++) free = `${wanted} (${count})`;
    this.names.add(free);
    return free;
  }
}

/** The tables of a page as sheets of a workbook. */
export function htmlWorkbook(job: ReadJob, encoding: Encoding): Workbook {
  return {
    macros: false,
    async eachSheet(visit) {
      const tables = new HtmlTables(visit);
      const scanner = new HtmlScanner(tables);
      const progress = (done: number) => job.progress?.({ stage: 'read', done, total: job.size });
      for await (const piece of readText({ path: job.path, encoding, signal: job.signal, progress }))
        scanner.feed(piece);
      scanner.feed('', true);
      tables.finish();
    },
    close: () => undefined,
  };
}
