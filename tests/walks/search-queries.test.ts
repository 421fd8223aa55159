import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { meanReciprocalRank, parseQueries, reportOf } from '../../bench/search-report.ts';
import facts from '../../src/capabilities/catalog/facts/required-items.json';

const FILE = new URL('../../bench/queries.tsv', import.meta.url);

describe('the file of queries', () => {
  const queries = parseQueries(readFileSync(FILE, 'utf8'), facts.items.length);

  test('is large, in two parts and of many kinds', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    expect(new Set(queries.map(({ part }) => part))).toEqual(new Set(['dev', 'held-out', 'second-look']));
    expect(new Set(queries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length);
  });

  test('asks about most of the list', () => {
    expect(new Set(queries.flatMap(({ expected }) => expected)).size).toBeGreaterThan(facts.items.length * 0.8);
  });
});

describe('parseQueries', () => {
  it('passes over headings, notes and blank lines, and takes commas and spaces', () => {
    const text = '\ufeffquery\texpected\tkind\r\n# part: one\r\n\r\nсадок\t1, 2\tforms\r\nдорога\t3 4\r\n';
    expect(parseQueries(text, 10)).toEqual([
      { q: 'садок', expected: [1, 2], kind: 'forms', part: 'one' },
      { q: 'дорога', expected: [3, 4], kind: 'other', part: 'one' },
    ]);
    expect(parseQueries('садок\t0\tforms', 1)).toHaveLength(1);
  });

  it.each(['садок\t10\tforms', 'садок\t1\tforms\nдорога\tдва\tforms', 'садок\t1\tforms\nдорога'])(
    'refuses %j',
    (text) => {
      expect(() => parseQueries(text, 10)).toThrow(/line/);
    },
  );
});

test('the report counts hits and ranks', () => {
  const base = { expected: [0], part: '', first: [1, 0] };
  const scored = [
    { ...base, q: 'a', kind: 'x', place: 1 },
    { ...base, q: 'b', kind: 'x', place: 2 },
    { ...base, q: 'c', kind: 'y', place: 0 },
    { ...base, q: 'd', kind: 'y', place: 10 },
  ];
  expect(meanReciprocalRank(scored)).toBeCloseTo((1 + 0.5 + 0.1) / 4);
  const report = reportOf(scored, ['перший', 'другий']);
  expect(report).toMatch(/all\s+4\s+0\.250\s+0\.500\s+0\.750\s+0\.400/);
  expect(report).toMatch(/ {2}y\s+2\s+0\.000\s+0\.000\s+0\.500\s+0\.050/);
  expect(report).toContain('—  c  (wanted 0; first: 1 другий)');
});
