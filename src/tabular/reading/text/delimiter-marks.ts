/** Single characters that seldom serve as delimiters, the likelier first. */
export const OTHERS = ['^', '~', '¦', '\u001f', '\u0001', ':', '#', '&'] as const;

/** Control characters and signs no prose has in each line; brackets, points, dashes, slashes and signs of money are of the cells. */
const UNUSUAL = /[\p{Cc}!§¤¬¶‖þ→]/gu;
const FIRST_LINES = 60;

function firstLines(text: string): string[] {
  return text
    .slice(0, 65_536)
    .replaceAll('\u001e', '\n')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, FIRST_LINES);
}

/** Unusual characters that stand in nearly every line. */
export function unusualDelimiters(text: string): string[] {
  const lines = firstLines(text);
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const mark of new Set(line.match(UNUSUAL))) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= lines.length * 0.8).map(([mark]) => mark);
}

const isSign = (character: string | undefined, quote: string | null): boolean =>
  character !== undefined && character !== quote && /[^\p{L}\p{N}\s."'()-]/u.test(character);

/** The sign that stands at one side of every delimiter, if it is always the same. */
function constantNeighbour(lines: readonly string[], delimiter: string, quote: string | null, step: 1 | -1): string {
  let sign: string | null = null;
  for (const line of lines) {
    for (let at = line.indexOf(delimiter); at !== -1; at = line.indexOf(delimiter, at + delimiter.length)) {
      const beside = line[step === 1 ? at + delimiter.length : at - 1];
      if (!isSign(beside, quote) || beside === delimiter || (sign !== null && beside !== sign)) return '';
      sign = beside as string;
    }
  }
  return sign ?? '';
}

/** How often the delimiter is repeated wherever it stands: 2 for «a||b||||c», 1 where some stand alone. */
function repetition(lines: readonly string[], delimiter: string): number {
  const runs = new RegExp(`(?:${delimiter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')})+`, 'g');
  const lengths = new Set(lines.flatMap((line) => (line.match(runs) ?? []).map((run) => run.length)));
  for (const times of [3, 2]) {
    if (lengths.size > 0 && [...lengths].every((length) => length % times === 0)) return times;
  }
  return 1;
}

/**
 * A delimiter of several characters, told by its commonest one: doubled («||», «::») or with the same sign on each side («~|~»).
 * @returns null where the character alone is the delimiter
 */
export function extendedDelimiter(text: string, delimiter: string, quote: string | null): string | null {
  const lines = firstLines(text).filter((line) => line.includes(delimiter));
  if (lines.length < 2) return null;
  const times = repetition(lines, delimiter);
  if (times > 1) return delimiter.repeat(times);
  const left = constantNeighbour(lines, delimiter, quote, -1);
  const right = constantNeighbour(lines, delimiter, quote, 1);
  return left === '' && right === '' ? null : `${left}${delimiter}${right}`;
}

/**
 * Whether a space follows every delimiter: then it belongs to the delimiter, not to the cells.
 * @param rows cut at every delimiter, quotes being letters
 */
export function isSpaced(rows: readonly (readonly string[])[]): boolean {
  let spaced = 0;
  let others = 0;
  for (const row of rows) {
    for (const cell of row.slice(1)) {
      if (cell.startsWith(' ')) spaced += 1;
      else if (cell !== '') others += 1;
    }
  }
  return spaced >= 5 && others <= (spaced + others) * 0.05;
}
