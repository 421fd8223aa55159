import { textOf, type WordPackage } from './word-package.ts';
import { childrenOf, readXml, textInside, type XmlElement } from './xml-tree.ts';

/** A paragraph as a person would point at it. */
export interface PlacedParagraph {
  readonly place: 'text' | 'header' | 'footer';
  readonly text: string;
}

function within(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((one) => (one.name === 'w:p' ? [one] : within(one)));
}

/** All paragraphs of a document, of its headers and footers, in order. */
export function paragraphsOf(parts: WordPackage): PlacedParagraph[] {
  return [...parts.keys()].flatMap((name) => {
    const place = /^word\/(document|header|footer)\d*\.xml$/u.exec(name)?.[1];
    if (!place) return [];
    return within(readXml(textOf(parts, name))).map((paragraph) => ({
      place: place === 'document' ? 'text' : place === 'header' ? 'header' : 'footer',
      text: textInside(paragraph),
    }));
  });
}
