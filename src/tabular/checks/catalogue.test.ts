import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mendTable } from '../mending/mend-table.ts';
import { askedRepairs } from '../mending/recipe-rules.ts';
import { shapeTable } from '../shaping/shape-table.ts';
import { cellsOf, testDuckDb } from '../testing/text-table-of.ts';
import { CHECK_CATALOGUE } from './catalogue.ts';
import { CHECK_POLICY } from './check-policy.ts';
import { REFUSAL_CHECKS } from './file/refusal-pages.ts';
import { WORKBOOK_CHECKS } from './file/workbook-checks.ts';
import { type TriedExample, tryExample } from './try-example.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Found by a file of another program, or only beside a structure: shown by tests of their own. */
const WITHOUT_EXAMPLE = [
  'too-many-rows',

  ...WORKBOOK_CHECKS.map(({ code }) => code),
  'not-taken',
  'other-sheets',
  'part-gone',
  'value-outside',
  'shapefile-parts',
  'gtfs-missing',
  'gtfs-reference',
  'gtfs-value',
];

const codes = ({ findings }: TriedExample) => findings.map(({ code }) => code);

/** The table after each way to mend the findings of a code; nothing is looked at again, what comes out is compared as it is. */
async function mended({ read }: TriedExample, code: string): Promise<unknown[][]> {
  if (read === null) throw new Error('a refused file cannot be mended');
  const { table, inspection } = read;
  const outcomes: unknown[][] = [];
  const found = inspection.findings.filter((finding) => finding.code === code);
  const steps = found.flatMap(({ step }) => step ?? []);
  if (steps.length > 0) {
    const shaped = await shapeTable(parts.duckdb, table, steps, { outPath: `${table.parquetPath}.shaped` });
    outcomes.push([shaped.table.headers, ...(await cellsOf(parts.duckdb, shaped.table.parquetPath))]);
  }
  const columns = found.filter(({ step }) => step === undefined).map(({ columnName }) => columnName);
  if (columns.length === 0) return outcomes;
  for (const wanted of new Set([code, ...askedRepairs(code).map((one) => one.code)])) {
    const recipe = columns.map((columnTitle) => ({ code: wanted, columnTitle }));
    const outPath = `${table.parquetPath}.${wanted}`;
    const { headers, removedColumns } = await mendTable(parts.duckdb, table, recipe, inspection, { outPath });
    const kept = headers.map((_, at) => at).filter((at) => !removedColumns.includes(at));
    const rows = await cellsOf(parts.duckdb, outPath);
    outcomes.push([kept.map((at) => headers[at]), ...rows.map((row) => kept.map((at) => row[at]))]);
  }
  return outcomes;
}

describe('the catalogue of checks', () => {
  it('has every line of the policy, each code once', () => {
    const inPolicy = Object.values(CHECK_POLICY).flatMap((group) => Object.keys(group));
    expect(CHECK_CATALOGUE.map(({ code }) => code).sort()).toEqual([...inPolicy].sort());
  });

  it('shows an example wherever a text can show one', () => {
    const bare = CHECK_CATALOGUE.filter(({ example }) => example === undefined).map(({ code }) => code);
    expect(bare.sort()).toEqual([...WITHOUT_EXAMPLE].sort());
  });

  it('says all in both languages, and why in another way than the title', () => {
    for (const { title, why } of CHECK_CATALOGUE) {
      for (const text of [title.uk, title.en, why.uk, why.en]) expect(text.trim().length).toBeGreaterThan(3);
      expect(why.uk).toMatch(/[а-яіїєґ].*[.…]$/u);
      expect(why.en).not.toMatch(/^[^«“]*[а-яіїєґ]/iu);
    }
  });

  it.concurrent.each(
    [...CHECK_CATALOGUE, ...REFUSAL_CHECKS].flatMap(({ code, example, repair }) =>
      example ? [{ code, example, repair }] : [],
    ),
  )('example of $code: found before, not after, mended where it is mended', async ({ code, example, repair }) => {
    const [one, two] = [await mkdtemp(join(parts.folder, 'before-')), await mkdtemp(join(parts.folder, 'after-'))];
    const { afterName: fileName = example.fileName, afterBytes: bytes = example.bytes } = example;
    const [before, after] = await Promise.all([
      tryExample(parts.duckdb, example, example.before, one),
      tryExample(parts.duckdb, { ...example, fileName, bytes }, example.after, two),
    ]);
    expect(codes(before)).toContain(code);
    expect(codes(after)).not.toContain(code);
    if (repair === null || after.read === null) return;
    const { headers, parquetPath } = after.read.table;
    expect(await mended(before, code)).toContainEqual([headers, ...(await cellsOf(parts.duckdb, parquetPath))]);
  });
});
