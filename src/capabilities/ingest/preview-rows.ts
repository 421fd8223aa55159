import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { loadForLooking, loadUnprotected } from './load-reading.ts';
import type { PreviewPage } from './reading.ts';
import { wrongState } from './reading-rules.ts';

/**
 * Rows of the text table for a person to look at. While the table is being written anew, the one that stands may show what was decided to be taken out
 * since: it is shown as the file itself is.
 * @param part.from 1-based row of data; `count` at most 200; `mended` takes the table after the repairs, when there is one
 */
export async function previewRows(
  ctx: Context,
  id: string,
  part: { from: number; count: number; mended: boolean },
): Promise<PreviewPage> {
  const { reading } = await loadForLooking(ctx, id);
  const after = part.mended && reading.mendedTable !== null && reading.mended !== null;
  if (!after || reading.state !== 'ready') await loadUnprotected(ctx, id);
  const key = after ? reading.mendedTable : reading.textTable;
  if (key === null || !reading.source) throw wrongState(reading);
  const headers = (after ? reading.mended?.headers : null) ?? reading.source.headers;
  const total = (after ? reading.mended?.rows : null) ?? reading.source.rows;
  const first = Math.min(Math.max(1, Math.trunc(part.from)), Math.max(1, total));
  const count = Math.min(200, Math.max(1, Math.trunc(part.count)));
  const path = literal(await ctx.objects.localPath(key));
  const rows = await ctx.duckdb.query({
    // parquet keeps the order of the source; limit with offset reads only the row groups it needs
    sql: `select * from read_parquet(${path}) limit ${count} offset ${first - 1}`,
    values: [],
  });
  return {
    headers,
    total,
    rows: rows.map((cells, at) => ({
      row: first + at,
      values: headers.map((_, column) =>
        cells[`c${column}`] === undefined ? null : asText(cells[`c${column}`] ?? null),
      ),
    })),
  };
}

/** A longer cell is a book or a geometry: its beginning is enough to recognise it. */
const LONGEST = 2_000;

function asText(value: string | number | boolean | null): string | null {
  const text = value === null ? null : String(value);
  return text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
