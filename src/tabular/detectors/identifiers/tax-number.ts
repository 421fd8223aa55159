import { words } from '../../kinds/kind.ts';
import { headed, isOfAmounts, isOfCodes, isOfKnownNumbers, personBeside } from '../column-context.ts';
import type { Detector, Judgement } from '../detector.ts';
import { LONG_RUN } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';
import { askOnce, isTaxNumberSql, someRun } from './digits-sql.ts';

const WHOLE = '^\\s*\\d{10}(?:[.,]0)?\\s*$';
const HEADER = words(
  'рнокпп',
  'іпн ',
  'інн ',
  'ідент\\S* (?:код|номер|№)',
  '(?:\\S+ )?податков\\S+ номер',
  'реєстраційн\\S+ номер облік',
  'облікової картки',
  'rnokpp',
  'rntrc',
  'ipn ',
  'inn ',
  'tax (?:number|id|code)',
  'код (?:фоп|платника|фіз)',
);
/** Only these name it beyond doubt: others are said of codes of firms too. */
const SURE_HEADER = words(
  'рнокпп',
  'іпн ',
  'інн ',
  'реєстраційн\\S+ номер облік',
  'облікової картки',
  'rnokpp',
  'rntrc',
);
const FIRM_HEADER = words('(?:\\S+ ){0,3}єдрпоу', 'edrpou');
const OTHER_HEADER = words(
  '(?:\\S+ ){0,4}(?:коатуу|катоттг|телефон|рахун\\S*|інвентарн\\S*|кадастр\\S*|штрих\\S*|артикул\\S*|договор\\S*|договір|наказ\\S*|рішен\\S*|справ\\S*|накладн\\S*|ліценз\\S*|дозв\\S*)',
  'тел ',
  'koatuu',
  'phone',
  'account',
);
const TOLD =
  '(?i:рнокпп|іпн|ідент[A-Za-zА-Яа-яІіЇїЄєҐґ.]* ?(?:код|номер|№)|податков[A-Za-zА-Яа-яІіЇїЄєҐґ.]* номер|код платника|облікової картки)[^\\d]{0,40}\\d{10}(?:\\D|$)';

const tenDigits = personal('ten-digits', WHOLE, { topic: 'numbers', guard: LONG_RUN });
const whole = personal('tax-number', '', {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: '\\s*0{10}(?:[.,]0)?\\s*' },
  sql: (value) =>
    `CASE WHEN regexp_matches(${value}, '${WHOLE}') THEN ${askOnce(`CAST(regexp_extract(${value}, '\\d{10}') AS BIGINT)`, isTaxNumberSql)} ELSE false END`,
});
const short = personal('tax-number-short', '', {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: '\\s*0{9}(?:[.,]0)?\\s*' },
  onlyHeader: /рнокпп|іпн|інн|ідент|податк|обліков|ipn|inn|tax/iu,
  sql: (value) =>
    `CASE WHEN regexp_matches(${value}, '^\\s*\\d{9}(?:[.,]0)?\\s*$') THEN ${askOnce(`CAST(regexp_extract(${value}, '\\d{9}') AS BIGINT)`, isTaxNumberSql)} ELSE false END`,
});
const anyTen = personal('ten-digits-somewhere', '(?:^|\\D)[1-9]\\d{9}(?:\\D|$)', {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: '(?s:(?:.*[^0])?0{10}(?:[^0].*)?)' },
});
/** A number that begins with 0 would be of somebody born before 1927; in a text it is a phone. */
const somewhere = personal('tax-number-somewhere', '', {
  topic: 'numbers',
  guard: LONG_RUN,
  digits: { shape: '(?s:(?:.*[^0])?0{10}(?:[^0].*)?)' },
  sql: (value) => someRun(value, 10, (number) => `${number} >= 1000000000 AND ${isTaxNumberSql(number)}`),
});
/** Numbers of about as many digits: beside sums and counts of that size one of ten digits is a chance. */
const aboutTen = (raw: string) => `regexp_matches(${raw}, '^\\s*\\d{8,12}(?:[.,]\\d+)?\\s*$')`;
const told = personal('tax-number-told', TOLD, { topic: 'numbers', guard: LONG_RUN });

