import type { ColumnKind, ColumnProfile } from '../../column.ts';
import { inspectTable } from '../../inspect-table.ts';
import { type testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import type { LabelledColumn } from './labelled-columns.ts';

type Tools = Awaited<ReturnType<typeof testDuckDb>>;

/** One column of the set with what it was taken for. */
export interface MeasuredColumn extends LabelledColumn {
  readonly found: ColumnProfile;
}

/** Right answers of a kind. */
export interface KindScore {
  readonly kind: ColumnKind;
  /** Columns that are of the kind. */
  readonly labelled: number;
  /** Share of the columns taken for it that are of it; null where none was. */
  readonly precision: number | null;
  /** Share of the columns of it that were taken for it. */
  readonly recall: number;
}

/** Takes every column through the whole inspection, each as a table of its own beside a number of the row. */
export async function measureColumns(tools: Tools, columns: readonly LabelledColumn[]): Promise<MeasuredColumn[]> {
  const rows = Math.max(...columns.map(({ values }) => values.length));
  const table = await textTableOf(
    tools,
    columns.map(({ header }) => header),
    Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] ?? null)),
  );
  const { columns: found } = await inspectTable(tools.duckdb, table);
  return columns.map((column, at) => {
    const profile = found[at];
    if (profile === undefined) throw new Error(`no column ${at}`);
    return { ...column, found: profile };
  });
}

/** Precision and recall of each kind of the set. */
export function scoreKinds(measured: readonly MeasuredColumn[]): KindScore[] {
  const kinds = [...new Set(measured.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
  return kinds.map((kind) => {
    const labelled = measured.filter((column) => column.kind === kind);
    const taken = measured.filter(({ found }) => found.kind === kind);
    const right = labelled.filter(({ found }) => found.kind === kind).length;
    return {
      kind,
      labelled: labelled.length,
      precision: taken.length === 0 ? null : right / taken.length,
      recall: right / labelled.length,
    };
  });
}
