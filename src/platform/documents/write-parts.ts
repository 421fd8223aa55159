import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { SketchPart } from './sketch.ts';
import { tableSize } from './table-size.ts';

/** Half points. */
const SMALL_SIZE = 20;
/** Lines of text, 240 is one. */
const LINES = 252;
/** The first line's indent of the standard, 10 mm, twentieths of a point. */
const INDENT = 567;
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 60 };

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
}

type Block = Paragraph | Table;

function paragraph(text: string, look: Look & IParagraphOptions = {}): Paragraph {
  const { bold, size, align, spacing, ...options } = look;
  return new Paragraph({
    ...options,
    // the rule is said: without it LibreOffice takes the number for points
    spacing: { line: LINES, lineRule: LineRuleType.AUTO, ...spacing },
    ...(align ? { alignment: align } : {}),
    children: [new TextRun({ text, ...(bold ? { bold } : {}), ...(size ? { size } : {}) })],
  });
}

function cell(text: string, width: number, look: Look, margins = CELL_MARGINS): TableCell {
  return new TableCell({
    children: [paragraph(text, { ...look, spacing: { after: 0, line: 240 } })],
    width: { size: width, type: WidthType.DXA },
    margins,
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

function widthsOf(shares: readonly number[], width: number): number[] {
  const whole = shares.reduce((sum, one) => sum + one, 0) || 1;
  return shares.map((share) => Math.floor((width * share) / whole));
}

function keyValues({ rows }: SketchPart & { kind: 'key-values' }, width: number): Block[] {
  const widths = widthsOf([34, 66], width);
  const lines = rows.map(
    (texts) =>
      new TableRow({
        cantSplit: true,
        children: texts.map((text, at) => cell(text, widths[at] ?? 0, { size: tableSize(2), bold: at === 0 })),
      }),
  );
  return [grid(lines, widths, true)];
}

function table({ heading, rows, shares }: SketchPart & { kind: 'table' }, width: number): Block[] {
  const widths = widthsOf(
    heading.map((_, at) => shares?.[at] ?? 1),
    width,
  );
  const row = (texts: readonly string[], first: boolean) =>
    new TableRow({
      tableHeader: first,
      cantSplit: true,
      children: widths.map((size, at) => cell(texts[at] ?? '', size, { bold: first, size: tableSize(heading.length) })),
    });
  return [grid([row(heading, true), ...rows.map((texts) => row(texts, false))], widths, true)];
}

/** One line without borders: requisites, a signature. */
function inOneLine(texts: readonly string[], shares: readonly number[], width: number, aligns: Look['align'][]): Table {
  const widths = widthsOf(shares, width);
  const cells = texts.map((text, at) => cell(text, widths[at] ?? 0, { align: aligns[at] ?? 'left' }, NO_MARGINS));
  return grid([new TableRow({ cantSplit: true, children: cells })], widths, false);
}

/** Parts as blocks of a page. @param width of the text, twentieths of a point */
export function partsOf(parts: readonly SketchPart[], width: number): Block[] {
  return parts.flatMap((part) => blocksOf(part, width));
}

function blocksOf(part: SketchPart, width: number): Block[] {
  switch (part.kind) {
    case 'issuer':
      return part.lines.map((line) => paragraph(line, { bold: true, align: 'center', spacing: { after: 0 } }));
    case 'kind-name':
      return [paragraph(part.text, { bold: true, align: 'center', spacing: { before: 240, after: 240 } })];
    case 'title':
      return [paragraph(part.text, { bold: true, align: 'center', spacing: { before: 240, after: 200 } })];
    case 'requisites':
      return [inOneLine([part.date, part.place, part.number], [1, 1, 1], width, ['left', 'center', 'right'])];
    case 'about':
      return [paragraph(part.text, { spacing: { before: 240, after: 240 }, indent: { right: Math.round(width / 2) } })];
    case 'addressee':
      return part.lines.map((line, at) =>
        paragraph(line, {
          indent: { left: Math.round(width * 0.55) },
          ...(at === 0 && part.newPage ? { pageBreakBefore: true } : {}),
        }),
      );
    case 'heading':
      return [paragraph(part.text, { bold: true, spacing: { before: 240, after: 120 }, keepNext: true })];
    case 'paragraph':
      return [textParagraph(part.text, part.flush ?? false)];
    case 'key-values':
      return keyValues(part, width);
    case 'table':
      return table(part, width);
    case 'slot':
      return [paragraph(`{@${part.words}}`)];
    case 'repeat':
      return [paragraph(`{#${part.words}}`), ...partsOf(part.parts, width), paragraph(`{/${part.words}}`)];
    case 'signature':
      return [
        paragraph('', { spacing: { before: 240, after: 0 }, keepNext: true }),
        inOneLine([part.post, '', part.name], [50, 15, 35], width, ['left', 'center', 'left']),
        paragraph('', { size: 12, spacing: { after: 0 } }),
      ];
    case 'note':
      return [paragraph(part.text, { size: SMALL_SIZE, spacing: { before: 240 } })];
    case 'annex':
      return part.lines.map((line, at) =>
        paragraph(line, {
          indent: { left: Math.round(width * 0.6) },
          ...(at === part.lines.length - 1 ? { spacing: { after: 200 } } : {}),
        }),
      );
  }
}

function textParagraph(text: string, flush: boolean): Paragraph {
  return paragraph(text, {
    alignment: AlignmentType.BOTH,
    spacing: { after: 100 },
    ...(flush ? {} : { indent: { firstLine: INDENT } }),
  });
}
