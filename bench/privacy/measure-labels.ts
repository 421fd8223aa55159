import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalDuckDb } from '../../src/platform/duckdb/local-duckdb.ts';
import { scoreCells } from './cells.ts';
import type { Meaning } from './label-names.ts';
import { type CellLabels, type Label, readCellLabels, readLabels } from './labels.ts';
import { columnOf, pathOf, type Reader, readSheets, type SeenTable } from './read-signs.ts';
import { type Score, type ScoredColumn, scoreColumns, scoreWhose, type WhoseScore } from './score.ts';

export interface Asked {
  readonly labels: string;
  readonly folder: string;
  /** Rows of cells with labels; null where only columns are labelled. */
  readonly cells: string | null;
}

export interface Measured {
  readonly columns: ReadonlyMap<Meaning, Score>;
  readonly cells: ReadonlyMap<Meaning, Score> | null;
  readonly whose: WhoseScore;
  /** What could not be compared, and columns without a label that were told of. */
  readonly notes: readonly string[];
  readonly tables: number;
  readonly ms: number;
  readonly bytes: number;
}

function groupedBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** What a title may be printed as: over a table whose columns we named, and where it looks like a value, its place alone. */
function printed(table: SeenTable, index: number): string {
  const column = table.columns.find((one) => one.index === index);
  const bare = !table.named || column === undefined || /\d{5,}|@/.test(column.title);
  return bare ? `column ${index + 1}` : column.title.slice(0, 60);
}

interface Compared {
  readonly columns: ScoredColumn[];
  readonly notes: string[];
}

function compareTable(file: string, sheet: string, table: SeenTable, labels: readonly Label[]): Compared {
  const notes: string[] = [];
  const taken = new Map<number, Label[]>();
  for (const label of labels) {
    const column = columnOf(table, label.column);
    if (column) taken.set(column.index, [...(taken.get(column.index) ?? []), label]);
    else notes.push(`no such column: ${[file, sheet, label.column].filter(Boolean).join(' → ')}`);
  }
  for (const { code, column, whose } of table.signs)
    if (!taken.has(column))
      notes.push(
        `unlisted and fired  ${code} (${whose}): ${[file, sheet, printed(table, column)].filter(Boolean).join(' → ')}`,
      );
  const columns = [...taken].map(([index, own]) => ({
    file,
    sheet,
    column: printed(table, index),
    labels: own,
    signs: table.signs.filter(({ column }) => column === index),
  }));
  return { columns, notes };
}

/** Labels of a file whose reading failed: each of them is missed. */
function unread(file: string, labels: readonly Label[]): ScoredColumn[] {
  return [...groupedBy(labels, ({ sheet, column }) => `${sheet}\t${column}`).values()].map((own) => ({
    file,
    sheet: own[0]?.sheet ?? '',
    column: `${own[0]?.column} (not read)`,
    labels: own,
    signs: [],
  }));
}

/** Reads what the labels name and compares. */
export async function measureLabels({ labels, folder, cells }: Asked): Promise<Measured> {
  const said = readLabels(labels);
  const marked: CellLabels | null = cells === null ? null : readCellLabels(cells);
  const work = mkdtempSync(join(tmpdir(), 'bench-privacy-'));
  const duckdb = openLocalDuckDb({ folder: work });
  const reader: Reader = { duckdb, folder, work, spent: { ms: 0, bytes: 0 } };
  const columns: ScoredColumn[] = [];
  const notes: string[] = [];
  let tables = 0;
  const strange = new Set(said.filter(({ meaning }) => meaning === 'any').map(({ said: label }) => label));
  if (strange.size > 0)
    notes.push(`labels we have no word for, counted like a sign of every sort: ${[...strange].join(', ')}`);
  try {
    for (const [file, own] of groupedBy(said, (label) => label.file)) {
      const path = pathOf(folder, file);
      const sheets = [...groupedBy(own, ({ sheet }) => sheet).entries()];
      const seen =
        path === null
          ? null
          : await readSheets(
              reader,
              path,
              sheets.map(([sheet]) => sheet),
            ).catch(String);
      for (const [sheet, ofSheet] of sheets) {
        const table =
          seen === null ? 'no such file' : typeof seen === 'string' ? seen : (seen.get(sheet) ?? 'no-such-sheet');
        if (typeof table === 'string') {
          notes.push(`not read (${table.split('\n')[0]}): ${[file, sheet].filter(Boolean).join(' → ')}`);
          columns.push(...unread(file, ofSheet));
          continue;
        }
        tables += 1;
        const compared = compareTable(file, sheet, table, ofSheet);
        columns.push(...compared.columns);
        notes.push(...compared.notes);
      }
    }
  } finally {
    await duckdb.close();
    rmSync(work, { recursive: true, force: true });
  }
  return {
    columns: scoreColumns(columns),
    cells: marked === null ? null : scoreCells(columns, marked),
    whose: scoreWhose(columns),
    notes,
    tables,
    ...reader.spent,
  };
}
