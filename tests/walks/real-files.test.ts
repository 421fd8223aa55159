import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read as readWithSheetJs, utils, type WorkSheet } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { carryOut, inspectTable, type ReadOutcome, type TextTable } from '../../src/tabular/index.ts';
import { realData } from '../support/real-data.ts';
import { plainCsv } from './plain-csv.ts';
import { makeReader } from './read-for-tests.ts';

const OUTCOMES = fileURLToPath(new URL('./real-files.outcomes.tsv', import.meta.url));
const folder = realData === null ? '' : join(realData, 'real');

function filesOf(extensions: RegExp): string[] {
  if (realData === null) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** One line of the table of outcomes: path, outcome, encoding, rows, columns. */
function outcomeLine(path: string, outcome: ReadOutcome): string {
  if (outcome.kind === 'refused') return [path, outcome.reason.code, '', '', ''].join('\t');
  const { encoding, rows, headers } = outcome.table;
  return [path, 'table', encoding, rows, headers.length].join('\t');
}

/** Rows of names and of column numbers a header has at most, beyond one. */
const MORE_OF_HEADER = 5;

/** Rows of the file before the first row of data, by what is told of them. */
function rowsBefore(table: TextTable): number {
  const above = table.findings.find((finding) => finding.code === 'rows-above-header')?.count ?? 0;
  return above + (table.findings.some((finding) => finding.code === 'no-header') ? 0 : 1);
}

/** The rows after the whole header: it may be several rows high, what is told of it says the first. */
function dataOf(rows: string[][], ours: readonly unknown[]): string[][] {
  const more = rows.length - ours.length;
  expect(more).toBeGreaterThanOrEqual(0);
  expect(more).toBeLessThanOrEqual(MORE_OF_HEADER);
  return rows.slice(more);
}

const padded = (row: readonly string[], width: number) => Array.from({ length: width }, (_, at) => row[at] ?? '');

function withoutEmptyEnd(rows: string[][]): string[][] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? []).every((cell) => cell.trim() === '')) end -= 1;
  return rows.slice(0, end);
}

