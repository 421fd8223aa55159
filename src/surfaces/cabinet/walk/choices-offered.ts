import type { Reading } from '../../../capabilities/ingest/index.ts';

/** Which choices of «Щось не так?» can change how this file is read. */
export interface OfferedChoices {
  readonly sheet: boolean;
  readonly header: boolean;
  readonly encoding: boolean;
  readonly delimiter: boolean;
  /** Hidden rows and columns of a workbook. */
  readonly hidden: boolean;
}

const HIDDEN = ['hidden-rows', 'hidden-columns'];

const isJson = (fileName: string): boolean => /\.(?:json|geojson)$/i.test(fileName);

/**
 * Offers only what can help. A file that was read: its other sheets, header row and letters; the rows of JSON are named by their own fields and
 * nothing delimits them. A refused file: what undoes the person's own choice, and another delimiter where too many columns came of the one
 * found. A damaged file is read no better in any other way.
 * @returns null where there is nothing to choose
 */
export function offeredChoices(
  reading: Pick<Reading, 'state' | 'kind' | 'original' | 'fileName' | 'choices' | 'refusal' | 'source' | 'inspection'>,
): OfferedChoices | null {
  const { state, choices, fileName, source } = reading;
  if (reading.kind !== 'table' || reading.original === null) return null;
  const made = {
    sheet: choices.sheet !== undefined,
    header: choices.headerRow !== undefined,
    encoding: choices.encoding !== undefined,
    delimiter: choices.delimiter !== undefined,
    hidden: choices.hidden !== undefined,
  };
  if (state === 'refused') {
    const split = reading.refusal?.code === 'too-many-columns' && !isJson(fileName) && !/\.xlsx$/i.test(fileName);
    const offered = { ...made, encoding: made.encoding || split, delimiter: made.delimiter || split };
    return Object.values(offered).some(Boolean) ? offered : null;
  }
  if (state !== 'checked' && state !== 'ready' && state !== 'failed') return null;
  const json = source ? source.format === 'json' : isJson(fileName);
  const codes = new Set(reading.inspection?.findings.map(({ code }) => code));
  return {
    sheet: made.sheet || (source?.sheets.length ?? 0) > 1,
    header: made.header || !json || codes.has('no-header'),
    encoding: true,
    delimiter: made.delimiter || !json,
    hidden: made.hidden || HIDDEN.some((code) => codes.has(code)),
  };
}
