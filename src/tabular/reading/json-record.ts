import type { Cell } from './row-sink.ts';

/** One member of an object: its key and its value exactly as written. */
export type RawMember = readonly [key: string, raw: string];

const SPACE = /\s/;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] ?? '')) at += 1;
  return at;
}

/** Where the string that begins at `from` ends, behind its closing quote. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let back = quote - 1;
    while (text[back] === '\\') back -= 1;
    if ((quote - 1 - back) % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** Where the value that begins at `from` ends. The text is known to be valid JSON. */
function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return stringEnd(text, from);
  if (first !== '{' && first !== '[') {
    let at = from;
    while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const mark = text[at];
    if (mark === '"') at = stringEnd(text, at) - 1;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Members of an object's text, in order, values as written: numbers lose no digit. */
export function rawMembers(text: string): RawMember[] {
  const members: RawMember[] = [];
  let at = skipSpace(text, 1);
  while (at < text.length && text[at] !== '}') {
    const keyEnd = stringEnd(text, at);
    const key = String(JSON.parse(text.slice(at, keyEnd)));
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = valueEnd(text, start);
    members.push([key, text.slice(start, end)]);
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

/** Elements of an array's text, as written. */
export function rawElements(text: string): string[] {
  const elements: string[] = [];
  let at = skipSpace(text, 1);
  while (at < text.length && text[at] !== ']') {
    const end = valueEnd(text, at);
    elements.push(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return elements;
}

/** JSON without the spaces between its marks; strings and numbers untouched. */
export function compactJson(raw: string): string {
  let out = '';
  for (let at = 0; at < raw.length; ) {
    const mark = raw[at] ?? '';
    if (mark === '"') {
      const end = stringEnd(raw, at);
      out += raw.slice(at, end);
      at = end;
    } else {
      if (!SPACE.test(mark)) out += mark;
      at += 1;
    }
  }
  return out;
}

/** What a value is, by its first character. */
export function isNested(raw: string): boolean {
  return raw[0] === '{' || raw[0] === '[';
}

/** A value as a cell: strings unquoted, numbers as written, null empty, lists and objects as JSON text. */
export function cellOf(raw: string): Cell {
  if (raw[0] === '"') {
    const text = String(JSON.parse(raw));
    return text === '' ? null : text;
  }
  if (raw === 'null') return null;
  return isNested(raw) ? compactJson(raw) : raw;
}
