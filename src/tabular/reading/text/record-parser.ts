/** How cells stand in a record. */
export interface RecordRules {
  /** One character or several. */
  readonly delimiter: string;
  /** `one`: a space after the delimiter belongs to it; `run`: all spaces after it do (tables set with spaces). */
  readonly spaces?: 'one' | 'run' | undefined;
  readonly quote: string | null;
  /** The character that makes a quote inside quotes a letter; the quote itself when it is doubled (RFC 4180). */
  readonly escape: string;
  /** Cells a record should have: where quotes are broken, the reading with so many cells is taken. Null while unknown. */
  readonly width: number | null;
}

export interface ParsedRecord {
  readonly cells: readonly string[];
  /** Where it begins. */
  readonly start: number;
  /** Where the next record begins. */
  readonly next: number;
  /** A quote stood where the rules of CSV do not allow it. */
  readonly broken: boolean;
}

/** Openings of quotes that are to be read as letters. */
type Literal = readonly number[];

interface Attempt extends ParsedRecord {
  /** Where the doubtful quotes opened: never closed, closed by force, or spanning lines. */
  readonly doubtful: Literal;
  /** A quote is still open at the end of the text. */
  readonly open: boolean;
  readonly lines: number;
}

/** A quote that stays open over so much text is doubted even before its end is seen. */
const DOUBT_LENGTH = 65_536;
const CR = 13;
const LF = 10;
/** The record separator of ASCII: no letter of any text. */
const RS = 30;
const SPACE = 32;
const TRIES = 12;

class RecordWalk {
  private readonly cells: string[] = [];
  private readonly doubtful: number[] = [];
  private broken = false;
  private open = false;
  private lines = 1;
  private at: number;
  private readonly start: number;
  private readonly delimiterCode: number;
  private readonly delimiterLength: number;

  private readonly text: string;
  private readonly rules: RecordRules;
  private readonly literal: Literal;
  private readonly glued: boolean;

  /** @param glued a letter right after a closing quote begins the next cell: the delimiter was left out */
  constructor(text: string, start: number, rules: RecordRules, literal: Literal, glued = false) {
    this.text = text;
    this.rules = rules;
    this.literal = literal;
    this.glued = glued;
    this.start = start;
    this.at = start;
    this.delimiterCode = rules.delimiter.charCodeAt(0);
    this.delimiterLength = rules.delimiter.length;
  }

  run(): Attempt {
    const { text } = this;
    if (this.rules.spaces === 'run') this.skipSpaces();
    for (;;) {
      this.readCell();
      if (this.isDelimiter(this.at)) {
        this.at += this.delimiterLength;
        if (this.rules.spaces === 'one' && text.charCodeAt(this.at) === SPACE) this.at += 1;
        else if (this.rules.spaces === 'run') {
          this.skipSpaces();
          if (this.isLineEnd(this.at)) return this.endRecord();
        }
      } else if (this.isLineEnd(this.at)) return this.endRecord();
    }
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  private endRecord(): Attempt {
    const code = this.text.charCodeAt(this.at);
    if (code === CR) this.at += this.text.charCodeAt(this.at + 1) === LF ? 2 : 1;
    else if (code === LF || code === RS) this.at += 1;
    const { cells, start, at: next, broken, doubtful, open, lines } = this;
    return { cells, start, next, broken, doubtful, open, lines };
  }

  private isDelimiter(at: number): boolean {
    if (this.text.charCodeAt(at) !== this.delimiterCode) return false;
    return this.delimiterLength === 1 || this.text.startsWith(this.rules.delimiter, at);
  }

  private isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LF || code === CR || code === RS || at >= this.text.length;
  }

  private isEnd(at: number): boolean {
    return this.isDelimiter(at) || this.isLineEnd(at);
  }

  private readCell(): void {
    const { text, rules } = this;
    if (rules.quote !== null) {
      let opening = this.at;
      while (text.charCodeAt(opening) === SPACE && this.delimiterCode !== SPACE) opening += 1;
      if (text[opening] === rules.quote && !this.literal.includes(opening)) {
        this.readQuoted(opening, rules.quote);
        return;
      }
    }
    const end = this.endOfPlain(this.at);
    this.cells.push(text.slice(this.at, end));
    this.at = end;
  }

  /** Nearly all characters are letters of a cell: they are passed by one comparison each. */
  private endOfPlain(from: number): number {
    const { text, delimiterCode } = this;
    let end = from;
    for (;;) {
      const code = text.charCodeAt(end);
      if (!(code > RS && code !== delimiterCode) && this.isEnd(end)) return end;
      end += 1;
    }
  }

  private readQuoted(opening: number, quote: string): void {
    const { text, rules } = this;
    const doubled = rules.escape === quote;
    let value = '';
    let from = opening + 1;
    let search = from;
    for (;;) {
      const found = text.indexOf(quote, search);
      if (found === -1) {
        this.leaveOpen(opening, value + text.slice(from));
        return;
      }
      // Where the cell has already broken the rules (`"ТОВ "Назва"",`) a pair before the delimiter is a letter and the end.
      const lastPair = text[found + 1] === quote && this.doubtful.includes(opening) && this.isEnd(found + 2);
      if (doubled && text[found + 1] === quote && !lastPair) {
        value += text.slice(from, found + 1);
        from = found + 2;
        search = from;
      } else if (!doubled && this.isEscaped(found, from)) {
        search = found + 1;
      } else {
        const closing = lastPair ? found + 1 : found;
        let end = closing + 1;
        while (text.charCodeAt(end) === SPACE && this.delimiterCode !== SPACE) end += 1;
        if (this.isEnd(end) || (this.glued && end === closing + 1)) {
          this.closeQuoted(opening, value + text.slice(from, closing), end);
          return;
        }
        // A quote inside a quoted cell that is neither doubled nor last: kept as a letter, the cell goes on.
        this.doubt(opening);
        this.broken = true;
        search = found + 1;
      }
    }
  }

