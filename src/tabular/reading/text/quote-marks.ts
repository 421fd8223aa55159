/** Marks that stand around cells: the double quote unless another is clearly used so. */
const RARE = ['`', '~', '^', '%', '$', '#', '@', '*', '|'] as const;
const ESCAPED: Readonly<Record<string, string>> = { '^': '\\^', $: '\\$', '*': '\\*', '|': '\\|' };
/** Cells wrapped in a mark, for it to be believed. */
const LEAST = 3;

/** Cells wholly wrapped in a mark. Spaces are counted out and lines bound: a run of line ends must not be tried from each of its places. */
function wrapped(sample: string, quote: string): number {
  const mark = ESCAPED[quote] ?? quote;
  const ends = [',', ';', '\\t', '|', ':'].filter((end) => end !== quote).join('');
  return (
    sample.match(new RegExp(`(^|[${ends}]) {0,9}${mark}(?!\\t)[^${mark}\\n]*${mark} {0,9}(?=[${ends}\\r\\n]|$)`, 'gm'))
      ?.length ?? 0
  );
}

/** Which quote the cells wear: the double one unless cells are clearly wrapped in apostrophes or in a mark that serves nothing else. */
export function quoteOf(sample: string): string {
  const double = wrapped(sample, '"');
  const single = wrapped(sample, "'");
  if (single >= LEAST && single > double * 3) return "'";
  if (double >= LEAST) return '"';
  const rare = RARE.find((mark) => {
    const count = sample.split(mark).length - 1;
    const around = count < LEAST * 2 ? 0 : wrapped(sample, mark);
    return around >= LEAST && around * 2 >= count * 0.8;
  });
  return rare ?? '"';
}

/** What files write before a quote inside quotes, the usual one first; the others only where it is plain. */
const ESCAPES = ['\\', '/', '%', '^', '~', '#', '&', '!', '?', '*'] as const;

/** Quotes inside quoted cells are doubled, unless the file clearly writes a backslash (or another sign, twice at least) before them. */
export function escapeOf(sample: string, quote: string): string {
  const mark = ESCAPED[quote] ?? quote;
  const found = ESCAPES.find((sign) => {
    if (sign === quote) return false;
    const doubled = new RegExp(`[^,;\\t|\\r\\n${mark}\\${sign}]${mark}${mark}[^${mark}]`);
    if (doubled.test(sample)) return false;
    const before = sample.split(`${sign}${quote}`).length - 1;
    if (before < (sign === '\\' ? 1 : 2)) return false;
    const closings = sample.split(new RegExp(`\\${sign}${mark} {0,9}[,;\\t|\\r\\n]`)).length - 1;
    return before > closings;
  });
  return found ?? quote;
}
