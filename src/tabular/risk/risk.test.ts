import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { riskOf } from './risk-of.ts';
import { tellRisk } from './risk-words.ts';
import { isOfPeople, tellingColumns } from './telling-columns.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

type Cells = readonly (readonly (string | null)[])[];

async function risk(headers: readonly string[], rows: Cells, titles?: readonly string[]) {
  const table = await textTableOf(parts, headers, rows);
  const { columns } = await inspectTable(parts.duckdb, table);
  const telling = titles ? columns.filter(({ title }) => titles.includes(title)) : tellingColumns(columns, rows.length);
  return riskOf(parts.duckdb, table, telling);
}

/** A column of which nothing is known but where it stands. */
const PLAIN = { name: 'a', type: 'text', kind: null, blanks: 0, distinct: 2, examples: [] } as const;

/** Sizes of groups counted as a person would. */
function naive(rows: Cells, places: readonly number[]) {
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(places.map((place) => row[place]));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const all = [...sizes.values()];
  const few = all.filter((size) => size < 5).reduce((sum, size) => sum + size, 0);
  return { smallest: Math.min(...all), unique: all.filter((size) => size === 1).length, few };
}

/** Sixty invented patients: twelve birth days of five years, two villages, two sexes. */
const HEADERS = ['№', 'Дата народження', 'Село', 'Стать', 'Сума'];
const PATIENTS: Cells = Array.from({ length: 60 }, (_, at) => [
  String(at + 1),
  `${1960 + (at % 2)}-0${1 + (at % 6)}-1${at % 5}`,
  at % 4 < 2 ? 'Лішня' : 'Снятинка',
  at % 2 === 0 ? 'ж' : 'ч',
  String(1000 + at),
]);

describe('the risk that somebody is told', () => {
  it('is counted as the naive way counts it, by all columns and without each', async () => {
    const cell = fc.constantFrom('а', 'б', 'в', null);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 60 }), async (rows) => {
        const table = await textTableOf(parts, ['А', 'Б', 'В'], rows);
        const columns = ['А', 'Б', 'В'].map((title, index) => ({ ...PLAIN, index, title }));
        const { smallest, unique, few, causes } = await riskOf(parts.duckdb, table, columns);
        expect({ smallest, unique, few }).toEqual(naive(rows, [0, 1, 2]));
        for (const { column, ...sizes } of causes)
          expect(sizes).toEqual(
            naive(
              rows,
              [0, 1, 2].filter((place) => ['А', 'Б', 'В'][place] !== column),
            ),
          );
        expect(causes).toHaveLength(3);
      }),
      { numRuns: 10, seed: 13 },
    );
  });

  it('takes by itself what neighbours know, and proposes the mildest that helps, measured', async () => {
    const found = await risk(HEADERS, PATIENTS);
    expect(found.columns).toEqual(['Дата народження', 'Село', 'Стать']);
    expect(found.unique).toBeGreaterThan(0);
    expect(found.causes[0]?.column).toBe('Дата народження');
    const [best] = found.proposals;
    expect(best?.step).toEqual({
      code: 'protect-generalise-date',
      columnTitle: 'Дата народження',
      parameters: { to: 'year' },
    });
    expect(best?.smallest).toBe(15);
    const words = tellRisk(found);
    expect(words.verdict.uk).toMatch(/^Людину можна впізнати й без імені: \d+ рядк\S+ із 60/);
    expect(words.proposals[0]?.uk).toBe('Залиште від дати рік («Дата народження»): найменша група стане 15.');
    // no value of any cell
    for (const [, birth, village] of PATIENTS)
      for (const value of [birth, village]) expect(JSON.stringify([found, words])).not.toContain(value);
  });

  it('always has something that helps, and nothing to say where nobody stands out', async () => {
    const rows = PATIENTS.map(([number, , village], at) => [number ?? '', village ?? '', `посада ${at % 23}`]);
    const found = await risk(['№', 'Село', 'Посада'], rows);
    expect(found.proposals.at(-1)?.smallest).toBeGreaterThanOrEqual(5);
    const safe = await risk(HEADERS, PATIENTS, ['Село', 'Стать']);
    expect([safe.smallest, safe.unique, safe.proposals]).toEqual([15, 0, []]);
    expect(tellRisk(safe).causes).toEqual([]);
  });

  it('proposes no hiding of groups that changes nothing: a table of four rows has no group of five', async () => {
    const found = await risk(HEADERS, PATIENTS.slice(0, 4), ['Село', 'Стать']);
    expect(found.proposals.map(({ step }) => step.code)).toEqual(['protect-remove', 'protect-remove']);
  });

  it('is nobody’s where the rows are of nobody', async () => {
    const inspected = async (headers: readonly string[], row: readonly string[]) =>
      inspectTable(parts.duckdb, await textTableOf(parts, headers, [row, row.map((cell) => `${cell} `)]));
    const patients = await inspected(['ПІБ пацієнта', 'Дата народження'], ['Вербна Зиновія Йосипівна', '1961-02-03']);
    expect(isOfPeople(patients)).toBe(true);
    const { signs, ...before } = patients;
    expect(signs).not.toEqual([]);
    // looked at before there were detectors
    expect(isOfPeople(before)).toBe(false);
    const trees = await inspected(
      ['Номер дерева', 'Порода', 'ПІБ виконавця'],
      ['12', 'клен', 'Вербна Зиновія Йосипівна'],
    );
    expect(isOfPeople(trees)).toBe(false);
  });
});