/** A cell as SheetJS reads it, in our form: days and times in ISO 8601 with milliseconds where there are any, numbers in full. */
function oracleCell(sheet: WorkSheet, row: number, column: number): string {
  const cell = sheet[utils.encode_cell({ r: row, c: column })];
  if (cell === undefined || cell.v === undefined) return '';
  if (cell.t === 'e') return String(cell.w);
  if (cell.t !== 'd') return String(cell.v).replaceAll('\r\n', '\n');
  const exact = Math.round((cell.v as Date).getTime());
  const seconds = Math.round(exact / 1000) * 1000;
  if (Math.abs(exact - seconds) > 1) return new Date(exact).toISOString().slice(0, 23);
  const iso = new Date(seconds).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function sameCell(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  if (ours === '' || theirs === '') return false;
  // SheetJS cuts milliseconds off where we round them
  if (/T.*\.\d{3}$/.test(ours)) return Math.abs(Date.parse(`${ours}Z`) - Date.parse(`${theirs}Z`)) <= 1;
  const difference = Math.abs(Number(ours) - Number(theirs));
  return difference <= Math.abs(Number(theirs)) * 1e-14;
}

describe.skipIf(!realData)('real files of public bodies (needs ../shared/data)', () => {
  const reader = makeReader();
  afterAll(() => reader.close());

  it('each is read or refused as the table of outcomes says', async () => {
    const lines: string[] = [];
    for (const path of filesOf(/\.(csv|xlsx|json|geojson|txt|dbf|shx|gz)$/i)) {
      lines.push(outcomeLine(path, await reader.read(join(folder, path))));
    }
    const text = `${['path\toutcome\tencoding\trows\tcolumns', ...lines].join('\n')}\n`;
    if (process.env.WRITE_OUTCOMES === '1') writeFileSync(OUTCOMES, text);
    expect(text.split('\n')).toEqual(readFileSync(OUTCOMES, 'utf8').split('\n'));
  });

  it.each(filesOf(/\.csv$/i))('%s: no cell differs from a plain reading', async (path) => {
    const outcome = await reader.read(join(folder, path));
    if (outcome.kind === 'refused') {
      expect(outcome.reason.code).toBe('file-no-table');
      return;
    }
    const { table } = outcome;
    const encoding = table.encoding === 'windows-1251' ? 'windows-1251' : 'utf-8';
    const text = new TextDecoder(encoding).decode(readFileSync(join(folder, path)));
    const plain = plainCsv(text, table.dialect?.delimiter ?? ',').slice(rowsBefore(table));
    const ours = await reader.cells(table);
    const data = dataOf(withoutEmptyEnd(plain), withoutEmptyEnd(ours));
    expect(withoutEmptyEnd(ours)).toEqual(data.map((row) => padded(row, table.headers.length)));
  });

  it.each(filesOf(/\.xlsx$/i))('%s: no cell differs from SheetJS', async (path) => {
    const book = readWithSheetJs(readFileSync(join(folder, path)), { cellDates: true, UTC: true, dense: false });
    const name = book.SheetNames[0] ?? '';
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new Error('no such sheet');
    const outcome = await reader.read(join(folder, path), { sheet: name });
    // a sheet with nothing in it is told to be so
    if (outcome.kind === 'refused') {
      expect(outcome.reason.code).toBe('file-no-table');
      expect(utils.sheet_to_json(sheet, { header: 1, blankrows: false })).toEqual([]);
      return;
    }
    const { table } = outcome;
    const range = utils.decode_range(sheet['!ref'] ?? 'A1');
    const theirs: string[][] = [];
    for (let row = rowsBefore(table); row <= range.e.r; row++) {
      theirs.push(Array.from({ length: range.e.c + 1 }, (_, column) => oracleCell(sheet, row, column)));
    }
    // addresses behind texts stand in columns that the other reader does not make
    const shown = table.headers.flatMap((header, at) => (header.endsWith(' (посилання)') ? [] : [at]));
    const ours = (await reader.cells(table)).map((row) => shown.map((at) => row[at] ?? ''));
    const expected = dataOf(withoutEmptyEnd(theirs), ours);
    const different: string[] = [];
    expected.forEach((row, at) => {
      for (let column = 0; column < Math.max(row.length, shown.length); column++) {
        const own = ours[at]?.[column] ?? '';
        const other = row[column] ?? '';
        if (!sameCell(own, other) && other.trim() !== own.trim()) different.push(`${at},${column}: ${own} ≠ ${other}`);
      }
    });
    expect(different).toEqual([]);
  });

  const sections = filesOf(/\.csv$/i).filter((path) => path.startsWith('menr_pa'));
  it.each(sections)('%s: a clean table by accepting suggestions only', async (path) => {
    const outcome = await reader.read(join(folder, path));
    if (outcome.kind === 'refused') throw new Error(outcome.reason.message.en);
    const inspection = await inspectTable(reader.duckdb, outcome.table);
    const work = { rest: true, inspection, folder: join(reader.folder, 'work') };
    const first = await carryOut(reader.duckdb, outcome.table, { ...work, recipe: [] });
    // what has a button of its own (a column of numbers) is pressed too
    const offered = first.inspection.findings.flatMap(({ step }) => (step ? [step] : []));
    const taken = [...first.recipe, ...offered];
    const {
      recipe,
      table,
      inspection: after,
    } = await carryOut(reader.duckdb, outcome.table, { ...work, recipe: taken });
    expect(recipe.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['shape-section-titles', 'shape-total-rows']),
    );
    const left = after.findings.filter(
      ({ code, severity }) =>
        severity === 'error' || ['section-row', 'total-row', 'empty-row', 'no-header'].includes(code),
    );
    expect(left.map(({ code }) => code)).toEqual([]);
    expect(table.headers.every((header) => header.trim() !== '')).toBe(true);
  });

  const twins = filesOf(/\.csv$/i).filter((path) => path.startsWith('geonames'));
  it.each(twins)('%s and its XLSX twin give the same table', async (path) => {
    const csv = await reader.read(join(folder, path));
    if (csv.kind === 'refused') throw new Error(csv.reason.message.en);
    const csvCells = await reader.cells(csv.table);
    const xlsx = await reader.read(join(folder, path.replace('/csv/', '/xlsx/').replace(/csv$/, 'xlsx')));
    if (xlsx.kind === 'refused') throw new Error(xlsx.reason.message.en);
    const xlsxCells = await reader.cells(xlsx.table);
    expect(xlsx.table.headers.map((header) => header.trim())).toEqual(csv.table.headers.map((header) => header.trim()));
    expect(xlsxCells.length).toBe(csvCells.length);
    expect(differences(csvCells, xlsxCells)).toEqual([]);
  });
});

function differences(left: readonly string[][], right: readonly string[][]): string[] {
  return left.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell === right[at]?.[column] ? [] : [`${at},${column}: ${cell} ≠ ${right[at]?.[column]}`],
    ),
  );
}
