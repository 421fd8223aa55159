import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import { archiveOf } from '../../testing/archive-of.ts';
import type { ReadingChoices } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());

const STREETS = 'Код;Вулиця\n1;Шкільна\n2;Лісова\n3;Садова\n';
const HOUSES = '[{"id":1,"house":"5а"},{"id":2,"house":"7"}]';
const SCHOOLS = '<schools><school n="1"/><school n="2"/><school n="3"/><school n="4"/></schools>';

function book(sheets: Readonly<Record<string, string[][]>>): Uint8Array {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }));
}

async function read(members: Readonly<Record<string, string | Uint8Array>>, choices?: ReadingChoices) {
  const path = await archiveOf(join(reader.folder, 'data.zip'), members);
  return reader.read(path, choices);
}

async function table(members: Readonly<Record<string, string | Uint8Array>>, choices?: ReadingChoices) {
  const outcome = await read(members, choices);
  if (outcome.kind === 'refused') throw new Error(`${outcome.reason.code}: ${outcome.reason.message.uk}`);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

/** The archive with bytes of all its directories changed. */
async function changed(change: (bytes: Buffer) => void) {
  const path = await archiveOf(join(reader.folder, 'data.zip'), { 'AAAA.csv': STREETS });
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
  return reader.read(path);
}

describe('an archive', () => {
  test('each table inside is a part, told by its content; what is no table is told', async () => {
    const members = {
      'data/': '',
      'data/streets.csv': STREETS,
      'data/2026/houses.json': HOUSES,
      'data/2026/schools.dat': SCHOOLS,
      'data/book.xlsx': book({
        Перший: [['А'], ['1']],
        Другий: [
          ['Б', 'В'],
          ['2', '3'],
        ],
      }),
      'data/readme.pdf': '%PDF-1.4 …',
      '__MACOSX/data/._streets.csv': 'x',
    };
    const likeliest = await table(members);
    expect(likeliest.sheet).toBe('streets.csv');
    expect(likeliest.cells).toEqual([
      ['1', 'Шкільна'],
      ['2', 'Лісова'],
      ['3', 'Садова'],
    ]);
    expect(likeliest.sheets.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([
      ['streets.csv', 3, 2],
      ['2026/houses.json', 2, 2],
      ['2026/schools.dat', 4, 1],
      ['book.xlsx › Перший', 1, 1],
      ['book.xlsx › Другий', 1, 2],
    ]);
    expect(likeliest.sheets[0]?.headers).toEqual(['Код', 'Вулиця']);
    const told = likeliest.findings.find(({ code }) => code === 'not-taken');
    expect(told?.places).toEqual([{ row: 0, value: 'readme.pdf' }]);
    expect((await table(members, { sheet: 'book.xlsx › Другий' })).cells).toEqual([['2', '3']]);
    expect((await table(members, { sheet: '2026/schools.dat' })).format).toBe('xml');
    expect(await read(members, { sheet: 'zzz' })).toMatchObject({ reason: { code: 'no-such-sheet' } });
  });

  test('with one table is that table', async () => {
    const read = await table({ 'нова тека/вулиці.csv': STREETS });
    expect(read).toMatchObject({ sheet: null, sheets: [], rows: 3, format: 'csv' });
  });

  test('names by the code page of DOS are read', async () => {
    const outcome = await changed((bytes) => {
      // «Ёжак» stands in CP866 as these bytes; the flag of UTF-8 names is taken away in both headers
      const name = Buffer.from([0x82, 0xe3, 0xab, 0xa8]);
      for (let at = bytes.indexOf('AAAA'); at >= 0; at = bytes.indexOf('AAAA', at + 1)) name.copy(bytes, at);
      bytes.writeUInt16LE(bytes.readUInt16LE(6) & ~0x0800, 6);
      const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) & ~0x0800, central + 8);
    });
    expect(outcome).toMatchObject({ kind: 'table', table: { rows: 3 } });
  });

  test('harm, passwords, damage and other archives are refused with the way out', async () => {
    const codeOf = async (members: Parameters<typeof read>[0]) => {
      const outcome = await read(members);
      return outcome.kind === 'refused' ? outcome.reason.code : 'read';
    };
    expect(await codeOf({ '../../etc/x.csv': STREETS })).toBe('archive-paths');
    expect(await codeOf({ 'C:/x.csv': STREETS })).toBe('archive-paths');
    expect(await codeOf({ 'a/': '' })).toBe('archive-empty');
    expect(await codeOf({ 'a.pdf': '%PDF-1.4', 'b.docx': 'PK' })).toBe('read');
    expect(await codeOf({ 'a.pdf': '%PDF-1.4' })).toBe('archive-no-table');
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, 'а\n1\n']));
    expect(await codeOf(many)).toBe('archive-too-many');
    const central = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    expect(await changed((bytes) => bytes.writeUInt16LE(1, central(bytes) + 8))).toMatchObject({
      reason: { code: 'archive-encrypted' },
    });
    expect(await changed((bytes) => bytes.fill(0x55, 40, 55))).toMatchObject({ reason: { code: 'archive-broken' } });
    expect(await changed((bytes) => bytes.writeUInt32LE(3_000_000_000, central(bytes) + 24))).toMatchObject({
      reason: { code: 'archive-too-large' },
    });
    const inner = readFileSync(await archiveOf(join(reader.folder, 'inner.zip'), { 'x.csv': STREETS }));
    expect(await codeOf({ 'inner.zip': inner })).toBe('archive-no-table');
  });
});

describe('GZIP', () => {
  test('is the file inside; a TAR is refused', async () => {
    const path = join(reader.folder, 'streets.csv.gz');
    writeFileSync(path, gzipSync(STREETS));
    expect(await reader.read(path)).toMatchObject({ kind: 'table', table: { rows: 3, headers: ['Код', 'Вулиця'] } });
    const tar = Buffer.alloc(1024);
    tar.write('ustar', 257);
    writeFileSync(path, gzipSync(tar));
    expect(await reader.read(path)).toMatchObject({ reason: { code: 'file-archive' } });
    writeFileSync(path, gzipSync(STREETS).subarray(0, 30));
    expect(await reader.read(path)).toMatchObject({ reason: { code: 'archive-broken' } });
  });
});

test('a dBASE table by itself: fields, deleted records, code page by its letters', async () => {
  const field = (name: string, type: string, length: number) => {
    const bytes = Buffer.alloc(32);
    bytes.write(name, 0, 'latin1');
    bytes.write(type, 11, 'latin1');
    bytes[16] = length;
    return bytes;
  };
  const fields = [field('CODE', 'N', 4), field('NAME', 'C', 8)];
  const head = Buffer.alloc(32);
  head[0] = 3;
  head[1] = 126;
  head[2] = 5;
  head[3] = 6;
  head.writeUInt32LE(2, 4);
  head.writeUInt16LE(32 + 64 + 1, 8);
  head.writeUInt16LE(1 + 12, 10);
  // «Мирне» by Windows-1251
  const name = Buffer.concat([Buffer.from([0xcc, 0xe8, 0xf0, 0xed, 0xe5]), Buffer.from('   ')]);
  const record = (mark: string, code: string) => Buffer.concat([Buffer.from(mark + code), name]);
  const path = join(reader.folder, 'places.dbf');
  writeFileSync(path, Buffer.concat([head, ...fields, Buffer.from([0x0d]), record(' ', '   7'), record('*', '   8')]));
  const outcome = await reader.read(path);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  expect(outcome.table.headers).toEqual(['CODE', 'NAME']);
  expect(await reader.cells(outcome.table)).toEqual([['7', 'Мирне']]);
});
