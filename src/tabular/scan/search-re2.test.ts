import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import { testDuckDb } from '../testing/text-table-of.ts';
import { TWO_ALPHABETS, UNTIDY } from '../types/characters.ts';
import { sqlText } from './predicate.ts';
import { type Re2, readRe2 } from './read-re2.ts';
import { mayFind, searchedText } from './search-re2.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Letters of both alphabets, of old and rare ones that fold to them, digits, signs, spaces and what nobody sees. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, 0x5_8f],
  [0x6_60, 0x6_69],
  [0x16_80, 0x16_80],
  [0x1c_80, 0x1c_8a],
  [0x1e_90, 0x1e_9f],
  [0x20_00, 0x20_bf],
  [0x21_00, 0x21_4f],
  [0x22_12, 0x22_12],
  [0x2d_e0, 0x2d_ff],
  [0x30_00, 0x30_00],
  [0xa6_40, 0xa6_9f],
  [0xfb_00, 0xfb_06],
  [0xfe_ff, 0xff_5e],
  [0x1_f6_00, 0x1_f6_01],
];
const ALPHABET = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
);

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A text that the regex is likely to find. */
function textFor(re2: Re2, random: (below: number) => number): string {
  switch (re2.is) {
    case 'start':
    case 'end':
      return '';
    case 'row':
      return re2.parts.map((part) => textFor(part, random)).join('');
    case 'either':
      return textFor(re2.parts[random(re2.parts.length)] ?? re2, random);
    case 'times': {
      const times = re2.least + random(Math.min(re2.most - re2.least, 2) + 1);
      return Array.from({ length: times }, () => textFor(re2.part, random)).join('');
    }
    case 'character': {
      const from = random(ALPHABET.length);
      const nearly = [...ALPHABET.slice(from), ...ALPHABET.slice(0, from)];
      return nearly.find(re2.test) ?? '';
    }
  }
}

/** The text with one character taken out, put in or changed. */
function spoilt(text: string, random: (below: number) => number): string {
  const characters = [...text];
  const other = ALPHABET[random(ALPHABET.length)] ?? '';
  characters.splice(random(characters.length + 1), random(2), ...(random(2) === 0 ? [] : [other]));
  return characters.join('');
}

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

  it.each(['(?P<a>b)', '(a', 'a)', 'a{2000}'])('does not read %s', (regex) => {
    expect(() => readRe2(regex)).toThrow(SyntaxError);
  });
});
