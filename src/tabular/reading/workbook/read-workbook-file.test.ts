import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices } from '../../text-table.ts';
import { dateText, numberText } from './values.ts';

const reader = makeReader();
afterAll(() => reader.close());

type Sheets = Readonly<Record<string, unknown[][]>>;

async function read(sheets: Sheets, choices?: ReadingChoices) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  const path = join(reader.folder, 'book.xlsx');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return reader.read(path, choices);
}

async function table(sheets: Sheets, choices?: ReadingChoices) {
  const outcome = await read(sheets, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

describe('cells of a workbook', () => {
  it('writes numbers in full, without the noise of binary fractions', () => {
    expect([0.1 + 0.2, 1.0000000000000002, 1e21, 1.5e-7, 12345678901234, -0.5, 49.8397].map(numberText)).toEqual([
      '0.3',
      '1',
      '1000000000000000000000',
      '0.00000015',
      '12345678901234',
      '-0.5',
      '49.8397',
    ]);
  });

  it('writes days, instants and times in ISO 8601', () => {
    expect(dateText(new Date(Date.UTC(2024, 1, 29)))).toBe('2024-02-29');
    expect(dateText(new Date(Date.UTC(2024, 1, 29, 9, 5)))).toBe('2024-02-29T09:05:00');
    expect(dateText(new Date(Date.UTC(1899, 11, 31, 9, 5)))).toBe('09:05:00');
  });

  it('keeps milliseconds of an instant, but not the noise of a fraction of a day', () => {
    const at = (milliseconds: number) => dateText(new Date(Date.UTC(2024, 1, 29, 14, 3, 59) + milliseconds));
    expect([431, 0, 500, 1, -1].map(at)).toEqual([
      '2024-02-29T14:03:59.431',
      '2024-02-29T14:03:59',
      '2024-02-29T14:03:59.500',
      '2024-02-29T14:03:59',
      '2024-02-29T14:03:59',
    ]);
    expect(dateText(new Date(Date.UTC(2024, 1, 29) - 1))).toBe('2024-02-29');
  });

  it('reads milliseconds from the serial numbers of a sheet', async () => {
    const moment = (serial: number) => ({ t: 'n', v: serial, z: 'yyyy-mm-dd hh:mm:ss.000' });
    const noon = 45_351.5;
    const { cells } = await table({
      Дані: [
        ['Подія', 'Час'],
        ['а', moment(noon + 0.431 / 86_400)],
        ['б', moment(noon + 0.0004 / 86_400)],
        ['в', moment(noon - 0.0005 / 86_400)],
        ['г', moment(noon + 59.9996 / 86_400)],
      ],
    });
    expect(cells.map((row) => row[1])).toEqual([
      '2024-02-29T12:00:00.431',
      '2024-02-29T12:00:00',
      '2024-02-29T12:00:00',
      '2024-02-29T12:01:00',
    ]);
  });
});

describe('sheets', () => {
  const rows = [
    ['Назва', 'Код', 'Є'],
    ['а', '00123', true],
    [null, null, null],
    ['б', 38211887, false],
    [null, ' ', null],
  ];

  it('reads the sheet with most data, names the others, drops the empty end only', async () => {
    const read = await table({ Опис: [['Про файл']], Дані: rows });
    expect(read.sheet).toBe('Дані');
    expect(read.sheets).toEqual([
      { name: 'Опис', rows: 0, columns: 1, headers: ['Про файл'] },
      { name: 'Дані', rows: 3, columns: 3, headers: ['Назва', 'Код', 'Є'] },
    ]);
    expect(read.headers).toEqual(['Назва', 'Код', 'Є']);
    expect(read.cells).toEqual([
      ['а', '00123', 'true'],
      ['', '', ''],
      ['б', '38211887', 'false'],
    ]);
  });

  it('reads the sheet asked for, or says which there are', async () => {
    expect((await table({ Перший: rows, Другий: [['x'], ['1']] }, { sheet: 'Другий' })).cells).toEqual([['1']]);
    const outcome = await read({ Перший: rows }, { sheet: 'Третій' });
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'no-such-sheet' } });
  });

  it('finds the header under titles, and takes names that stand a row higher', async () => {
    const read = await table({
      Дані: [
        ['Звіт'],
        [],
        ['Об’єкт', 'Кошти, тис. грн', null, null],
        [null, 'план', 'факт', 'залишок'],
        ['Школа', 10, 9, 1],
        ['Міст', 20, 20, 0],
      ],
    });
    expect(read.headers).toEqual(['Об’єкт', 'Кошти, тис. грн план', 'Кошти, тис. грн факт', 'Кошти, тис. грн залишок']);
    expect(read.cells).toEqual([
      ['Школа', '10', '9', '1'],
      ['Міст', '20', '20', '0'],
    ]);
    expect(read.findings.find((finding) => finding.code === 'rows-above-header')?.count).toBe(2);
  });
});

/** A zip whose directory says what we want, without any content behind it. */
function zipSaying(members: readonly { name: string; packed: number; unpacked: number }[]): Buffer {
  const entries = members.map(({ name, packed, unpacked }) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46, 'latin1');
    return entry;
  });
  const head = Buffer.alloc(200);
  head.writeUInt32LE(0x04034b50, 0);
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, directory, end]);
}

describe('zips by their directory', () => {
  const codeOf = async (members: Parameters<typeof zipSaying>[0]) => {
    const path = join(reader.folder, 'some.xlsx');
    writeFileSync(path, zipSaying(members));
    const outcome = await reader.read(path);
    return outcome.kind === 'refused' ? outcome.reason.code : 'table';
  };
  const workbook = { name: 'xl/workbook.xml', packed: 100, unpacked: 500 };

  it.each([
    ['workbook-too-large', [workbook, { name: 'xl/worksheets/sheet1.xml', packed: 100_000, unpacked: 1_000_000_000 }]],
    ['workbook-too-large', [workbook, { name: 'xl/sharedStrings.xml', packed: 100_000, unpacked: 60_000_000 }]],
    ['workbook-too-large', [workbook, { name: 'xl/sharedStrings.xml', packed: 100_000_000, unpacked: 2_100_000_000 }]],
    ['workbook-broken', [workbook]],
    ['file-docx', [{ name: 'word/document.xml', packed: 1, unpacked: 1 }]],
    ['archive-paths', [{ name: '../../etc/passwd', packed: 1, unpacked: 1 }]],
  ])('%s', async (code, members) => {
    expect(await codeOf(members)).toBe(code);
  });
});

it('refuses a row of headings that is not there, and says what to do', async () => {
  const outcome = await read(
    {
      Аркуш1: [
        ['назва', 'адреса'],
        ['Ліцей', 'Нова, 1'],
      ],
    },
    { headerRow: 900 },
  );
  expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'header-row-missing' } });
});
