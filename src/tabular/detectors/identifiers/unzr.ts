import { words } from '../../kinds/kind.ts';
import { headed } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { LONG_RUN } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';
import { askOnce, isUnzrSql } from './digits-sql.ts';

const DAY = '(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const FORM = `(?:^|[^\\d-])${DAY} ?[-–—] ?\\d{5}(?:[^\\d-]|$)`;
const SHAPE = '(?s:.*0{8} ?[-–—]? ?0{5}.*)';
const HEADER = words('(?:\\S+ ){0,3}унзр', '(?:\\S+ ){0,3}демографічн', 'unzr');

const form = personal('unzr-form', FORM, { topic: 'numbers', guard: LONG_RUN, digits: { shape: SHAPE } });
const summed = personal('unzr', '', {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: SHAPE },
  sql: (value) =>
    `CASE WHEN regexp_matches(${value}, '${FORM}') THEN ${askOnce(`CAST(regexp_replace(regexp_extract(${value}, '${DAY} ?[-–—] ?\\d{5}'), '\\D+', '', 'g') AS BIGINT)`, isUnzrSql)} ELSE false END`,
});
const named = personal('unzr-named', `(?:^|\\D)${DAY} ?[-–—]? ?\\d{5}(?:\\D|$)`, {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: SHAPE },
  onlyHeader: /унзр|демограф|unzr/iu,
});
const told = personal('unzr-told', `(?i:унзр)[^\\d]{0,30}${DAY} ?[-–—]? ?\\d{5}(?:\\D|$)`, {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: `(?s:.*(?i:унзр).*0{8} ?[-–—]? ?0{5}.*)` },
});

export const unzrDetector: Detector = {
  code: 'unzr',
  title: { uk: 'Номер запису в демографічному реєстрі (УНЗР)', en: 'Number in the demographic register (UNZR)' },
  harm: {
    uk: 'Номер веде до запису про людину і містить дату її народження.',
    en: 'The number leads to the record of a person and holds the birth date.',
  },
  group: 'identifier',
  predicates: [form, summed, named, told],
  judge: (column) => {
    const byHeader = headed(column, HEADER) ? column.count(named.code) : 0;
    if (byHeader > 0)
      return {
        count: byHeader,
        confidence: 0.99,
        why: {
          uk: 'Стовпець названо номером у демографічному реєстрі.',
          en: 'The column is called a number in the demographic register.',
        },
        where: named.sql,
      };
    const said = column.count(told.code);
    const count = column.count(form.code);
    const valid = column.count(summed.code);
    // numbers of documents begin with a day too; one in ten of them has such a sum by chance
    const beyond = valid > 0 && valid >= count * 0.6 && (count > 1 || valid === count);
    if (said === 0 && !beyond) return null;
    return {
      count: beyond ? Math.max(said, count) : said,
      confidence: said > 0 || count > 2 ? 0.95 : 0.7,
      why: {
        uk: 'У клітинках день народження й п’ять цифр, остання узгоджена з іншими.',
        en: 'Cells hold a birth day and five digits, the last agreeing with the others.',
      },
      where: (raw) => (beyond ? `${form.sql(raw)} OR ${told.sql(raw)}` : told.sql(raw)),
    };
  },
};
