import { words } from '../../kinds/kind.ts';
import { headed, isOfKnownNumbers, shareOf } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

/** Letters but I, O and Q, and the Cyrillic ones that look like them; the last four signs are digits. */
const SIGN = '[A-HJ-NPR-ZАВСЕНКМРТХ0-9]';
const NUMBER = `${SIGN}{13}\\d{4}`;
const EDGE = '[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ]';
const HEADER = words('(?:\\S+ ){0,4}(?:vin|він код|вінкод|кузов|шасі|рам)', 'vehicle id');

/** Numbers of other things have seventeen signs too. */
const OTHER = words('(?:\\S+ ){0,4}(?:серійн|заводськ|інвентар|артикул|номенклат|ключ|хеш|hash|serial|token)\\S*');

const sql = (regex: string) => (value: string) =>
  `CASE WHEN regexp_matches(${value}, '${regex}') THEN regexp_matches(regexp_extract(${value}, '${NUMBER}'), '[A-Za-zА-Яа-яІіЇїЄєҐґ].*[A-Za-zА-Яа-яІіЇїЄєҐґ]') ELSE false END`;
const FORM = `(?:^|${EDGE})${NUMBER}(?:${EDGE}|$)`;
const form = personal('vin', FORM, { topic: 'numbers', guard: NUMBER, sql: sql(FORM) });
const told = personal('vin-told', `(?i:vin|він|шасі|кузов)[^\\d]{0,20}${NUMBER}`, { topic: 'numbers', guard: NUMBER });
const lower = personal(
  'vin-named',
  '(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])(?i:[A-Z0-9]{17})(?:[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ]|$)',
  {
    topic: 'numbers',
    guard: '(?i:[A-Z0-9]{17})',
    onlyHeader: /vin|він|кузов|шасі|рам/iu,
  },
);

const SIGNS = { uk: 'У клітинках по 17 знаків VIN-коду.', en: 'Cells hold the 17 signs of a VIN.' };

export const vinDetector: Detector = {
  code: 'vin',
  title: { uk: 'VIN-код авто', en: 'Vehicle identification number (VIN)' },
  harm: {
    uk: 'За VIN-кодом знаходять авто та його власника.',
    en: 'By a VIN a car and its owner are found.',
  },
  group: 'identifier',
  predicates: [form, told, lower],
  judge: (column) => {
    const named = headed(column, HEADER) ? column.count(lower.code) : 0;
    const count = Math.max(named, column.count(form.code));
    const said = column.count(told.code);
    const many = named > 0 || (count > 0 && shareOf(column, count) >= 0.5);
    if (!many && said === 0) return null;
    return {
      count: many ? count : said,
      confidence: named > 0 || said > 0 ? 0.95 : 0.8,
      why: SIGNS,
      where: many ? (raw) => (named > 0 ? `${lower.sql(raw)} OR ${form.sql(raw)}` : form.sql(raw)) : told.sql,
    };
  },
  alone: (column) =>
    column.count(form.code) === 0 || isOfKnownNumbers(column) || headed(column, OTHER)
      ? null
      : { value: form.sql, why: SIGNS },
};
