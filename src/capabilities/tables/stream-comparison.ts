import { csvCell } from '../../kernel/csv.ts';
import type { Context } from '../../platform/context.ts';
import type { DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ComparedTable, RowChange, RowDifference } from './comparison.ts';
import { type Ask, type DifferenceLines, openLines, stretchOf } from './comparison-page.ts';

export const COMPARISON_FORMATS = ['csv', 'json'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** Cells read at once: they are held until the asker takes them. Rows that lie apart cost a look at the whole table each time. */
const CELLS_AT_ONCE = 200_000;

function rowsAtOnce(columns: number): number {
  return Math.min(10_000, Math.max(50, Math.floor(CELLS_AT_ONCE / Math.max(1, columns))));
}

/**
 * All rows that differ as the bytes of a file, read as they are wanted. CSV: a line a row with what happened to it, then each column before and
 * after. JSON: an array of rows. Null where the comparison is not finished; ends when `ctx.signal` does.
 */
export async function streamDifferences(
  ctx: Context,
  older: ComparedTable,
  newer: ComparedTable,
  kind: RowChange | null,
  format: ComparisonFormat,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const lines = await openLines(ctx, older, newer);
  return lines && write(ctx, lines, kind, format === 'csv' ? csvOf(lines) : jsonOf(lines));
}

/** How a file of differences is written. */
interface Form {
  readonly head: string;
  line(row: RowDifference): string;
  readonly between: string;
  readonly tail: string;
}

async function* write(
  ctx: Context,
  lines: DifferenceLines,
  kind: RowChange | null,
  form: Form,
): AsyncGenerator<Uint8Array> {
  const { first, count } = stretchOf(lines.result, kind);
  const atOnce = rowsAtOnce(lines.columns.length);
  const session = await ctx.duckdb.session({ threads: 1, memory: '200MB' });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  const ask: Ask = ({ sql, values }) => session.rows(sql, values);
  try {
    yield Buffer.from(form.head);
    for (let done = 0; done < count; done += atOnce) {
      ctx.signal.throwIfAborted();
      const rows = await lines.read(ask, first + done, Math.min(atOnce, count - done));
      const text = rows.map((row) => form.line(row)).join(form.between);
      yield Buffer.from(done === 0 ? text : form.between + text);
    }
    yield Buffer.from(form.tail);
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.interrupt();
    session.close();
  }
}

function csvOf({ columns }: DifferenceLines): Form {
  const names = columns.flatMap(({ older, newer }) => {
    const name = newer?.name ?? older?.name ?? '';
    return [...(older ? [`${name}.before`] : []), ...(newer ? [`${name}.after`] : [])];
  });
  return {
    head: `${['change', 'row_before', 'row_after', 'changed_columns', ...names].map(csvCell).join(',')}\r\n`,
    line(row) {
      const changed = columns.filter((_, i) => row.cells[i]?.changed).map((column) => column.newer?.name ?? '');
      const cells = columns.flatMap(({ older, newer }, i) => [
        ...(older ? [row.cells[i]?.before] : []),
        ...(newer ? [row.cells[i]?.after] : []),
      ]);
      return [row.kind, row.olderRow, row.newerRow, changed.join(' '), ...cells]
        .map((value) => csvCell(value === null || value === undefined ? '' : String(value)))
        .join(',');
    },
    between: '\r\n',
    tail: '\r\n',
  };
}

function jsonOf({ columns }: DifferenceLines): Form {
  return {
    head: '[\n',
    line({ kind, olderRow, newerRow, cells }) {
      const side = (which: 'before' | 'after', row: number | null): Record<string, DuckValue> | null => {
        if (row === null) return null;
        return Object.fromEntries(
          columns.flatMap((column, i) => {
            const name = (which === 'before' ? column.older : column.newer)?.name;
            const value = cells[i]?.[which];
            return name === undefined || value === undefined ? [] : [[name, value]];
          }),
        );
      };
      return JSON.stringify({
        change: kind,
        rowBefore: olderRow,
        rowAfter: newerRow,
        changed: columns.flatMap((column, i) => (cells[i]?.changed ? [column.newer?.name ?? ''] : [])),
        before: side('before', olderRow),
        after: side('after', newerRow),
      });
    },
    between: ',\n',
    tail: '\n]\n',
  };
}