  private isEscaped(at: number, from: number): boolean {
    let back = at - 1;
    while (back >= from && this.text[back] === this.rules.escape) back -= 1;
    return (at - 1 - back) % 2 === 1;
  }

  private doubt(opening: number): void {
    if (!this.doubtful.includes(opening)) this.doubtful.push(opening);
  }

  private closeQuoted(opening: number, value: string, end: number): void {
    const { escape: escaping, quote } = this.rules;
    if (value.includes('\n') || value.includes('\r')) {
      this.doubt(opening);
      this.lines += 1;
    }
    this.cells.push(escaping === quote ? value : value.replaceAll(`${escaping}${quote}`, quote ?? ''));
    this.at = end;
  }

  private leaveOpen(opening: number, value: string): void {
    this.doubt(opening);
    this.open = true;
    this.broken = true;
    this.cells.push(value);
    this.at = this.text.length;
  }
}

/** The reading with other quotes as letters that has the expected number of cells on one line, if there is one. */
function findByWidth(text: string, start: number, rules: RecordRules, first: Attempt): Attempt | null {
  const queue: Literal[] = first.doubtful.map((opening) => [opening]);
  for (let tries = 0; tries < TRIES; tries++) {
    const literal = queue.shift();
    if (literal === undefined) return null;
    const attempt = new RecordWalk(text, start, rules, literal).run();
    if (!attempt.open && attempt.cells.length === rules.width) return attempt;
    if (literal.length < 3) queue.push(...attempt.doubtful.map((opening) => [...literal, opening]));
  }
  return null;
}

/** The reading in which a delimiter was left out after a closing quote (`"Адреса"Примітка`), if that gives the expected cells on one line. */
function findGlued(text: string, start: number, rules: RecordRules): Attempt | null {
  const attempt = new RecordWalk(text, start, rules, [], true).run();
  return !attempt.open && attempt.lines === 1 && attempt.cells.length === rules.width ? attempt : null;
}

/** The reading that treats the first open quote as a letter, and so ends at the end of its line. */
function closeByForce(text: string, start: number, rules: RecordRules, first: Attempt): Attempt {
  let attempt = first;
  const literal: number[] = [];
  for (let tries = 0; tries < TRIES && attempt.open; tries++) {
    const opening = attempt.doubtful.at(-1);
    if (opening === undefined) break;
    literal.push(opening);
    attempt = new RecordWalk(text, start, rules, literal).run();
  }
  return attempt.open ? new RecordWalk(text, start, { ...rules, quote: null }, []).run() : attempt;
}

/**
 * Reads one record, forgiving what strict readers refuse.
 * @param final no more text will follow
 * @returns null when the record goes on beyond the text at hand
 */
export function parseRecord(text: string, start: number, final: boolean, rules: RecordRules): ParsedRecord | null {
  const first = new RecordWalk(text, start, rules, []).run();
  // The end of the text at hand is not the end of the record, and a CR may be half of a CRLF.
  const cut = !final && first.next >= text.length;
  const fits = rules.width === null || first.cells.length === rules.width;
  if (!cut && !first.broken && (fits || first.doubtful.length === 0)) return first;
  if (!cut && first.broken && fits && first.lines === 1 && !first.open) return first;
  if (cut && !first.open) return null;
  const long = text.length - start > DOUBT_LENGTH;
  if (rules.width !== null && (!cut || long)) {
    const better = findByWidth(text, start, rules, first);
    const complete = better !== null && (final || better.next < text.length);
    if (better && complete && (first.broken || goesOn(text, better.next, rules))) return { ...better, broken: true };
    const glued = first.broken ? findGlued(text, start, rules) : null;
    if (glued && (final || glued.next < text.length)) return { ...glued, broken: true };
  }
  if (!first.open) return first;
  if (cut && text.length - start < RECORD_LIMIT) return null;
  const forced = closeByForce(text, start, rules, first);
  // even read by force its line has not ended yet: a part of a line is no record
  return !final && forced.next >= text.length ? null : { ...forced, broken: true };
}

/** A cell over several lines is lawful; it is taken for a quote never closed only if the next line, too, then has the expected cells. */
function goesOn(text: string, at: number, rules: RecordRules): boolean {
  const next = new RecordWalk(text, at, rules, []).run();
  return !next.broken && next.lines === 1 && next.cells.length === rules.width;
}

/** An open quote is given up after so many characters. */
const RECORD_LIMIT = 8 * 1024 * 1024;

/** All records of a text at hand. */
export function* parseRecords(text: string, rules: RecordRules, final = true): Generator<ParsedRecord> {
  let at = 0;
  while (at < text.length) {
    const record = parseRecord(text, at, final, rules);
    if (record === null) return;
    yield record;
    at = record.next;
  }
}
