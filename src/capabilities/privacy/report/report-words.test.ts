import { expect, it } from 'vitest';
import { wordsOfColumn } from './report-words.ts';

it('the report says «published» without a decision of contacts of organisations alone', () => {
  const column = { title: 'Телефон', decision: null, left: [] };
  const decision = (whose: 'organization' | 'person', code: 'phone' | 'tax-number') =>
    wordsOfColumn({ ...column, found: [{ code, whose, count: 3 }] }, 'uk').decision;
  expect(decision('organization', 'phone')).toBe('оприлюднюється: контакт установи, рішення не потрібне');
  expect(decision('person', 'phone')).toBe('рішення немає, тому не оприлюднюється');
  expect(decision('organization', 'tax-number')).toBe('рішення немає, тому не оприлюднюється');
});
