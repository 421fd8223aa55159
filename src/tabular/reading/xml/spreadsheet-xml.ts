import type { Encoding, ReadOutcome } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { XML_REFUSALS } from '../refusals.ts';
import type { Cell } from '../row-sink.ts';
import { readOpenWorkbook } from '../workbook/read-workbook-file.ts';
import { MOST_COLUMNS, MOST_ROWS, type SheetVisitor, type Span, type Workbook } from '../workbook/workbook.ts';
import { walkXml, XmlFault, type XmlVisitor } from './walk-xml.ts';

type Attributes = readonly (readonly [name: string, value: string])[];

function wholeNumber(attributes: Attributes, name: string): number | null {
  const value = Number(attributes.find(([key]) => key === name)?.[1] ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : null;
}

/** A moment of Excel 2003 XML has no zone: 2026-01-31T00:00:00.000. */
function momentOf(text: string): Cell {
  const [day = '', time = ''] = text.split('T');
  const short = time.replace(/\.0+$/, '');
  return short === '' || short === '00:00:00' ? day : day === '1899-12-31' ? short : `${day}T${short}`;
}

/** Turns the tags of Excel 2003 XML into the rows of its sheets. */
class SpreadsheetRows implements XmlVisitor {
  private readonly path: string[] = [];
  private sheet: SheetVisitor | null = null;
  private wantsRows = true;
  private index = -1;
  private cells: Cell[] = [];
  private spans: Span[] = [];
  private type = '';
  private value = '';
  private formula = false;
  private formulas = 0;
  private column = 0;
  private readonly visit: Parameters<Workbook['eachSheet']>[0];

  constructor(visit: Parameters<Workbook['eachSheet']>[0]) {
    this.visit = visit;
  }

  open(name: string, attributes: Attributes): void {
    this.path.push(name);
    if (name === 'Worksheet') {
      const title = attributes.find(([key]) => key === 'Name')?.[1] ?? '';
      this.sheet = this.visit({ name: title, hidden: false });
      this.wantsRows = true;
      this.index = -1;
    } else if (name === 'Row') {
      this.index = (wholeNumber(attributes, 'Index') ?? this.index + 2) - 1;
      if (this.index >= MOST_ROWS) throw new XmlFault('broken');
      this.cells = [];
      this.spans = [];
      this.formulas = 0;
    } else if (name === 'Cell') this.openCell(attributes);
    else if (name === 'Data') {
      this.type = attributes.find(([key]) => key === 'Type')?.[1] ?? 'String';
      this.value = '';
    }
  }

  private openCell(attributes: Attributes): void {
    const column = (wholeNumber(attributes, 'Index') ?? this.cells.length + 1) - 1;
    if (column >= MOST_COLUMNS) throw new XmlFault('broken');
    while (this.cells.length < column) this.cells.push(null);
    this.cells.length = Math.max(column, 0);
    const across = Math.min(wholeNumber(attributes, 'MergeAcross') ?? 0, MOST_COLUMNS);
    const down = wholeNumber(attributes, 'MergeDown') ?? 0;
    if (across + down > 0) this.spans.push({ column, rows: down + 1, columns: across + 1 });
    this.formula = attributes.some(([key]) => key === 'Formula');
    this.cells.push(null, ...Array.from({ length: across }, () => null));
    this.column = column;
  }

  text(text: string): void {
    if (this.path.includes('Data')) this.value += text;
  }

  close(): void {
    const name = this.path.pop();
    if (name === 'Data' && this.path.at(-1) === 'Cell') {
      this.cells[this.column] = this.cell();
      if (this.formula) this.formulas += 1;
    } else if (name === 'Row' && this.sheet && this.wantsRows) {
      const { index, cells, spans, formulas } = this;
      this.wantsRows = this.sheet.take({ index, cells, spans, formulas });
    } else if (name === 'Worksheet') {
      this.sheet?.end([]);
      this.sheet = null;
    }
  }

  private cell(): Cell {
    const { type, value } = this;
    if (value === '') return null;
    if (type === 'DateTime') return momentOf(value);
    if (type === 'Boolean') return value === '1' ? 'true' : 'false';
    return value.replaceAll('\r\n', '\n');
  }
}

/** True where the root is a workbook of Excel 2003 XML. */
export function isSpreadsheetXml(head: Buffer): boolean {
  return /<([\w.-]+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(head.toString('latin1'));
}

/** Reads a workbook saved as «XML-таблиця 2003»; often its name ends with `.xls`. */
export async function readSpreadsheetXml(job: ReadJob, encoding: Encoding): Promise<ReadOutcome> {
  let fault: XmlFault | null = null;
  const workbook: Workbook = {
    macros: false,
    async eachSheet(visit) {
      try {
        await walkXml(job, encoding, new SpreadsheetRows(visit));
      } catch (error) {
        if (error instanceof XmlFault) fault = error;
        throw error;
      }
    },
    close: () => undefined,
  };
  const outcome = await readOpenWorkbook(job, workbook, 'xls');
  const told = fault as XmlFault | null;
  if (told) return { kind: 'refused', reason: XML_REFUSALS[told.reason] };
  return outcome.kind === 'table' ? { kind: 'table', table: { ...outcome.table, encoding } } : outcome;
}
