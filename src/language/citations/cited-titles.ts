const OPENING = '«“„"';
const CLOSING = '»”"“';

/** A title found: its text without quotes, and the character after it. */
export interface FoundTitle {
  readonly title: string;
  readonly end: number;
}

/**
 * The quoted text that begins at `from` (spaces before it are passed over). Quotes inside quotes are kept. Where the closing quote was forgotten, the title ends with the
 * brackets opened in it or before the first comma.
 */
export function quotedAt(text: string, from: number): FoundTitle | null {
  let start = from;
  while (/\s/.test(text[start] ?? '')) start += 1;
  if (!OPENING.includes(text[start] ?? ' ')) return null;
  const opener = text[start];
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + 600); at += 1) {
    const letter = text[at] ?? '';
    const closes = CLOSING.includes(letter) && !/\s/.test(text[at - 1] ?? ' ') && at > start + 1;
    if (closes && (depth <= 1 || opener === '"')) return { title: tidy(text.slice(start + 1, at)), end: at + 1 };
    if (closes) depth -= 1;
    else if (OPENING.includes(letter)) depth += 1;
    else if (letter === '\n' && /^\n\s*\n|^\n\s*\d+\./.test(text.slice(at, at + 12))) break;
    if (depth > 0 && letter === '.' && /^\.\s*\n/.test(text.slice(at, at + 4))) break;
  }
  return unclosedAt(text, start);
}

function unclosedAt(text: string, start: number): FoundTitle | null {
  const rest = text.slice(start + 1, start + 600);
  const brackets = /^[^,.;()]*\([^)]*\)/.exec(rest)?.[0];
  const title = brackets ?? /^[^,.;\n]*/.exec(rest)?.[0] ?? '';
  return title.trim() === '' ? null : { title: tidy(title), end: start + 1 + title.length };
}

/** An unquoted title that follows a number on the same or the next line: «Про затвердження …», with its lines that begin with a small letter. */
export function plainTitleAt(text: string, from: number): FoundTitle | null {
  const lead = /^[\s,]*(?=Про\s)/u.exec(text.slice(from, from + 200));
  if (!lead) return null;
  const start = from + lead[0].length;
  const lines = /^[^\n]+(?:\s*\n\s*(?=\p{Ll})[^\n]+)*/u.exec(text.slice(start, start + 600))?.[0] ?? '';
  return { title: tidy(lines).replace(/[.;]$/, ''), end: start + lines.trimEnd().length };
}

function tidy(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}
