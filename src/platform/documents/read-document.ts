import { type NumberOf, numberingOf } from './numbering.ts';
import { openPackage, textOf } from './word-package.ts';
import { childOf, childrenOf, readXml, textInside, type XmlElement } from './xml-tree.ts';

/** A document as it is shown on a page: what it says and the little of its look that carries meaning. */
export type DocumentBlock = ViewParagraph | ViewTable | { readonly kind: 'page-break' };

export interface ViewParagraph {
  readonly kind: 'paragraph';
  readonly align: 'left' | 'center' | 'right';
  /** Set off to the right half: to whom, «Додаток …». */
  readonly aside: boolean;
  /** «1.», «•» of a list; '' where it is none. */
  readonly mark: string;
  readonly runs: readonly ViewRun[];
}

/** A piece of text in one look; `\n` is a line break, `\t` a tab. */
export interface ViewRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface ViewTable {
  readonly kind: 'table';
  /** False: a table used to put things side by side, e.g. a signature. */
  readonly lines: boolean;
  /** How many of the first rows are the heading. */
  readonly headingRows: number;
  readonly rows: readonly (readonly ViewCell[])[];
}

export interface ViewCell {
  readonly span: number;
  readonly blocks: readonly DocumentBlock[];
}

/** Reads a DOCX of ours or one a city has edited. Throws where the file is refused (see `openPackage`). */
export function readDocument(file: Uint8Array): DocumentBlock[] {
  const parts = openPackage(file);
  const body = childOf(childOf(readXml(textOf(parts, 'word/document.xml')), 'w:document'), 'w:body');
  const blocks = body ? blocksIn(body, numberingOf(textOf(parts, 'word/numbering.xml'))) : [];
  while (blocks.at(-1)?.kind === 'page-break') blocks.pop();
  return blocks;
}

const PAGE_BREAK: DocumentBlock = { kind: 'page-break' };
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag', 'w:hyperlink', 'w:customXml']);

function blocksIn(element: XmlElement, numberOf: NumberOf): DocumentBlock[] {
  return childrenOf(element).flatMap((one): DocumentBlock[] => {
    if (one.name === 'w:p') {
      const paragraph = paragraphOf(one, numberOf);
      const look = childOf(one, 'w:pPr');
      const before: DocumentBlock[] = isOn(look, 'w:pageBreakBefore') || breaksPage(one) ? [PAGE_BREAK] : [];
      const after: DocumentBlock[] = childOf(look, 'w:sectPr') ? [PAGE_BREAK] : [];
      return [...before, paragraph, ...after];
    }
    if (one.name === 'w:tbl') return [tableOf(one, numberOf)];
    return WRAPPERS.has(one.name) ? blocksIn(one, numberOf) : [];
  });
}

function paragraphOf(element: XmlElement, numberOf: NumberOf): ViewParagraph {
  const look = childOf(element, 'w:pPr');
  const align = childOf(look, 'w:jc')?.attributes['w:val'];
  const indent = Number(
    childOf(look, 'w:ind')?.attributes['w:left'] ?? childOf(look, 'w:ind')?.attributes['w:start'] ?? 0,
  );
  return {
    kind: 'paragraph',
    align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : 'left',
    aside: indent > 4000,
    mark: numberOf(look),
    runs: runsIn(element),
  };
}

/** A page is broken inside a run of it (Ctrl + Enter in Word). */
function breaksPage(paragraph: XmlElement): boolean {
  const breaks = childrenOf(paragraph, 'w:r').flatMap((run) => childrenOf(run, 'w:br'));
  return breaks.some(({ attributes }) => attributes['w:type'] === 'page');
}

const isOn = (look: XmlElement | undefined, name: string) => {
  const switched = childOf(look, name);
  return switched !== undefined && !['0', 'false', 'off'].includes(switched.attributes['w:val'] ?? '');
};

function runsIn(element: XmlElement): ViewRun[] {
  return childrenOf(element).flatMap((one): ViewRun[] => {
    if (WRAPPERS.has(one.name)) return runsIn(one);
    if (one.name !== 'w:r') return [];
    const look = childOf(one, 'w:rPr');
    const text = childrenOf(one).map(saidBy).join('');
    return text === '' ? [] : [{ text, bold: isOn(look, 'w:b'), italic: isOn(look, 'w:i') }];
  });
}

function saidBy(element: XmlElement): string {
  if (element.name === 'w:t') return textInside(element);
  if (element.name === 'w:br') return element.attributes['w:type'] === 'page' ? '' : '\n';
  if (element.name === 'w:cr') return '\n';
  if (element.name === 'w:noBreakHyphen') return '‑';
  return element.name === 'w:tab' ? '\t' : '';
}

function tableOf(element: XmlElement, numberOf: NumberOf): ViewTable {
  const borders = childOf(childOf(element, 'w:tblPr'), 'w:tblBorders');
  const rows = childrenOf(element, 'w:tr');
  const heads = rows.map((row) => isOn(childOf(row, 'w:trPr'), 'w:tblHeader'));
  const inside = childOf(borders, 'w:insideH') ?? childOf(borders, 'w:top');
  return {
    kind: 'table',
    lines: inside === undefined || !['none', 'nil'].includes(inside.attributes['w:val'] ?? ''),
    headingRows: Math.max(0, heads.indexOf(false)),
    rows: rows.map((row) => childrenOf(row, 'w:tc').map((cell) => cellOf(cell, numberOf))),
  };
}

function cellOf(cell: XmlElement, numberOf: NumberOf): ViewCell {
  const span = Number(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1);
  return { span: span > 0 && span < 100 ? span : 1, blocks: blocksIn(cell, numberOf) };
}
