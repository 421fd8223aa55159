import { describe, expect, it } from 'vitest';
import { fillClause, numbered, withinWorkingDays, workingDaysIn } from './policy-rules.ts';

describe('terms of a text', () => {
  it('are read from digits and from words, every apostrophe, both at once', () => {
    for (const [text, days] of [
      ['протягом 5 робочих днів', [5]],
      ['протягом п’яти робочих днів з моменту', [5]],
      ["протягом п'яти робочих днів", [5]],
      ['протягом пяти робочих днів', [5]],
      ['не пізніше 5 (п’яти) робочих днів', [5]],
      ['за 1 робочий день або протягом двадцяти робочих днів', [1, 20]],
      ['протягом 30 календарних днів', []],
      ['кількох робочих днів', []],
    ] as const) {
      expect(workingDaysIn(text), text).toEqual(days);
    }
  });

  it('are written so that they are read back', () => {
    for (const days of [1, 2, 3, 5, 10, 11, 20, 21, 30])
      expect(workingDaysIn(`протягом ${withinWorkingDays(days)}`)).toEqual([days]);
  });

  it('fill a template; what is not known stays to be seen', () => {
    const terms = new Map([['answer', 5]]);
    expect(
      fillClause(
        '{громада} відповідає протягом {строк answer}, {строк other} {хтось}',
        { громада: 'Вербівська громада' },
        terms,
      ),
    ).toBe('Вербівська громада відповідає протягом 5 робочих днів, {строк other} {хтось}');
  });

  it('clauses are numbered by their places', () => {
    const clause = (heading: boolean) => ({ id: '', number: '', text: '', heading, terms: [] });
    const clauses = [true, false, false, true, false].map(clause);
    expect(numbered(clauses).map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });
});
