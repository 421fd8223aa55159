import { type ColumnType, type Notation, USUAL_NOTATION } from '../column.ts';
import { DATE_HEADER } from './date-forms.ts';

/** How many values of a column answer yes to a predicate. */
export type Counts = (code: string) => number;

export interface TypeDecision {
  readonly type: ColumnType;
  /** Type of most values when some do not fit; absent when all fit, or none dominates. */
  readonly expected?: ColumnType;
  readonly notation: Notation;
  /** Values that say only that there is none («-», «н/д»), left out of the decision. */
  readonly noValues: number;
  /** Values that fit the type (or the expected one). */
  readonly fitting: number;
}

/** Share of values that has to fit for the rest to be told as exceptions. */
const MOST = 0.8;

const HEADER_YES_NO = /^(?:є|чи|is|has)[ _]|наявн|ознак|доступн|активн|чинн|працює|flag/iu;
/** Digits under such a header name something; they are never added up. */
const HEADER_CODE =
  /єдрпоу|едрпоу|edrpou|коатуу|koatuu|катоттг|(?:^|[ _])(?:код|code|шифр|індекс|zip|паспорт|іпн|рнокпп|інн|мфо|iban|телефон|тел|phone|факс|fax|квед|кекв|кпквк|ткпквк)(?:$|[ _.№(])|(?:_code|_kod|_phone)$/iu;

/** True where the header says that its numbers are codes. */
export function namesCode(header: string): boolean {
  return HEADER_CODE.test(header);
}

interface Candidate {
  readonly type: ColumnType;
  readonly fitting: number;
  /** Values written in its form that nevertheless are none: days the calendar does not have. */
  readonly spoilt?: number;
}

function numberNotation(count: Counts): Pick<Notation, 'comma' | 'point'> {
  const surelyFraction = count('comma') - count('comma-maybe-group') > 0 || count('point-groups') > 0;
  const comma = count('comma-groups') > 0 && !surelyFraction ? 'group' : 'decimal';
  const onlyGroups = count('point-groups') > 0 && count('point') - count('point-maybe-group') === 0;
  return { comma, point: onlyGroups && comma === 'decimal' ? 'group' : 'decimal' };
}

/** True where every comma stands before three digits, and no fraction, no thousands without a comma and no second comma tells what it is. */
function commaUnclear(count: Counts): boolean {
  const decided = count('comma-groups') + count('point-groups') + count('whole-thousands');
  return count('comma') > 0 && count('comma') === count('comma-maybe-group') && decided === 0;
}

type DateOrder = 'day-first' | 'month-first';

const inOrder = (count: Counts, order: DateOrder): number => count(order) + count(`moment-${order}`);

function dateOrder(count: Counts): DateOrder {
  return inOrder(count, 'month-first') > inOrder(count, 'day-first') ? 'month-first' : 'day-first';
}

/** True where no one order reads all written days of the column, or moments would have to be read month first. */
function orderUnclear(count: Counts, type: ColumnType, order: DateOrder): boolean {
  if (type === 'date') return count('day-either') > count(order);
  if (type !== 'datetime') return false;
  return order === 'month-first' || count('day-either') + count('moment-either') > inOrder(count, order);
}

function countDays(count: Counts, serial: boolean): number {
  const written = count('day-year-first') + count('day-either') + count('day-in-words');
  return count('day-iso') + written + (serial ? count('day-serial') : 0);
}

/** The type of a column by the counts over all of its values; `filled` of them are not empty. */
export function decideType(count: Counts, filled: number, header: string): TypeDecision {
  const signed = count('plus') > 0;
  const noValues = count('no-value-sign') - (signed ? count('minus') : 0) + count('no-value-word');
  const asked = filled - noValues;
  const dates = dateOrder(count);
  const serialDates = count('day-serial') > 0 && /дат[аиу]|date/iu.test(header);
  const minus = count('minus') > 0 && !signed ? { minus: 'no-value' as const } : {};
  const notation: Notation = { ...USUAL_NOTATION, ...numberNotation(count), ...minus, dates, serialDates };
  const decision = chooseType(candidates(count, notation, header), asked, count, header);
  if (takenFor(decision) === 'decimal' && commaUnclear(count))
    return { type: 'text', fitting: 0, noValues, notation: { ...notation, comma: 'unclear' } };
  if (orderUnclear(count, takenFor(decision), dates)) {
    const { fitting } = decision;
    return {
      type: 'text',
      expected: takenFor(decision),
      fitting,
      noValues,
      notation: { ...notation, dates: 'unclear' },
    };
  }
  const form = formOf(count, decision.type, asked, notation);
  return { ...decision, noValues, notation: { ...notation, form } };
}

const takenFor = ({ type, expected }: Pick<TypeDecision, 'type' | 'expected'>): ColumnType => expected ?? type;

function candidates(count: Counts, notation: Notation, header: string): Candidate[] {
  const whole = count('whole') + count('whole-written');
  const groups =
    notation.comma === 'group'
      ? count('comma-groups') + count('comma-maybe-group')
      : count('comma') + exclusiveGroups(count);
  const number = whole + count('point') + count('point-written') + groups;
  const days = countDays(count, notation.serialDates);
  const moments = count('moment-iso') + count('moment-either');
  const signs = count('plus') > 0 ? count('plus') + count('minus') : 0;
  const zeroOne = HEADER_YES_NO.test(header) ? count('zero-one') : 0;
  const list: Candidate[] = [
    { type: 'boolean', fitting: Math.max(signs, zeroOne) + count('yes-no') },
    { type: 'date', fitting: days, spoilt: spoiltDays(count, header) },
    {
      type: 'datetime',
      fitting: moments > 0 ? moments + days : 0,
      spoilt: moments > 0 ? spoiltDays(count, header) : 0,
    },
    { type: 'time', fitting: count('clock') },
    { type: 'integer', fitting: whole },
    { type: 'decimal', fitting: number },
  ];
  return list;
}

/**
 * Values in the form of a day that no calendar has («31.02.2026»): in a small table one of them is a third. Codes such as «46.13.00» have that
 * form too, so without a word for dates in the header most values must be days.
 */
function spoiltDays(count: Counts, header: string): number {
  const days = countDays(count, false) + count('moment-iso') + count('moment-either');
  const spoilt = count('date-form') - days;
  return DATE_HEADER.test(header) || spoilt * 2 <= days ? Math.max(0, spoilt) : 0;
}

/** Numbers grouped by commas or points that are not already counted as fractions with a comma. */
function exclusiveGroups(count: Counts): number {
  return count('comma-groups') + count('point-groups');
}

function chooseType(
  list: readonly Candidate[],
  asked: number,
  count: Counts,
  header: string,
): Omit<TypeDecision, 'notation' | 'noValues'> {
  if (asked <= 0) return { type: 'text', fitting: 0 };
  const isCode = count('leading-zero') > 0 || namesCode(header);
  // a fraction column with an amount that a DOUBLE would round stays text: nothing is lost, and the person sees it
  const tooPrecise = count('too-precise') > 0;
  const open = list.filter(
    ({ type }) => !(isCode && type === 'integer') && !((isCode || tooPrecise) && type === 'decimal'),
  );
  const whole = open.find(({ fitting }) => fitting === asked);
  if (whole) return whole;
  // the narrowest type that most values fit; a wider one only where it takes in more
  const best = open.reduce<Candidate | null>((so, next) => (worth(next) > worth(so) ? next : so), null);
  if (best && worth(best) >= asked * MOST && best.type !== 'boolean')
    return { type: 'text', expected: best.type, fitting: best.fitting };
  return { type: 'text', fitting: 0 };
}

const worth = (candidate: Candidate | null): number => (candidate ? candidate.fitting + (candidate.spoilt ?? 0) : 0);

/** The one form of all values. Signs that there is no value cast to NULL, so they need no slower way. */
function formOf(count: Counts, type: ColumnType, asked: number, notation: Notation): Notation['form'] {
  if (count('spaces-around') > 0 || count('look-alike-letters') > 0) return 'mixed';
  const plain: Record<ColumnType, number> = {
    integer: count('whole'),
    decimal: count('whole') + count('point'),
    date: count('day-iso'),
    datetime: count('day-iso') + count('moment-iso'),
    time: count('clock'),
    boolean: -1,
    text: -1,
  };
  const usual = notation.comma === 'decimal' && notation.point === 'decimal';
  if (plain[type] === asked && (type !== 'decimal' || usual)) return 'plain';
  if (type === 'decimal' && usual && plain.decimal + count('comma-plain') === asked) return 'comma';
  return type === 'date' && notation.dates === 'day-first' && count('day-dots') === asked ? 'dots' : 'mixed';
}
