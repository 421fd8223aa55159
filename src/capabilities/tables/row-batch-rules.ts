import type { Text } from '../../kernel/text.ts';
import { matchColumn } from './column-names.ts';
import type { ManifestColumn } from './manifest.ts';
import {
  type BatchKind,
  type CleanRow,
  type ColumnRule,
  MOST_FAULTS,
  type RowBatch,
  type RowFault,
  type SentRow,
} from './row-batch.ts';
import { sentGeometry } from './sent-geometry.ts';
import { plainValue } from './sent-value.ts';

/** Rows in plain forms, or what is wrong with them: then nothing is written. */
export type CleanBatch = { readonly rows: readonly CleanRow[] } | { readonly faults: readonly RowFault[] };

/**
 * Holds every row to the structure: known open columns, types, required columns, the whole identifier. A pure decision; whether a key is there
 * already is found out with the table.
 * @param all every column of the table, the closed ones too: these are named in refusals
 */
export function cleanBatch(
  { kind, rows }: RowBatch,
  all: readonly ManifestColumn[],
  rules: readonly ColumnRule[],
): CleanBatch {
  const open = all.filter(({ sensitivity }) => sensitivity === 'open');
  const reader = new RowReader(
    kind,
    open,
    all,
    new Set(rules.filter(({ required }) => required).map(({ name }) => name)),
  );
  const faults: RowFault[] = [];
  const clean: CleanRow[] = [];
  for (const [i, row] of rows.entries()) {
    const read = reader.read(row, i + 1);
    if ('faults' in read) faults.push(...read.faults);
    else clean.push(read.row);
    if (faults.length >= MOST_FAULTS) break;
  }
  return faults.length > 0 ? { faults: faults.slice(0, MOST_FAULTS) } : { rows: clean };
}

class RowReader {
  readonly #kind: BatchKind;
  readonly #open: readonly ManifestColumn[];
  readonly #all: readonly ManifestColumn[];
  readonly #required: ReadonlySet<string>;
  /** Which column a word of the rows means, looked up once. */
  readonly #known = new Map<string, number | Text>();

  constructor(
    kind: BatchKind,
    open: readonly ManifestColumn[],
    all: readonly ManifestColumn[],
    required: ReadonlySet<string>,
  ) {
    this.#kind = kind;
    this.#open = open;
    this.#all = all;
    this.#required = required;
  }

  read(sent: SentRow, row: number): { row: CleanRow } | { faults: RowFault[] } {
    const faults: RowFault[] = [];
    const values: (string | null)[] = this.#open.map(() => null);
    const given = this.#open.map(() => false);
    for (const [word, value] of Object.entries(sent)) {
      const at = this.#columnOf(word);
      const column = typeof at === 'number' ? this.#open[at] : undefined;
      if (typeof at !== 'number' || !column) {
        faults.push({ row, column: word, message: typeof at === 'number' ? unknown(word, this.#open) : at });
        continue;
      }
      const plain = column.geometry === 'shape' ? sentGeometry(value) : plainValue(column.type, value);
      if (typeof plain === 'object' && plain !== null) faults.push({ row, column: column.name, message: plain.fault });
      else values[at] = plain;
      given[at] = true;
    }
    faults.push(...this.#missing(values, given, row, new Set(faults.map(({ column }) => column))));
    return faults.length > 0 ? { faults } : { row: { values, given } };
  }

  #missing(
    values: readonly (string | null)[],
    given: readonly boolean[],
    row: number,
    told: ReadonlySet<string | null>,
  ) {
    return this.#open.flatMap((column, at): RowFault[] => {
      const needed =
        column.identifier ||
        (this.#required.has(column.name) && this.#kind !== 'delete' && (this.#kind !== 'patch' || given[at] === true));
      if (!needed || values[at] !== null || told.has(column.name)) return [];
      return [{ row, column: column.name, message: column.identifier ? noKey(column) : noValue(column) }];
    });
  }

  #columnOf(word: string): number | Text {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = matchColumn(this.#open, word);
    const at = found.kind === 'found' ? this.#open.indexOf(found.column) : this.#refusal(word);
    this.#known.set(word, at);
    return at;
  }

  #refusal(word: string): Text {
    return matchColumn(this.#all, word).kind === 'found' ? closed(word) : unknown(word, this.#open);
  }
}

const unknown = (word: string, open: readonly ManifestColumn[]): Text => ({
  uk: `Стовпця «${word}» у таблиці немає. Є: ${open.map(({ name }) => name).join(', ')}.`,
  en: `The table has no column “${word}”. There are: ${open.map(({ name }) => name).join(', ')}.`,
});

const closed = (word: string): Text => ({
  uk: `Стовпець «${word}» закритий: його значень портал не зберігає. Не надсилайте його.`,
  en: `The column “${word}” is closed: the portal keeps no values of it. Do not send it.`,
});

const noKey = ({ title }: ManifestColumn): Text => ({
  uk: `Немає значення «${title}», за яким розрізняють рядки.`,
  en: `There is no value of “${title}”, by which rows are told apart.`,
});

const noValue = ({ title }: ManifestColumn): Text => ({
  uk: `«${title}» обов’язкове, а значення немає.`,
  en: `“${title}” is required, and there is no value.`,
});
