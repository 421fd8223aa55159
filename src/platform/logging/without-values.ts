/** Instead of what may be a value of somebody's data. */
const HIDDEN = '…';

/** Where engines begin to quote the statement, the row or the key that failed. */
const QUOTES_DATA = /\s*(?:\bLINE \d+:|\b(?:DETAIL|CONTEXT|STATEMENT|HINT|QUERY):|\bOriginal Line:|\bCandidate \w+:)/;
const FIRST_MARK = /['"`«“„]/;
const MARKS = /['"`«“„»”]/g;
/** A path of our own files, or a name of our own tables: told, because they say where to look. */
const OURS = /^(?:\/[\w./-]+|c\d{1,4}|(?:platform|pgboss|ingest|tables|publishing|catalog)_[a-z_]+)$/;

/** From the first mark to the last: a value may hold marks itself. One mark alone: the value was cut, so all after it goes. */
function withoutQuoted(words: string): string {
  const first = words.search(FIRST_MARK);
  if (first < 0) return words;
  const last = [...words.matchAll(MARKS)].at(-1)?.index ?? first;
  if (last === first) return `${words.slice(0, first)}${HIDDEN}`;
  return OURS.test(words.slice(first + 1, last)) ? words : `${words.slice(0, first)}${HIDDEN}${words.slice(last + 1)}`;
}

/**
 * The words of an error without anything that may have stood in a cell: DuckDB, PostgreSQL and readers quote the value they stumbled over
 * («Could not convert string 'Ковтун' to INT32»), the row, the key or the statement. What is left is the kind of the error, English words, paths
 * of our files and the frames of the stack. The one place of this rule: the log, parked jobs and every session of DuckDB go through it.
 */
export function withoutValues(words: string): string {
  const frames = words.search(/\n\s+at /);
  const head = frames < 0 ? words : words.slice(0, frames);
  const [told = ''] = head.split(QUOTES_DATA);
  const quiet = withoutQuoted(told)
    .replace(/=\([^)]*\)?/g, `=(${HIDDEN})`)
    .replace(/\S+@\S+/g, HIDDEN)
    .replace(/(?<![\w/.-])\+?\d[\d ()-]{4,}\d/g, HIDDEN)
    // the words of engines and our own are English: other letters come from data
    .replace(/[^\s\p{ASCII}…][^\s,;:.!?]*/gu, HIDDEN);
  return frames < 0 ? quiet : `${quiet}${words.slice(frames)}`;
}

/** What an error says of itself for the log, without values: its stack where it has one. */
export function wordsOf(error: unknown): string {
  return withoutValues(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** The same error fit to be kept where anybody may read it: its kind, and words without values; nothing else that hung on it. */
export function quietError(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  const quiet = new Error(withoutValues(known.message));
  if (known.name !== 'Error') quiet.name = known.name;
  if (known.stack !== undefined) quiet.stack = withoutValues(known.stack);
  const { code } = known as { code?: unknown };
  return typeof code === 'string' ? Object.assign(quiet, { code }) : quiet;
}

/** Facts of a line of the log: sentences in them are words of errors. */
export function quietFacts(facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' && /\s|[^\p{ASCII}]/u.test(value) ? withoutValues(value) : value,
    ]),
  );
}