/** Chance lets a number of ten digits through in one case of about fifteen. */
const BEYOND_CHANCE = 0.6;
const BY_SUM = {
  uk: 'У клітинках десять цифр: перші п’ять — можливий день народження, остання узгоджена з іншими.',
  en: 'Cells hold ten digits: the first five are a possible birth day, the last agrees with the others.',
};

function ofValues(
  column: Parameters<Detector['judge']>[0],
  beside: Parameters<Detector['judge']>[1],
): Judgement | null {
  const ten = column.count(tenDigits.code);
  const valid = column.count(whole.code);
  const lost = column.count(short.code);
  const share = valid / Math.max(1, ten);
  const found = (count: number, confidence: number, by: Judgement['why'], where: Judgement['where']): Judgement => ({
    count,
    confidence,
    why: by,
    where,
  });
  const asWritten = (raw: string) => `${tenDigits.sql(raw)} OR (${lost > 0} AND ${short.sql(raw)})`;
  const BY_HEADER = {
    uk: 'Стовпець названо податковим номером, у клітинках десять цифр.',
    en: 'The column is called a tax number, and cells hold ten digits.',
  };
  if (headed(column, SURE_HEADER) && ten + lost > 0) return found(ten + lost, 0.98, BY_HEADER, asWritten);
  if (headed(column, HEADER) && (valid >= ten * 0.3 || ten < 4) && ten + lost > 0)
    return found(ten + lost, 0.95, BY_HEADER, asWritten);
  if (valid === 0 || share < BEYOND_CHANCE) return null;
  if (headed(column, FIRM_HEADER)) return found(valid, 0.9, BY_SUM, whole.sql);
  if (headed(column, OTHER_HEADER)) return valid >= 8 && share > 0.95 ? found(valid, 0.7, BY_SUM, whole.sql) : null;
  if (valid >= 3) return found(valid, Math.min(0.95, 0.5 + valid * 0.05), BY_SUM, whole.sql);
  return personBeside(column, beside) ? found(valid, 0.6, BY_SUM, whole.sql) : null;
}

function ofTexts(column: Parameters<Detector['judge']>[0]): Judgement | null {
  const said = column.count(told.code);
  const valid = column.count(somewhere.code) - column.count(whole.code);
  const any = column.count(anyTen.code) - column.count(tenDigits.code);
  if (isOfCodes(column) && said === 0) return null;
  const beyond = valid > 0 && valid >= any * BEYOND_CHANCE;
  if (said === 0 && !beyond) return null;
  const texts = (raw: string) => `NOT ${tenDigits.sql(raw)}`;
  return {
    count: beyond ? Math.max(said, valid) : said,
    confidence: said > 0 ? 0.95 : valid > 1 ? 0.8 : 0.6,
    why: { uk: 'У тексті клітинок стоять податкові номери.', en: 'Tax numbers stand in the text of cells.' },
    where: (raw) => `${texts(raw)} AND (${told.sql(raw)}${beyond ? ` OR ${somewhere.sql(raw)}` : ''})`,
  };
}

export const taxNumberDetector: Detector = {
  code: 'tax-number',
  title: { uk: 'Податковий номер (РНОКПП)', en: 'Tax number of a person (RNOKPP)' },
  harm: {
    uk: 'За номером людину знаходять у всіх реєстрах; він містить дату її народження і стать.',
    en: 'By the number a person is found in every register; it holds the birth date and the sex.',
  },
  group: 'identifier',
  predicates: [tenDigits, whole, short, anyTen, somewhere, told],
  judge: (column, beside) => ofValues(column, beside) ?? ofTexts(column),
  alone: (column) => {
    if (column.count(whole.code) === 0 || headed(column, OTHER_HEADER)) return null;
    if (isOfAmounts(column)) return { value: whole.sql, form: aboutTen, many: 3, why: BY_SUM };
    if (isOfKnownNumbers(column)) return null;
    const numeric = column.profile.type === 'integer' || column.profile.type === 'decimal';
    return { value: whole.sql, form: numeric ? aboutTen : tenDigits.sql, why: BY_SUM };
  },
};
