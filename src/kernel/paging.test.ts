import { expect, test } from 'vitest';
import { pageAsked } from './paging.ts';

test.each([
  ['', 1],
  ['page=', 1],
  ['page=abc', 1],
  ['page=-4', 1],
  ['page=0', 1],
  ['page=3', 3],
  ['page=3.7', 3],
  ['page=99999999999999999999', 100_000],
  ['page=1e400', 1],
])('«%s» asks for page %i', (query, page) => {
  expect(pageAsked(new URLSearchParams(query))).toBe(page);
});
