import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { SketchPart, TemplateSketch } from './sketch.ts';
import { partsOf } from './write-parts.ts';

/** Twentieths of a point. */
const mm = (length: number) => Math.round(length * 56.7);

/** A4 with the margins of the standard of office documents (ДСТУ 4163: left 30, right 10, top and bottom 20 mm). */
const MARGIN = { left: mm(30), right: mm(10), top: mm(20), bottom: mm(20), header: mm(10), footer: mm(10) };
/** The side of the binding is the top of a lying page. */
const LYING_MARGIN = { left: mm(20), right: mm(20), top: mm(30), bottom: mm(10), header: mm(15), footer: mm(5) };
/** Half points. */
const TEXT_SIZE = 28;

/** The numbers of pages stand at the top in the middle, from the second page of each part. */
function sectionOf(parts: readonly SketchPart[], landscape: boolean): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
  });
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const width = landscape ? mm(257) : mm(170);
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: mm(210), height: mm(297), orientation },
        margin: landscape ? LYING_MARGIN : MARGIN,
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
    children: partsOf(parts, width),
  };
}

/** The default template as DOCX (ECMA-376): A4, Times New Roman 14, the requisites where the standard (ДСТУ 4163) puts them. */
export async function writeTemplate(sketch: TemplateSketch): Promise<Uint8Array<ArrayBuffer>> {
  const text = sketch.parts.filter(({ kind }) => kind !== 'annex');
  const annexes = sketch.parts.filter((part) => part.kind === 'annex');
  const file = new Document({
    // a line of its own in the middle of a paragraph is not stretched over the width
    compatibility: { doNotExpandShiftReturn: true },
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: TEXT_SIZE, language: { value: 'uk-UA' } },
          paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      sectionOf(text, sketch.landscape ?? false),
      ...annexes.map((annex) => sectionOf([annex, ...annex.parts], annex.landscape ?? false)),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
