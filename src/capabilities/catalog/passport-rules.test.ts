import { expect, it } from 'vitest';
import { isInLatin } from './passport-rules.ts';

it('a Ukrainian title without a Cyrillic letter is told apart, a name in it is not', () => {
  const inLatin = (title: string) => isInLatin({ title, language: 'uk' });
  expect(['Chart3 data', 'Школи', 'Портал Prozorro', '2026', ''].map(inLatin)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(isInLatin({ title: 'Schools', language: 'en' })).toBe(false);
});
