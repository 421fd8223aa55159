import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IBorderOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentPart, OfficeDocument } from './office-document.ts';

/** Twentieths of a point. */
const MILLIMETRE = 56.7;
const mm = (length: number) => Math.round(length * MILLIMETRE);

/** A4 with room for binding at the left. */
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), footer: mm(10) },
};
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
/** Half points. */
const TEXT_SIZE = 24;
const TABLE_SIZE = 22;
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };

/** Signs XML cannot hold become spaces; a program would refuse the whole file for one of them. */
function held(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]|\p{Cs}/gu, ' ');
}

function runs(text: string, look: { bold?: boolean; size?: number } = {}): TextRun[] {
  return held(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }));
}

function cell(lines: readonly string[], width: number, look: { bold?: boolean } = {}): TableCell {
  const paragraphs = (lines.length === 0 ? [''] : lines).map(
    (line) => new Paragraph({ children: runs(line, { ...look, size: TABLE_SIZE }), spacing: { after: 0, line: 252 } }),
  );
  return new TableCell({
    children: paragraphs,
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    verticalAlign: VerticalAlignTable.TOP,
  });
}

function grid(rows: readonly TableRow[], widths: readonly number[], lines: boolean): Table {
  const line = lines ? LINE : NO_LINE;
  return new Table({
    rows: [...rows],
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}

function keyValues(rows: (DocumentPart & { kind: 'key-values' })['rows']): Table {
  const widths = [Math.round(WIDTH * 0.34), WIDTH - Math.round(WIDTH * 0.34)];
  const [name = 0, value = 0] = widths;
  return grid(
    rows.map(
      ([label, said]) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([label], name, { bold: true }),
            cell(typeof said === 'string' ? said.split(/\n+/) : said, value),
          ],
        }),
    ),
    widths,
    true,
  );
}

function table({ heading, rows, shares }: DocumentPart & { kind: 'table' }): Table {
  const parts = heading.map((_, at) => shares?.[at] ?? 1);
  const whole = parts.reduce((sum, one) => sum + one, 0) || 1;
  const widths = parts.map((part) => Math.floor((WIDTH * part) / whole));
  const row = (cells: readonly string[], first: boolean) =>
    new TableRow({
      tableHeader: first,
      cantSplit: true,
      children: widths.map((width, at) => cell([cells[at] ?? ''], width, { bold: first })),
    });
  return grid([row(heading, true), ...rows.map((cells) => row(cells, false))], widths, true);
}

function signature({ post, name }: DocumentPart & { kind: 'signature' }): (Paragraph | Table)[] {
  const widths = [0.45, 0.25, 0.3].map((part) => Math.floor(WIDTH * part));
  const [left = 0, middle = 0, right = 0] = widths;
  const line = new TableRow({ children: [cell([post], left), cell(['____________'], middle), cell([name], right)] });
  return [new Paragraph({ spacing: { before: 480 }, children: [] }), grid([line], widths, false)];
}

function written(part: DocumentPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          children: runs(part.text, { bold: true }),
          spacing: { before: 280, after: 120 },
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return part.text
        .split(/\n\s*\n/)
        .map((text) => new Paragraph({ children: runs(text), alignment: AlignmentType.LEFT, spacing: { after: 120 } }));
    case 'key-values':
      return [keyValues(part.rows)];
    case 'table':
      return [table(part)];
    case 'signature':
      return signature(part);
  }
}

function head({ above, addressee = [], title }: OfficeDocument): Paragraph[] {
  return [
    ...(above ? [new Paragraph({ children: runs(above), alignment: AlignmentType.CENTER })] : []),
    ...addressee.map((line) => new Paragraph({ children: runs(line), indent: { left: Math.round(WIDTH * 0.55) } })),
    new Paragraph({
      children: runs(title, { bold: true, size: 28 }),
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 240 },
    }),
  ];
}

/** The document as DOCX (ECMA-376): A4, a serif font every office has, numbered pages. */
export async function writeDocx(document: OfficeDocument): Promise<Uint8Array<ArrayBuffer>> {
  const numbers = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 20 })],
  });
  const file = new Document({
    title: held(document.title),
    creator: held(document.above ?? ''),
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: TEXT_SIZE,
            language: { value: document.language === 'uk' ? 'uk-UA' : 'en-GB' },
          },
          paragraph: { spacing: { line: 276 } },
        },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [numbers] }) },
        children: [...head(document), ...document.parts.flatMap(written)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
