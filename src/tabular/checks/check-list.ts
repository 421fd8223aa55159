import { DETECTORS } from '../detectors/detector-list.ts';
import { predicateSet } from '../scan/guards.ts';
import { DATE_FORMS } from '../types/date-forms.ts';
import { IDENTIFIER_FORMS } from '../types/identifier-forms.ts';
import { NUMBER_FORMS } from '../types/number-forms.ts';
import { WORD_FORMS } from '../types/word-forms.ts';
import { addressInOneCell } from './addresses/address-in-one-cell.ts';
import { coordinatesInDegrees } from './addresses/coordinates-in-degrees.ts';
import { coordinatesOutside } from './addresses/coordinates-outside.ts';
import { coordinatesPair } from './addresses/coordinates-pair.ts';
import { coordinatesSwapped } from './addresses/coordinates-swapped.ts';
import { coordinatesZero } from './addresses/coordinates-zero.ts';
import { houseAsDate } from './addresses/house-as-date.ts';
import { settlementWords } from './addresses/settlement-words.ts';
import { streetWords } from './addresses/street-words.ts';
import type { CellAnswer, CellCheck, TableCheck } from './check.ts';
import { dateInterval } from './dates/date-interval.ts';
import { dateNotIso } from './dates/date-not-iso.ts';
import { futureDate } from './dates/future-date.ts';
import { impossibleDate } from './dates/impossible-date.ts';
import { periodInWords } from './dates/period-in-words.ts';
import { timeWritten } from './dates/time-written.ts';
import { yearOdd } from './dates/year-odd.ts';
import { yearTwoDigits } from './dates/year-two-digits.ts';
import { yearWritten } from './dates/year-written.ts';
import { byteOrderMark } from './file/byte-order-mark.ts';
import { delimiterUnusual } from './file/delimiter-unusual.ts';
import { encodingNotUtf8 } from './file/encoding-not-utf8.ts';
import { tooManyRows } from './file/too-many-rows.ts';
import { coordinatesInMetres } from './geography/coordinates-in-metres.ts';
import { geometryOutside } from './geography/geometry-outside.ts';
import { geometryWkt } from './geography/geometry-wkt.ts';
import { samePlace } from './geography/same-place.ts';
import { duplicateHeader } from './header/duplicate-header.ts';
import { emptyHeader } from './header/empty-header.ts';

import { headerAbbreviated } from './header/header-abbreviated.ts';
import { headerGeneric } from './header/header-generic.ts';
import { headerIsValue } from './header/header-is-value.ts';
import { headerLineBreak } from './header/header-line-break.ts';
import { headerLookAlike } from './header/header-look-alike.ts';
import { headerPersonal } from './header/header-personal.ts';
import { headerRussian } from './header/header-russian.ts';
import { headerSpaces } from './header/header-spaces.ts';
import { headerTooLong } from './header/header-too-long.ts';
import { headerUnit } from './header/header-unit.ts';

import { cadastralWritten } from './identifiers/cadastral-written.ts';
import { dk021Written } from './identifiers/dk021-written.ts';

