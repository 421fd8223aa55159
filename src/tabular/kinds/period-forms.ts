const MONTHS =
  '(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\\p{L}*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*';
const YEAR = '(?:(?:19|20)\\d{2})(?: ?р(?:\\.|оку|ік)?)?';
const DAY = '(?:\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{4}-\\d{2}-\\d{2})';
const QUARTER = '(?:[IVІ]{1,3}|[1-4])(?:-?(?:й|ий|ій))? ?(?:кв|кварт)\\p{L}*\\.?';
const HALF = '(?:[IІ]{1,2}|[12])(?:-?\\p{L}{1,3})? ?півріччя';
const BETWEEN = ' ?(?:[-–—]|до|по) ?';

const form = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})$`, 'iu');
const SURE = form(
  `(?:${MONTHS}),? ${YEAR}`,
  `${QUARTER},? ?(?:${YEAR})?`,
  `${HALF},? ?(?:${YEAR})?`,
  `(?:${YEAR}),? ?(?:${QUARTER}|${HALF}|Q[1-4])`,
  `Q[1-4],? ${YEAR}`,
  `(?:з |від )?${DAY}${BETWEEN}${DAY}(?: ?р(?:\\.|оку)?)?`,
  `(?:з )?${YEAR}${BETWEEN}${YEAR}(?: ?рр\\.?| ?роки)?`,
  `\\d{1,2} місяц\\p{L}+(?: ${YEAR})?`,
);
const LIKE = form(
  MONTHS,
  '0?[1-9]|1[0-2]',
  `${YEAR}[-/.](?:0?[1-9]|1[0-2])`,
  `(?:0?[1-9]|1[0-2])[./-]${YEAR}`,
  `${YEAR}[/]\\d{2,4}`,
  '(?:до|по|з|від) .*\\d.*',
  '\\d+ (?:р|рок|міс|дн|ро|тиж|год)\\p{L}*\\.?',
);

/** True for a month or a quarter of a year, or an interval of days or years in one cell. */
export const isPeriodForSure = (value: string): boolean => SURE.test(value);

/** The same, and forms that are periods only where the header says so: «січень», «2026-01», «12 місяців». */
export const isPeriodLike = (value: string): boolean => SURE.test(value) || LIKE.test(value);
