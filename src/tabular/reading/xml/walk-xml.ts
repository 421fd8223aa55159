import { SaxesParser } from 'saxes';
import type { Encoding } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { LIMITS } from '../refusals.ts';
import { readText } from '../text-decoding.ts';

/** The document breaks the rules, or is made to do harm. */
export class XmlFault extends Error {
  readonly reason: 'broken' | 'entities' | 'too-deep' | 'too-long';

  constructor(reason: XmlFault['reason']) {
    super(`XML is ${reason}`);
    this.reason = reason;
  }
}

/** Takes the tags of a document in their order. */
export interface XmlVisitor {
  open(name: string, attributes: readonly (readonly [name: string, value: string])[]): void;
  text(text: string): void;
  close(): void;
  /** False: the rest is not needed. */
  readonly wanted?: boolean;
}

/** `ns:name` → `name`: prefixes are chosen by whoever wrote the file. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes that say something of the document and nothing of the record. */
const OF_DOCUMENT = /^(xmlns(:|$)|xsi:|xml:(lang|space|base)$)/;

function attributesOf(all: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(all).flatMap(([name, value]) =>
    OF_DOCUMENT.test(name) ? [] : [[local(name), value] as const],
  );
}

function parserFor(visitor: XmlVisitor, progress: { since: number }, nameOf: (name: string) => string): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new XmlFault('broken');
  });
  // declarations of entities stand in the square brackets of a DOCTYPE; a mere name of a DTD is never followed
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new XmlFault('entities');
  });
  parser.on('opentag', ({ name, attributes }) => {
    progress.since = 0;
    depth += 1;
    if (depth > LIMITS.jsonDepth) throw new XmlFault('too-deep');
    visitor.open(nameOf(name), attributesOf(attributes));
  });
  parser.on('closetag', () => {
    progress.since = 0;
    depth -= 1;
    visitor.close();
  });
  parser.on('text', (text) => visitor.text(text));
  parser.on('cdata', (text) => visitor.text(text));
  return parser;
}

/**
 * Walks the whole file; names come without prefixes, memory is flat but for one text between two tags.
 * @throws XmlFault
 */
export function walkXml(job: ReadJob, encoding: Encoding, visitor: XmlVisitor): Promise<void> {
  const progress = (done: number) => job.progress?.({ stage: 'read', done, total: job.size });
  return walkXmlText(readText({ path: job.path, encoding, signal: job.signal, progress }), visitor);
}

/**
 * The same of a document that comes piece by piece.
 * @param nameOf what the name of an element means, with its prefix
 * @throws XmlFault
 */
export async function walkXmlText(
  pieces: AsyncIterable<string>,
  visitor: XmlVisitor,
  nameOf: (name: string) => string = local,
): Promise<void> {
  const sight = { since: 0 };
  const parser = parserFor(visitor, sight, nameOf);
  let first = true;
  for await (const piece of pieces) {
    // white space before the declaration is an error of many programs, and does no harm
    const text: string = first ? piece.trimStart() : piece;
    first &&= text === '';
    sight.since += text.length;
    if (sight.since > LIMITS.recordLength) throw new XmlFault('too-long');
    parser.write(text);
    if (visitor.wanted === false) return;
  }
  parser.close();
}
