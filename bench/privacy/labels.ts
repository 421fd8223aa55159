import { readFileSync } from 'node:fs';
import type { Whose } from '../../src/tabular/index.ts';
import { type Meaning, meaningOf, whoseNamed } from './label-names.ts';

/** One line of LABELS.tsv. */
export interface Label {
  readonly file: string;
  /** '' where the file has one table or the likeliest is meant. */
  readonly sheet: string;
  /** Title, or place («3», 1-based). */
  readonly column: string;
  readonly meaning: Meaning;
  /** As it was written. */
  readonly said: string;
  readonly whose: Whose | null;
  /** Written with «?»: told or not, both are right. */
  readonly may: boolean;
}

const HEADINGS = ['file', 'sheet', 'column', 'label', 'whose'] as const;
type Heading = (typeof HEADINGS)[number];
const ALIASES: Readonly<Record<string, Heading>> = {
  file: 'file',
  filename: 'file',
  path: 'file',
  sheet: 'sheet',
  table: 'sheet',
  column: 'column',
  header: 'column',
  field: 'column',
  label: 'label',
  labels: 'label',
  type: 'label',
  whose: 'whose',
  owner: 'whose',
  subject: 'whose',
};

function cellsOf(line: string): string[] {
  return line.split('\t').map((cell) => {
    const quoted = /^"(.*)"$/s.exec(cell.trim());
    return (quoted?.[1]?.replaceAll('""', '"') ?? cell).trim();
  });
}

/** Lines of a TSV with their cells; the header is told by its words, absent it is the usual order. */
function tableOf(path: string, usual: readonly string[]): { at: (name: string) => number; lines: string[][] } {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(cellsOf);
  const named = (lines[0] ?? []).map((cell) => ALIASES[cell.toLowerCase()] ?? cell.toLowerCase());
  const hasHeader = named.includes('file') && (named.includes('label') || named.includes('column'));
  const names = hasHeader ? named : usual;
  return { at: (name) => names.indexOf(name), lines: hasHeader ? lines.slice(1) : lines };
}

/** Several labels may stand in one cell, apart by commas, semicolons or bars. */
export function readLabels(path: string): Label[] {
  const { at, lines } = tableOf(path, HEADINGS);
  return lines.flatMap((cells) => {
    const cell = (name: Heading) => cells[at(name)] ?? '';
    const said = cell('label') === '' ? ['NOT-PII'] : cell('label').split(/\s*[,;|+]\s*/);
    return said.map(
      (label): Label => ({
        file: cell('file').replaceAll('\\', '/'),
        sheet: cell('sheet') === '-' ? '' : cell('sheet'),
        column: cell('column'),
        said: label,
        meaning: meaningOf(label.replace(/^\?/, '')),
        whose: whoseNamed(cell('whose')),
        may: label.startsWith('?'),
      }),
    );
  });
}

/** Rows that hold a label, by `file\tsheet\tcolumn\tlabel`. */
export type CellLabels = ReadonlyMap<string, ReadonlySet<number>>;

export function readCellLabels(path: string): CellLabels {
  const { lines } = tableOf(path, []);
  return new Map(
    lines.map(([file = '', sheet = '', column = '', label = '', ranges = '']) => {
      const rows = ranges.split(',').flatMap((range) => {
        const [from = 0, to = from] = range.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, step) => from + step);
      });
      return [[file, sheet, column, label].join('\t'), new Set(rows)];
    }),
  );
}
