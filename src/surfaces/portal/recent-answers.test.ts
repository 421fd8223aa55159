import { describe, expect, it } from 'vitest';
import { RecentAnswers } from './recent-answers.ts';

describe('recent answers', () => {
  it('forget the one not used for longest when there are too many', () => {
    const answers = new RecentAnswers<number>(2);
    answers.remember('a', 1);
    answers.remember('b', 2);
    answers.known('a');
    answers.remember('c', 3);
    expect(['a', 'b', 'c'].map((one) => answers.known(one))).toEqual([1, undefined, 3]);
  });

  it('keep fewer of large ones, and none that is too large alone', () => {
    const answers = new RecentAnswers<string[]>(100);
    for (let at = 0; at < 100; at += 1) answers.remember(`${at}`, ['ж'.repeat(1_000_000)]);
    const kept = Array.from({ length: 100 }, (_, at) => answers.known(`${at}`)).filter((one) => one !== undefined);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(20);
    answers.remember('huge', ['ж'.repeat(40_000_000)]);
    expect(answers.known('huge')).toBeUndefined();
    for (const at of [1, 2, 3]) answers.remember('again', [`${at}`]);
    expect(answers.known('again')).toEqual(['3']);
  });
});
