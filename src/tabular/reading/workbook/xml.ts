/** What a walk over XML hands over. Names come without their namespace prefix. */
export interface XmlHandler {
  /** A start tag; `attributes` is its text between the name and the end, read by `attribute`. */
  open(name: string, attributes: string): void;
  /** An end tag; for `<a/>` it follows `open` at once. */
  close(name: string): void;
  /** A piece of text with its entities resolved; one text may come in several pieces. */
  text(piece: string): void;
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Longest tag, comment or entity that is waited for: a longer one is no workbook a program made. */
const LONGEST_TOKEN = 4 * 1024 * 1024;
const LONGEST_ENTITY = 32;
const [EXCLAMATION, SLASH, QUESTION] = [33, 47, 63];

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&(#?\w{1,30});/g, entity) : text;
}

/** Excel writes characters XML cannot hold as `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An attribute's value by its whole name (`r:id` as it stands), or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > 32) continue;
    let next = at + name.length;
    while (attributes.charCodeAt(next) <= 32) next += 1;
    if (attributes[next] !== '=') continue;
    next += 1;
    while (attributes.charCodeAt(next) <= 32) next += 1;
    const quote = attributes[next];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, next + 1);
    return end === -1 ? null : decoded(attributes.slice(next + 1, end));
  }
  return null;
}

/** Walks XML that comes in pieces. Declarations (and so entities of one's own) are skipped, never expanded. */
class XmlWalk {
  private rest = '';
  private readonly handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  take(piece: string): void {
    const input = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    while (at < input.length) {
      const tag = input.indexOf('<', at);
      if (tag !== at) {
        at = this.takeText(input, at, tag);
        if (tag === -1) break;
      }
      const next = this.takeMarkup(input, tag);
      if (next === -1) break;
      at = next;
    }
    this.rest = input.slice(at);
    if (this.rest.length > LONGEST_TOKEN) throw new Error('XML with an endless tag');
  }

  finish(): void {
    if (this.rest.trim() !== '') throw new Error('XML is cut short');
  }

  /** Gives where the text ends that could be handed over: an entity cut in two waits for its end. */
  private takeText(input: string, from: number, tag: number): number {
    let end = tag === -1 ? input.length : tag;
    if (tag === -1) {
      const entityStart = input.lastIndexOf('&');
      if (entityStart >= from && end - entityStart < LONGEST_ENTITY && !input.includes(';', entityStart))
        end = entityStart;
    }
    if (end > from) this.handler.text(decoded(input.slice(from, end)));
    return end;
  }

  /** Gives where the markup that begins at `at` ends, -1 when its end has not come yet. */
  private takeMarkup(input: string, at: number): number {
    const second = input.charCodeAt(at + 1);
    if (second === EXCLAMATION) return this.takeDeclaration(input, at);
    const end = tagEnd(input, at);
    if (end === -1) return -1;
    if (second === SLASH) this.handler.close(plainName(input.slice(at + 2, end).trim()));
    else if (second !== QUESTION) this.takeTag(input, at + 1, end);
    return end + 1;
  }

  private takeTag(input: string, from: number, end: number): void {
    const empty = input.charCodeAt(end - 1) === SLASH;
    const stop = empty ? end - 1 : end;
    let at = from;
    while (at < stop && input.charCodeAt(at) > 32) at += 1;
    const name = plainName(input.slice(from, at));
    this.handler.open(name, input.slice(at, stop));
    if (empty) this.handler.close(name);
  }

  private takeDeclaration(input: string, at: number): number {
    if (input.length - at < 9) return -1;
    const [opening, closing] = input.startsWith('<!--', at)
      ? ['<!--', '-->']
      : input.startsWith('<![CDATA[', at)
        ? ['<![CDATA[', ']]>']
        : ['<!', '>'];
    const end = input.indexOf(closing, at + opening.length);
    if (end === -1) return -1;
    if (closing === ']]>') this.handler.text(input.slice(at + opening.length, end));
    return end + closing.length;
  }
}

function plainName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** The `>` that ends a tag: one inside an attribute's quotes does not. One pass, however many of them stand there. */
function tagEnd(input: string, from: number): number {
  let quote = 0;
  for (let at = from; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

/**
 * Walks the XML (UTF-8) of these bytes, handing its parts over as they come. Memory is flat.
 * @param more asked after each piece; false ends the walk
 * @throws when the XML is cut short
 */
export async function walkXml(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
  more: () => boolean = () => true,
): Promise<void> {
  const decoder = new TextDecoder();
  const walk = new XmlWalk(handler);
  for await (const piece of bytes) {
    walk.take(decoder.decode(piece, { stream: true }));
    if (!more()) return;
  }
  walk.take(decoder.decode());
  walk.finish();
}
