import { words } from '../../kinds/kind.ts';
import { headed, isOfCodes, isOfKnownNumbers } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';
import { askOnce, isCardSql } from './digits-sql.ts';

const NUMBER = '\\d{4}[ \\x{00A0}-]?\\d{4}[ \\x{00A0}-]?\\d{4}[ \\x{00A0}-]?\\d{4}';
const FORM = `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])${NUMBER}(?:[^\\d]|$)`;
const HEADER = words('(?:\\S+ ){0,3}карт(?:к|а |и |ков)', 'card', 'bank card');
const OTHER = words(
  '(?:\\S+ ){0,3}(?:рахун|інвентар|штрих|справ|звернен|реєстр|договор|договір|обліков)\\S*',
  'account',
);

const form = personal('card-form', FORM, { topic: 'numbers', guard: NUMBER });
const summed = personal('bank-card', '', {
  topic: 'numbers',
  guard: NUMBER,
  digits: { shape: `(?s:(?:.*[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])?${NUMBER}(?:[^\\d].*)?)` },
  sql: (value) =>
    `CASE WHEN regexp_matches(${value}, '${FORM}') THEN ${askOnce(`CAST(regexp_replace(regexp_extract(${value}, '${NUMBER}'), '\\D+', '', 'g') AS BIGINT)`, isCardSql)} ELSE false END`,
});
const told = personal('bank-card-told', `(?i:карт|card|visa|mastercard|приват|моно)[^\\d]{0,40}${NUMBER}(?:\\D|$)`, {
  topic: 'numbers',
  guard: NUMBER,
});

const BY_SUM = {
  uk: 'У клітинках шістнадцять цифр із контрольною сумою карток.',
  en: 'Cells hold sixteen digits with the checksum of cards.',
};

export const bankCardDetector: Detector = {
  code: 'bank-card',
  title: { uk: 'Номер банківської картки', en: 'Number of a bank card' },
  harm: {
    uk: 'Номер картки відкриває шахраям шлях до грошей людини.',
    en: 'A card number opens a way for fraud to the money of a person.',
  },
  group: 'identifier',
  predicates: [form, summed, told],
  judge: (column) => {
    const count = column.count(form.code);
    const valid = column.count(summed.code);
    const said = column.count(told.code);
    const byHeader = headed(column, HEADER) && valid >= count * 0.4;
    // one number of sixteen digits in ten has such a sum by chance
    const beyond = valid >= count * 0.7 && (valid > 2 || (valid > 0 && !isOfCodes(column)));
    if (said > 0 || (count > 0 && (byHeader || (beyond && !headed(column, OTHER))))) {
      const all = byHeader || beyond;
      return {
        count: all ? Math.max(count, said) : said,
        confidence: byHeader || said > 0 ? 0.95 : 0.8,
        why: BY_SUM,
        where: all ? form.sql : told.sql,
      };
    }
    return null;
  },
  alone: (column) =>
    column.count(summed.code) === 0 || isOfKnownNumbers(column) || headed(column, OTHER)
      ? null
      : { value: summed.sql, form: form.sql, why: BY_SUM },
};
