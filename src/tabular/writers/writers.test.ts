import { read as readSheets, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { readOds, readXlsx } from 'hucre';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvRecords, type GivenColumn, openWriterBench, type WriterBench } from './testing/written-files.ts';

let bench: WriterBench;
beforeAll(async () => {
  bench = await openWriterBench();
});
afterAll(() => bench.close());

const NASTY = [
  '=1+1',
  '+380671112233',
  '-5',
  '@сума',
  '\tтаб',
  ' =2',
  'лапки "так" і «ні»',
  'кома, крапка; кінець',
  'рядок\nдругий',
  'рядок\r\nдругий',
  ']]> <![CDATA[ &amp; <b>',
  '\u0007дзвінок\u0000нуль\u001f',
  '😀👨‍👩‍👧 і ґ ʼ',
  ' пробіли  по краях ',
  '_x0041_',
  '0012345',
  '12345678901234567890',
  '29.02.2024',
  'null',
  '',
  null,
] as const;

const TYPES: readonly GivenColumn[] = [
  { type: 'integer', values: ['1', '-5', '1234567890123456', '999999999999999', null] },
  { type: 'decimal', values: ['1.5', '-0.1', '1e20', '0.0000001', null] },
  { type: 'boolean', values: ['true', 'false', 'true', 'false', null] },
  { type: 'date', values: ['2024-02-29', '1899-12-31', '1900-02-28', '1900-03-01', null] },
  {
    type: 'datetime',
    values: ['2024-02-29 10:11:12.125', '1850-01-01 00:00:00', '2024-12-31 23:59:59', '2024-01-01 00:00:00', null],
  },
  { type: 'time', values: ['10:11:12', '00:00:00', '23:59:59', '12:00:00', null] },
];

const texts = (values: readonly (string | null)[]): GivenColumn[] => [
  { type: 'integer', values: values.map((_, i) => String(i)) },
  { type: 'text', values },
];

const nasty = fc.array(
  fc.option(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('=', '"', ';', ',', '\n', '\r', '\t', ' ', '<', '&', ']', '>', 'а', '\u0001', "'"),
      }),
    ),
  ),
  { minLength: 1, maxLength: 12 },
);
const RUNS = { numRuns: 60 };

/** XML 1.0, section 2.2: all control characters below the space but three, and the two that are none. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;

/** What a text becomes where a control character cannot stand. */
const forXml = (text: string) => text.replace(FORBIDDEN, '\ufffd');

describe('files for programs keep every text as it is', () => {
  it('CSV', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = (await bench.write('csv', texts(values))).toString();
        expect(csvRecords(file)).toEqual([['f0', 'f1'], ...values.map((value, i) => [String(i), value ?? ''])]);
      }),
      RUNS,
    );
  });

  it('JSON, with empty text and no value apart', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = (await bench.write('json', texts(values))).toString();
        expect(JSON.parse(file)).toEqual(values.map((f1, f0) => ({ f0, f1 })));
      }),
      RUNS,
    );
  });

  it('XML, whose forbidden characters are replaced and counted', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = (await bench.write('xml', texts(values))).toString();
        const document = XmlDocument.fromString(file);
        try {
          const found = document.find('/rows/row/f1').map((node) => node.content);
          expect(found).toEqual(values.map((value) => forXml(value ?? '')));
          const nils = document.find('/rows/row/f1[@*[local-name()="nil"]="true"]').length;
          expect(nils).toBe(values.filter((value) => value === null).length);
        } finally {
          document.dispose();
        }
        const lost = values.join('').length - values.join('').replace(FORBIDDEN, '').length;
        expect(file.includes(`were replaced: ${lost}.`)).toBe(lost > 0);
      }),
      RUNS,
    );
  });
});

