import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import { testDuckDb } from '../testing/text-table-of.ts';
import { seeded, spoilt, textFor } from '../testing/texts-for.ts';
import { clean } from './clean.ts';
import { type Predicate, sqlText } from './predicate.ts';
import { type Re2, readRe2 } from './read-re2.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

function read(regex: string): Re2[] {
  try {
    return [readRe2(regex)];
  } catch {
    return [];
  }
}

/** Regexes that stand in the SQL of a predicate. */
function regexesOf({ sql, guard }: Predicate): Re2[] {
  const literals = [...sql('v').matchAll(/'((?:[^']|'')+)'/gu)].map(([, text = '']) => text.replaceAll("''", "'"));
  // lists of names are no regexes
  const regexes = literals.filter((text) => /[\\[(|]/u.test(text) && text.length < 2_500);
  return [...new Set([guard, ...regexes])].flatMap(read);
}

it('every predicate is true only of values that its guard finds and its shape lets through, clean or not', async () => {
  const random = seeded(1_991);
  const session = await parts.duckdb.session();
  const wrong: string[] = [];
  let yes = 0;
  try {
    for (const one of SCANNED.all) {
      const made = regexesOf(one).flatMap((regex) => Array.from({ length: 12 }, () => textFor(regex, random)));
      const texts = [...new Set(made.flatMap((text) => [text, ` ${text}`, spoilt(text, random)]))];
      const value = one.of === 'raw' ? 'v' : 'k';
      const finds = (of: string) => `coalesce(regexp_matches(${of}, ${sqlText(`(?s:${one.guard})`)}), false)`;
      const shaped = `regexp_full_match(translate(${value}, '123456789', '000000000'), ${sqlText(one.digits === 'blind' ? '(?s:.*)' : one.digits.shape)})`;
      const rows = await session.rows(
        `SELECT v, (${finds('v')} OR ${finds('k')}) AND ${shaped} AS may FROM (SELECT v, ${clean('v')} AS k FROM (VALUES ${texts.map((text) => `(${sqlText(text)})`).join(', ')}) made(v)) WHERE ${one.sql(value)}`,
      );
      yes += rows.length > 0 ? 1 : 0;
      for (const { v, may } of rows) if (may !== true) wrong.push(`${one.code}: ${JSON.stringify(v)}`);
    }
  } finally {
    session.close();
  }
  expect(wrong).toEqual([]);
  expect(yes).toBeGreaterThan(SCANNED.all.length / 2);
});
