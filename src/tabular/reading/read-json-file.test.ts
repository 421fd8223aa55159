import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeReader } from '../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices } from '../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());

async function table(content: unknown, choices?: ReadingChoices) {
  const path = join(reader.folder, 'data.json');
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  const outcome = await reader.read(path, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return {
    ...outcome.table,
    cells: await reader.cells(outcome.table),
    codes: outcome.table.findings.map((f) => f.code),
  };
}

describe('records of JSON', () => {
  test('objects inside are flattened at any depth, plain lists are one cell, a key given twice stands twice', async () => {
    const read = await table(
      '[{"id":12345678901234567890.10,"a":{"b":{"c":"x","d":[]}},"tags":["р","о"],"id":2},{"id":7,"a":{},"m":[[1,2],[3]]}]',
    );
    expect(read.headers).toEqual(['id', 'a.b.c', 'a.b.d', 'tags', 'id (2)', 'a', 'm']);
    expect(read.cells).toEqual([
      ['12345678901234567890.10', 'x', '', 'р; о', '2', '', ''],
      ['7', '', '', '', '', '', '[[1,2],[3]]'],
    ]);
    expect(read.codes).toEqual(['nested-values', 'joined-values']);
  });

  test('lists of objects are tables of their own with the key of their record, also deeper', async () => {
    const content = {
      result: [
        { code: 'а', rooms: [{ number: 1, beds: [{ kind: 'x' }, { kind: 'y' }] }, { number: 2 }] },
        { code: 'б', rooms: [{ number: 1, beds: [{ kind: 'z' }] }] },
      ],
    };
    const main = await table(content);
    expect(main).toMatchObject({ sheet: 'result', headers: ['code'], cells: [['а'], ['б']] });
    expect(main.sheets.map(({ name, rows, headers }) => [name, rows, headers])).toEqual([
      ['result', 2, ['code']],
      ['result.rooms', 3, ['result.code', 'number']],
      ['result.rooms.beds', 3, ['rooms.number', 'kind']],
    ]);
    expect(main.codes).toEqual(['other-sheets']);
    expect((await table(content, { sheet: 'result.rooms' })).cells).toEqual([
      ['1', 'а', '1'],
      ['2', 'а', '2'],
      ['3', 'б', '1'],
    ]);
    expect((await table(content, { sheet: 'result.rooms.beds' })).cells).toEqual([
      ['1', 'x'],
      ['1', 'y'],
      ['3', 'z'],
    ]);
  });

  test('an answer of an API, several lists in one file, one record a line', async () => {
    const fields = [{ id: 'n', type: 'int' }];
    const wrapped = { success: true, result: { fields, records: [{ n: 1 }, { n: 2 }], total: 2 } };
    expect(await table(wrapped)).toMatchObject({ sheet: null, headers: ['n'], cells: [['1'], ['2']] });
    const two = {
      streets: [{ s: 1, t: 2 }],
      houses: [
        { h: 1, k: 2 },
        { h: 3, k: 4 },
      ],
    };
    expect((await table(two)).sheets.map(({ name }) => name)).toEqual(['streets', 'houses']);
    expect((await table(two, { sheet: 'streets' })).cells).toEqual([['1', '2']]);
    expect((await table('{"a":1}\n{"a":2,"b":3}\n')).cells).toEqual([
      ['1', ''],
      ['2', '3'],
    ]);
  });

  test('records by keys, lists of columns, numbered columns', async () => {
    expect(await table({ k1: { name: 'А', n: 1 }, k2: { name: 'Б', n: 2 } })).toMatchObject({
      headers: ['key', 'name', 'n'],
      cells: [
        ['k1', 'А', '1'],
        ['k2', 'Б', '2'],
      ],
    });
    expect(await table({ назва: ['А', 'Б'], рік: [2001, null] })).toMatchObject({
      headers: ['назва', 'рік'],
      cells: [
        ['А', '2001'],
        ['Б', ''],
      ],
    });
    expect(await table({ a: { 0: 1, 1: 2, 2: 3 }, b: { 0: 'x', 1: 'y', 2: 'z' } })).toMatchObject({
      headers: ['a', 'b'],
      cells: [
        ['1', 'x'],
        ['2', 'y'],
        ['3', 'z'],
      ],
    });
  });

  test('sections of one document are no records: the list inside is the table', async () => {
    const stop = (name: string, at: number) => ({ name, at });
    const route = {
      general: { number: '7', kind: 'bus' },
      stops: { forward: [stop('А', 1), stop('Б', 2), stop('В', 3)], backward: [stop('В', 1)] },
      scheme: { points: [[1, 2]], color: 'red' },
      begin: { weekday: '06:00' },
      intervals: { morning: 5, evening: 10 },
    };
    expect(await table(route)).toMatchObject({ sheet: 'stops.forward', headers: ['name', 'at'], rows: 3 });
  });

  test('a dump of a data store: rows are lists, their columns described beside', async () => {
    const fields = [
      { id: '_id', type: 'int' },
      { id: 'Назва', type: 'text' },
    ];
    const dump = {
      fields,
      records: [
        [1, 'Школа'],
        [2, 'Садок'],
        [3, 'Музей'],
      ],
    };
    expect(await table(dump)).toMatchObject({
      headers: ['_id', 'Назва'],
      rows: 3,
      cells: [
        ['1', 'Школа'],
        ['2', 'Садок'],
        ['3', 'Музей'],
      ],
    });
  });

  test('no numbers, a last comma, a mark of bytes, Windows-1251', async () => {
    expect((await table('\ufeff[{"a":NaN,"b":"NaN, так"},{"a":-Infinity,"b":"x",},]')).cells).toEqual([
      ['', 'NaN, так'],
      ['', 'x'],
    ]);
    // «Їжа» and «Місто» by Windows-1251
    const words = [
      [0xaf, 0xe6, 0xe0],
      [0xcc, 0xb3, 0xf1, 0xf2, 0xee],
    ].map((codes) => Buffer.from(codes));
    const bytes = Buffer.concat(words.flatMap((word) => [Buffer.from('{"a":"'), word, Buffer.from('"}\n')]));
    expect(await table(bytes)).toMatchObject({ encoding: 'windows-1251', cells: [['Їжа'], ['Місто']] });
  });
});
