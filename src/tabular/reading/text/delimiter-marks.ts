/** Single characters that seldom serve as delimiters, the likelier first. */
export const OTHERS = ['^', '~', '¦', '\u001f', '\u0001', ':', '#', '&'] as const;

/** Control characters and signs no prose has in each line; brackets, points, dashes, slashes and signs of money are of the cells. */
const UNUSUAL = /[\p{Cc}!§¤¬¶‖þ→，；｜]/gu;
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
  return [...counts].filter(([, count]) => count >= lines.length * 0.6).map(([mark]) => mark);
}

const isSign = (character: string): boolean => /[^\p{L}\p{N}\s."'()-]/u.test(character);

/** The runs of signs that hold the delimiter: «~|~», «||», «;». */
function runsOf(line: string, delimiter: string, quote: string | null): string[] {
  const runs: string[] = [];
  let run = '';
  for (const character of `${line} `) {
    if (character !== quote && (isSign(character) || character === delimiter)) run += character;
    else {
      if (run.includes(delimiter)) runs.push(run);
      run = '';
    }
  }
  return runs;
}

/** What stands between quotes is a cell: its signs tell nothing. */
function withoutQuoted(line: string, quote: string | null): string {
  if (quote === null) return line;
  const mark = quote.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return line.replace(new RegExp(`${mark}[^${mark}]*${mark}`, 'g'), quote.repeat(2));
}

const isRepeated = (run: string, whole: string): boolean => run === whole.repeat(run.length / whole.length);
/** Share of the runs of signs a longer delimiter has to explain. */
const EXPLAINED = 0.9;

/** What stands between the names of columns in the first line, quoted ones aside: signs and spaces. */
function betweenNames(text: string, quote: string | null): string[] {
  const [header = ''] = firstLines(text);
  return withoutQuoted(header, quote).match(/[^\p{L}\p{N}"'().-]+/gu) ?? [];
}

/**
 * Between all names of columns stands the character with the same signs or spaces around it: «;;», « ; ». Null where it stands alone, or not
 * always so. A space after it is no part of this: it is told by all rows.
 */
export function wholeInHeader(text: string, delimiter: string, quote: string | null): string | null {
  const runs = betweenNames(text, quote).filter((run) => run.includes(delimiter));
  const [run = ''] = runs;
  const isAll = runs.length > 0 && runs.every((other) => other === run);
  return isAll && run.length > delimiter.length && run !== `${delimiter} ` ? run : null;
}

/** The one run of signs between all names of columns, whatever it is: «=>», «$», «__». Null where there are several, or one only. */
export function onlyInHeader(text: string, quote: string | null): string | null {
  const runs = betweenNames(text, quote).filter((run) => run.trim() !== '');
  const [run = ''] = runs;
  return runs.length >= 2 && runs.every((other) => other === run) ? run : null;
}

/**
 * A delimiter of several characters, told by its commonest one: doubled («||», «::») or with signs beside it («~|~»).
 * @returns null where the character alone is the delimiter
 */
export function extendedDelimiter(text: string, delimiter: string, quote: string | null): string | null {
  const lines = firstLines(text)
    .map((line) => runsOf(withoutQuoted(line, quote), delimiter, quote))
    .filter((runs) => runs.length > 0);
  const [header] = lines;
  const counts = new Map<string, number>();
  for (const run of lines.flat()) counts.set(run, (counts.get(run) ?? 0) + 1);
  const [whole = delimiter] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (lines.length < 2 || whole.length < 2 || !header?.every((run) => isRepeated(run, whole))) return null;
  const runs = lines.flat();
  return runs.filter((run) => isRepeated(run, whole)).length >= runs.length * EXPLAINED ? whole : null;
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
