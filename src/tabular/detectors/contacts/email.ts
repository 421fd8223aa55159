import { contains } from '../../scan/predicate.ts';
import type { Detector } from '../detector.ts';

const ADDRESS = '[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+';

export const emailDetector: Detector = {
  code: 'email',
  title: { uk: 'Адреса електронної пошти', en: 'E-mail address' },
  harm: {
    uk: 'За особистою адресою людину знаходять і пишуть їй без її згоди.',
    en: 'By a personal address a person is found and written to without consent.',
  },
  group: 'contact',
  predicates: [contains('has-email', ADDRESS, 'clean')],
  judge: (column) => {
    const count = column.count('has-email');
    if (count === 0) return null;
    return {
      count,
      confidence: 0.99,
      why: { uk: 'У клітинках є адреси пошти.', en: 'Cells hold e-mail addresses.' },
      where: (_, clean) => `regexp_matches(${clean}, '${ADDRESS}')`,
    };
  },
  hide: (value) => `regexp_replace(${value}, '${ADDRESS}', '[пошта]', 'g')`,
};