describe('workbooks', () => {
  it('XLSX keeps every text, and none is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = await bench.write('xlsx', texts(values));
        const [sheet] = (await readXlsx(file)).sheets;
        expect(sheet?.rows.slice(1).map((row) => row[1] ?? null)).toEqual(values.map((value) => value));
        const cells = Object.entries(readSheets(file, { cellFormula: true }).Sheets.Дані ?? {});
        expect(cells.filter(([, cell]) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('ODS keeps every text but a carriage return, and none is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = await bench.write('ods', texts(values));
        const [sheet] = (await readOds(file)).sheets;
        const kept = (value: string | null) => (value === null ? '' : forXml(value.replaceAll('\r', '')));
        expect(sheet?.rows.slice(1).map((row) => row[1] ?? '')).toEqual(values.map(kept));
        const cells = Object.values(readSheets(file, { cellFormula: true }).Sheets.Дані ?? {});
        expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(['xlsx', 'ods'] as const)(
    '%s: the cells of a table are those of its CSV, read by another program',
    async (format) => {
      const columns = [...TYPES, { type: 'text' as const, values: ['а', '=1', 'в,г', '00123', null] }];
      const csv = csvRecords((await bench.write('csv', columns)).toString()).slice(1);
      const sheet = readSheets(await bench.write(format, columns), { cellDates: false }).Sheets.Дані;
      const rows = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, raw: true, defval: null }).slice(1);
      // SheetJS leaves out empty rows at the end of an ODS
      csv.forEach((record, at) => {
        const row = rows[at] ?? columns.map(() => null);
        expect(row.map((value, i) => asCsv(value, columns[i]?.type ?? 'text'))).toEqual(record);
      });
    },
  );

  it('XLSX says what is text, number, day and formula-like; heading frozen and filtered', async () => {
    const columns = [...TYPES, { type: 'text' as const, title: '=Назва', values: ['=1+1', 'а', null, null, null] }];
    const { Sheets, SheetNames } = readSheets(await bench.write('xlsx', columns), { cellNF: true, cellDates: false });
    expect(SheetNames).toEqual(['Дані']);
    const sheet = Sheets.Дані ?? {};
    const kind = (address: string) => sheet[address]?.t;
    expect([kind('A2'), kind('A4'), kind('A5'), kind('D2'), kind('D3'), kind('D4'), kind('D5')]).toEqual([
      'n',
      's',
      'n',
      'n',
      's',
      's',
      'n',
    ]);
    expect([sheet.D2.w, sheet.E2.w, sheet.F2.w, sheet.C2.w]).toEqual([
      '29.02.2024',
      '29.02.2024 10:11:12',
      '10:11:12',
      'TRUE',
    ]);
    expect([sheet.G1.v, sheet.G2.v, sheet.G2.t]).toEqual(['=Назва', '=1+1', 's']);
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:G6' });
    const [parsed] = (await readXlsx(await bench.write('xlsx', columns))).sheets;
    expect(parsed?.freezePane).toMatchObject({ rows: 1 });
  });

  it('a text longer than a cell holds says where the whole is', async () => {
    const long = 'щ'.repeat(40_000);
    const [sheet] = (await readXlsx(await bench.write('xlsx', texts([long, 'після'])))).sheets;
    const cell = String(sheet?.rows[1]?.[1]);
    expect([cell.length, cell.endsWith('… [повний текст у CSV]')]).toEqual([32_767, true]);
    expect(sheet?.rows[2]?.[1]).toBe('після');
  });

  it('a table without rows is a heading', async () => {
    for (const format of ['xlsx', 'ods'] as const) {
      const file = await bench.write(format, texts([]));
      const { sheets } = format === 'xlsx' ? await readXlsx(file) : await readOds(file);
      expect(sheets.map(({ rows }) => rows)).toEqual([[['Поле 0', 'Поле 1']]]);
    }
  });
});

/** A cell of a workbook as CSV writes it. */
function asCsv(value: unknown, type: GivenColumn['type']): string {
  if (value === null) return '';
  if (typeof value !== 'number' && !(value instanceof Date)) return String(value);
  // SheetJS cuts what is below a millisecond off
  const moment = new Date(value instanceof Date ? value.getTime() + 1 : Math.round((value - 25_569) * 86_400_000));
  if (value instanceof Date && moment.getMilliseconds() % 5 === 1) moment.setTime(moment.getTime() - 1);
  const iso = type === 'integer' || type === 'decimal' ? '' : moment.toISOString();
  if (type === 'date') return iso.slice(0, 10);
  if (type === 'datetime') return iso.slice(0, 23).replace('.000', '');
  if (type === 'time') return iso.slice(11, 19);
  return value === 1e-7 ? '1e-07' : String(value);
}

describe('CSV for Excel', () => {
  /** A cell as a Ukrainian Excel takes it from a file opened by a double click. */
  function excelValue(cell: string): string | number | boolean {
    if (/^-?\d+(,\d+)?(e[+-]\d+)?$/i.test(cell)) return Number(cell.replace(',', '.'));
    const day = /^(\d{2})\.(\d{2})\.(\d{4})(?: (\d{2}:\d{2}:\d{2})(?:,(\d{3}))?)?$/.exec(cell);
    if (day) return `${day[3]}-${day[2]}-${day[1]}${day[4] ? `T${day[4]}${day[5] ? `.${day[5]}` : ''}` : ''}`;
    return cell === 'TRUE' ? true : cell === 'FALSE' ? false : cell;
  }

  it('gives Excel the numbers, days and answers of the table', async () => {
    const file = (await bench.write('csv-excel', TYPES)).toString();
    expect(file.startsWith('\ufeffПоле 0;')).toBe(true);
    const cells = csvRecords(file.slice(1), ';').slice(1);
    const plain = csvRecords((await bench.write('csv', TYPES)).toString()).slice(1);
    const wanted = plain.map((row) =>
      row.map((cell, i) => {
        const type = TYPES[i]?.type;
        if (cell === '') return '';
        return type === 'integer' || type === 'decimal' ? Number(cell) : type === 'boolean' ? cell === 'true' : cell;
      }),
    );
    expect(cells.map((row) => row.map(excelValue))).toEqual(wanted);
  });

  it('has no cell that becomes a formula, and changes no other text', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (values) => {
        const file = (await bench.write('csv-excel', texts(values))).toString();
        const cells = csvRecords(file.slice(1), ';').slice(1);
        cells.forEach(([, cell = ''], i) => {
          expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@]|^[\t\r]/);
          const value = values[i] ?? '';
          expect([value, `'${value}`]).toContain(cell);
          expect(cell === value).toBe(!/^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/.test(value));
        });
      }),
      RUNS,
    );
  });
});

