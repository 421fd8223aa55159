import { describe, expect, it } from 'vitest';
import type { CheckExample } from '../../../kernel/check.ts';
import { exampleCells } from '../../../tabular/index.ts';
import { pageText, type Visit } from '../../components/index.ts';
import { ALL_CHECKS, byGroup, findChecks } from './check-list.ts';
import { CheckPage, ChecksPage } from './checks-pages.tsx';
import { ExampleTables } from './example-tables.tsx';

// the pages read no more of a visit than this
const visitOf = (language: 'uk' | 'en', query = '') =>
  ({ language, query: new URLSearchParams(query), path: '/guide/checks', profile: null, person: null }) as Visit;

describe('the pages about checks', () => {
  it.each(['uk', 'en'] as const)('list every check once, with a page of its own (%s)', (language) => {
    const page = pageText(<ChecksPage visit={visitOf(language)} />);
    for (const { code } of ALL_CHECKS) expect(page.split(`/guide/checks/${code}"`)).toHaveLength(2);
    expect(byGroup(ALL_CHECKS).flatMap(({ checks }) => checks)).toHaveLength(ALL_CHECKS.length);
  });

  it.each(ALL_CHECKS.map((check) => [check.code, check] as const))('%s: why, example, ground', (_code, check) => {
    for (const language of ['uk', 'en'] as const) {
      const page = pageText(<CheckPage visit={visitOf(language)} check={check} />);
      expect(page).toContain(`<code>${check.code}</code>`);
      expect(page.includes('example-sides')).toBe(check.example !== undefined);
    }
  });

  it('finds by words of the title and the reason, whatever letters they are typed with', () => {
    expect(findChecks('зайві пробіли').map(({ code }) => code)).toContain('spaces-around');
    expect(findChecks('Пpобiли').map(({ code }) => code)).toContain('spaces-around');
    expect(findChecks('дата').map(({ code }) => code)).toEqual(expect.arrayContaining(['date-not-iso', 'future-date']));
    expect(findChecks('такого нема ніде')).toEqual([]);
    expect(pageText(<ChecksPage visit={visitOf('uk', 'q=такого+нема')} />)).toContain('такого нема');
  });

  it('shows an example as tables, marks what changed and makes the unseen visible', () => {
    const example: CheckExample = { before: 'a,b\n1, x\n2,"y\u00a0""z"",w"\n', after: 'a,b\n1,x\n2,"y ""z"",w"\n' };
    expect(exampleCells(example.before)).toEqual([
      ['a', 'b'],
      ['1', ' x'],
      ['2', 'y\u00a0"z",w'],
    ]);
    const page = pageText(<ExampleTables visit={visitOf('uk')} example={example} />);
    expect(page).toContain('<mark>·x</mark>');
    expect(page).toContain('y⍽');
    expect(page.split('<mark>')).toHaveLength(5);
  });
});
