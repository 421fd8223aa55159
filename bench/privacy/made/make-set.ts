import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MADE_FILES } from './made-files.ts';
import { Random, seedOf } from './random.ts';
import { type MadeColumn, type MadeFile, type MadeSheet, Row, type Value } from './row.ts';
import { type Grid, writeMade } from './write-file.ts';

/** Rows of cells that hold a label, 1-based as the reader numbers them. */
type CellRows = Map<string, number[]>;

interface MadeGrid {
  readonly grid: Grid;
  /** By `column at` and code. */
  readonly cells: CellRows;
}

function makeGrid(file: MadeFile, sheet: MadeSheet): MadeGrid {
  const random = new Random(seedOf(`${file.name}/${sheet.name}`));
  const cells: CellRows = new Map();
  const rows = Array.from({ length: sheet.rows }, (_, at): Value[] => {
    const row = new Row(random, at + 1);
    return sheet.columns.map(({ cell, labels }, place) => {
      const made = cell(row);
      const { value, holds } =
        typeof made === 'object' && made !== null ? made : { value: made, holds: labels.map(({ code }) => code) };
      if (value !== null)
        for (const code of holds) cells.set(`${place} ${code}`, [...(cells.get(`${place} ${code}`) ?? []), at + 1]);
      return value;
    });
  });
  const above = (sheet.above ?? []).map((line): Value[] => [line]);
  const header = file.bare ? [] : [sheet.columns.map(({ title }) => title)];
  return { grid: [...above, ...header, ...rows], cells };
}

/** «1-3,7»: rows in few letters. */
function ranges(rows: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else parts.push([row, row]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

const NOT_PII = 'NOT-PII';

function labelLines(file: MadeFile, sheet: MadeSheet): string[] {
  const called = ({ title }: MadeColumn, at: number) => (file.bare ? String(at + 1) : title);
  return sheet.columns.flatMap((column, at) => {
    const start = [file.name, sheet.name, called(column, at)];
    if (column.labels.length === 0) return [[...start, NOT_PII, ''].join('\t')];
    return column.labels.map(({ code, whose, may }) => [...start, `${may ? '?' : ''}${code}`, whose].join('\t'));
  });
}

function cellLines(file: MadeFile, sheet: MadeSheet, cells: CellRows): string[] {
  return [...cells].map(([key, rows]) => {
    const [place = '', code = ''] = key.split(' ');
    const column = sheet.columns[Number(place)];
    const called = file.bare ? String(Number(place) + 1) : column?.title;
    return [file.name, sheet.name, called, code, ranges(rows)].join('\t');
  });
}

export interface MadeSet {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes the labelled set of invented people into a folder: the files, LABELS.tsv (columns) and CELLS.tsv (rows of cells that hold a label).
 * @param most rows of a table at most, for a quick look
 * @param named only files the test asks for
 */
export function makeSet(folder: string, most = Number.POSITIVE_INFINITY, named = (_: string) => true): MadeSet {
  const labels = ['file\tsheet\tcolumn\tlabel\twhose'];
  const cells = ['file\tsheet\tcolumn\tlabel\trows'];
  const files = MADE_FILES.filter(({ name }) => named(name)).map((file) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({ ...sheet, rows: Math.min(sheet.rows, most) })),
  }));
  for (const file of files) {
    const made = file.sheets.map((sheet) => makeGrid(file, sheet));
    for (const [at, sheet] of file.sheets.entries()) {
      labels.push(...labelLines(file, sheet));
      cells.push(...cellLines(file, sheet, made[at]?.cells ?? new Map()));
    }
    writeMade(
      folder,
      file,
      made.map(({ grid }) => grid),
    );
  }
  writeFileSync(join(folder, 'LABELS.tsv'), `${labels.join('\n')}\n`);
  writeFileSync(join(folder, 'CELLS.tsv'), `${cells.join('\n')}\n`);
  const sheets = files.flatMap(({ sheets: own }) => own);
  return { tables: sheets.length, rows: sheets.reduce((sum, { rows }) => sum + rows, 0) };
}