describe('CSV and places', () => {
  const columns: GivenColumn[] = [
    { type: 'decimal', values: ['49.5', '95.0', null, '50.25'] },
    { type: 'decimal', values: ['23.25', '24.0', '24.5', '24.0'] },
    { type: 'decimal', values: ['1.5', '2', null, '-0.75'] },
  ];
  const place = { latitude: '"c0"', longitude: '"c1"' };

  it('the decimal sign of plain CSV may be a comma, in coordinates it is a point', async () => {
    const parts = ['c0', 'c1', 'c2'].map((name, i) => ({
      ...{ name, title: name, type: 'decimal' as const, value: `"${name}"`, identifier: false },
      coordinate: i < 2,
    }));
    const file = (await bench.write('csv', columns, { decimalSign: 'comma', columns: parts })).toString();
    expect(file.split('\r\n').slice(1, 5)).toEqual(['49.5,23.25,"1,5"', '95,24,2', ',24.5,', '50.25,24,"-0,75"']);
  });

  it('GeoJSON: longitude first; rows without a place on the globe stay without geometry', async () => {
    const file: unknown = JSON.parse((await bench.write('geojson', columns, { place })).toString());
    expect(file).toMatchObject({ type: 'FeatureCollection' });
    const { features } = file as { features: { geometry: unknown; properties: unknown }[] };
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [23.25, 49.5] },
      null,
      null,
      { type: 'Point', coordinates: [24, 50.25] },
    ]);
    expect(features[1]?.properties).toEqual({ f0: 95, f1: 24, f2: 2 });
  });

  it('Parquet keeps names and types', async () => {
    const { writeFile, mkdtemp, rm } = await import('node:fs/promises');
    const { join } = await import('node:path');
    const { tmpdir } = await import('node:os');
    const folder = await mkdtemp(join(tmpdir(), 'vidkryto-parquet-'));
    const path = join(folder, 'table.parquet');
    await writeFile(path, await bench.write('parquet', TYPES));
    const described = await bench.session.rows(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
    expect(described.map((row) => [row.column_name, row.column_type])).toEqual([
      ['f0', 'BIGINT'],
      ['f1', 'DOUBLE'],
      ['f2', 'BOOLEAN'],
      ['f3', 'DATE'],
      ['f4', 'TIMESTAMP'],
      ['f5', 'TIME'],
    ]);
    await rm(folder, { recursive: true });
  });
});
