import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { newId } from '../../kernel/ids.ts';
import {
  acceptAllRepairs,
  acceptRepairs,
  changeColumnTypes,
  changesOfFile,
  keepTitles,
  loadReading,
  markPublished,
  offeredRepairs,
  previewRows,
  type Reading,
  receiveFile,
  startReading,
  undoRepairs,
} from './index.ts';

let context: TestContext;
let folder: string;
beforeAll(async () => {
  context = await makeTestContext();
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-shaped-'));
});
afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

const REPORT = [
  'Об’єкт;Площа, га;Рішення;Адреса',
  'Парки;;;',
  'Парк Миру;12,5;12.03.2021;вул. Миру, 1',
  'Парк Лісовий ;7,25;01.04.1999;вул. Лісова, 4',
  'Разом парків;19,75;;',
  'Сквери;;;',
  'Сквер Новий;0,5;05.06.2010;вул. Нова, 9',
  'Всього;20,25;;',
].join('\n');

async function read(text: string, resourceId = newId()): Promise<Reading> {
  const path = join(folder, newId());
  await writeFile(path, text);
  const size = Buffer.byteLength(text);
  const { id } = await startReading(context.ctx, { datasetId: newId(), resourceId, fileName: 'zvit.csv', size });
  await receiveFile(context.ctx, id, path);
  await context.runJobs();
  return loadReading(context.ctx, id);
}

async function mended(id: string): Promise<Reading> {
  await context.runJobs();
  return loadReading(context.ctx, id);
}

const rowsOf = async (id: string) =>
  (await previewRows(context.ctx, id, { from: 1, count: 20, mended: true })).rows.map(({ values }) => values);

const CLEAN = [
  ['Парк Миру', '12.5', '2021-03-12', 'вул. Миру, 1', 'Парки'],
  ['Парк Лісовий', '7.25', '1999-04-01', 'вул. Лісова, 4', 'Парки'],
  ['Сквер Новий', '0.5', '2010-06-05', 'вул. Нова, 9', 'Сквери'],
];

describe('a file with sections and totals inside', () => {
  test('becomes a clean table by one answer, and so does the next one without any', async () => {
    const resourceId = newId();
    const first = await read(REPORT, resourceId);
    expect(first.state).toBe('checked');
    await acceptAllRepairs(context.ctx, first.id);
    const ready = await mended(first.id);
    expect(ready.mended?.headers).toEqual(['Об’єкт', 'Площа, га', 'Рішення', 'Адреса', 'Розділ']);
    expect(await rowsOf(first.id)).toEqual(CLEAN);
    expect(ready.typed?.columns.map(({ type }) => type)).toEqual(['text', 'decimal', 'date', 'text', 'text']);
    expect(ready.recipe.map(({ code }) => code).slice(0, 2)).toEqual(['shape-total-rows', 'shape-section-titles']);
    expect(ready.mended?.counts.slice(0, 2).map(({ count }) => count)).toEqual([2, 2]);
    await markPublished(context.ctx, first.id);

    const next = await read(
      REPORT.replace('Сквери', 'Гаї').replace('12,5', '12,75').replace('Разом парків;19,75', 'Разом парків;20,00'),
      resourceId,
    );
    expect(next.state).toBe('ready');
    expect((await rowsOf(next.id)).map((row) => row[4])).toEqual(['Парки', 'Парки', 'Гаї']);
  });

  test('tells what is other in the next one before it is accepted, and takes a renamed column back by one answer', async () => {
    const resourceId = newId();
    const first = await read(REPORT, resourceId);
    await acceptAllRepairs(context.ctx, first.id);
    await mended(first.id);
    expect(await changesOfFile(context.ctx, await loadReading(context.ctx, first.id))).toBeNull();
    await markPublished(context.ctx, first.id);
    const next = REPORT.replace('Об’єкт;Площа, га', 'Назва об’єкта;Площа, га').replace('12,5', '1250,5');
    const other = await read(next, resourceId);
    expect(await changesOfFile(context.ctx, other)).toEqual([
      { what: 'renamed', from: 'Об’єкт', to: 'Назва об’єкта', by: 'place' },
      { what: 'total', title: 'Площа, га', from: 20.25, to: expect.any(Number) },
    ]);
    expect(other.mended?.missed.length).toBeGreaterThan(0);
    await keepTitles(context.ctx, other.id);
    const kept = await mended(other.id);
    expect(kept.mended?.missed).toEqual([]);
    expect(kept.mended?.headers).toEqual(['Об’єкт', 'Площа, га', 'Рішення', 'Адреса', 'Розділ']);
    expect((await changesOfFile(context.ctx, kept))?.map(({ what }) => what)).toEqual(['total']);
  });

  test('can be read again without a step; types set by hand go with the columns they were set for', async () => {
    const { id } = await read(REPORT);
    await acceptAllRepairs(context.ctx, id);
    const all = await mended(id);
    await changeColumnTypes(context.ctx, id, { 1: 'text' });
    await mended(id);
    await acceptRepairs(
      context.ctx,
      id,
      all.recipe.filter(({ code }) => code !== 'shape-section-titles'),
    );
    const without = await mended(id);
    expect(without.mended?.headers).toHaveLength(4);
    expect(without.types).toEqual({});
    expect(without.mended?.rows).toBe(5);
    await undoRepairs(context.ctx, id);
    expect(await loadReading(context.ctx, id)).toMatchObject({ state: 'checked', recipe: [], mended: null });
  });

  test('a recipe with wrong parameters is refused; one of the older form is read', async () => {
    const { id, inspection } = await read(REPORT);
    if (!inspection) throw new Error('not inspected');
    const wrong = { code: 'shape-total-rows', columnTitle: null, parameters: { column: '' } };
    await expect(acceptRepairs(context.ctx, id, [wrong])).rejects.toThrow();
    const [shape] = offeredRepairs(inspection);
    const older = [
      { code: 'spaces-around', columnTitle: 'Об’єкт' },
      { code: 'empty-row', columnTitle: null },
    ];
    await acceptRepairs(context.ctx, id, [...older, ...(shape ? [shape] : [])]);
    const ready = await mended(id);
    expect(ready.recipe.map(({ code }) => code)).toEqual(['shape-total-rows', 'spaces-around', 'empty-row']);
    expect(ready.state).toBe('ready');
  });
});

