/** Takes what stands in a page, in its order; names in lower case. */
export interface HtmlVisitor {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** A mark longer than this is no mark but damage. */
const LONGEST_MARK = 1 << 20;
/** Elements whose content is not text of the page. */
const SILENT = new Set(['script', 'style', 'template', 'noscript']);
const TAG = /^<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/i;
/** A tag whose quotes do not match ends at the first sign of an end. */
const DAMAGED_TAG = /^<(\/?)([a-z][^\s/>]*)([^>]*)>/i;
/** Signs of a tag in which its quotes are honoured: beyond that every further tag would be walked over again and again. */
const QUOTED_TAG = 4_096;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bdquo: '„',
  middot: '·',
  deg: '°',
  sect: '§',
  shy: '\u00ad',
};

/** References as the letters they stand for; unknown ones stay as written. */
export function withoutReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, (all, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** The value of an attribute, or null. */
export function htmlAttribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found ? withoutReferences(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

/** Walks a page piece by piece as browsers do: nothing is an error. */
export class HtmlScanner {
  private rest = '';
  private silent: string | null = null;
  private readonly visitor: HtmlVisitor;

  constructor(visitor: HtmlVisitor) {
    this.visitor = visitor;
  }

  feed(piece: string, last = false): void {
    this.rest += piece;
    let at = 0;
    for (;;) {
      const next = this.step(at, last);
      if (next === null) break;
      at = next;
    }
    this.rest = this.rest.slice(at);
  }

  /** Takes one mark or text at that place. @returns where the next begins; null: more is needed */
  private step(at: number, last: boolean): number | null {
    const { rest } = this;
    if (at >= rest.length) return null;
    if (this.silent !== null) return this.skipSilent(at, last);
    if (rest[at] !== '<') {
      const mark = rest.indexOf('<', at);
      if (mark === -1 && !last && rest.length - at < LONGEST_MARK) return null;
      const end = mark === -1 ? rest.length : mark;
      this.visitor.text(withoutReferences(rest.slice(at, end)));
      return end;
    }
    if (rest.startsWith('<!--', at)) return this.skipTo('-->', at, last);
    if (rest[at + 1] === '!' || rest[at + 1] === '?') return this.skipTo('>', at, last);
    return this.tag(at, last);
  }

  private skipTo(end: string, at: number, last: boolean): number | null {
    const found = this.rest.indexOf(end, at);
    if (found >= 0) return found + end.length;
    return last || this.rest.length - at > LONGEST_MARK ? this.rest.length : null;
  }

  private skipSilent(at: number, last: boolean): number | null {
    const found = new RegExp(`</${this.silent}`, 'i').exec(this.rest.slice(at));
    if (!found) return last || this.rest.length - at > LONGEST_MARK ? this.rest.length : null;
    this.silent = null;
    return at + found.index;
  }

  private tag(at: number, last: boolean): number | null {
    const { rest } = this;
    const next = rest.charAt(at + 1) === '/' ? rest.charAt(at + 2) : rest.charAt(at + 1);
    if (next === '' && !last) return null;
    if (!/[a-z]/i.test(next)) {
      // a lone sign is text
      this.visitor.text('<');
      return at + 1;
    }
    const end = rest.indexOf('>', at);
    if (end === -1) {
      if (!last && rest.length - at < LONGEST_MARK) return null;
      // no tag ends in all that follows
      this.visitor.text(rest.slice(at));
      return rest.length;
    }
    const found = TAG.exec(rest.slice(at, at + QUOTED_TAG)) ?? DAMAGED_TAG.exec(rest.slice(at, end + 1));
    if (!found) throw new Error('a tag begins with a letter and ends');
    const [mark, slash, raw = '', attributes = ''] = found;
    const name = raw.toLowerCase();
    if (slash) this.visitor.close(name);
    else {
      this.visitor.open(name, attributes);
      if (SILENT.has(name) && !attributes.endsWith('/')) this.silent = name;
    }
    return at + mark.length;
  }
}
