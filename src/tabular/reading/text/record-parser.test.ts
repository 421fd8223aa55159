import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCsv } from '../../../../tests/walks/plain-csv.ts';
import { parseRecords } from './record-parser.ts';
import { RecordCounter } from './survey-file.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'ї', '"', ',', ';', '\n', '\r\n', ' ', '1', '🌳'), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

/** A file as RFC 4180 wants it. */
function write(rows: readonly (readonly string[])[], lineEnd: string, lastEnd: boolean): string {
  const quoted = (value: string) => (/[",\r\n]|^ | $/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map(quoted).join(',')).join(lineEnd) + (lastEnd ? lineEnd : '');
}

const rulesOf = (width: number | null) => ({ delimiter: ',', quote: '"', escape: '"', width });

describe('parseRecord', () => {
  it('reads lawful files as a plain reader does, whole and in pieces', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, lineEnd, lastEnd) => {
        const text = write(rows, lineEnd, lastEnd);
        const records = [...parseRecords(text, rulesOf(rows[0]?.length ?? 1))];
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.every((record) => !record.broken)).toBe(true);
        expect(plainCsv(text, ',')).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  it('counts the records it reads', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (rows, lineEnd, size) => {
        const bytes = Buffer.from(write(rows, lineEnd, true));
        const counter = new RecordCounter(',', '"');
        for (let at = 0; at < bytes.length; at += size) counter.take(bytes.subarray(at, at + size));
        counter.finish();
        expect(counter.records).toBe(rows.length);
        expect(counter.mixed).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('counts the same in pieces as whole, whatever stands in the text', () => {
    const untidy = fc.string({
      unit: fc.constantFrom('a', 'ї', '"', '""', ',', '",', ',"', '\n', '\r', '\r\n', ' ', '\t'),
      maxLength: 24,
    });
    const counted = (bytes: Buffer, size: number) => {
      const counter = new RecordCounter(',', '"');
      for (let at = 0; at < bytes.length; at += size) counter.take(bytes.subarray(at, at + size));
      counter.finish();
      return { records: counter.records, mixed: counter.mixed };
    };
    fc.assert(
      fc.property(untidy, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const bytes = Buffer.from(text);
        expect(counted(bytes, size)).toEqual(counted(bytes, bytes.length + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads rows with a stray quote by the number of columns', () => {
    const cells = (line: string) => [...parseRecords(`${line}\nx,y,z\n`, rulesOf(3))].map((record) => record.cells);
    expect(cells('1,"ТОВ, Київ')).toEqual([
      ['1', '"ТОВ', ' Київ'],
      ['x', 'y', 'z'],
    ]);
    expect(cells('"1,ТОВ "Ромашка","Київ"')).toEqual([
      ['"1', 'ТОВ "Ромашка"', 'Київ'],
      ['x', 'y', 'z'],
    ]);
    expect(cells('1,"ТОВ "Ромашка"",Київ')).toEqual([
      ['1', 'ТОВ "Ромашка"', 'Київ'],
      ['x', 'y', 'z'],
    ]);
    expect(cells('1,2,"')).toEqual([
      ['1', '2', '"'],
      ['x', 'y', 'z'],
    ]);
  });

  it('keeps a cell over several lines whole, also in a row of another width', () => {
    const text = '"a\nb",c\n1,2,3\n';
    expect([...parseRecords(text, rulesOf(3))].map((record) => record.cells)).toEqual([
      ['a\nb', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('takes a backslash before a quote where the file writes so', () => {
    const rules = { ...rulesOf(2), escape: '\\' };
    expect([...parseRecords('"a \\"b\\"",c\n', rules)].map((record) => record.cells)).toEqual([['a "b"', 'c']]);
  });
});