describe('numbers of rows', () => {
  const NUMBERED = { code: 'shape-number', columnTitle: null, parameters: { title: 'Номер' } };
  const numbered = async (text: string, resourceId: string) => {
    const { id, recipe } = await read(text, resourceId);
    if (!recipe.some(({ code }) => code === NUMBERED.code)) await acceptRepairs(context.ctx, id, [NUMBERED]);
    const ready = await mended(id);
    expect(ready.state).toBe('ready');
    return { id, numbers: (await rowsOf(id)).map(([number, name]) => [Number(number), name]) };
  };

  test('stay with their rows from version to version; a number of a row that is gone is never given again', async () => {
    const resourceId = newId();
    const first = await numbered(
      'Дерево;Вулиця;Стан\nлипа;Миру;добрий\nклен;Миру;добрий\nлипа;Садова;добрий\n',
      resourceId,
    );
    expect(first.numbers).toEqual([
      [1, 'липа'],
      [2, 'клен'],
      [3, 'липа'],
    ]);
    // what tells a row was found in the data: the tree and its street
    expect((await loadReading(context.ctx, first.id)).numbers).toMatchObject({ next: 4, by: ['Дерево', 'Вулиця'] });
    await markPublished(context.ctx, first.id);
    const NEXT = 'Дерево;Вулиця;Стан\nдуб;Нова;добрий\nлипа;Садова;аварійний\nлипа ;Миру;добрий\n';
    const draft = await numbered(NEXT, resourceId);
    expect(draft.numbers.map(([number]) => number)).toEqual([4, 3, 1]);
    // a draft nobody published gives no numbers away
    const second = await numbered(NEXT.replace('дуб', 'ясен'), resourceId);
    expect(second.numbers.map(([number]) => number)).toEqual([4, 3, 1]);
    await markPublished(context.ctx, second.id);
    const third = await numbered('Дерево;Вулиця;Стан\nграб;Миру;добрий\nклен;Миру;добрий\n', resourceId);
    expect(third.numbers).toEqual([
      [5, 'граб'],
      [2, 'клен'], // it is back with its own number
    ]);
  });
});
