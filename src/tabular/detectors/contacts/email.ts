import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

/** With a slip here and there: a space beside @, a comma for a point. */
const ADDRESS = '[\\p{L}\\d._%+-]+ ?@ ?[\\p{L}\\d-]+(?:[.,][\\p{L}\\d-]+)*[.,]\\p{L}{2,}';

const address = personal('has-email', ADDRESS, { topic: 'numbers', guard: '@' });

export const emailDetector: Detector = {
  code: 'email',
  title: { uk: 'Адреса електронної пошти', en: 'E-mail address' },
  harm: {
    uk: 'За особистою адресою людину знаходять і пишуть їй без її згоди.',
    en: 'By a personal address a person is found and written to without consent.',
  },
  group: 'contact',
  predicates: [address],
  judge: (column) => {
    const count = column.count(address.code);
    if (count === 0) return null;
    return {
      count,
      confidence: 0.99,
      why: { uk: 'У клітинках є адреси пошти.', en: 'Cells hold e-mail addresses.' },
      where: address.sql,
    };
  },
};
