import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices, TextTable } from '../text-table.ts';
import { readingSamples } from './reading-samples.ts';

const reader = makeReader();
afterAll(() => reader.close());
mkdirSync(join(reader.folder, 'files'));

function put(content: string | Buffer, name = 'file.csv'): string {
  const path = join(reader.folder, 'files', name);
  writeFileSync(path, content);
  return path;
}

async function table(
  content: string | Buffer,
  choices?: ReadingChoices,
  name?: string,
): Promise<TextTable & { cells: string[][] }> {
  const outcome = await reader.read(put(content, name), choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

async function refusal(content: string | Buffer, name?: string): Promise<string> {
  const outcome = await reader.read(put(content, name));
  return outcome.kind === 'refused' ? outcome.reason.code : `table ${outcome.table.rows}`;
}

const codes = (read: TextTable) => read.findings.map((finding) => finding.code);

const UKRAINIAN = 'Назва;Площа, га;Рік\nПарк «Їжак»;12,5;1999\nҐанок єдності;3,1;2004\nЛіс біля річки;7,25;2010\n';
const CP1251 = new Map(
  [...'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [letter, 0xc0 + at]),
);
for (const [letter, byte] of [
  ['Ґ', 0xa5],
  ['ґ', 0xb4],
  ['Є', 0xaa],
  ['є', 0xba],
  ['І', 0xb2],
  ['і', 0xb3],
  ['Ї', 0xaf],
  ['ї', 0xbf],
  ['«', 0xab],
  ['»', 0xbb],
] as const)
  CP1251.set(letter, byte);
const inCp1251 = (text: string) => Buffer.from([...text].map((letter) => CP1251.get(letter) ?? letter.charCodeAt(0)));

describe('encodings', () => {
  const expected = [
    ['Парк «Їжак»', '12,5', '1999'],
    ['Ґанок єдності', '3,1', '2004'],
    ['Ліс біля річки', '7,25', '2010'],
  ];

  it.each([
    ['utf-8', Buffer.from(UKRAINIAN)],
    ['utf-8-bom', Buffer.from(`\ufeff${UKRAINIAN}`)],
    ['utf-16le', Buffer.from(`\ufeff${UKRAINIAN}`, 'utf16le')],
    ['utf-16le', Buffer.from(UKRAINIAN, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${UKRAINIAN}`, 'utf16le').swap16()],
    ['windows-1251', inCp1251(UKRAINIAN)],
  ])('%s', async (encoding, bytes) => {
    const read = await table(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.headers).toEqual(['Назва', 'Площа, га', 'Рік']);
    expect(read.cells).toEqual(expected);
  });

  it('finds the encoding where letters come late', async () => {
    const late = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(400_000)}`), inCp1251('Київ,місто\n')]);
    const read = await table(late);
    expect(read.encoding).toBe('windows-1251');
    expect(read.rows).toBe(400_001);
    expect(read.cells.at(-1)).toEqual(['Київ', 'місто']);
  });

  it('keeps UTF-8 with one damaged byte and tells it', async () => {
    const read = await table(Buffer.concat([Buffer.from(UKRAINIAN), Buffer.from([0xd0]), Buffer.from('x;1;2\n')]));
    expect(read.encoding).toBe('utf-8');
    expect(codes(read)).toContain('broken-characters');
    expect(read.cells.at(-1)?.[0]).toBe('\ufffdx');
  });

  it('shows samples to choose from, the suggested one first', async () => {
    const samples = await readingSamples(put(inCp1251(UKRAINIAN)));
    expect(samples[0]).toMatchObject({ encoding: 'windows-1251', suggested: true });
    expect(samples[0]?.lines[1]).toBe('Парк «Їжак»;12,5;1999');
    expect(samples.map((sample) => sample.encoding)).toContain('koi8-u');
  });
});

describe('delimiters, headers, rows', () => {
  it('leaves titles above the header out and tells them', async () => {
    const read = await table('Звіт за 2024 рік,,\n,,\nНазва,Кількість,Рік\nа,1,2020\nб,2,2021\n');
    expect(read.headers).toEqual(['Назва', 'Кількість', 'Рік']);
    expect(read.cells).toEqual([
      ['а', '1', '2020'],
      ['б', '2', '2021'],
    ]);
    const above = read.findings.find((finding) => finding.code === 'rows-above-header');
    expect(above).toMatchObject({ count: 2, places: [{ row: 0, value: 'Звіт за 2024 рік' }] });
  });

  it('knows a file without a header', async () => {
    const read = await table('1,2020-01-01,5\n2,2020-01-02,6\n3,2020-01-03,7\n');
    expect(read.dialect?.headerRow).toBeNull();
    expect(read.rows).toBe(3);
    expect(codes(read)).toContain('no-header');
  });

  it('obeys choices', async () => {
    const read = await table('a;b,c;d\n1;2,3;4\n', { delimiter: ',', headerRow: null });
    expect(read.cells).toEqual([
      ['a;b', 'c;d'],
      ['1;2', '3;4'],
    ]);
    expect(codes(read)).not.toContain('no-header');
    await expect(table('a,b\n1,2\n', { headerRow: 900 })).rejects.toThrow('header-row-missing');
  });

  it('reads the first line of Excel, headers over lines, mixed line ends', async () => {
    expect((await table('sep=;\na;b\n1,5;2\n')).cells).toEqual([['1,5', '2']]);
    expect((await table('"Обсяг,\nтис. т",Рік\n5,2013\n6,2014\n')).headers).toEqual(['Обсяг,\nтис. т', 'Рік']);
    expect((await table('a,b\r\n1,2\n3,4\r\n')).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect((await table('a,b\r1,2\r3,4\r')).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('loses nothing of ragged rows, and says where they are', async () => {
    const read = await table('a,b,c\n1,2\n3,4,5\n6,7,8,9\n10,11,12,,\n');
    expect(read.headers).toEqual(['a', 'b', 'c', '']);
    expect(read.cells).toEqual([
      ['1', '2', '', ''],
      ['3', '4', '5', ''],
      ['6', '7', '8', '9'],
      ['10', '11', '12', ''],
    ]);
    const ragged = read.findings.find((finding) => finding.code === 'ragged-row');
    expect(ragged?.count).toBe(2);
    expect(ragged?.places.map((place) => place.row)).toEqual([1, 3]);
  });

  it('keeps empty lines inside the table as rows, those after it are nothing', async () => {
    const read = await table('a,b\n1,2\n\n3,4\n\n\n');
    expect(read.cells).toEqual([
      ['1', '2'],
      ['', ''],
      ['3', '4'],
    ]);
  });

  it('reads lawful files the same by both readers', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ї', '"', ',', '\n', '1'), maxLength: 5 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        // a row of nothing but spaces is a blank one
        const data = given.map((row) => (row.join('').trim() === '' ? row.map(() => '') : row));
        const last = data.findLastIndex((row) => row.some((value) => value.trim() !== ''));
        const lines = data.map((row) => row.map(quoted).join(','));
        const strict = await table(`x,y,z\n${lines.join('\n')}\n`, { delimiter: ',', headerRow: 0 });
        // A short row at the end sends the whole file to the forgiving reader.
        const forgiving = await table(`x,y,z\n${lines.join('\n')}\nend\n`, { delimiter: ',', headerRow: 0 });
        // blank rows after the last filled one are nothing
        expect(strict.cells).toEqual(data.slice(0, last + 1));
        expect(forgiving.cells.slice(0, -1)).toEqual(data);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is no table', () => {
  it.each([
    ['file-empty', ''],
    ['file-no-table', '\n\n  \n'],
    ['file-pdf', '%PDF-1.7\n…'],
    ['file-html', '<!DOCTYPE html><html><body><p>Новини</p></body></html>'],
    ['xml-entities', '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>'],
    ['file-rtf', '{\\rtf1\\ansi Текст}'],
    ['workbook-broken', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['file-image', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['file-binary', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 251))],
    ['file-broken-zip', Buffer.from('504b0304140000000800', 'hex')],
    ['json-broken', '[{"a": 1}, {"a": '],
    ['json-too-deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['json-tree', '{"name":"a","children":[{"name":"b","children":[{"name":"c"}]}]}'],
    ['json-topology', '{"type":"Topology","objects":{},"arcs":[[[1,2]]]}'],
    ['json-no-list', '{"a":1,"b":{"c":2}}'],
  ])('%s', async (code, content) => {
    expect(await refusal(content, code.startsWith('json') ? 'x.json' : 'x.csv')).toBe(code);
  });

  it('refuses more than 5 000 columns by its own reader, at once', async () => {
    const started = performance.now();
    expect(await refusal(`${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}\n1\n`)).toBe(
      'too-many-columns',
    );
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('takes a file of only a header as a table without rows', async () => {
    const read = await table('Назва,Адреса\n');
    expect(read).toMatchObject({ rows: 0, headers: ['Назва', 'Адреса'] });
    expect(codes(read)).toContain('no-rows');
  });
});

describe('JSON', () => {
  it('keeps numbers as written and long codes whole', async () => {
    const read = await table(
      '[{"id": 12345678901234567890, "x": 1.10, "y": 1e5, "z": null, "ok": true}]',
      {},
      'x.json',
    );
    expect(read.headers).toEqual(['id', 'x', 'y', 'z', 'ok']);
    expect(read.cells).toEqual([['12345678901234567890', '1.10', '1e5', '', 'true']]);
  });

  it('flattens objects, joins lists of values in a cell, lets columns come late', async () => {
    const read = await table(
      '{"total": 2, "items": [{"a": {"b": "ї", "c": [1, 2]}}, {"d": "x\\"y\\nz"}]}',
      {},
      'x.json',
    );
    expect(read.headers).toEqual(['a.b', 'a.c', 'd']);
    expect(read.cells).toEqual([
      ['ї', '1; 2', ''],
      ['', '', 'x"y\nz'],
    ]);
    expect(codes(read)).toEqual(expect.arrayContaining(['beside-list', 'joined-values']));
  });

  it('reads one record a line, lists of lists', async () => {
    expect((await table('{"a":1}\n{"a":2}\n{"a":3}\n', {}, 'x.json')).cells).toEqual([['1'], ['2'], ['3']]);
    const lists = await table('[["Назва","Рік"],["а",2001],["б",2002]]', {}, 'x.json');
    expect(lists.headers).toEqual(['Назва', 'Рік']);
    expect(lists.cells).toEqual([
      ['а', '2001'],
      ['б', '2002'],
    ]);
  });
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const { readTable } = await import('./read-table.ts');
  const reading = readTable(reader.duckdb, {
    path: put('a\n1\n'),
    fileName: 'a.csv',
    workFolder: reader.folder,
    signal: stop.signal,
  });
  await expect(reading).rejects.toThrow('enough');
});
