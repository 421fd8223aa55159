import { describe, expect, it } from 'vitest';
import { RETURN_REASONS } from './index.ts';
import { isReturnReason } from './reasons.ts';
import { daysWithReviewer, latenessOf, reviewDueOn, reviewerLateDays, roadOf } from './review-rules.ts';
import type { ReviewSettings } from './settings.ts';

const SETTINGS: ReviewSettings = {
  twoPerson: true,
  reviewers: 'unit',
  termDays: 3,
  routineAtOnce: false,
  trustedUnitIds: [],
};
const at = (day: string) => new Date(`${day}T12:00:00+02:00`);
const submission = (from: string, decided: string | null, dueOn = '2026-11-25') => ({
  state: decided ? ('approved' as const) : ('waiting' as const),
  submittedAt: at(from),
  decidedAt: decided ? at(decided) : null,
  dueOn,
});

describe('the road of a draft', () => {
  it('is free without review; after a look for the trusted; for the routine only where it is set; else by approval', () => {
    const plain = { trusted: false, routine: false };
    expect(roadOf({ ...SETTINGS, twoPerson: false }, plain)).toBe('free');
    expect(roadOf(SETTINGS, plain)).toBe('approval');
    expect(roadOf(SETTINGS, { ...plain, trusted: true })).toBe('after');
    expect(roadOf(SETTINGS, { ...plain, routine: true })).toBe('approval');
    expect(roadOf({ ...SETTINGS, routineAtOnce: true }, { ...plain, routine: true })).toBe('after');
  });
});

describe('the reviewer’s clock', () => {
  it('counts working days from the day after the submission: Friday and three days is Wednesday', () => {
    expect(reviewDueOn(at('2026-11-20'), SETTINGS)).toBe('2026-11-25');
    expect(daysWithReviewer(submission('2026-11-20', null), at('2026-11-24'))).toBe(2);
    expect(reviewerLateDays(submission('2026-11-20', null), at('2026-11-25'))).toBe(0);
    expect(reviewerLateDays(submission('2026-11-20', null), at('2026-11-27'))).toBe(2);
    expect(reviewerLateDays(submission('2026-11-20', '2026-11-26'), at('2027-01-01'))).toBe(1);
  });

  it('takes from the publisher’s lateness the days the draft was with the reviewer', () => {
    // due on Monday the 16th, submitted in time, approved on Friday the 27th: nine days, all of them the reviewer's
    expect(latenessOf('2026-11-16', [submission('2026-11-13', '2026-11-27')], at('2026-11-27'))).toEqual({
      publisher: 0,
      reviewer: 9,
    });
    // submitted two days late, returned after one, mended for three, and it still waits
    const twice = [submission('2026-11-18', '2026-11-19'), submission('2026-11-24', null)];
    expect(latenessOf('2026-11-16', twice, at('2026-11-25'))).toEqual({ publisher: 5, reviewer: 2 });
    expect(latenessOf('2026-11-16', [], at('2026-11-13'))).toEqual({ publisher: 0, reviewer: 0 });
  });
});

it('reasons of a return are told apart from what is none', () => {
  expect(Object.keys(RETURN_REASONS).every(isReturnReason)).toBe(true);
  expect(isReturnReason('toString')).toBe(false);
});
