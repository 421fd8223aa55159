import { expect, test } from 'vitest';
import { lostAsText } from './wording.ts';

test('what a column loses as text is said of what it holds: dates are not added up', () => {
  expect(lostAsText('decimal').uk).toContain('додати');
  for (const type of ['date', 'datetime', 'time'] as const) {
    expect(lostAsText(type).uk).toContain('за часом');
    expect(lostAsText(type).uk).not.toContain('додати');
  }
  expect(lostAsText('boolean').uk).not.toContain('додати');
});
