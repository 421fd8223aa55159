import { expect, test } from 'vitest';
import { isDay } from './dates.ts';

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-02-31', false],
  ['2025-13-01', false],
  ['0000-01-01', false],
  ['2025-1-5', false],
  ['275760-09-13', false],
  ['2025-11-06T10:00', false],
  ['', false],
])('%s is a day: %s', (text, right) => {
  expect(isDay(text)).toBe(right);
});
