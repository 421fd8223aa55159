import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import { testDuckDb } from '../testing/text-table-of.ts';
import { ALPHABET, seeded, spoilt, textFor } from '../testing/texts-for.ts';
import { TWO_ALPHABETS, UNTIDY } from '../types/characters.ts';
import { eitherOf, sqlText } from './predicate.ts';
import { readRe2 } from './read-re2.ts';
import { mayFind, searchedText } from './search-re2.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

describe('guards asked without DuckDB', () => {
  it('find every text that RE2 finds, and hardly others', async () => {
    const asked = [
      ...new Set([
        `${UNTIDY}|${TWO_ALPHABETS}`,
        ...SCANNED.all.flatMap(({ guard, digits }) => [
          guard,
          ...(digits === 'blind' ? [] : [`^(?:${digits.shape})$`]),
        ]),
      ]),
    ];
    const random = seeded(835);
    const made = asked.flatMap((regex) => {
      const read = readRe2(regex);
      return Array.from({ length: 12 }, () => textFor(read, random)).flatMap((text) => [text, spoilt(text, random)]);
    });
    const texts = [...new Set([...ALPHABET, ...made])].filter((text) => text.length < 200);
    const session = await parts.duckdb.session();
    try {
      await session.run('CREATE TEMP TABLE asked (place INTEGER, v VARCHAR)');
      for (let at = 0; at < texts.length; at += 500) {
        const some = texts.slice(at, at + 500).map((text, place) => `(${at + place}, ${sqlText(text)})`);
        await session.run(`INSERT INTO asked VALUES ${some.join(', ')}`);
      }
      const ready = texts.map(searchedText);
      const missed: string[] = [];
      let [both, more] = [0, 0];
      for (const regex of asked) {
        const rows = await session.rows(`SELECT place FROM asked WHERE regexp_matches(v, ${sqlText(`(?s:${regex})`)})`);
        const found = new Set(rows.map(({ place }) => Number(place)));
        if (found.size === 0) missed.push(`nothing is found by ${regex}`);
        for (const [at, text] of ready.entries()) {
          const may = mayFind(regex, text);
          if (found.has(at) && !may) missed.push(`${regex} in ${JSON.stringify(texts[at])}`);
          if (found.has(at)) both += 1;
          else if (may) more += 1;
        }
      }
      expect(missed).toEqual([]);
      expect(more / both).toBeLessThan(0.02);
    } finally {
      session.close();
    }
  });

  it.each([
    ['(?i)ab+c', 'xABBC', true],
    ['(?i)ab+c', 'xAC', false],
    ['^a{2,3}$', 'aaa', true],
    ['^a{2,3}$', 'aaaa', false],
    ['^(?:a|b)*?c$', 'abac', true],
    ['a.c', 'a\nc', true],
    ['[^\\s]\\s[\\]x-]', 'a ]', true],
    ['\\x{00A0}\\.', '\u00a0.', true],
    ['x$|^$', '', true],
  ])('%s in %j: %s', (regex, text, found) => {
    expect(mayFind(regex, searchedText(text))).toBe(found);
  });

  it('takes time by the length of the text, whatever is looked for', () => {
    const capitals = SCANNED.all.find(({ code }) => code === 'capitals')?.guard ?? '';
    expect(mayFind(capitals, searchedText('А'.repeat(200_000)))).toBe(false);
    expect(mayFind('^(?:a+)+$', searchedText(`${'a'.repeat(100_000)}b`))).toBe(false);
  });

  it('are joined with each of their alternatives once', () => {
    expect(eitherOf(['a|(?:b|c)', '[|]|a', '\\||(?:b|c)'])).toBe('a|(?:b|c)|[|]|\\|');
  });

  it.each(['(?P<a>b)', '(a', 'a)', 'a{2000}'])('does not read %s', (regex) => {
    expect(() => readRe2(regex)).toThrow(SyntaxError);
  });
});
