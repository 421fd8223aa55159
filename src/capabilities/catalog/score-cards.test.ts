import { describe, expect, it } from 'vitest';
import type { AskedWord } from './asked-words.ts';
import { scoreHead } from './score-cards.ts';

const VOCABULARY = {
  cards: 100,
  counts: new Map([
    ['зупинк', 2],
    ['транспорт', 20],
    ['місц', 60],
    ["o'neil", 1],
  ]),
};
const word = (stem: string, more: Partial<AskedWord> = {}): AskedWord => ({
  shown: stem,
  stem,
  weak: false,
  telling: Math.log(1 + 101 / ((VOCABULARY.counts.get(stem) ?? 0) + 0.5)),
  meanings: [{ stems: [stem], weight: 1 }],
  ...more,
});
const score = (head: string, ...words: AskedWord[]) => scoreHead(head, words, VOCABULARY).score;

describe('scoreHead', () => {
  it('puts title before keywords before unit before description before columns', () => {
    const asked = word('зупинк');
    const heads = ["'зупинк':1A 'x':2A", "'x':1A 'зупинк':2B", "'x':1A 'зупинк':2C", "'x':1A 'зупинк':2", "'x':1A"];
    const scores = heads.map((head) => score(head, asked));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(5);
  });

  it('takes the best of several places, and what stands early in a title', () => {
    const asked = word('зупинк');
    expect(score("'зупинк':9B,2A 'x':1A", asked)).toBe(score("'зупинк':2A 'x':1A", asked));
    expect(score("'зупинк':2A 'x':1A", asked)).toBeGreaterThan(score("'зупинк':30A 'x':1A", asked));
  });

  it('lets rare words tell more, and the whole question more than a part', () => {
    const [rare, common] = [word('зупинк'), word('місц')];
    expect(score("'зупинк':1A 'x':2A", rare, common)).toBeGreaterThan(score("'місц':1A 'x':2A", rare, common));
    expect(score("'зупинк':1A 'місц':2A", rare, common)).toBeGreaterThan(score("'зупинк':1A 'x':2A", rare, common));
  });

  it('counts other meanings by how sure they are, and part of a phrase less than its share', () => {
    const meant = (weight: number) =>
      word('бус', { telling: 2, meanings: [{ stems: ['зупинк', 'транспорт'], weight }] });
    const [whole, half] = ["'зупинк':1A 'транспорт':2A", "'транспорт':1A 'x':2A"];
    expect(score(whole, meant(0.9))).toBeGreaterThan(score(whole, meant(0.5)));
    expect(score(half, meant(0.9))).toBeLessThan(score(whole, meant(0.9)) / 2);
  });

  it('finds beginnings of words, stems with quotes, and no parts of other stems', () => {
    const begins = word('зуп', { telling: 2, meanings: [{ stems: ['зуп'], weight: 1, begins: true }] });
    const absent = score("'x':1A", begins);
    expect(score("'x':1A 'зупинк':2A", begins)).toBeGreaterThan(absent);
    expect(score("'призуп':1A", begins)).toBe(absent);
    expect(score("'o''neil':1A", word("o'neil"))).toBeGreaterThan(score("'neil':1A", word("o'neil")));
    expect(score("'підзупинк':1A", word('зупинк'))).toBe(score("'x':1A", word('зупинк')));
  });

  it('tells cards with the asked words from cards with other words for them', () => {
    const meant = word('зупинк', {
      meanings: [
        { stems: ['зупинк'], weight: 1, asked: true },
        { stems: ['транспорт'], weight: 0.4 },
      ],
    });
    const of = (head: string) => scoreHead(head, [meant], VOCABULARY).asAsked;
    expect([of("'x':1A 'зупинк':9"), of("'транспорт':1A"), of("'x':1A")]).toEqual([true, false, false]);
  });

  it('is nothing where nothing tells', () => {
    expect(scoreHead("'x':1A", [word('x', { telling: 0 })], VOCABULARY)).toEqual({
      score: 0,
      covered: 0,
      asAsked: false,
    });
  });
});
