import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

/** UA and 27 digits, in groups too, with letters of either alphabet. */
const NUMBER = '[UuУу][AaАа][ \\x{00A0}]?\\d{2}(?:[ \\x{00A0}-]?\\d){25}(?:\\D|$)';

const form = personal('iban-form', NUMBER, {
  topic: 'numbers',
  guard: '[UuУу][AaАа][ \\x{00A0}]?\\d{2}[ \\x{00A0}-]?\\d',
});

export const ibanDetector: Detector = {
  code: 'iban',
  title: { uk: 'Рахунок у банку (IBAN)', en: 'Bank account (IBAN)' },
  harm: {
    uk: 'Рахунок людини показує її банк і дає шахраям зачіпку; рахунок установи — ні.',
    en: 'An account of a person tells the bank and helps fraud; that of an institution does not.',
  },
  group: 'identifier',
  predicates: [form],
  judge: (column) => {
    const count = column.count(form.code);
    if (count === 0) return null;
    return {
      count,
      confidence: 0.98,
      why: { uk: 'У клітинках UA і 27 цифр рахунку.', en: 'Cells hold UA and 27 digits of an account.' },
      where: form.sql,
    };
  },
};
