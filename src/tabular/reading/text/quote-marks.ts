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
    sample.match(new RegExp(`(^|[${ends}]) {0,9}${mark}[^${mark}\\n]*${mark} {0,9}(?=[${ends}\\r\\n]|$)`, 'gm'))
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

/** Quotes inside quoted cells are doubled, unless the file clearly writes a backslash before them. */
export function escapeOf(sample: string, quote: string): string {
  const mark = ESCAPED[quote] ?? quote;
  const slashed = sample.split(`\\${quote}`).length - 1;
  const closings = sample.split(new RegExp(`\\\\${mark} {0,9}[,;\\t|\\r\\n]`)).length - 1;
  const doubled = sample.match(new RegExp(`[^,;\\t|\\r\\n${mark}]${mark}${mark}[^${mark}]`, 'g'))?.length ?? 0;
  return slashed > 0 && slashed > closings && doubled === 0 ? '\\' : quote;
}
