import { predicateSet } from '../scan/guards.ts';
import { DATE_FORMS } from '../types/date-forms.ts';
import { IDENTIFIER_FORMS } from '../types/identifier-forms.ts';
import { NUMBER_FORMS } from '../types/number-forms.ts';
import { WORD_FORMS } from '../types/word-forms.ts';
import type { CellAnswer, CellCheck, TableCheck } from './check.ts';
import { dateNotIso } from './dates/date-not-iso.ts';
import { impossibleDate } from './dates/impossible-date.ts';
import { duplicateHeader } from './header/duplicate-header.ts';
import { emptyHeader } from './header/empty-header.ts';
import { edrpouZeroLost } from './identifiers/edrpou-zero-lost.ts';
import { wrongEdrpou } from './identifiers/wrong-edrpou.ts';
import { noIdentifier } from './keys/no-identifier.ts';
import { valueNear, valueSpelling } from './keys/value-known.ts';
import { duplicateRow } from './shape/duplicate-row.ts';
import { emptyColumn } from './shape/empty-column.ts';
import { emptyRow } from './shape/empty-row.ts';
import { sectionRow } from './shape/section-row.ts';
import { totalRow } from './shape/total-row.ts';
import { commaFractions, commaThousands, commaUnclear } from './types/comma-unclear.ts';
import { decimalSign } from './types/decimal-sign.ts';
import { mixedHeadings } from './types/mixed-headings.ts';
import { mixedTypes } from './types/mixed-types.ts';
import { brokenText } from './values/broken-text.ts';
import { lookAlikeLetters } from './values/look-alike-letters.ts';
import { lettersCyrillic, lettersLatin, lookAlikeUndecided } from './values/look-alike-undecided.ts';
import { noValueWritten } from './values/no-value-written.ts';
import { spacesAround } from './values/spaces-around.ts';
import { spreadsheetError } from './values/spreadsheet-error.ts';

/** Checks of cells in the order their repairs are carried out: each works on what the ones before left. */
export const CELL_CHECKS: readonly (CellCheck | CellAnswer)[] = [
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
  valueSpelling,
  valueNear,
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
