import { predicateSet } from '../scan/guards.ts';
import { DATE_FORMS } from '../types/date-forms.ts';
import { IDENTIFIER_FORMS } from '../types/identifier-forms.ts';
import { NUMBER_FORMS } from '../types/number-forms.ts';
import { WORD_FORMS } from '../types/word-forms.ts';
import { brokenText } from './broken-text.ts';
import type { CellCheck, TableCheck } from './check.ts';
import { commaFractions, commaThousands, commaUnclear } from './comma-unclear.ts';
import { dateNotIso } from './date-not-iso.ts';
import { decimalSign } from './decimal-sign.ts';
import { duplicateHeader } from './duplicate-header.ts';
import { duplicateRow } from './duplicate-row.ts';
import { edrpouZeroLost } from './edrpou-zero-lost.ts';
import { emptyColumn } from './empty-column.ts';
import { emptyHeader } from './empty-header.ts';
import { emptyRow } from './empty-row.ts';
import { impossibleDate } from './impossible-date.ts';
import { lookAlikeLetters } from './look-alike-letters.ts';
import { lettersCyrillic, lettersLatin, lookAlikeUndecided } from './look-alike-undecided.ts';
import { mixedHeadings } from './mixed-headings.ts';
import { mixedTypes } from './mixed-types.ts';
import { noIdentifier } from './no-identifier.ts';
import { noValueWritten } from './no-value-written.ts';
import { sectionRow } from './section-row.ts';
import { spacesAround } from './spaces-around.ts';
import { spreadsheetError } from './spreadsheet-error.ts';
import { totalRow } from './total-row.ts';
import { wrongEdrpou } from './wrong-edrpou.ts';

/** Checks of cells in the order their repairs are carried out: each works on what the ones before left. */
export const CELL_CHECKS: readonly CellCheck[] = [
  spacesAround,
  lookAlikeLetters,
  lookAlikeUndecided,
  lettersLatin,
  lettersCyrillic,
  noValueWritten,
  edrpouZeroLost,
  commaUnclear,
  commaThousands,
  commaFractions,
  decimalSign,
  dateNotIso,
  impossibleDate,
  mixedTypes,
  mixedHeadings,
  wrongEdrpou,
  brokenText,
  spreadsheetError,
  totalRow,
];

/** Checks of headers and rows; `empty-row` before `duplicate-row`, which leaves empty rows to it. */
export const TABLE_CHECKS: readonly TableCheck[] = [
  emptyHeader,
  duplicateHeader,
  emptyColumn,
  emptyRow,
  duplicateRow,
  sectionRow,
  noIdentifier,
];

/** All that the scan counts: forms of types and identifiers, and the predicates of checks. */
export const SCANNED = predicateSet([
  ...NUMBER_FORMS,
  ...DATE_FORMS,
  ...WORD_FORMS,
  ...IDENTIFIER_FORMS,
  ...CELL_CHECKS.flatMap(({ predicates }) => predicates),
]);
