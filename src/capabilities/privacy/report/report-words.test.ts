import { expect, it } from 'vitest';
import { USUAL_TEST } from '../decisions/proposal-rules.ts';
import { wordsOfColumn, wordsOfDecisionMade } from './report-words.ts';

it('the report says «published» without a decision of contacts of organisations alone', () => {
  const column = { title: 'Телефон', decision: null, left: [] };
  const decision = (whose: 'organization' | 'person', code: 'phone' | 'tax-number') =>
    wordsOfColumn({ ...column, found: [{ code, whose, count: 3 }] }, 'uk').decision;
  expect(decision('organization', 'phone')).toBe('оприлюднюється: контакт установи, рішення не потрібне');
  expect(decision('person', 'phone')).toBe('рішення немає, тому не оприлюднюється');
  expect(decision('organization', 'tax-number')).toBe('рішення немає, тому не оприлюднюється');
});

it('the ground reads as sentences: each begins with a capital letter and ends with one full stop', () => {
  const { interest, harm, balance } = USUAL_TEST;
  const decision = {
    ...{ id: '1', datasetId: '1', resourceId: '1', columnTitle: 'Телефон', codes: [], step: null, signsThen: [] },
    ...{
      condition: null,
      groundCode: null,
      act: null,
      reason: 'просили батьки.',
      restriction: 'confidential' as const,
    },
    ...{
      way: 'remove' as const,
      state: 'made' as const,
      reviewOn: '2027-05-30',
      decidedBy: '',
      decidedAt: new Date(0),
    },
    threePart: { interest, harm: harm.uk, balance: balance.uk },
  };
  const { ground } = wordsOfDecisionMade(decision, 'uk');
  expect(ground).toMatch(/^Конфіденційна інформація\. Ст\. 6: 1\) /);
  expect(ground).toContain('суспільства. Просили батьки. Переглянути 30 травня 2027');
  expect(ground).not.toMatch(/\.[.;]/);
});
