import { describe, expect, it } from 'vitest';
import type { Decision } from '../decisions/decision.ts';
import { type SecurityDecision, SecurityWish } from './security-decision.ts';
import type { SecurityFlag } from './security-flag.ts';
import { faultsOfSecurityWish, flagsThen, securityFaults } from './security-rules.ts';

const TODAY = '2026-11-29';
const words = { uk: 'Укриття', en: 'Shelters' };
const column = (columnTitle: string) => ({ resourceId: 'r', columnTitle, risk: 'coordinates', way: 'remove' }) as const;

function flag(...titles: string[]): SecurityFlag {
  return { code: 'shelters', title: words, harm: words, by: 'title', source: '', columns: titles.map(column) };
}

function decided(parts: Partial<SecurityDecision>): SecurityDecision {
  return {
    ...{
      id: 'd',
      datasetId: 's',
      flags: [],
      way: 'publish',
      columns: [],
      reason: 'так',
      agreedWith: 'штаб',
      order: '',
    },
    ...{ reviewOn: null, state: 'made', decidedBy: 'Координатор', decidedAt: new Date(0) },
    ...parts,
  };
}

const codes = (flags: SecurityFlag[], decision: SecurityDecision | null, columns: Decision[] = []) =>
  securityFaults(flags, decision, { columns, today: TODAY }).map(({ code }) => code);

describe('a flagged dataset', () => {
  it('waits for a decision, and one without flags does not', () => {
    expect(codes([flag()], null)).toEqual(['security-undecided']);
    expect(codes([], null)).toEqual([]);
  });

  it('is published by a decision made with these flags, and asks again for a column that is new', () => {
    const decision = decided({ flags: flagsThen([flag('Широта')]) });
    expect(codes([flag('Широта')], decision)).toEqual([]);
    expect(codes([flag('Широта', 'Ключі')], decision)).toEqual(['security-undecided']);
  });

  it('waits until the day of a suspension and is looked at again then', () => {
    const suspended = (reviewOn: string) => decided({ flags: flagsThen([flag()]), way: 'suspend', reviewOn });
    expect(codes([flag()], suspended('2027-01-01'))).toEqual(['security-postponed']);
    expect(codes([flag()], suspended(TODAY))).toEqual(['security-review-due']);
    expect(codes([flag()], decided({ flags: flagsThen([flag()]), reviewOn: TODAY }))).toEqual(['security-review-due']);
  });

  it('is not published while a column that was to be withheld is shown', () => {
    const at = { resourceId: 'r', columnTitle: 'Ключі' };
    const decision = decided({ flags: flagsThen([flag('Ключі')]), way: 'withhold', columns: [at] });
    expect(codes([flag('Ключі')], decision)).toEqual(['security-not-withheld']);
    const step = { code: 'protect-remove', columnTitle: 'Ключі' };
    const hidden: Decision = {
      ...{ id: 'c', datasetId: 's', ...at, codes: [], way: 'remove', step, condition: null, groundCode: null },
      ...{ act: null, reason: 'так', restriction: 'service', threePart: null, reviewOn: null, state: 'made' },
      ...{ decidedBy: 'Координатор', decidedAt: new Date(0), signsThen: [] },
    };
    expect(codes([flag('Ключі')], decision, [hidden])).toEqual([]);
    expect(codes([flag('Ключі')], decision, [{ ...hidden, state: 'undone' }])).toEqual(['security-not-withheld']);
  });
});

describe('what a security decision has to say', () => {
  const missing = (wish: SecurityWish) =>
    faultsOfSecurityWish(SecurityWish.parse(wish), TODAY).map(({ field }) => field);
  it('who agreed, which columns, on what ground and until when', () => {
    expect(missing({ way: 'publish', reason: '' })).toEqual(['reason', 'agreedWith']);
    expect(missing({ way: 'publish', reason: 'відкриті', agreedWith: 'штаб' })).toEqual([]);
    expect(missing({ way: 'withhold', reason: 'ключі' })).toEqual(['columns']);
    expect(missing({ way: 'suspend', reason: 'стан' })).toEqual(['order', 'reviewOn']);
    expect(missing({ way: 'suspend', reason: 'стан', order: '№ 5', reviewOn: TODAY })).toEqual(['reviewOn']);
    expect(missing({ way: 'suspend', reason: 'стан', order: '№ 5', reviewOn: '2027-01-01' })).toEqual([]);
  });
});
