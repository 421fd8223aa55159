import { fittedText, textWidth as widthOf } from './picture.ts';

/** Size of a chart's letters in its own units, which are CSS pixels where it is not shrunk. */
export const CHART_TEXT = 14;

/** Width of a label, near enough to lay it out. */
export function textWidth(text: string, size = CHART_TEXT): number {
  return widthOf(text, size);
}

/** A label cut to a width, with an ellipsis where something was cut. */
export function shortened(text: string, width: number): string {
  return fittedText(text, CHART_TEXT, width);
}

/** A label in at most `most` lines of a width, the first as full as it can be; the last one is cut where it does not fit. */
export function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.trim().split(/\s+/);
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width || line === '') {
      line = longer;
    } else if (lines.length < most - 1) {
      lines.push(line);
      line = word;
    } else {
      line = [line, ...words.slice(at)].join(' ');
      break;
    }
  }
  return [...lines, line].map((one) => shortened(one, width));
}
