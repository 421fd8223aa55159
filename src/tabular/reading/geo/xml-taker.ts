import { SaxesParser } from 'saxes';
import { LIMITS } from '../refusals.ts';

/** Takes the elements of a document one after another. */
export interface XmlTaker {
  start(name: string, attribute: (name: string) => string | undefined): void;
  /** @param text all text right inside the element */
  end(name: string, text: string): void;
}

/** The document is no well-formed XML, or deeper or longer than a map is. */
export class XmlFault extends Error {}

/** Walks a document piece by piece. Entities a document declares itself are not known, so none can grow. Throws XmlFault. */
export async function walkXml(pieces: AsyncIterable<string>, taker: XmlTaker): Promise<void> {
  const parser = new SaxesParser();
  const texts: string[] = [];
  let fault: Error | null = null;
  parser.on('error', (error) => {
    fault ??= error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    if (texts.length > LIMITS.jsonDepth) fault ??= new Error('too deep');
    taker.start(plainName(name), (wanted) => attributes[wanted]);
  });
  const add = (text: string) => {
    const last = texts.length - 1;
    if (last < 0) return;
    texts[last] += text;
    if ((texts[last]?.length ?? 0) > LIMITS.recordLength) fault ??= new Error('too long');
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => taker.end(plainName(name), texts.pop() ?? ''));
  for await (const piece of pieces) {
    parser.write(piece);
    if (fault !== null) throw new XmlFault(String(fault));
  }
  parser.close();
  if (fault !== null) throw new XmlFault(String(fault));
}

/** `kml:Placemark` and `Placemark` are one; extensions of Google keep their prefix. */
function plainName(name: string): string {
  return name.startsWith('gx:') ? name : name.slice(name.indexOf(':') + 1);
}
