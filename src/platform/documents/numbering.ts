import { childOf, childrenOf, readXml, type XmlElement } from './xml-tree.ts';

/** The number or the bullet of a paragraph by its look (`w:pPr`), counted in the order it is asked; '' where the paragraph is in no list. */
export type NumberOf = (look: XmlElement | undefined) => string;

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Reads `word/numbering.xml`: numbers of lists made by Word stand there, not in the text. */
export function numberingOf(xml: string): NumberOf {
  const root = childOf(readXml(xml), 'w:numbering');
  const kinds = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]),
  );
  const lists = new Map(
    childrenOf(root, 'w:num').map((one) => [
      one.attributes['w:numId'] ?? '',
      kinds.get(childOf(one, 'w:abstractNumId')?.attributes['w:val'] ?? '') ?? [],
    ]),
  );
  const counted = new Map<string, number[]>();
  return (look) => {
    const asked = childOf(look, 'w:numPr');
    const list = childOf(asked, 'w:numId')?.attributes['w:val'] ?? '';
    const level = Number(childOf(asked, 'w:ilvl')?.attributes['w:val'] ?? 0);
    const levels = lists.get(list);
    const own = levels?.[level];
    if (!levels || !own) return '';
    if (own.format === 'bullet') return '•';
    const numbers = counted.get(list) ?? [];
    counted.set(list, numbers);
    numbers[level] = (numbers[level] ?? own.start - 1) + 1;
    numbers.length = level + 1; // deeper levels begin anew
    return own.text.replaceAll(/%(\d)/gu, (_, at) =>
      String(numbers[Number(at) - 1] ?? levels[Number(at) - 1]?.start ?? 1),
    );
  };
}

function levelsOf(kind: XmlElement): Level[] {
  return childrenOf(kind, 'w:lvl').map((one) => ({
    format: childOf(one, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
    text: childOf(one, 'w:lvlText')?.attributes['w:val'] ?? '%1.',
    start: Number(childOf(one, 'w:start')?.attributes['w:val'] ?? 1),
  }));
}
