import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLUMN_KINDS } from '../column.ts';
import { inspectTable } from '../inspect-table.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { headerWords } from './header-words.ts';
import { KINDS } from './kind-list.ts';
import { LABELLED_COLUMNS } from './testing/labelled-columns.ts';
import { measureColumns, scoreKinds } from './testing/measure-kinds.ts';

let tools: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  tools = await testDuckDb();
});
afterAll(() => rm(tools.folder, { recursive: true, force: true }));

test('every kind has its file, once, with words in both languages', () => {
  expect(KINDS.map(({ code }) => code).toSorted()).toEqual([...COLUMN_KINDS].toSorted());
  for (const { title, purpose } of KINDS) {
    expect(title.uk).toMatch(/[А-ЯІЇЄҐA-Z]/);
    expect(`${title.en}${purpose.en}`).not.toMatch(/[а-яіїєґ]/);
  }
});

test('a header is parted into words: names of programs, look-alike letters, signs', () => {
  expect(headerWords('addressPostCode')).toBe(' address post code ');
  expect(headerWords('Код  ЄДРПОУ, №')).toBe(' код єдрпоу № ');
  expect(headerWords('legalActІdentifier')).toBe(' legal act identifier ');
  expect(headerWords('Частка,%')).toBe(' частка % ');
});

test('columns of a labelled set are taken for what they are', async () => {
  const measured = await measureColumns(tools, LABELLED_COLUMNS);
  const wrong = measured
    .filter(({ kind, found }) => kind !== found.kind)
    .map(({ kind, header, found }) => `${header}: ${kind}, taken for ${found.kind}`);
  expect(wrong).toEqual([]);
  for (const { kind, precision } of scoreKinds(measured)) expect([kind, precision]).toEqual([kind, 1]);
  for (const { found } of measured) {
    if (found.kind === null) continue;
    expect(found.confidence).toBeGreaterThanOrEqual(0.5);
    expect(found.confidence).toBeLessThanOrEqual(1);
    expect(found.why?.uk).toMatch(/\.$/);
  }
});

test('what a person said stands against header and values, and decides the type', async () => {
  const table = await textTableOf(
    tools,
    ['Поле', 'Сума'],
    [
      ['12', '5'],
      ['14', '6'],
    ],
  );
  const kinds = [
    { column: 'Поле', kind: 'house' as const },
    { column: 'Сума', kind: null },
  ];
  const { columns } = await inspectTable(tools.duckdb, table, { kinds });
  expect(columns[0]).toMatchObject({ kind: 'house', confidence: 1, type: 'text' });
  expect(columns[1]).toMatchObject({ kind: null, type: 'integer' });
  expect(columns[1]).not.toHaveProperty('confidence');
});