import { edrpouZeroLost } from './identifiers/edrpou-zero-lost.ts';
import { emailWritten } from './identifiers/email-written.ts';
import { ibanWritten } from './identifiers/iban-written.ts';
import { katottgWritten } from './identifiers/katottg-written.ts';
import { koatuuAbolished } from './identifiers/koatuu-abolished.ts';
import { koatuuZeroLost } from './identifiers/koatuu-zero-lost.ts';
import { kpkvkZeroLost } from './identifiers/kpkvk-zero-lost.ts';
import { kvedAsDate } from './identifiers/kved-as-date.ts';
import { kvedWritten } from './identifiers/kved-written.ts';
import { phoneWithoutCode } from './identifiers/phone-without-code.ts';
import { phoneWritten } from './identifiers/phone-written.ts';
import { plateWritten } from './identifiers/plate-written.ts';
import { postalZeroLost } from './identifiers/postal-zero-lost.ts';
import { urlNoScheme } from './identifiers/url-no-scheme.ts';
import { urlWritten } from './identifiers/url-written.ts';
import { wrongCadastral } from './identifiers/wrong-cadastral.ts';
import { wrongDk021 } from './identifiers/wrong-dk021.ts';
import { wrongEdrpou } from './identifiers/wrong-edrpou.ts';
import { wrongEmail } from './identifiers/wrong-email.ts';
import { wrongIban } from './identifiers/wrong-iban.ts';
import { wrongKatottg } from './identifiers/wrong-katottg.ts';
import { wrongKekv } from './identifiers/wrong-kekv.ts';
import { wrongKpkvk } from './identifiers/wrong-kpkvk.ts';
import { wrongKved } from './identifiers/wrong-kved.ts';
import { wrongPhone } from './identifiers/wrong-phone.ts';
import { wrongPostalCode } from './identifiers/wrong-postal-code.ts';
import { wrongRnokpp } from './identifiers/wrong-rnokpp.ts';
import { wrongUrl } from './identifiers/wrong-url.ts';
import { duplicateIdentifier } from './keys/duplicate-identifier.ts';
import { identifierBlank } from './keys/identifier-blank.ts';
import { identifierGap } from './keys/identifier-gap.ts';
import { noIdentifier } from './keys/no-identifier.ts';
import { valueNear, valueSpelling } from './keys/value-known.ts';
import { capitals } from './language/capitals.ts';
import { russianLetters } from './language/russian-letters.ts';
import { shareOverWhole } from './relations/share-over-whole.ts';
import { startAfterEnd } from './relations/start-after-end.ts';
import { sumMismatch } from './relations/sum-mismatch.ts';
import { twoNamesOfCode } from './relations/two-names-of-code.ts';
import { duplicateRow } from './shape/duplicate-row.ts';
import { emptyColumn } from './shape/empty-column.ts';
import { emptyRow } from './shape/empty-row.ts';
import { fewRows } from './shape/few-rows.ts';
import { noteRow } from './shape/note-row.ts';
import { periodColumns } from './shape/period-columns.ts';
import { sameColumns } from './shape/same-columns.ts';
import { sectionRow } from './shape/section-row.ts';
import { singleColumn } from './shape/single-column.ts';
import { sparseColumn } from './shape/sparse-column.ts';
import { totalRow } from './shape/total-row.ts';
import { transposedTable } from './shape/transposed-table.ts';
import { commaFractions, commaThousands, commaUnclear } from './types/comma-unclear.ts';
import { currencyInNumber } from './types/currency-in-number.ts';
import { decimalSign } from './types/decimal-sign.ts';
import { floatNoise } from './types/float-noise.ts';
import { longNumberRounded } from './types/long-number-rounded.ts';
import { mixedHeadings } from './types/mixed-headings.ts';
import { mixedTypes } from './types/mixed-types.ts';
import { negativeQuantity } from './types/negative-quantity.ts';
import { numberInWords } from './types/number-in-words.ts';
import { outlier } from './types/outlier.ts';
import { percentMixed } from './types/percent-mixed.ts';
import { percentSign } from './types/percent-sign.ts';
import { rangeInNumber } from './types/range-in-number.ts';
import { scientificNotation } from './types/scientific-notation.ts';
import { thousandsInWords } from './types/thousands-in-words.ts';
import { unitInNumber } from './types/unit-in-number.ts';
import { apostrophes } from './values/apostrophes.ts';

import { brokenText } from './values/broken-text.ts';
import { categorySpelling } from './values/category-spelling.ts';
import { categoryTypo } from './values/category-typo.ts';
import { edgePunctuation } from './values/edge-punctuation.ts';
import { formulaSign } from './values/formula-sign.ts';
import { invisibleCharacters } from './values/invisible-characters.ts';
import { lineBreak } from './values/line-break.ts';
import { lookAlikeLetters } from './values/look-alike-letters.ts';
import { lettersCyrillic, lettersLatin, lookAlikeUndecided } from './values/look-alike-undecided.ts';
import { markup } from './values/markup.ts';
import { mojibake } from './values/mojibake.ts';
import { noValueWritten } from './values/no-value-written.ts';
import { placeholder } from './values/placeholder.ts';
import { quotesTwice } from './values/quotes-twice.ts';
import { severalContacts } from './values/several-contacts.ts';
import { spacesAround } from './values/spaces-around.ts';
import { spreadsheetError } from './values/spreadsheet-error.ts';
import { truncated } from './values/truncated.ts';
import { yesNoSpelling } from './values/yes-no-spelling.ts';

