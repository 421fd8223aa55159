import { describe, expect, it } from 'vitest';
import { jsonTokens } from './answer-tokens.ts';
import { apiParameters, readTryQuestion } from './try-question.ts';

const asked = (query: string) => apiParameters(readTryQuestion(new URLSearchParams(query))).toString();

describe('the form of the page to try', () => {
  it('becomes a question to the API; lines not filled in are left out', () => {
    const form =
      'c0=district&o0=ne&v0=Центр&c1=&o1=exact&v1=&c2=amount&o2=gte&v2=&q=&sort=-amount&columns=&group=&m=sum&mc=amount&page_size=20&format=';
    expect(asked(form)).toBe(
      new URLSearchParams({ district__ne: 'Центр', sort: '-amount', page_size: '20' }).toString(),
    );
  });

  it('asks for measures of groups only', () => {
    expect(asked('group=district&m=avg&mc=amount')).toBe('group=district&page_size=5&avg=amount');
    expect(asked('group=district&m=&mc=amount')).toBe('group=district&page_size=5');
  });

  it('opens a question of the API as it is', () => {
    const question = 'district__in=a%2Cb&date__year=2025&sort=date&page_size=50&cursor=abc';
    expect(asked(question)).toBe(question);
    expect(readTryQuestion(new URLSearchParams('group=district&sum=amount'))).toMatchObject({
      measure: 'sum',
      measureOf: 'amount',
    });
  });
});

describe('the tokens of an answer', () => {
  it('are the answer itself, told apart', () => {
    const text = '{"a": 1.5,"b":[true,null,"x\\"y"],"c":{}}';
    const tokens = jsonTokens(text);
    expect(tokens.map((token) => token.text).join('')).toBe(text);
    expect(tokens.filter(({ kind }) => kind !== 'other').map(({ kind, text: token }) => [kind, token])).toEqual([
      ['name', '"a"'],
      ['number', '1.5'],
      ['name', '"b"'],
      ['word', 'true'],
      ['word', 'null'],
      ['text', '"x\\"y"'],
      ['name', '"c"'],
    ]);
  });

  it('lose nothing of an answer cut short', () => {
    const cut = '{"a":"un\\"finis';
    expect(
      jsonTokens(cut)
        .map((token) => token.text)
        .join(''),
    ).toBe(cut);
  });
});
