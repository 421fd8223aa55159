import { describe, expect, it } from 'vitest';
import type { Passport } from './passport.ts';
import { PASSPORT_CHECKS } from './passport-checks.ts';
import { emptyPassport, passportFaults } from './passport-rules.ts';

const GOOD: Passport = {
  ...emptyPassport(null, { name: 'Оксана Коваль', email: 'data@rada.example' }, 'Заклади освіти'),
  description: 'Перелік закладів освіти громади.',
  purpose: 'Облік закладів освіти громади.',
  frequency: 'once a month',
  keywords: ['школи'],
};

describe('checks of the passport', () => {
  it('find nothing in a passport in order', () => expect(passportFaults(GOOD)).toEqual([]));

  it.each(PASSPORT_CHECKS.map((check) => [check.code, check] as const))(
    '%s: its example is found before and not after',
    (_code, { field, elements }) => {
      expect(passportFaults({ ...GOOD, ...elements.before }).map((fault) => fault.field)).toContain(field);
      expect(passportFaults({ ...GOOD, ...elements.after })).toEqual([]);
    },
  );
});