/** Checks of cells in the order their repairs are carried out: each works on what the ones before left. */
export const CELL_CHECKS: readonly (CellCheck | CellAnswer)[] = [
  mojibake,
  markup,
  lineBreak,
  invisibleCharacters,
  spacesAround,
  edgePunctuation,
  lookAlikeLetters,
  lookAlikeUndecided,
  lettersLatin,
  lettersCyrillic,
  quotesTwice,
  apostrophes,
  placeholder,
  noValueWritten,
  edrpouZeroLost,
  percentSign,
  floatNoise,
  katottgWritten,
  koatuuZeroLost,
  kvedAsDate,
  kvedWritten,
  dk021Written,
  cadastralWritten,
  kpkvkZeroLost,
  ibanWritten,
  phoneWritten,
  postalZeroLost,
  plateWritten,
  emailWritten,
  urlWritten,
  urlNoScheme,
  currencyInNumber,
  thousandsInWords,
  unitInNumber,
  numberInWords,
  timeWritten,
  periodInWords,
  yearWritten,
  streetWords,
  settlementWords,
  coordinatesZero,
  coordinatesInDegrees,
  geometryWkt,
  geometryOutside,
  commaUnclear,
  commaThousands,
  commaFractions,
  decimalSign,
  dateNotIso,
  impossibleDate,
  mixedTypes,
  mixedHeadings,
  wrongEdrpou,
  wrongRnokpp,
  wrongKatottg,
  koatuuAbolished,
  wrongKved,
  wrongDk021,
  wrongCadastral,
  wrongKekv,
  wrongKpkvk,
  wrongIban,
  phoneWithoutCode,
  wrongPhone,
  wrongPostalCode,
  wrongEmail,
  wrongUrl,
  rangeInNumber,
  percentMixed,
  negativeQuantity,
  yearOdd,
  yearTwoDigits,
  futureDate,
  dateInterval,
  addressInOneCell,
  houseAsDate,
  coordinatesOutside,
  coordinatesSwapped,
  coordinatesPair,
  brokenText,
  spreadsheetError,
  scientificNotation,
  longNumberRounded,
  formulaSign,
  severalContacts,
  russianLetters,
  capitals,
  totalRow,
  valueSpelling,
  valueNear,
];

/** Checks of headers and rows; `empty-row` before `duplicate-row`, which leaves empty rows to it. */
export const TABLE_CHECKS: readonly TableCheck[] = [
  emptyHeader,
  duplicateHeader,
  headerLookAlike,
  headerLineBreak,
  headerSpaces,
  headerTooLong,
  headerGeneric,
  headerIsValue,
  headerPersonal,
  headerUnit,
  headerAbbreviated,
  headerRussian,
  emptyColumn,
  emptyRow,
  duplicateRow,
  sectionRow,
  noteRow,
  noIdentifier,
  periodColumns,
  singleColumn,
  fewRows,
  sparseColumn,
  sameColumns,
  samePlace,
  coordinatesInMetres,
  transposedTable,
  encodingNotUtf8,
  byteOrderMark,
  delimiterUnusual,
  tooManyRows,
  truncated,
  categorySpelling,
  categoryTypo,
  yesNoSpelling,
  outlier,
  duplicateIdentifier,
  identifierBlank,
  identifierGap,
  startAfterEnd,
  sumMismatch,
  shareOverWhole,
  twoNamesOfCode,
];

/** All that the scan counts: forms of types and identifiers, and the predicates of checks and of detectors of personal data. */
export const SCANNED = predicateSet([
  ...NUMBER_FORMS,
  ...DATE_FORMS,
  ...WORD_FORMS,
  ...IDENTIFIER_FORMS,
  ...CELL_CHECKS.flatMap(({ predicates }) => predicates),
  ...DETECTORS.flatMap(({ predicates }) => predicates),
]);
