import { fittedText, textLines, textWidth as widthOf } from './picture.ts';

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

/** A label in at most `most` lines of a width; the last one is cut where it does not fit. */
export function wrapped(text: string, width: number, most: number): string[] {
  return textLines(text, CHART_TEXT, width, most);
}
